package dunnage.kernel.forecast;

/// How well each habit's past forecasts did, the recent ones counting more, and how wide the
/// interval has to be.
final class TrackRecord {

  /// What the interval promises: eight times in ten.
  static final double PROMISED = .8;

  private static final double MEMORY_DAYS = 180;

  /// Tails tried, each side.
  private static final double[] TAILS = {
    .05, .06, .07, .08, .09, .10, .11, .12, .13, .14, .16, .18, .20, .22, .25
  };

  private final double[] missed = new double[Habit.CANDIDATES.length];
  private final double[][] held = new double[Habit.CANDIDATES.length][TAILS.length];
  private double weight;
  private int trials;
  private int firstDay;

  void add(int day, int daysLate, Lateness[] byHabit) {
    if (trials++ == 0) {
      firstDay = day;
    }
    double now = Math.exp((day - firstDay) / MEMORY_DAYS);
    weight += now;
    for (int h = 0; h < byHabit.length; h++) {
      missed[h] += now * byHabit[h].score(daysLate);
      for (int t = 0; t < TAILS.length; t++) {
        boolean in =
            daysLate >= byHabit[h].quantile(TAILS[t])
                && daysLate <= byHabit[h].quantile(1 - TAILS[t]);
        held[h][t] += in ? now : 0;
      }
    }
  }

  Habit best() {
    return Habit.CANDIDATES[bestIndex()];
  }

  /// The tail whose interval held nearest to the promise; a tenth while there are too few trials.
  double tail() {
    if (trials < 50) {
      return .1;
    }
    double[] of = held[bestIndex()];
    int best = 0;
    for (int t = 1; t < TAILS.length; t++) {
      if (Math.abs(of[t] / weight - PROMISED) <= Math.abs(of[best] / weight - PROMISED)) {
        best = t;
      }
    }
    return TAILS[best];
  }

  /// The middle habit until there is something to choose by.
  private int bestIndex() {
    if (trials < 50) {
      return 1;
    }
    int best = 0;
    for (int h = 1; h < missed.length; h++) {
      if (missed[h] < missed[best]) {
        best = h;
      }
    }
    return best;
  }
}
