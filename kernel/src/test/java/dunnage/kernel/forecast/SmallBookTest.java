package dunnage.kernel.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The first rows of a book, rows paid in part, rows still open, and what a forecast says of them.
class SmallBookTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final long AMOUNT = 100_000;
  private final List<Fact> facts = new ArrayList<>();

  private Receivable issued(String debtor, int day) {
    LocalDate issued = START.plusDays(day);
    Receivable row =
        new Receivable(
            debtor + "-" + facts.size(),
            new Party(debtor, debtor, ""),
            issued,
            issued.plusDays(30),
            new Money(EUR, AMOUNT),
            null,
            Origin.NONE);
    facts.add(new Fact.Issued(row));
    return row;
  }

  private void entry(Receivable row, Entry.Kind kind, @Nullable LocalDate on, long minor) {
    facts.add(new Fact.Settled(row, new Entry(kind, on, new Money(EUR, minor))));
  }

  private void paid(String debtor, int day, int daysLate) {
    Receivable row = issued(debtor, day);
    entry(row, Entry.Kind.PAYMENT, row.due().plusDays(daysLate), AMOUNT);
  }

  private Forecast of(Receivable row, LocalDate day) {
    Forecast forecast = Forecasts.of(Book.of(facts), day).of(row);
    assertThat(forecast).isNotNull();
    return forecast;
  }

  @Test
  void the_prior_is_the_published_one() {
    double early = 0;
    double all = 0;
    for (int i = 0; i < Lateness.SIZE; i++) {
      all += Prior.at(i);
      early += i <= Lateness.index(0) ? Prior.at(i) : 0;
    }
    assertThat(all).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(early).isCloseTo(.55, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void a_book_without_a_payment_gives_a_wide_interval_around_the_due_date() {
    Receivable row = issued("new", 0);
    Forecast forecast = of(row, row.issued());
    assertThat(forecast.expected()).isEqualTo(row.due());
    assertThat(forecast.q10()).isEqualTo(row.due().minusDays(7));
    assertThat(forecast.q90()).isEqualTo(row.due().plusDays(14));
  }

  @Test
  void after_three_like_payments_the_debtor_is_believed() {
    for (int i = 0; i < 3; i++) {
      paid("acme", 20 * i, 12);
    }
    Receivable row = issued("acme", 110);
    Forecast forecast = of(row, row.issued());
    assertThat(forecast.expected()).isEqualTo(row.due().plusDays(12));
    assertThat(forecast.why())
        .isEqualTo(
            "3 payments since 2024-02-12, half of them at most 12 days late; the last 3 came 12, 12"
                + " and 12 days late. Few, so the portfolio's pattern weighs in.");
  }

  /// 300 books of twelve rows; the forecast must not cost more than 6 % against the own median.
  @Test
  void on_books_of_a_dozen_rows_the_forecast_is_not_worse_than_the_own_median() {
    double forecast = 0;
    double own = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      facts.clear();
      int debtors = 1 + random.nextInt(3);
      for (int i = 0; i < 12; i++) {
        int debtor = random.nextInt(debtors);
        paid("d" + debtor, 20 * i, 14 * debtor - 3 + (int) (2 * random.nextGaussian()));
      }
      BacktestResult result = Backtest.run(Book.of(facts), null, START.plusDays(900), p -> {});
      forecast += result.expected().maeDays();
      own += result.ownMedian().maeDays();
    }
    assertThat(forecast).isLessThan(own * 1.06);
  }

  @Test
  void a_part_payment_counts_by_its_share() {
    for (int i = 0; i < 10; i++) {
      Receivable row = issued("parts", 7 * i);
      entry(row, Entry.Kind.PAYMENT, row.due(), AMOUNT / 10);
      entry(row, Entry.Kind.PAYMENT, row.due().plusDays(20), AMOUNT - AMOUNT / 10);
    }
    Receivable open = issued("parts", 150);
    assertThat(of(open, open.issued()).expected())
        .as("nine tenths came twenty days late")
        .isEqualTo(open.due().plusDays(20));
  }

  @Test
  void unpaid_overdue_rows_make_the_next_one_later_and_nevers_likelier() {
    for (int i = 0; i < 12; i++) {
      paid("x", 10 * i, 1);
    }
    Receivable next = issued("x", 260);
    Forecast before = of(next, next.issued());
    for (int i = 0; i < 6; i++) {
      issued("x", 170 + i);
    }
    Forecast after = of(next, next.issued());
    assertThat(after.moreThan()[3]).isGreaterThan(before.moreThan()[3] + .1);
    assertThat(after.never()).isGreaterThan(before.never() + .03);
  }

  @Test
  void no_pay_day_falls_on_a_weekday_on_which_nobody_pays() {
    Random random = new Random(9);
    for (int i = 0; i < 300; i++) {
      Receivable row = issued("d" + i % 10, i);
      LocalDate on = row.due().plusDays(random.nextInt(5));
      while (on.getDayOfWeek().getValue() > 5) {
        on = on.plusDays(1);
      }
      entry(row, Entry.Kind.PAYMENT, on, AMOUNT);
    }
    for (int i = 0; i < 7; i++) {
      Receivable row = issued("fresh" + i, 400 + i);
      assertThat(of(row, row.issued()).expected().getDayOfWeek())
          .isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }
  }

  @Test
  void an_explanation_is_short_even_for_a_large_late_debtor() {
    for (int i = 0; i < 3_000; i++) {
      paid("big", i, i % 2 == 0 ? -19 : 119);
    }
    for (int i = 0; i < 40; i++) {
      entry(issued("big", i), Entry.Kind.WRITE_OFF, START.plusDays(900), AMOUNT);
    }
    Receivable row = issued("big", 1_000);
    String why = of(row, START.plusDays(1_200)).why();
    assertThat(why).contains("payments since", "Overdue for", "40 of").endsWith("never paid.");
    assertThat(why.length()).isLessThanOrEqualTo(Explanation.MOST_CHARACTERS);
  }

  @Test
  void what_was_credited_or_has_no_day_is_left_out_of_the_replay_and_a_write_off_is_never_paid() {
    entry(issued("a", 0), Entry.Kind.CREDIT_NOTE, START.plusDays(40), AMOUNT);
    entry(issued("a", 1), Entry.Kind.PAYMENT, null, AMOUNT);
    entry(issued("a", 2), Entry.Kind.WRITE_OFF, START.plusDays(200), AMOUNT);
    paid("a", 3, 2);
    BacktestResult result = Backtest.run(Book.of(facts), null, START.plusDays(300), p -> {});
    assertThat(result.untimed()).isEqualTo(2);
    assertThat(result.forecast()).isEqualTo(2);
    assertThat(result.known()).isEqualTo(1);
    assertThat(result.thresholds().get(5).latePercent()).as("the write-off").isEqualTo(50);
  }

  @Test
  void a_mistyped_year_does_not_break_the_forecast() {
    paid("a", 0, 3);
    paid("a", 10, 365 * 900);
    paid("a", 20, -365 * 900);
    Receivable row = issued("a", 60);
    Forecast forecast = of(row, START.plusDays(365 * 1_000));
    assertThat(forecast.never()).isBetween(0.0, 1.0);
    for (double chance : forecast.moreThan()) {
      assertThat(chance).isBetween(0.0, 1.0);
    }
  }
}
