package dunnage.kernel.assessment;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.UnmatchedReceipt;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.LimitBounds;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must be known of the whole book before any one debtor is judged: own sales of the last year
/// per currency, to how many customers, and the newest fact.
final class BookScan {

  private final LocalDate asOf;
  private final Map<Currency, Money> annualSales = new HashMap<>();
  private final Map<Currency, Integer> customers = new HashMap<>();
  private LocalDate newest = LocalDate.MIN;

  BookScan(Book book, LocalDate asOf) {
    this.asOf = asOf;
    for (DebtorBook debtor : book.debtors()) {
      scan(debtor);
    }
    for (UnmatchedReceipt unmatched : book.unmatched()) {
      seen(unmatched.receipt().on());
    }
  }

  private void scan(DebtorBook debtor) {
    LocalDate yearAgo = asOf.minusDays(365);
    Set<Currency> bought = new HashSet<>();
    Money sum = null;
    for (Account account : debtor.accounts()) {
      LocalDate issued = account.receivable().issued();
      seen(issued);
      if (!account.entries().isEmpty()) {
        Entry last = account.entries().getLast();
        seen(last.on());
      }
      if (issued.isAfter(yearAgo) && !issued.isAfter(asOf)) {
        Money amount = account.receivable().amount();
        if (sum != null && !sum.currency().equals(amount.currency())) {
          annualSales.merge(sum.currency(), sum, Money::plus);
          sum = null;
        }
        sum = sum == null ? amount : sum.plus(amount);
        bought.add(amount.currency());
      }
    }
    if (sum != null) {
      annualSales.merge(sum.currency(), sum, Money::plus);
    }
    bought.forEach(c -> customers.merge(c, 1, Integer::sum));
    for (Fact.CreditHeld credit : debtor.credits()) {
      seen(credit.on());
    }
    if (!debtor.orders().isEmpty()) {
      seen(debtor.orders().getLast().on());
    }
    if (!debtor.notes().isEmpty()) {
      seen(debtor.notes().getLast().on());
    }
  }

  private void seen(@Nullable LocalDate day) {
    if (day != null && day.isAfter(newest)) {
      newest = day;
    }
  }

  /// Own sales of the last year, or null where the ten percent cap does not hold.
  @Nullable Money cappingSales(Currency currency) {
    boolean holds = customers.getOrDefault(currency, 0) >= LimitBounds.FEWEST_CUSTOMERS;
    return holds ? annualSales.get(currency) : null;
  }

  @Nullable LocalDate newest() {
    return newest.equals(LocalDate.MIN) ? null : newest;
  }
}
