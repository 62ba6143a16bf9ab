package dunnage.kernel.assessment;

import dunnage.kernel.calendar.AgingBucket;
import dunnage.kernel.ledger.Positions;
import java.time.LocalDate;

/// What became of one currency's old receivables: how much reached each bucket and how much was
/// lost in the end. Old is due at least a year ago; lost is written off or still unpaid a year
/// after due.
final class LossHistory {

  static final int YEAR_DAYS = 365;
  static final int FEWEST = 100;
  static final int SHORTEST_SPAN_DAYS = 365;

  private static final int[] LATE_BEYOND = {0, 0, 30, 60, 90};

  final long[] reached = new long[AgingBucket.values().length];
  long lost;
  int count;
  private int firstDue = Integer.MAX_VALUE;
  private int lastDue = Integer.MIN_VALUE;

  void add(Positions positions, int i) {
    int due = positions.due(i);
    if (due > positions.asOf() - YEAR_DAYS) {
      return;
    }
    count++;
    firstDue = Math.min(firstDue, due);
    lastDue = Math.max(lastDue, due);
    reached[0] += positions.amount(i);
    for (int b = 1; b < reached.length; b++) {
      long unpaid = positions.unpaidOn(i, due + LATE_BEYOND[b]);
      if (unpaid == 0) {
        return;
      }
      reached[b] += unpaid;
    }
    lost += positions.unpaidOn(i, due + YEAR_DAYS);
  }

  /// Whether it is long and rich enough to speak for itself.
  boolean speaks() {
    return count >= FEWEST && (long) lastDue - firstDue >= SHORTEST_SPAN_DAYS && lost > 0;
  }

  String source() {
    return "own history: "
        + count
        + " receivables due "
        + LocalDate.ofEpochDay(firstDue)
        + " to "
        + LocalDate.ofEpochDay(lastDue)
        + ", lost when written off or unpaid 365 days after due";
  }
}
