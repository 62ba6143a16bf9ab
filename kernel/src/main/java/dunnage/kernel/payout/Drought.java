package dunnage.kernel.payout;

import java.time.LocalDate;

/// An announced change of rule, around which one payout may stay away for some days.
///
/// @param from the day of the change
/// @param days how long a payout may stay away; 0 for none
record Drought(LocalDate from, int days) {

  static final Drought NONE = new Drought(LocalDate.MAX, 0);

  /// Days after the change in which the late payout may have been promised.
  private static final int REACH_DAYS = 45;

  /// Days late that the change explains for a payout promised on a day.
  int explains(LocalDate promised) {
    boolean near = !promised.isBefore(from.minusDays(days)) && promised.isBefore(end());
    return days > 0 && near ? days : 0;
  }

  private LocalDate end() {
    return from.plusDays(REACH_DAYS);
  }
}
