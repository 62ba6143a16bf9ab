package dunnage.kernel.forecast;

/// How a book's payers are read. Which of [#CANDIDATES] fits is decided by the book's own past, see
/// [Forecaster]; the strengths say how many payments' worth of evidence the wider group weighs
/// against the narrower one.
///
/// @param name in words, for the explanation
/// @param memoryDays after this many days a payment counts 37 % (1/e)
/// @param poolStrength the portfolio against the debtor's own payments
/// @param monthStrength the debtor's payments against those due on a like day of the month
/// @param weekdayStrength those against the ones due on the same weekday
/// @param shifted share of the portfolio's shape that is moved to the debtor's own mean, 0 to 1
record Habit(
    String name,
    double memoryDays,
    double poolStrength,
    double monthStrength,
    double weekdayStrength,
    double shifted) {

  /// No structure in time at all.
  private static final double NONE = 1e9;

  static final Habit[] CANDIDATES = {
    new Habit("payment runs by weekday and month, recent payments first", 120, 2, 2, 2, .5),
    new Habit("payment runs by weekday, a longer memory", 300, 4, 20, 6, .7),
    new Habit("each debtor's own level, the same on every weekday", 1000, 20, NONE, NONE, 1),
  };
}
