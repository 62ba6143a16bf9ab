package dunnage.kernel.forecast;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Adds up expected cash of one currency. Debtors move apart, so their variances add up; on top
/// comes a part of the level that all have in common.
final class CashSum {

  /// Ten percent of a normal deviation lies beyond this many standard deviations.
  private static final double TENTH = 1.2816;

  /// The level itself may be wrong for all debtors at once (a bad month is bad for many): one
  /// standard deviation, as a share of what is expected.
  private static final double LEVEL = .15;

  private final Currency currency;
  private final LocalDate asOf;
  private final double[] expected = new double[DebtorCash.WEEKS + 1];
  private final double[] variance = new double[DebtorCash.WEEKS + 1];

  /// All that is open: no more than this can come.
  private double whole;

  CashSum(Currency currency, LocalDate asOf) {
    this.currency = currency;
    this.asOf = asOf;
  }

  void add(DebtorCash of) {
    whole += of.whole();
    for (int i = 0; i < expected.length; i++) {
      expected[i] += of.expected[i];
      variance[i] += of.variance(i);
    }
  }

  ExpectedCash result() {
    List<ExpectedCash.Week> weeks = new ArrayList<>();
    for (int week = 0; week < DebtorCash.WEEKS; week++) {
      weeks.add(week(week, asOf.plusDays(1L + 7L * week), 7));
    }
    return new ExpectedCash(
        currency, weeks, week(DebtorCash.WEEKS, asOf.plusDays(1), 7 * DebtorCash.WEEKS));
  }

  /// Estimates only: money is turned back into whole units at the end.
  private ExpectedCash.Week week(int at, LocalDate from, int days) {
    double common = LEVEL * expected[at];
    double deviation = Math.sqrt(variance[at] + common * common);
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
