package dunnage.kernel.warning;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Receivable;
import java.time.LocalDate;
import java.util.List;

/// Is the debtor in default? More than 90 days past due, as banks count it (Regulation (EU) No
/// 575/2013, Article 178), of a receivable that is mostly unpaid and not disputed. No early sign
/// any more, and true where too little is known of the debtor's habits for one.
final class DefaultWatch {

  private static final int DEFAULT_DAYS = 90;

  /// A debtor that always pays so late has changed nothing.
  private static final double USUAL_SCATTERS = 2;

  /// What each further receivable adds to the evidence.
  private static final double EACH = .25;

  private static final double MOST = 2;

  private DefaultWatch() {}

  static void look(DebtorBook book, LocalDate asOf, Usual usual, List<Warning> found) {
    long habit =
        usual.known() ? Math.round(usual.medianDays() + USUAL_SCATTERS * usual.scatterDays()) : 0;
    LocalDate last = asOf.minusDays(Math.max(DEFAULT_DAYS, habit) + 1);
    int count = 0;
    LocalDate oldest = last;
    for (Account account : book.accounts()) {
      Receivable row = account.receivable();
      if (!row.due().isAfter(last) && !row.disputed() && mostlyOpen(account, asOf)) {
        count++;
        oldest = row.due().isBefore(oldest) ? row.due() : oldest;
      }
    }
    if (count > 0) {
      String words =
          (count == 1 ? "a receivable is" : count + " receivables are")
              + " more than 90 days past due and mostly unpaid, the oldest due "
              + oldest;
      double evidence = Math.min(MOST, 1 + EACH * (count - 1));
      found.add(new Warning(Signal.LATENESS, oldest, evidence, Tendency.WORSE, words));
    }
  }

  private static boolean mostlyOpen(Account account, LocalDate asOf) {
    return account.issuedBy(asOf)
        && 2 * account.open(asOf).minor() > account.receivable().amount().minor();
  }
}
