package dunnage.kernel.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForecastsTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private final List<Fact> facts = new ArrayList<>();

  private Receivable sold(String debtor, int day, int termsDays, @Nullable Integer daysLate) {
    LocalDate issued = START.plusDays(day);
    Receivable row =
        new Receivable(
            debtor + "-" + facts.size(),
            new Party(debtor, debtor, ""),
            issued,
            issued.plusDays(termsDays),
            new Money(EUR, 100_000),
            null,
            Origin.NONE);
    facts.add(new Fact.Issued(row));
    if (daysLate != null) {
      LocalDate paid = row.due().plusDays(daysLate);
      facts.add(new Fact.Settled(row, new Entry(Entry.Kind.PAYMENT, paid, row.amount())));
    }
    return row;
  }

  private static Forecast known(@Nullable Forecast forecast) {
    assertThat(forecast).isNotNull();
    return forecast;
  }

  @Test
  void who_always_pays_ten_days_late_is_expected_ten_days_late() {
    for (int i = 0; i < 40; i++) {
      sold("late", 7 * i, 30, 10);
      sold("punctual", 7 * i, 30, 0);
    }
    Receivable open = sold("late", 320, 30, null);
    Forecast forecast = known(Forecasts.of(Book.of(facts), open.issued()).of(open));
    assertThat(forecast.expected()).isEqualTo(open.due().plusDays(10));
    assertThat(forecast.moreThan()[2]).as("more than 5 days late").isGreaterThan(.9);
    assertThat(forecast.moreThan()[3]).as("more than 15 days late").isLessThan(.1);
    assertThat(forecast.why()).contains("40 payments since", "10 days late");
  }

  @Test
  void quantiles_are_in_order_and_chances_fall_with_the_threshold() {
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      sold("x", 5 * i, 30, (int) (random.nextGaussian() * 9));
    }
    Receivable open = sold("x", 340, 30, null);
    Forecast forecast = known(Forecasts.of(Book.of(facts), open.issued()).of(open));
    assertThat(forecast.q10()).isBeforeOrEqualTo(forecast.q50());
    assertThat(forecast.q50()).isBeforeOrEqualTo(forecast.q90());
    double[] chances = forecast.moreThan();
    for (int i = 1; i < chances.length; i++) {
      assertThat(chances[i]).isLessThanOrEqualTo(chances[i - 1]);
    }
    assertThat(chances[5]).isGreaterThanOrEqualTo(forecast.never());
  }

  @Test
  void what_is_overdue_is_expected_later_than_today_and_never_grows_with_the_wait() {
    for (int i = 0; i < 40; i++) {
      sold("x", 5 * i, 30, 2);
    }
    Receivable open = sold("x", 200, 30, null);
    Book book = Book.of(facts);
    double before = 0;
    for (int late = 1; late < 400; late += 20) {
      LocalDate day = open.due().plusDays(late);
      Forecast forecast = known(Forecasts.of(book, day).of(open));
      assertThat(forecast.expected()).isAfter(day);
      assertThat(forecast.q10()).isAfter(day);
      assertThat(forecast.never()).isGreaterThanOrEqualTo(before);
      before = forecast.never();
    }
  }

  @Test
  void nothing_after_the_day_is_used() {
    Random random = new Random(11);
    for (int i = 0; i < 80; i++) {
      sold("d" + i % 4, 3 * i, 20, random.nextInt(20) - 5);
    }
    LocalDate day = START.plusDays(120);
    Book whole = Book.of(facts);
    List<Fact> knownByThen =
        facts.stream()
            .filter(
                f ->
                    switch (f) {
                      case Fact.Issued issued -> !issued.receivable().issued().isAfter(day);
                      case Fact.Settled settled -> {
                        LocalDate on = settled.entry().on();
                        yield on != null && !on.isAfter(day);
                      }
                      default -> false;
                    })
            .toList();
    Book then = Book.of(knownByThen);
    Forecasts fromWhole = Forecasts.of(whole, day);
    Forecasts fromThen = Forecasts.of(then, day);
    assertThat(fromWhole.expectedCash()).isEqualTo(fromThen.expectedCash()).isNotEmpty();
  }

  @Test
  void payment_runs_on_tuesdays_are_learnt() {
    for (int i = 0; i < 400; i++) {
      LocalDate due = START.plusDays(i).plusDays(30);
      LocalDate run = due.with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
      sold("runs", i, 30, (int) (run.toEpochDay() - due.toEpochDay()));
    }
    int right = 0;
    for (int i = 0; i < 7; i++) {
      Receivable open = sold("runs", 440 + i, 30, null);
      Forecast forecast = known(Forecasts.of(Book.of(facts), open.issued()).of(open));
      right += forecast.expected().getDayOfWeek() == DayOfWeek.TUESDAY ? 1 : 0;
    }
    assertThat(right).isGreaterThanOrEqualTo(6);
  }

  @Test
  void expected_cash_is_at_most_what_is_open_and_its_band_holds_the_middle() {
    for (int i = 0; i < 40; i++) {
      sold("a" + i % 5, 7 * i, 30, i % 6);
    }
    for (int i = 0; i < 10; i++) {
      sold("a" + i % 5, 300, 30, null);
    }
    ExpectedCash cash = Forecasts.of(Book.of(facts), START.plusDays(310)).expectedCash().getFirst();
    assertThat(cash.weeks()).hasSize(13);
    assertThat(cash.total().expected().minor()).isBetween(800_000L, 1_000_000L);
    long sum = cash.weeks().stream().mapToLong(w -> w.expected().minor()).sum();
    assertThat((double) sum).isCloseTo(cash.total().expected().minor(), within(13.0));
    assertThat(cash.weeks())
        .allMatch(
            w ->
                w.low().minor() <= w.expected().minor()
                    && w.expected().minor() <= w.high().minor());
  }

  @Test
  void an_empty_book_expects_nothing() {
    Forecasts none = Forecasts.of(Book.of(List.of()), START);
    assertThat(none.expectedCash()).isEmpty();
  }

  @Test
  void without_any_payment_the_due_date_stands_in_and_says_so() {
    Receivable open = sold("new", 0, 30, null);
    Forecast forecast = known(Forecasts.of(Book.of(facts), open.issued()).of(open));
    assertThat(forecast.expected()).isEqualTo(open.due());
    assertThat(forecast.why()).startsWith("No payment of this debtor");
  }

  @Test
  void a_replay_beats_the_baselines_on_payers_with_habits_and_says_how_it_did() {
    Random random = new Random(5);
    for (int i = 0; i < 600; i++) {
      int debtor = i % 12;
      sold("p" + debtor, i, 30, debtor * 3 - 6 + (int) (random.nextGaussian() * 2));
    }
    List<Prediction> all = new ArrayList<>();
    BacktestResult result =
        Backtest.run(Book.of(facts), START.plusDays(200), START.plusDays(2000), all::add);
    assertThat(result.forecast()).isEqualTo(all.size()).isEqualTo(400);
    assertThat(result.expected().maeDays()).isNotNull().isLessThan(2.5);
    assertThat(result.dueDate().maeDays()).isNotNull().isGreaterThan(8);
    assertThat(result.coveragePercent()).isNotNull().isBetween(65.0, 92.0);
    assertThat(result.thresholds().getFirst().auc()).isNotNull().isGreaterThan(.9);
  }

  @Test
  void auc_is_the_share_of_pairs_ranked_right() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      sold("only", i, 10, random.nextBoolean() ? 5 : -5);
    }
    BacktestResult result = Backtest.run(Book.of(facts), null, START.plusDays(2000), p -> {});
    Double auc = result.thresholds().getFirst().auc();
    assertThat(auc).as("a coin cannot be ranked").isNotNull().isBetween(.3, .7);
  }

  @Test
  void of_those_ever_so_late_some_were_lost_as_the_page_says() {
    assertThat(Losses.expectedLoss(-5)).isEqualTo(.005);
    assertThat(Losses.expectedLoss(91)).isCloseTo(.28, within(1e-9));
    assertThat(Losses.expectedLoss(182)).isCloseTo(.50, within(1e-9));
    assertThat(Losses.expectedLoss(5_000)).isCloseTo(.90, within(1e-9));
    double portfolio = Losses.share(2, 15, .28, 5);
    assertThat(portfolio).isCloseTo(.17, within(.0005));
    assertThat(Losses.share(0, 4, portfolio, 5)).isCloseTo(.0944, within(.0005));
  }
}
