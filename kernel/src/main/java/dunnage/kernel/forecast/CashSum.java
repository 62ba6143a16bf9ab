package dunnage.kernel.forecast;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Adds up expected cash of one currency. What one debtor owes moves together (paid in one run or
/// not at all); debtors move apart but for a common part. So deviations of one debtor add up
/// straight, and those of different debtors as squares.
final class CashSum {

  private static final int WEEKS = 13;

  /// Ten percent of a normal deviation lies beyond this many standard deviations.
  private static final double TENTH = 1.2816;

  /// Share of the variance that all debtors have in common (a bad month is bad for many).
  private static final double COMMON = .1;

  private final Currency currency;
  private final LocalDate asOf;
  private final double[] expected = new double[WEEKS + 1];
  private final double[] variance = new double[WEEKS + 1];
  private final double[] straight = new double[WEEKS + 1];
  private final double[] ofDebtor = new double[WEEKS + 1];
  private double whole;

  CashSum(Currency currency, LocalDate asOf) {
    this.currency = currency;
    this.asOf = asOf;
  }

  /// Estimates only: money is turned back into whole units at the end.
  void add(Money open, int dueInDays, Lateness lateness, double never) {
    double amount = open.toBigDecimal().doubleValue();
    whole += amount;
    double within = 0;
    double[] chance = new double[WEEKS];
    if (Lateness.beyond(-dueInDays)) {
      for (int week = 0; week < WEEKS; week++) {
        chance[week] = Lateness.waitEndsInWeek(week);
      }
    }
    for (int i = 0; i < Lateness.SIZE && !Lateness.beyond(-dueInDays); i++) {
      int day = dueInDays + i + Lateness.FIRST;
      int week = Math.max(0, day - 1) / 7;
      if (week < WEEKS) {
        chance[week] += lateness.chance()[i];
      }
    }
    for (int week = 0; week < WEEKS; week++) {
      double p = Math.min(1, chance[week] * (1 - never));
      within += p;
      sum(week, amount, p);
    }
    sum(WEEKS, amount, Math.min(1, within));
  }

  void nextDebtor() {
    for (int i = 0; i <= WEEKS; i++) {
      variance[i] += ofDebtor[i] * ofDebtor[i];
      straight[i] += ofDebtor[i];
      ofDebtor[i] = 0;
    }
  }

  ExpectedCash result() {
    nextDebtor();
    List<ExpectedCash.Week> weeks = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      weeks.add(week(week, asOf.plusDays(1L + 7L * week), 7));
    }
    return new ExpectedCash(currency, weeks, week(WEEKS, asOf.plusDays(1), 7 * WEEKS));
  }

  private void sum(int at, double amount, double chance) {
    expected[at] += amount * chance;
    ofDebtor[at] += amount * Math.sqrt(chance * (1 - chance));
  }

  private ExpectedCash.Week week(int at, LocalDate from, int days) {
    double deviation =
        Math.sqrt((1 - COMMON) * variance[at] + COMMON * straight[at] * straight[at]);
    return new ExpectedCash.Week(
        from,
        from.plusDays(days - 1L),
        money(expected[at]),
        money(Math.max(0, expected[at] - TENTH * deviation)),
        money(Math.min(whole, expected[at] + TENTH * deviation)));
  }

  private Money money(double estimate) {
    return Money.rounded(currency, BigDecimal.valueOf(estimate), RoundingMode.HALF_EVEN);
  }
}
