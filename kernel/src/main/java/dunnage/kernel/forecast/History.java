package dunnage.kernel.forecast;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Receivable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The book turned into claims and payments. Holds the whole book; what counts on a day is the
/// reader's business, and every reader asks for what was known by a day.
final class History {

  /// Per debtor, in order of issue.
  final List<List<Claim>> claims;

  /// Per debtor, in order of payment.
  final List<Payments> payments;

  /// Per debtor, whether insolvency proceedings were opened.
  final boolean[] insolvent;

  /// All payments in order of payment: day times 2³² plus the payment's number, which counts debtor
  /// by debtor.
  private final long[] inOrder;

  /// Number of each debtor's first payment.
  private final int[] first;

  private final int[] debtorOfNumber;

  private int nextId;

  /// @param until facts after this day are not taken in
  History(Book book, LocalDate until) {
    claims = new ArrayList<>(book.debtors().size());
    payments = new ArrayList<>(book.debtors().size());
    insolvent = new boolean[book.debtors().size()];
    for (DebtorBook debtor : book.debtors()) {
      insolvent[claims.size()] = insolvent(debtor, until);
      List<Claim> ofDebtor = new ArrayList<>(debtor.accounts().size());
      List<Payments.Row> paid = new ArrayList<>(debtor.accounts().size());
      for (Account account : debtor.accounts()) {
        if (account.issuedBy(until)) {
          Claim claim = claim(account, until);
          ofDebtor.add(claim);
          addPayments(claim, until, paid);
        }
      }
      paid.sort(Comparator.comparingInt(Payments.Row::paidDay));
      claims.add(ofDebtor);
      payments.add(new Payments(paid));
    }
    first = new int[payments.size()];
    int all = 0;
    for (int debtor = 0; debtor < first.length; debtor++) {
      first[debtor] = all;
      all += payments.get(debtor).size();
    }
    debtorOfNumber = new int[all];
    inOrder = order();
  }

  private static boolean insolvent(DebtorBook debtor, LocalDate until) {
    for (Fact.Noted note : debtor.notes()) {
      if (note.event() == Event.INSOLVENCY_OPENED && !note.on().isAfter(until)) {
        return true;
      }
    }
    return false;
  }

  int debtors() {
    return claims.size();
  }

  int paymentCount() {
    return inOrder.length;
  }

  /// Day of the payment that came as number `rank` of all, from 0.
  int dayAt(int rank) {
    return (int) (inOrder[rank] >> 32);
  }

  int debtorAt(int rank) {
    return debtorOfNumber[(int) inOrder[rank]];
  }

  /// Its place in the debtor's [#payments].
  int placeAt(int rank) {
    return (int) inOrder[rank] - first[debtorAt(rank)];
  }

  static int day(LocalDate date) {
    return (int) date.toEpochDay();
  }

  private long[] order() {
    long[] keys = new long[debtorOfNumber.length];
    for (int debtor = 0; debtor < first.length; debtor++) {
      int[] days = payments.get(debtor).paidDay;
      for (int i = 0; i < days.length; i++) {
        int number = first[debtor] + i;
        debtorOfNumber[number] = debtor;
        keys[number] = ((long) days[i] << 32) | number;
      }
    }
    Arrays.parallelSort(keys);
    return keys;
  }

  /// All claims in order of issue, then as the book has them.
  Claim[] byIssue() {
    Claim[] byId = claims.stream().flatMap(List::stream).toArray(Claim[]::new);
    long[] keys = new long[byId.length];
    for (int id = 0; id < keys.length; id++) {
      keys[id] = ((long) byId[id].issuedDay() << 32) | id;
    }
    Arrays.parallelSort(keys);
    Claim[] sorted = new Claim[keys.length];
    for (int i = 0; i < keys.length; i++) {
      sorted[i] = byId[(int) keys[i]];
    }
    return sorted;
  }

  private Claim claim(Account account, LocalDate until) {
    Receivable row = account.receivable();
    Entry last = settling(account, until);
    int issued = day(row.issued());
    LocalDate on = last == null ? null : last.on();
    int settledDay = last == null ? Claim.NEVER : on == null ? issued : day(on);
    return new Claim(
        account,
        nextId++,
        claims.size(),
        issued,
        day(row.due()),
        settledDay,
        end(last),
        (float) Math.log(row.amount().toBigDecimal().doubleValue()));
  }

  /// The entry after which nothing was left open; null while something is.
  private static @Nullable Entry settling(Account account, LocalDate until) {
    long left = account.receivable().amount().minor();
    Entry settling = null;
    for (Entry entry : account.entries()) {
      if (Account.counts(entry, until)) {
        boolean wasOpen = left > 0;
        left -= entry.amount().minor();
        settling = left > 0 ? null : wasOpen ? entry : settling;
      }
    }
    return settling;
  }

  private static Claim.End end(@Nullable Entry settling) {
    if (settling == null) {
      return Claim.End.OPEN;
    }
    return switch (settling.kind()) {
      case PAYMENT -> settling.on() == null ? Claim.End.UNTIMED : Claim.End.PAID;
      case CREDIT_NOTE -> Claim.End.UNTIMED;
      case WRITE_OFF -> Claim.End.LOST;
    };
  }

  /// An undated payment tells nothing about time; a credit note or a loss is no payment.
  private static void addPayments(Claim claim, LocalDate until, List<Payments.Row> into) {
    Receivable row = claim.account().receivable();
    for (Entry entry : claim.account().entries()) {
      LocalDate on = entry.on();
      if (on != null && !on.isAfter(until) && entry.kind() == Entry.Kind.PAYMENT) {
        double share = Math.min(1, (double) entry.amount().minor() / row.amount().minor());
        into.add(
            new Payments.Row(
                claim.id(), day(on), claim.dueDay(), claim.logAmount(), (float) share));
      }
    }
  }
}
