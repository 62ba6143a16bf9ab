package dunnage.kernel.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;

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

  @Override
  public boolean equals(Object other) {
    return other instanceof Forecast that
        && expected.equals(that.expected)
        && q10.equals(that.q10)
        && q50.equals(that.q50)
        && q90.equals(that.q90)
        && Arrays.equals(moreThan, that.moreThan)
        && never == that.never
        && why.equals(that.why);
  }

  @Override
  public int hashCode() {
    return Objects.hash(expected, q10, q50, q90, Arrays.hashCode(moreThan), never, why);
  }

  @Override
  public String toString() {
    return "Forecast[%s, %s to %s, more than %s, never %s, %s]"
        .formatted(expected, q10, q90, Arrays.toString(moreThan), never, why);
  }
}
