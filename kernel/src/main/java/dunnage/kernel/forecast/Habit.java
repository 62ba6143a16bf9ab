package dunnage.kernel.forecast;

/// One way to read a debtor's payments. The strengths say how many payments' worth of evidence the
/// wider group weighs against the narrower one. All of [#ALL] are mixed; how much each counts is
/// learnt from the book, see [TrackRecord]. The figures were chosen on the months before the ones
/// that are reported, see `docs/benchmarks.md`.
///
/// @param memoryDays after this many days a payment counts 37 % (1/e)
/// @param sizeSharpness how fast a payment of another amount loses weight: per squared difference
///   of the natural logarithms
/// @param sizeFloor what a payment of a quite different amount still counts
/// @param poolStrength the portfolio against the debtor's own payments
/// @param monthStrength the debtor's payments against those due on a like day of the month
/// @param monthWidthDays how like: standard deviation in days
/// @param weekdayStrength those against the ones due on the same weekday
/// @param shifted share of the portfolio's shape that is moved to the debtor's own mean, 0 to 1
record Habit(
    double memoryDays,
    double sizeSharpness,
    double sizeFloor,
    double poolStrength,
    double monthStrength,
    double monthWidthDays,
    double weekdayStrength,
    double shifted) {

  /// No structure in time at all.
  private static final double NONE = 1e9;

  /// Payment runs, amounts of like size first; runs whatever the amount, with a longer memory;
  /// amounts of nearly the same size; the debtor's own level without runs.
  static final Habit[] ALL = {
    new Habit(160, 1, .02, 2, 2, 2, 6, .5),
    new Habit(240, .3, .1, 2, 4, 4, 1, .5),
    new Habit(120, 4, .05, 2, 2, 2, 6, .3),
    new Habit(1000, .3, .1, 20, NONE, 4, NONE, 1),
  };

  boolean seesRuns() {
    return weekdayStrength < NONE;
  }
}
