package dunnage.kernel.warning;

import java.time.LocalDate;

/// The weeks in which payments are slow everywhere: year end, the weeks in which the Spring
/// Festival can fall, August.
final class SlowWeeks {

  private SlowWeeks() {}

  /// Whether the days of a year from one epoch day to another touch such a week.
  static boolean touch(long from, long to) {
    return slow(to) || slow(from) || (to - from > 20 && slow((from + to) / 2));
  }

  private static boolean slow(long epochDay) {
    int day = LocalDate.ofEpochDay(epochDay).getDayOfYear();
    return day <= 10 || (day >= 21 && day <= 56) || (day >= 213 && day <= 248) || day >= 352;
  }
}
