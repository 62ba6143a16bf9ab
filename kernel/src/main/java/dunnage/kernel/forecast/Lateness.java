package dunnage.kernel.forecast;

import java.util.Arrays;

/// A distribution of days late, in whole days from [#FIRST] to [#LAST]; what lies beyond counts at
/// the end.
///
/// @param chance per day, adds up to 1
record Lateness(double[] chance) {

  static final int FIRST = -60;
  static final int LAST = 180;
  static final int SIZE = LAST - FIRST + 1;

  static int index(int daysLate) {
    return Math.clamp(daysLate, FIRST, LAST) - FIRST;
  }

  /// Chance of being more than `days` late.
  double moreThan(int days) {
    double sum = 0;
    for (int i = index(days) + 1; i < SIZE; i++) {
      sum += chance[i];
    }
    return Math.min(1, sum);
  }

  /// Chance of being `from` to `to` days late; ends beyond the distribution count at its end.
  double between(int from, int to) {
    double sum = 0;
    for (int i = index(from); i <= index(to); i++) {
      sum += chance[i];
    }
    return sum;
  }

  /// The smallest day by which at least `level` of the chance has come.
  int quantile(double level) {
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      sum += chance[i];
      if (sum >= level - 1e-12) {
        return i + FIRST;
      }
    }
    return LAST;
  }

  /// The same, knowing that it is already more than `days` late: what lies before is cut off. Where
  /// nothing of the chance is left beyond, the tail is that of a long wait.
  Lateness givenMoreThan(int days) {
    int cut = index(days);
    double left = moreThan(days);
    double[] rest = new double[SIZE];
    if (left > 1e-6) {
      for (int i = cut + 1; i < SIZE; i++) {
        rest[i] = chance[i] / left;
      }
      return new Lateness(rest);
    }
    if (cut + 1 >= SIZE) {
      rest[SIZE - 1] = 1;
      return new Lateness(rest);
    }
    double sum = 0;
    for (int i = cut + 1; i < SIZE; i++) {
      rest[i] = Math.exp(-(i - cut) / LONG_WAIT_DAYS);
      sum += rest[i];
    }
    for (int i = cut + 1; i < SIZE; i++) {
      rest[i] /= sum;
    }
    return new Lateness(rest);
  }

  /// Mean further wait, days, of what has waited longer than the distribution reaches.
  private static final double LONG_WAIT_DAYS = 30;

  /// Whether so many days late lie beyond what the distribution can tell apart.
  static boolean beyond(int daysLate) {
    return daysLate >= LAST - LONG_WAIT_DAYS;
  }

  /// Days of further wait by which `level` of the chance has come, at least one.
  static int waitDays(double level) {
    return (int) Math.max(1, Math.round(-LONG_WAIT_DAYS * Math.log(1 - level)));
  }

  /// Chance that a long wait ends in a week, counted from zero.
  static double waitEndsInWeek(int week) {
    return Math.exp(-7 * week / LONG_WAIT_DAYS) - Math.exp(-7 * (week + 1) / LONG_WAIT_DAYS);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lateness that && Arrays.equals(chance, that.chance);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(chance);
  }
}
