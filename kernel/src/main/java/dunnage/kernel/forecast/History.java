package dunnage.kernel.forecast;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Receivable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The book turned into claims and experiences. Holds the whole book; what counts on a day is the
/// reader's business, and every reader asks for what was known by a day.
final class History {

  /// Per debtor, in order of issue.
  final List<List<Claim>> claims = new ArrayList<>();

  /// Per debtor, in order of payment.
  final List<List<Experience>> experiences = new ArrayList<>();

  /// All experiences, in order of payment.
  final List<Experience> inOrder = new ArrayList<>();

  /// @param until facts after this day are not taken in
  History(Book book, LocalDate until) {
    for (DebtorBook debtor : book.debtors()) {
      List<Claim> ofDebtor = new ArrayList<>(debtor.accounts().size());
      List<Experience> paid = new ArrayList<>(debtor.accounts().size());
      for (Account account : debtor.accounts()) {
        if (account.issuedBy(until)) {
          ofDebtor.add(claim(account, claims.size(), until));
          addExperiences(account, claims.size(), until, paid);
        }
      }
      paid.sort(Comparator.comparingInt(Experience::paidDay));
      claims.add(ofDebtor);
      experiences.add(paid);
      inOrder.addAll(paid);
    }
    inOrder.sort(Comparator.comparingInt(Experience::paidDay));
  }

  private static Claim claim(Account account, int debtor, LocalDate until) {
    Receivable row = account.receivable();
    LocalDate settled = account.settledOn(until);
    boolean open = account.open(until).signum() > 0;
    return new Claim(
        account,
        debtor,
        day(row.issued()),
        day(row.due()),
        open ? Claim.NEVER : settled == null ? day(row.issued()) : day(settled),
        logAmount(row));
  }

  /// An undated payment tells nothing about time; a credit note or a loss is no payment.
  private static void addExperiences(
      Account account, int debtor, LocalDate until, List<Experience> into) {
    Receivable row = account.receivable();
    for (Entry entry : account.entries()) {
      LocalDate on = entry.on();
      if (on != null && !on.isAfter(until) && entry.kind() == Entry.Kind.PAYMENT) {
        double share = Math.min(1, (double) entry.amount().minor() / row.amount().minor());
        into.add(
            new Experience(
                account,
                debtor,
                day(on),
                day(on) - day(row.due()),
                row.due().getDayOfWeek().getValue(),
                row.due().getDayOfMonth(),
                logAmount(row),
                (float) share));
      }
    }
  }

  static int day(LocalDate date) {
    return (int) date.toEpochDay();
  }

  private static float logAmount(Receivable row) {
    return (float) Math.log(row.amount().toBigDecimal().doubleValue());
  }
}
