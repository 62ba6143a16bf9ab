package dunnage.kernel.warning;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Receivable;
import java.time.LocalDate;
import java.util.Arrays;

/// The receivables of one debtor issued by the day, in order of due date, as known at its end (also
/// those not due yet: who always pays early and has not is late by its own habit). Days are epoch
/// days; `late` is days beyond terms weighted by what was paid when, the part still open counted up
/// to the day. Receivables settled without a date are left out: they tell nothing.
///
/// @param size how many places of the arrays are filled
/// @param open whether something is still open, so that `late` can only grow
/// @param clock which usual it is measured by: 0 for the deposit of an order, else 1 to 4 for the
///   quarter of the month in which it falls due, as who pays at month end pays those differently
///   late
/// @param shortPaid whether the first payment left a part open for more than a few days
record History(
    long asOf,
    int size,
    long[] due,
    double[] late,
    boolean[] open,
    int[] clock,
    boolean[] shortPaid) {

  static final int DEPOSIT = 0;
  static final int CLOCKS = 5;

  /// A rest below this share of the amount is bank charges.
  private static final double CHARGES_SHARE = 0.01;

  /// A rest that follows within these days belongs to the same payment.
  private static final int SAME_PAYMENT_DAYS = 5;

  static History of(DebtorBook book, LocalDate day) {
    long asOf = day.toEpochDay();
    int most = book.accounts().size();
    long[] order = new long[most];
    double[] late = new double[most];
    boolean[] open = new boolean[most];
    int[] clock = new int[most];
    boolean[] shortPaid = new boolean[most];
    int size = 0;
    for (int i = 0; i < most; i++) {
      Account account = book.accounts().get(i);
      if (account.receivable().issued().isAfter(day)) {
        break; // accounts stand in order of issue
      }
      long due = account.receivable().due().toEpochDay();
      Paid paid = Paid.of(account, due, asOf);
      if (paid.dated) {
        late[i] = paid.late;
        open[i] = paid.open;
        clock[i] = clock(account.receivable());
        shortPaid[i] = paid.shortPaid;
        order[size++] = (due << 24) | i;
      }
    }
    return sorted(asOf, size, order, late, open, clock, shortPaid);
  }

  /// The same without those that are not due yet.
  static History dueBy(DebtorBook book, LocalDate day) {
    History all = of(book, day);
    int due = all.from(day.toEpochDay() + 1);
    return new History(all.asOf, due, all.due, all.late, all.open, all.clock, all.shortPaid);
  }

  private static int clock(Receivable receivable) {
    Deal deal = receivable.deal();
    return deal != null && deal.part().equals("deposit")
        ? DEPOSIT
        : 1 + Math.min(3, (receivable.due().getDayOfMonth() - 1) / 8);
  }

  private static History sorted(
      long asOf,
      int size,
      long[] order,
      double[] late,
      boolean[] open,
      int[] clock,
      boolean[] shortPaid) {
    Arrays.sort(order, 0, size);
    long[] due = new long[size];
    double[] lateByDue = new double[size];
    boolean[] openByDue = new boolean[size];
    int[] clockByDue = new int[size];
    boolean[] shortByDue = new boolean[size];
    for (int n = 0; n < size; n++) {
      int i = (int) (order[n] & 0xFFFFFF);
      due[n] = order[n] >> 24;
      lateByDue[n] = late[i];
      openByDue[n] = open[i];
      clockByDue[n] = clock[i];
      shortByDue[n] = shortPaid[i];
    }
    return new History(asOf, size, due, lateByDue, openByDue, clockByDue, shortByDue);
  }

  /// First place whose due date is not before the day.
  int from(long day) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (due[middle] < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private record Paid(boolean dated, double late, boolean open, boolean shortPaid) {

    static Paid of(Account account, long due, long asOf) {
      long amount = account.receivable().amount().minor();
      long left = amount;
      double weighted = 0;
      double weight = 0;
      long first = Long.MIN_VALUE;
      long leftAfterFirst = 0;
      for (Entry entry : account.entries()) {
        LocalDate date = entry.on();
        if (date == null) {
          return new Paid(false, 0, false, false);
        }
        long on = date.toEpochDay();
        if (on > asOf) {
          break;
        }
        long part = Math.min(left, entry.amount().minor());
        if (entry.kind() != Entry.Kind.PAYMENT) {
          // A credit note is no payment and no delay; a loss stays as late as it was.
          left -= entry.kind() == Entry.Kind.CREDIT_NOTE ? part : 0;
          continue;
        }
        left -= part;
        weighted += part * (double) (on - due);
        weight += part;
        if (first == Long.MIN_VALUE) {
          first = on;
        }
        if (on <= first + SAME_PAYMENT_DAYS) {
          leftAfterFirst = left;
        }
      }
      boolean open = left > 0;
      if (open) {
        weighted += left * (double) (asOf - due);
        weight += left;
      }
      boolean shortPaid =
          first != Long.MIN_VALUE
              && leftAfterFirst > CHARGES_SHARE * amount
              && asOf > first + SAME_PAYMENT_DAYS;
      return new Paid(weight > 0, weight > 0 ? weighted / weight : 0, open, shortPaid);
    }
  }
}
