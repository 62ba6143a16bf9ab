package dunnage.kernel.forecast;

import java.util.List;

/// The dated payments of one debtor in order of payment, in columns so that a million fit. One row
/// is one payment of one receivable.
final class Payments {

  /// A payment as it is read, before the columns are made.
  ///
  /// @param claim the receivable it paid, [Claim#id]: a claim never learns from its own payment
  /// @param share part of the receivable that this payment was, above 0 up to 1
  record Row(int claim, int paidDay, int dueDay, float logAmount, float share) {}

  final int[] claim;
  final int[] paidDay;
  final int[] daysLate;
  final float[] logAmount;
  final float[] share;

  /// 1 Monday to 7 Sunday.
  final byte[] dueWeekday;

  /// 1 to 31.
  final byte[] dueMonthDay;

  /// @param rows in order of payment
  Payments(List<Row> rows) {
    int size = rows.size();
    claim = new int[size];
    paidDay = new int[size];
    daysLate = new int[size];
    logAmount = new float[size];
    share = new float[size];
    dueWeekday = new byte[size];
    dueMonthDay = new byte[size];
    for (int i = 0; i < size; i++) {
      Row row = rows.get(i);
      claim[i] = row.claim();
      paidDay[i] = row.paidDay();
      daysLate[i] = row.paidDay() - row.dueDay();
      logAmount[i] = row.logAmount();
      share[i] = row.share();
      dueWeekday[i] = (byte) Claim.weekday(row.dueDay());
      dueMonthDay[i] = (byte) Claim.monthDay(row.dueDay());
    }
  }

  int size() {
    return paidDay.length;
  }

  /// How many of the payments were known at the end of the day.
  int known(int day) {
    int low = 0;
    int high = paidDay.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (paidDay[middle] <= day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Middle days late of the first `count`, the upper one of two; at most what a [Lateness]
  /// reaches.
  int median(int count) {
    int[] counts = new int[Lateness.SIZE];
    for (int i = 0; i < count; i++) {
      counts[Lateness.index(daysLate[i])]++;
    }
    return middle(counts, count);
  }

  /// @param counts by [Lateness#index]
  /// @param all their sum, above 0
  static int middle(int[] counts, int all) {
    int seen = 0;
    int at = -1;
    while (seen <= all / 2) {
      seen += counts[++at];
    }
    return at + Lateness.FIRST;
  }
}
