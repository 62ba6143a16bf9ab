package dunnage.formats;

import dunnage.formats.CellWords.State;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a row says about its own payment. What is still open wins over what was paid, that wins
/// over a paid day, and that over a word in a status column.
final class Settlement {

  private final Cells cells;
  private boolean readable;

  Settlement(Cells cells) {
    this.cells = cells;
  }

  /// Whether the cells last looked at could be read; if not, the row does not count.
  boolean isReadable() {
    return readable;
  }

  /// The payment of a row, or null when nothing was paid or the cells cannot be read.
  @Nullable Entry of(Row row, Money amount, State state) {
    readable = true;
    LocalDate on = null;
    if (cells.columns.has(Field.PAID_ON) && !cells.isNoDate(row, Field.PAID_ON)) {
      on = cells.date(row, Field.PAID_ON);
      if (on == null) {
        readable = false;
        return null;
      }
    }
    Money paid = paid(row, amount, on, state);
    if (paid == null || paid.signum() <= 0) {
      return null;
    }
    if (on == null) {
      cells.report.once(
          FindingCode.PAYMENT_UNDATED, row.line, "", paid.toString(), "the day of payment");
    }
    return new Entry(Entry.Kind.PAYMENT, on, paid);
  }

  private @Nullable Money paid(Row row, Money amount, @Nullable LocalDate on, State state) {
    if (!cells.blank(row, Field.OPEN_AMOUNT)) {
      return paidByOpen(row, amount);
    }
    if (!cells.blank(row, Field.PAID_AMOUNT)) {
      Money paid = cells.money(row, Field.PAID_AMOUNT, amount.currency());
      if (paid == null || paid.signum() < 0 || !paid.currency().equals(amount.currency())) {
        if (paid != null) {
          cells.tell(
              FindingCode.AMOUNT_BAD,
              row,
              Field.PAID_AMOUNT,
              "zero or more, in the currency of the amount");
        }
        readable = false;
        return null;
      }
      return paid.equals(amount) ? amount : paid;
    }
    if (on != null || state == State.PAID) {
      return amount;
    }
    boolean closed = cells.no(row, Field.IS_OPEN);
    return closed ? amount : null;
  }

  private @Nullable Money paidByOpen(Row row, Money amount) {
    Money open = cells.money(row, Field.OPEN_AMOUNT, amount.currency());
    if (open == null) {
      readable = false;
      return null;
    }
    if (!open.currency().equals(amount.currency()) || open.minor() > amount.minor()) {
      cells.tell(FindingCode.AMOUNT_BAD, row, Field.OPEN_AMOUNT, "at most the amount, " + amount);
      readable = false;
      return null;
    }
    return open.isZero() ? amount : amount.minus(open);
  }
}
