package dunnage.kernel.warning;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Entry;
import java.time.LocalDate;
import java.util.Arrays;

/// The money that came from a debtor by the day, in order, so that each message and each promise is
/// answered without reading every receivable again.
///
/// @param days epoch days, ascending
/// @param sums smallest units that came up to and with each place; one more than days, from 0
record Receipts(long[] days, long[] sums) {

  static final Receipts NONE = new Receipts(new long[0], new long[1]);

  static Receipts of(DebtorBook book, long asOf) {
    int most = 0;
    for (Account account : book.accounts()) {
      most += account.entries().size();
    }
    long[] keys = new long[most];
    long[] amounts = new long[most];
    int n = 0;
    for (Account account : book.accounts()) {
      for (Entry entry : account.entries()) {
        LocalDate on = entry.on();
        if (on != null && entry.kind() == Entry.Kind.PAYMENT && on.toEpochDay() <= asOf) {
          keys[n] = (on.toEpochDay() << 32) | n;
          amounts[n++] = entry.amount().minor();
        }
      }
    }
    Arrays.sort(keys, 0, n);
    long[] days = new long[n];
    long[] sums = new long[n + 1];
    for (int i = 0; i < n; i++) {
      days[i] = keys[i] >> 32;
      sums[i + 1] = sums[i] + amounts[(int) keys[i]];
    }
    return new Receipts(days, sums);
  }

  /// What came from the first day to the last, both included.
  long between(long first, long last) {
    return last < first ? 0 : sums[upTo(last)] - sums[upTo(first - 1)];
  }

  private int upTo(long day) {
    int low = 0;
    int high = days.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days[middle] <= day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
