package dunnage.app.cli;

import dunnage.formats.OfferSheet;
import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the seller owes to its own debtors. A supplier and a debtor are one when their names are;
/// by number only where there are no names, since two ledgers number apart.
///
/// @param owed by the name or number under which the debtor stands in the book
record Payables(Map<String, Amounts> owed) {

  static Payables match(Book payables, Book receivables, LocalDate asOf) {
    Set<String> known = new HashSet<>();
    receivables.debtors().forEach(d -> known.add(plain(key(d.debtor()))));
    Map<String, Amounts> owed = new LinkedHashMap<>();
    for (DebtorBook supplier : payables.debtors()) {
      String key = key(supplier.debtor());
      if (known.contains(plain(key))) {
        Amounts open = new Amounts();
        for (Account account : supplier.accounts()) {
          open.add(account.open(asOf));
        }
        owed.computeIfAbsent(key, k -> new Amounts()).addAll(open);
      }
    }
    return new Payables(owed);
  }

  int suppliers() {
    return owed.size();
  }

  void applyTo(OfferSheet sheet) {
    owed.forEach(
        (debtor, amounts) -> {
          for (Money amount : amounts.nonZero()) {
            sheet.set("--payables", "contra", debtor + " " + amount);
          }
        });
  }

  /// The name; the id where there is no name.
  private static String key(Party party) {
    return party.name();
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
