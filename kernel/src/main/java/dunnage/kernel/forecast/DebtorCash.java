package dunnage.kernel.forecast;

import dunnage.kernel.money.Money;

/// What one debtor is expected to pay of one currency, week by week; the last place is the whole
/// time. Its receivables move together in part (paid in one run or not at all): that part of their
/// deviations adds up straight, the rest as squares.
final class DebtorCash {

  static final int WEEKS = 13;

  private static final int WEEK_DAYS = 7;

  /// Share of the variance that receivables of one debtor have in common.
  private static final double TOGETHER = .3;

  final double[] expected = new double[WEEKS + 1];
  private final double[] straight = new double[WEEKS + 1];
  private final double[] squares = new double[WEEKS + 1];

  private double whole;

  /// All that is open.
  double whole() {
    return whole;
  }

  double variance(int at) {
    return TOGETHER * straight[at] * straight[at] + (1 - TOGETHER) * squares[at];
  }

  /// @param dueInDays from the day of the forecast; negative when overdue
  void add(Money open, int dueInDays, Lateness lateness, double never) {
    double worth = open.toBigDecimal().doubleValue();
    whole += worth;
    double[] chance = new double[WEEKS];
    if (Lateness.beyond(-dueInDays)) {
      for (int week = 0; week < WEEKS; week++) {
        chance[week] = Lateness.waitEndsInWeek(week);
      }
    } else {
      byWeek(dueInDays, lateness, chance);
    }
    double within = 0;
    for (int week = 0; week < WEEKS; week++) {
      double p = Math.min(1, chance[week] * (1 - never));
      within += p;
      sum(week, worth, p);
    }
    sum(WEEKS, worth, Math.min(1, within));
  }

  private static void byWeek(int dueInDays, Lateness lateness, double[] chance) {
    for (int i = 0; i < Lateness.SIZE; i++) {
      int week = Math.max(0, dueInDays + i + Lateness.FIRST - 1) / WEEK_DAYS;
      if (week < WEEKS) {
        chance[week] += lateness.chance()[i];
      }
    }
  }

  private void sum(int at, double worth, double chance) {
    expected[at] += worth * chance;
    double variance = worth * worth * chance * (1 - chance);
    straight[at] += Math.sqrt(variance);
    squares[at] += variance;
  }
}
