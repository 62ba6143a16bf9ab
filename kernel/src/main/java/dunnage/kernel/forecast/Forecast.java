package dunnage.kernel.forecast;

import java.time.LocalDate;

/// When one receivable will be paid, as known on a day.
///
/// @param expected the middle day: half the chance lies up to it
/// @param q10 early end of the interval that is meant to hold eight times in ten
/// @param q90 its late end
/// @param moreThan chance of being more than 0, 3, 5, 15, 30, 90 days late, in the order of
///   [#thresholdsDays]; includes the chance of never
/// @param never chance that it is never paid
/// @param why what it rests on, in words
public record Forecast(
    LocalDate expected,
    LocalDate q10,
    LocalDate q50,
    LocalDate q90,
    double[] moreThan,
    double never,
    String why) {

  private static final int[] THRESHOLDS = {0, 3, 5, 15, 30, 90};

  /// Days late for which a chance is given.
  public static int[] thresholdsDays() {
    return THRESHOLDS.clone();
  }

  static double[] chances(Lateness lateness, double never) {
    double[] chances = new double[THRESHOLDS.length];
    for (int i = 0; i < chances.length; i++) {
      chances[i] = never + (1 - never) * lateness.moreThan(THRESHOLDS[i]);
    }
    return chances;
  }
}
