package dunnage.kernel.forecast;

import dunnage.kernel.money.Money;

/// What one debtor is expected to pay of one currency, week by week; the last place is the whole
/// time. Its receivables move together, so their deviations add up straight.
final class DebtorCash {

  static final int WEEKS = 13;

  private static final int WEEK_DAYS = 7;

  final double[] expected = new double[WEEKS + 1];

  /// Standard deviations.
  final double[] deviation = new double[WEEKS + 1];

  /// @param dueInDays from the day of the forecast; negative when overdue
  void add(Money open, int dueInDays, Lateness lateness, double never) {
    double amount = open.toBigDecimal().doubleValue();
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
      sum(week, amount, p);
    }
    sum(WEEKS, amount, Math.min(1, within));
  }

  private static void byWeek(int dueInDays, Lateness lateness, double[] chance) {
    for (int i = 0; i < Lateness.SIZE; i++) {
      int week = Math.max(0, dueInDays + i + Lateness.FIRST - 1) / WEEK_DAYS;
      if (week < WEEKS) {
        chance[week] += lateness.chance()[i];
      }
    }
  }

  private void sum(int at, double amount, double chance) {
    expected[at] += amount * chance;
    deviation[at] += amount * Math.sqrt(chance * (1 - chance));
  }
}
