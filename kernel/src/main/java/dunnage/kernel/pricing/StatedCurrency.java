package dunnage.kernel.pricing;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A file of events or payments often has no currency column. Where all receivables of the debtor
/// are in one currency, that one is meant; otherwise it cannot be told.
final class StatedCurrency {

  private final @Nullable Currency only;

  StatedCurrency(DebtorBook book) {
    Currency seen = null;
    boolean several = false;
    for (Account account : book.accounts()) {
      Currency currency = account.receivable().amount().currency();
      several |= seen != null && !seen.equals(currency);
      seen = currency;
    }
    only = several ? null : seen;
  }

  /// The amount in its currency, rounded up where that has fewer decimals: what it deducts is not
  /// understated. Null when the currency cannot be told.
  @Nullable Money of(Money amount) {
    if (!amount.currency().equals(Currency.NONE)) {
      return amount;
    }
    return only == null ? null : Money.rounded(only, amount.toBigDecimal(), RoundingMode.CEILING);
  }
}
