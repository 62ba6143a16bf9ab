package dunnage.kernel.forecast;

import org.jspecify.annotations.Nullable;

/// How well each habit foresaw what happened, the recent past counting more, and where the ends of
/// the interval have to lie.
///
/// A habit's weight is its share in what was foreseen: of each payment that came, every habit is
/// credited with the part that it contributed to the chance given to that day and its neighbours.
/// Weights are kept for debtors with like numbers of payments, and drawn from there to the single
/// debtor's own.
final class TrackRecord {

  /// What the interval leaves out on each side: one time in ten.
  private static final double LEFT_OUT = .1;

  private static final double MEMORY_DAYS = 180;
  private static final double INTERVAL_MEMORY_DAYS = 90;

  /// Payments' worth of equal weights before the first one.
  private static final double EQUAL_STRENGTH = 20;

  /// Weight of all groups together in one group's weights.
  private static final double OTHER_GROUPS = .02;

  /// Payments' worth of the group's weights in one debtor's.
  private static final double GROUP_STRENGTH = 40;

  /// From so many payments of a debtor on, it belongs to the next group.
  private static final int[] GROUPS = {0, 2, 6, 20, 60, 200};

  /// The ends of the interval are found in steps of a two-hundredth.
  private static final int STEPS = 200;

  /// Forecasts' worth of an interval that holds as promised, before the first one.
  private static final double INTERVAL_STRENGTH = 20;

  private final double[][] byGroup = new double[GROUPS.length][Habit.ALL.length];
  private final double[] @Nullable [] byDebtor;
  private final double[] cameBy = new double[STEPS + 1];
  private final double[] cameAfter = new double[STEPS + 1];
  private double intervalTotal;
  private double newestInterval = 1;
  private double newest = 1;
  private int firstDay = Integer.MIN_VALUE;
  private double low = LEFT_OUT;
  private double high = 1 - LEFT_OUT;

  /// A forecast of the past, kept until what happened is known.
  ///
  /// @param group of [#group]
  /// @param foresaw per habit, the chance it gave to what happened and the days beside it
  /// @param weights of the habits at that time
  /// @param before chance given to all days before the one that came
  /// @param upTo the same including that day
  record Trial(
      Claim claim, int group, float[] foresaw, float[] weights, float before, float upTo) {}

  TrackRecord(int debtors) {
    byDebtor = new double[debtors][];
  }

  static int group(int payments) {
    int group = 0;
    while (group + 1 < GROUPS.length && payments >= GROUPS[group + 1]) {
      group++;
    }
    return group;
  }

  /// Weights of the habits, adding up to 1.
  double[] weights(int debtor, int group) {
    int habits = Habit.ALL.length;
    double[] weights = new double[habits];
    double sum = 0;
    for (int h = 0; h < habits; h++) {
      double all = 0;
      for (double[] one : byGroup) {
        all += one[h];
      }
      weights[h] = (byGroup[group][h] + OTHER_GROUPS * all) / newest + EQUAL_STRENGTH / habits;
      sum += weights[h];
    }
    double[] own = byDebtor[debtor];
    double ownSum = 0;
    for (int h = 0; own != null && h < habits; h++) {
      ownSum += own[h] / newest;
    }
    for (int h = 0; h < habits; h++) {
      double ownPart = own == null ? 0 : own[h] / newest;
      weights[h] = (ownPart + GROUP_STRENGTH * weights[h] / sum) / (ownSum + GROUP_STRENGTH);
    }
    return weights;
  }

  void add(Trial trial) {
    Claim claim = trial.claim();
    if (firstDay == Integer.MIN_VALUE) {
      firstDay = claim.settledDay();
    }
    newest = growth(claim.settledDay(), MEMORY_DAYS);
    credit(trial, byGroup[trial.group()]);
    double[] own = byDebtor[claim.debtor()];
    if (own == null) {
      own = new double[Habit.ALL.length];
      byDebtor[claim.debtor()] = own;
    }
    credit(trial, own);
    newestInterval = growth(claim.settledDay(), INTERVAL_MEMORY_DAYS);
    cameBy[Math.round(trial.upTo() * STEPS)] += newestInterval;
    cameAfter[Math.round(trial.before() * STEPS)] += newestInterval;
    intervalTotal += newestInterval;
  }

  private void credit(Trial trial, double[] to) {
    double sum = 0;
    for (int h = 0; h < to.length; h++) {
      sum += trial.foresaw()[h] * trial.weights()[h];
    }
    for (int h = 0; h < to.length; h++) {
      to[h] += newest * trial.foresaw()[h] * trial.weights()[h] / sum;
    }
  }

  /// To be called once a day: sets the ends so that they would have left out one in ten each. What
  /// came before the low end is what had less than its chance behind it on the day it came.
  void setInterval() {
    double prior = INTERVAL_STRENGTH * newestInterval;
    double all = intervalTotal + prior;
    double sum = 0;
    int at = -1;
    while (sum <= LEFT_OUT * all && at < STEPS / 2) {
      sum += cameBy[++at] + prior / STEPS;
    }
    low = Math.clamp((double) at / STEPS, LOWEST, MIDDLE - LEFT_OUT);
    sum = 0;
    at = STEPS + 1;
    while (sum <= LEFT_OUT * all && at > STEPS / 2) {
      sum += cameAfter[--at] + prior / STEPS;
    }
    high = Math.clamp((double) at / STEPS, MIDDLE + LEFT_OUT, 1 - LOWEST);
  }

  private static final double LOWEST = .02;
  private static final double MIDDLE = .5;

  /// Level of the distribution at which the interval begins.
  double low() {
    return low;
  }

  /// Level at which it ends.
  double high() {
    return high;
  }

  private double growth(int day, double memoryDays) {
    return Math.exp(Math.min(Pool.MOST_GROWTH, (day - firstDay) / memoryDays));
  }
}
