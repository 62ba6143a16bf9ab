package dunnage.kernel.pricing;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Share of the sales of the last 365 days that went for reasons other than payment: credit notes
/// and write-offs dated in those days, over invoices issued in them. Undated ones tell no year and
/// count for none.
final class Dilution {

  private static final int YEAR_DAYS = 365;

  private final Amounts sold = new Amounts();
  private final Amounts lost = new Amounts();

  Dilution(Book book, LocalDate asOf) {
    LocalDate before = asOf.minusDays(YEAR_DAYS);
    for (DebtorBook debtor : book.debtors()) {
      for (Account account : debtor.accounts()) {
        if (within(account.receivable().issued(), before, asOf)) {
          sold.add(account.receivable().amount());
        }
        for (Entry entry : account.entries()) {
          LocalDate on = entry.on();
          if (entry.kind() != Entry.Kind.PAYMENT && on != null && within(on, before, asOf)) {
            lost.add(entry.amount());
          }
        }
      }
    }
  }

  /// 0 and more; null when nothing was sold.
  @Nullable BigDecimal in(Currency currency) {
    if (sold.in(currency).isZero()) {
      return null;
    }
    return BigDecimal.valueOf(lost.in(currency).minor())
        .divide(BigDecimal.valueOf(sold.in(currency).minor()), MathContext.DECIMAL128);
  }

  private static boolean within(LocalDate day, LocalDate before, LocalDate asOf) {
    return day.isAfter(before) && !day.isAfter(asOf);
  }
}
