package dunnage.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.wording.Figures;
import dunnage.kernel.forecast.ExpectedCash;
import dunnage.kernel.forecast.ExpectedCash.Week;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import dunnage.kernel.warning.LatenessSeries;
import dunnage.kernel.warning.Signal;
import dunnage.kernel.warning.Tendency;
import dunnage.kernel.warning.Warning;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartsTest {

  private static final LocalDate DAY = Books.DAY;
  private static final Currency CNY = Currency.of("CNY");

  @Test
  void expected_cash_is_told_with_the_one_time_in_ten_it_is_less() {
    CashChart.Cash cash =
        new CashChart.Cash(
            cash(week(0, 410_000, 320_000, 470_000), i -> week(i, 9_000 + 900L * i, 0, 40_000)),
            units(1_200_000));
    assertThat(CashChart.sentence(cash).replace('\u00A0', ' '))
        .isEqualTo(
            "CNY 410,000 of the CNY 1.20 m open is expected in the 13 weeks to 29 Sep 2026; "
                + "one time in ten it is less than CNY 320,000. "
                + "The week of 23 Sep 2026 brings most: CNY 19,800.");
  }

  @Test
  void every_week_has_its_range_its_tick_and_its_row() throws Exception {
    Document drawn =
        drawn(
            html ->
                CashChart.figure(
                    html,
                    new CashChart.Cash(
                        cash(week(0, 9, 5, 12), i -> week(i, 1_000L * i, 0, 2_000L * i)),
                        units(90_000)),
                    true));
    assertThat(Markup.all(drawn, "rect").stream().filter(ChartsTest::band)).hasSize(13 + 1);
    assertThat(Markup.all(Markup.all(drawn, "tbody").getFirst(), "tr")).hasSize(14);
    assertThat(texts(drawn)).contains("30", "CNY thousand a week");
    assertInside(drawn);
  }

  @Test
  void a_currency_from_which_nothing_is_expected_says_so_and_still_draws() throws Exception {
    CashChart.Cash nothing =
        new CashChart.Cash(cash(week(0, 0, 0, 0), i -> week(i, 0, 0, 0)), units(7_000));
    assertThat(CashChart.sentence(nothing)).contains("nothing is expected in the 13 weeks");
    assertInside(drawn(html -> CashChart.figure(html, nothing, false)));
  }

  @Test
  void a_small_book_from_which_nothing_may_come_does_not_promise_zero() {
    CashChart.Cash cash =
        new CashChart.Cash(cash(week(0, 160, 0, 500), i -> week(i, 12, 0, 90)), units(1_000));
    assertThat(CashChart.sentence(cash))
        .contains("one time in ten next to nothing comes")
        .doesNotContain("less than");
  }

  @Test
  void usual_ranges_are_told_in_words() {
    assertThat(LatenessChart.between(new LatenessSeries.Range(4, 9, 31)))
        .isEqualTo("between 4 and 31\u00A0days late");
    assertThat(LatenessChart.between(new LatenessSeries.Range(-7, -2, 1)))
        .isEqualTo("between 7\u00A0days early and 1\u00A0day late");
    assertThat(LatenessChart.between(new LatenessSeries.Range(.2, 3, 23)))
        .isEqualTo("between the due date and 23\u00A0days late");
    assertThat(LatenessChart.between(new LatenessSeries.Range(-20, -9, -.4)))
        .isEqualTo("between 20\u00A0days early and the due date");
    assertThat(LatenessChart.between(new LatenessSeries.Range(-20, -9, -5)))
        .isEqualTo("between 20 and 5\u00A0days early");
  }

  @Test
  void lateness_since_a_change_is_marked_and_told() throws Exception {
    LatenessSeries series = series(60, i -> i < 45 ? 5 : null, DAY.minusWeeks(15));
    Warning change =
        new Warning(Signal.LATENESS, DAY.minusWeeks(15), 1.3, Tendency.WORSE, "unpaid");
    assertThat(LatenessChart.sentence(series, change).replace('\u00A0', ' '))
        .startsWith(
            "Later since 17 Mar 2026, which a sound debtor shows once in 106 years: at least ")
        .contains("; usual for them is 5 days late, eight times in ten just that.")
        .endsWith("Of the 15 due since then 15 are unpaid.");
    Document drawn = drawn(html -> LatenessChart.write(html, series, change));
    assertThat(texts(drawn)).contains("later since 17\u00A0Mar\u00A02026");
    assertThat(classes(drawn, "g")).containsExactly("typical", "typical changed", "paid", "open");
    assertThat(classes(drawn, "line")).contains("since");
    assertThat(classes(drawn, "circle")).contains("last changed");
    assertInside(drawn);
  }

  @Test
  void one_stray_receivable_does_not_flatten_the_others() throws Exception {
    LatenessSeries series = series(60, i -> i == 30 ? 400 : i % 9, null);
    Document drawn = drawn(html -> LatenessChart.write(html, series, null));
    assertThat(classes(drawn, "line")).contains("beyond");
    assertThat(drawn.getDocumentElement().getTextContent()).contains("off the scale, up to 210");
    assertThat(texts(drawn)).contains("10").doesNotContain("210");
    assertInside(drawn);
  }

  @Test
  void ten_thousand_receivables_are_drawn_as_ranges_in_few_marks() throws Exception {
    LatenessSeries series = series(10_000, i -> i % 40 - 10, null);
    StringBuilder out = new StringBuilder();
    LatenessChart.write(new Html(out), series, null);
    assertThat(out.length()).isLessThan(10_000);
    Document drawn = Markup.parse(out.toString());
    assertThat(Markup.all(drawn, "rect")).hasSizeGreaterThan(30);
    assertThat(Markup.all(drawn, "circle")).as("the latest, no single receivable").hasSize(1);
    assertInside(drawn);
  }

  @Test
  void early_payers_and_very_late_ones_get_round_steps() {
    assertThat(Plot.ofDays(-2, 18, 168)).isEqualTo(new Plot(-2.5, 20, 5, 168));
    assertThat(Plot.ofDays(-45, -3, 168)).isEqualTo(new Plot(-50, 10, 10, 168));
    assertThat(Plot.ofDays(0, 0, 168)).isEqualTo(new Plot(0, 5, 5, 168));
    assertThat(Plot.ofDays(-1, 3_700, 168).top()).isEqualTo(4_320);
    assertThat(Plot.ofMoney(41, 196)).isEqualTo(new Plot(0, 60, 20, 196));
    assertThat(Plot.ofMoney(1e-9, 196).top()).isPositive();
  }

  @Test
  void days_in_the_kernels_words_are_written_as_on_the_rest_of_the_page() {
    assertThat(Figures.told("silent since 2026-06-05, usual is -8, ref 2026-99-99", 100))
        .isEqualTo("silent since 5\u00A0Jun\u00A02026, usual is −8, ref 2026-99-99");
  }

  private interface Drawing {
    void on(Html html) throws IOException;
  }

  private static Document drawn(Drawing drawing) throws Exception {
    StringBuilder out = new StringBuilder();
    drawing.on(new Html(out));
    return Markup.parse(out.toString());
  }

  /// No mark lies outside the drawing, whatever the figures.
  private static void assertInside(Document drawn) {
    for (String tag : List.of("rect", "line", "circle")) {
      for (Element mark : Markup.all(drawn, tag)) {
        for (String name : List.of("x", "x1", "x2", "cx", "y", "y1", "y2", "cy", "width")) {
          String value = mark.getAttribute(name).replace("%", "");
          if (!value.isEmpty()) {
            assertThat(Double.parseDouble(value)).as(tag + " " + name).isBetween(0.0, 196.0);
          }
        }
      }
    }
  }

  private static boolean band(Element rect) {
    return rect.getAttribute("class").equals("band");
  }

  private static List<String> classes(Document drawn, String tag) {
    return Markup.all(drawn, tag).stream().map(e -> e.getAttribute("class")).distinct().toList();
  }

  private static List<String> texts(Document drawn) {
    return Markup.all(drawn, "text").stream().map(Element::getTextContent).toList();
  }

  private static ExpectedCash cash(Week total, IntFunction<Week> weeks) {
    List<Week> all = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      all.add(weeks.apply(i));
    }
    Week whole =
        new Week(DAY.plusDays(1), DAY.plusDays(91), total.expected(), total.low(), total.high());
    return new ExpectedCash(CNY, all, whole);
  }

  private static Week week(int week, long expected, long low, long high) {
    LocalDate from = DAY.plusDays(1 + 7L * week);
    return new Week(from, from.plusDays(6), units(expected), units(low), units(high));
  }

  private static Money units(long units) {
    return new Money(CNY, 100 * units);
  }

  /// One receivable a week up to the day, several where there are more than weeks.
  private static LatenessSeries series(
      int receivables, IntFunction<@Nullable Integer> late, @Nullable LocalDate since) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < receivables; i++) {
      LocalDate due = DAY.minusWeeks((receivables - i) % 150);
      Money amount = units(100);
      Receivable r =
          new Receivable(
              "R" + i,
              new Party("D", Books.HOSTILE, "CN"),
              due.minusDays(60),
              due,
              amount,
              null,
              Origin.NONE);
      facts.add(new Fact.Issued(r));
      Integer days = late.apply(i);
      if (days != null) {
        facts.add(new Fact.Settled(r, new Entry(Entry.Kind.PAYMENT, due.plusDays(days), amount)));
      }
    }
    return LatenessSeries.of(Book.of(facts).debtors().getFirst(), DAY, since);
  }
}
