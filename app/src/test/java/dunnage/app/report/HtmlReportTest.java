package dunnage.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.wording.Figures;
import dunnage.app.wording.Headline;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.assessment.Portfolio;
import dunnage.kernel.assessment.RiskDesk;
import dunnage.kernel.assessment.Settings;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.forecast.ExpectedCash;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRates;
import dunnage.kernel.money.Money;
import dunnage.kernel.warning.DebtorWarning;
import dunnage.kernel.warning.Signal;
import dunnage.kernel.warning.Tendency;
import dunnage.kernel.warning.Warning;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlReportTest {

  private static final List<Finding> FINDINGS =
      List.of(
          Finding.at(
              FindingCode.DATE_BAD,
              "a<b>.csv",
              7,
              "due",
              "31.02.2026 <script>",
              "a date that exists"),
          Finding.of(FindingCode.COLUMN_UNUSED, "a.csv", "Memo", ""));

  @Test
  void hostile_names_stay_text_and_the_page_stays_well_formed() throws Exception {
    String page = page(Books.hostile());
    Document parsed = Markup.parse(page);
    assertThat(page)
        .doesNotContainIgnoringCase("<script")
        .doesNotContain("<b>")
        .doesNotContain("<u>");
    assertThat(parsed.getDocumentElement().getTextContent())
        .contains("<script>alert(1)</script>\" onload='x' & ")
        .doesNotContain("\u202E")
        .doesNotContain("\u2069");
    for (Element any : Markup.all(parsed, "*")) {
      assertThat(Markup.attributeNames(any))
          .noneMatch(n -> n.startsWith("on") || n.equals("style"));
    }
  }

  @Test
  void the_page_asks_for_nothing_over_the_network() throws Exception {
    String page = page(Books.trading(1));
    assertThat(page).doesNotContain("http:").doesNotContain("https:").doesNotContain("@import");
    assertThat(page.replace("url(#", "")).doesNotContain("url(");
    for (Element any : Markup.all(Markup.parse(page), "*")) {
      assertThat(any.hasAttribute("src")).isFalse();
      assertThat(any.getAttribute("href")).matches("|#.*|data:,");
    }
  }

  @Test
  void the_policy_allows_the_one_style_sheet_by_its_hash_and_nothing_else() throws Exception {
    String page = page(Books.trading(1));
    String css = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
    assertThat(page)
        .contains(
            "default-src &#39;none&#39;; style-src &#39;sha256-"
                + Base64.getEncoder().encodeToString(hash)
                + "&#39;;")
        .doesNotContain("unsafe");
    assertThat(css)
        .doesNotContain("url(")
        .contains("prefers-color-scheme: dark")
        .contains("@media print");
  }

  @Test
  void each_chart_has_a_sentence_and_its_table_twin() throws Exception {
    Document parsed = Markup.parse(page(Books.trading(2)));
    List<Element> figures = Markup.all(parsed, "figure");
    assertThat(figures).hasSizeGreaterThan(3);
    for (Element figure : figures) {
      assertThat(Markup.all(figure, "figcaption")).hasSize(1);
      assertThat(Markup.all(figure, "figcaption").getFirst().getTextContent())
          .matches("(?s).*\\d.*");
      assertThat(Markup.all(Markup.all(figure, "details").getFirst(), "table")).hasSize(1);
    }
    for (Element svg : Markup.all(parsed, "svg")) {
      assertThat(svg.getAttribute("role").equals("img") ? Markup.all(svg, "title").size() : 1)
          .isEqualTo(1);
      assertThat(svg.getAttribute("role") + svg.getAttribute("aria-hidden")).isIn("img", "true");
    }
  }

  @Test
  void the_table_twin_of_aging_adds_up_to_the_portfolio_in_each_currency() throws Exception {
    List<Fact> facts = Books.trading(3);
    Assessment a = Books.assess(facts);
    Element twin =
        Markup.all(
                Markup.all(Markup.byId(Markup.parse(page(a, facts)), "aging"), "details")
                    .getFirst(),
                "tbody")
            .getFirst();
    Map<String, BigDecimal> sums = new HashMap<>();
    for (Element row : Markup.all(twin, "tr")) {
      List<Element> cells = Markup.all(row, "td");
      if (!row.getAttribute("class").contains("sum")) {
        sums.merge(
            cells.get(0).getTextContent(), amount(cells.get(3).getTextContent()), BigDecimal::add);
      }
    }
    List<Money> open = a.portfolio().openAmount().nonZero();
    assertThat(open).hasSizeGreaterThan(3);
    assertThat(sums).hasSize(open.size());
    for (Money money : open) {
      assertThat(sums.get(money.currency().code())).isEqualByComparingTo(money.toBigDecimal());
    }
  }

  @Test
  void currencies_are_never_added_without_a_rate_and_with_one_the_rate_and_its_day_are_shown()
      throws Exception {
    List<Fact> facts = Books.trading(4);
    String apart = page(facts);
    assertThat(apart)
        .contains("without a rate nothing is added up")
        .doesNotContain("All, in ")
        .doesNotContain("Rates:");
    Assessment a = Books.inEuro(facts);
    Portfolio.CurrencyLine base = a.portfolio().inBase();
    assertThat(base).isNotNull();
    String together = page(a, facts);
    assertThat(together)
        .contains("All, in EUR")
        .contains("(ECB, 29\u00A0Jun\u00A02026)")
        .contains(Figures.digits(base.openAmount()));
  }

  @Test
  void a_currency_without_a_rate_is_named_and_stays_apart() throws Exception {
    Assessment a =
        RiskDesk.assess(
            Book.of(Books.trading(4)), Books.DAY, new Settings(Currency.of("EUR"), new FxRates()));
    assertThat(a.ratesMissing()).isNotEmpty();
    assertThat(page(a, Books.trading(4))).contains("No rate for").doesNotContain("All, in ");
  }

  @Test
  void tables_have_captions_and_heads_and_headings_never_skip_a_level() throws Exception {
    Document parsed = Markup.parse(page(Books.trading(5)));
    for (Element table : Markup.all(parsed, "table")) {
      assertThat(Markup.all(table, "caption")).hasSize(1);
      assertThat(Markup.all(table, "th")).isNotEmpty().allMatch(th -> th.hasAttribute("scope"));
    }
    int level = 0;
    for (Element any : Markup.all(parsed, "*")) {
      if (any.getTagName().matches("h[1-6]")) {
        int next = any.getTagName().charAt(1) - '0';
        assertThat(next).isLessThanOrEqualTo(level + 1);
        level = next;
      }
    }
    List<String> ids = new ArrayList<>();
    Markup.all(parsed, "*").stream()
        .map(e -> e.getAttribute("id"))
        .filter(i -> !i.isEmpty())
        .forEach(ids::add);
    assertThat(ids).doesNotHaveDuplicates();
    Markup.all(parsed, "a")
        .forEach(link -> assertThat(ids).contains(link.getAttribute("href").substring(1)));
    assertThat(parsed.getDocumentElement().getAttribute("lang")).isEqualTo("en");
  }

  @Test
  void a_book_of_a_million_receivables_gives_a_page_under_a_megabyte_in_small_pieces()
      throws Exception {
    Assessment a = Books.assess(Books.hostile());
    Assessment huge =
        new Assessment(
            a.asOf(),
            a.base(),
            a.ratesUsed(),
            a.portfolio(),
            Collections.nCopies(200_000, a.debtors().get(1)),
            Collections.nCopies(1_000_000, a.receivables().getFirst()),
            a.expectedCash(),
            a.toGrow(),
            Collections.nCopies(50_000, a.unmatched().getFirst()),
            a.newestFact(),
            a.ratesMissing());
    Counting out = new Counting();
    HtmlReport.write(
        huge,
        Book.of(Books.hostile()),
        Collections.nCopies(30_000, FINDINGS.getFirst()),
        Collections.nCopies(900, "book.csv"),
        out);
    assertThat(out.bytes).isBetween(100_000L, 999_999L);
    assertThat(out.longest).isLessThan(64_000);
    assertThat(out.text)
        .contains(
            "The first 200\u00A0receivables of 1,000,000\u00A0receivables; --json has them all.");
  }

  @Test
  void an_empty_book_says_so_and_shows_what_was_wrong() throws Exception {
    String page = page(List.of());
    Markup.parse(page);
    assertThat(page)
        .contains("No receivable had been issued yet")
        .contains("31.02.2026")
        .doesNotContain("<figure");
  }

  @Test
  void the_headline_counts_who_needs_you_and_each_of_them_has_a_card() throws Exception {
    List<Fact> facts = Books.trading(6);
    Assessment a = Books.assess(facts);
    Headline headline = Headline.of(a);
    int needing = headline.needing();
    assertThat(needing).isPositive();
    Document parsed = Markup.parse(page(a, facts));
    assertThat(Markup.all(parsed, "h1").getFirst().getTextContent())
        .isEqualTo(headline.sentence())
        .contains(needing + " need");
    assertThat(Markup.all(Markup.byId(parsed, "needs"), "h3"))
        .hasSizeGreaterThanOrEqualTo(Math.min(needing, DebtorCards.SHOWN));
  }

  @Test
  void expected_cash_stands_there_for_every_currency_as_the_kernel_has_it() throws Exception {
    List<Fact> facts = Books.trading(7);
    Assessment a = Books.assess(facts);
    assertThat(a.expectedCash()).hasSize(5);
    Element panel = Markup.byId(Markup.parse(page(a, facts)), "cash");
    assertThat(Markup.all(panel, "figure")).as("drawn").hasSize(4);
    for (ExpectedCash cash : a.expectedCash()) {
      assertThat(panel.getTextContent())
          .contains(cash.currency().code())
          .contains(Figures.units(cash.total().expected()))
          .contains(Figures.units(cash.total().low()));
    }
  }

  @Test
  void each_card_with_a_history_draws_how_late_they_pay_and_says_when_to_expect_money()
      throws Exception {
    Document parsed = Markup.parse(page(Books.trading(8)));
    Element cards = Markup.byId(parsed, "needs");
    int all = Markup.all(cards, "h3").size();
    assertThat(all).isPositive();
    assertThat(
            Markup.all(cards, "figure").stream()
                .filter(f -> f.getAttribute("class").equals("lateness")))
        .hasSize(all);
    assertThat(cards.getTextContent()).contains("Next payment expected").contains("usual for them");
    assertThat(Markup.byId(parsed, "receivables").getTextContent()).contains("8 in 10: ");
    assertThat(Markup.byId(parsed, "debtors").getTextContent()).contains("Trend");
  }

  @Test
  void who_gets_worse_has_a_card_with_since_when_before_anything_is_overdue() throws Exception {
    List<Fact> facts = Books.trading(9);
    Assessment a = Books.assess(facts);
    DebtorLine quiet =
        a.debtors().stream()
            .filter(d -> d.overdueAmount().isZero() && !d.nextStep().action().needsYou())
            .findFirst()
            .orElseThrow();
    DebtorWarning warning =
        new DebtorWarning(
            Tendency.WORSE,
            LocalDate.of(2026, 3, 2),
            List.of(
                new Warning(
                    Signal.ORDER_VOLUME,
                    LocalDate.of(2026, 3, 2),
                    1.3,
                    Tendency.WORSE,
                    "ordered since 2026-03-02: " + Books.HOSTILE)));
    String page = page(Worse.in(a, quiet, warning), facts);
    assertThat(Markup.byId(Markup.parse(page), "needs").getTextContent())
        .contains(quiet.debtor().name())
        .contains("since\u00A02\u00A0Mar\u00A02026")
        .contains(
            "Buys less since 2\u00A0Mar\u00A02026, which a sound debtor shows once in\u00A0106\u00A0years: Ordered since 2\u00A0Mar\u00A02026: <script>");
    assertThat(page).contains("is getting worse").doesNotContain("Getting worse as well");
  }

  @Test
  void who_gets_worse_without_a_card_is_listed_apart() throws Exception {
    List<Fact> facts = Books.trading(9);
    Assessment a = Books.assess(facts);
    DebtorWarning warning =
        new DebtorWarning(
            Tendency.WORSE,
            LocalDate.of(2026, 3, 2),
            List.of(
                new Warning(
                    Signal.SILENCE, LocalDate.of(2026, 3, 2), 1.3, Tendency.WORSE, Books.HOSTILE)));
    Assessment worse = Worse.in(a, null, warning);
    int cards = DebtorCards.shown(worse).size();
    assertThat(cards).isEqualTo(DebtorCards.SHOWN);
    Element panel = Markup.byId(Markup.parse(page(worse, facts)), "worse");
    assertThat(Markup.all(panel, "tr")).hasSize(1 + a.debtors().size() - cards);
    assertThat(panel.getTextContent())
        .contains(
            "Silent, which a sound debtor shows once in\u00A0106\u00A0years: <script>alert(1)");
  }

  @Test
  void figures_are_written_as_the_trade_writes_them() {
    Currency euro = Currency.of("EUR");
    assertThat(Figures.money(new Money(euro, -123_456_789))).isEqualTo("EUR\u00A0−1,234,567.89");
    assertThat(Figures.money(new Money(Currency.of("JPY"), 1_000))).isEqualTo("JPY\u00A01,000");
    assertThat(Figures.money(new Money(euro, 5))).isEqualTo("EUR\u00A00.05");
    assertThat(Figures.rough(new Money(euro, 182_000_000))).isEqualTo("EUR\u00A01.82\u00A0m");
    assertThat(Figures.rough(new Money(euro, 4_891_550))).isEqualTo("EUR\u00A048,916");
    assertThat(Figures.percent(0.2)).isEqualTo("under\u00A01\u00A0%");
    assertThat(Figures.rate(22.4449)).isEqualTo("22.44\u00A0%");
    assertThat(Figures.whole((Double) null)).isEqualTo("–");
    assertThat(Figures.count(2, "currency")).isEqualTo("2\u00A0currencies");
    assertThat(Figures.cut("𝒜𝒜𝒜", 2)).isEqualTo("𝒜𝒜…");
  }

  private static String page(List<Fact> facts) throws IOException {
    return page(Books.assess(facts), facts);
  }

  private static String page(Assessment a, List<Fact> facts) throws IOException {
    StringBuilder out = new StringBuilder();
    HtmlReport.write(a, Book.of(facts), FINDINGS, List.of("a<b>.csv"), out);
    return out.toString();
  }

  private static BigDecimal amount(String text) {
    return text.equals("–")
        ? BigDecimal.ZERO
        : new BigDecimal(text.replace(",", "").replace("−", "-"));
  }

  /// The same assessment with one debtor's warning exchanged and everyone else steady; with
  /// everyone's for no debtor.
  private static final class Worse {
    static Assessment in(Assessment a, @Nullable DebtorLine which, DebtorWarning warning) {
      DebtorWarning steady = new DebtorWarning(Tendency.STEADY, null, List.of());
      return new Assessment(
          a.asOf(),
          a.base(),
          a.ratesUsed(),
          a.portfolio(),
          a.debtors().stream()
              .map(d -> line(d, which == null || d == which ? warning : steady))
              .toList(),
          a.receivables(),
          a.expectedCash(),
          a.toGrow(),
          a.unmatched(),
          a.newestFact(),
          a.ratesMissing());
    }

    private static DebtorLine line(DebtorLine d, DebtorWarning warning) {
      return new DebtorLine(
          d.debtor(),
          d.receivables(),
          d.open(),
          d.openAmount(),
          d.overdueAmount(),
          d.creditsHeld(),
          d.oldestDaysLate(),
          d.degree(),
          d.behaviour(),
          d.grade(),
          d.score(),
          d.limit(),
          d.terms(),
          d.nextStep(),
          warning,
          d.reasons());
    }
  }

  /// Counts what is written and how long its longest piece is.
  private static final class Counting implements Appendable {
    private final StringBuilder text = new StringBuilder();
    private long bytes;
    private int longest;

    @Override
    public Appendable append(CharSequence piece) {
      bytes += piece.toString().getBytes(StandardCharsets.UTF_8).length;
      longest = Math.max(longest, piece.length());
      text.append(piece);
      return this;
    }

    @Override
    public Appendable append(CharSequence piece, int start, int end) {
      return append(piece.subSequence(start, end));
    }

    @Override
    public Appendable append(char c) {
      return append(String.valueOf(c));
    }
  }
}
