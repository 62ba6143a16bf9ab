package dunnage.formats;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.function.Consumer;

/// Rows of orders that are taken and not yet invoiced.
final class OrderRows implements TableRows {

  private final Cells cells;
  private final Consumer<Fact> facts;

  OrderRows(Cells cells, Consumer<Fact> facts) {
    this.cells = cells;
    this.facts = facts;
  }

  @Override
  public boolean read(Row row) {
    LocalDate on = cells.neededDate(row, Field.ORDER_DATE);
    Currency currency = on == null ? null : cells.currency(row);
    if (on == null || currency == null) {
      return false;
    }
    if (cells.blank(row, Field.AMOUNT)) {
      cells.tell(FindingCode.VALUE_MISSING, row, Field.AMOUNT, "an amount");
      return false;
    }
    Money amount = cells.money(row, Field.AMOUNT, currency);
    if (amount == null) {
      return false;
    }
    if (amount.signum() <= 0) {
      boolean zero = amount.isZero();
      cells.tell(
          zero ? FindingCode.AMOUNT_ZERO : FindingCode.AMOUNT_BAD,
          row,
          Field.AMOUNT,
          "more than zero");
      return zero;
    }
    if (!cells.report.accept(amount.currency(), amount.minor())) {
      cells.tell(FindingCode.AMOUNT_TOO_LARGE, row, Field.AMOUNT, "sums within 18 digits");
      return false;
    }
    if (amount.currency().equals(Currency.NONE)) {
      cells.tellNoCurrency(row);
    }
    Origin origin = new Origin(cells.report.label, row.line);
    facts.accept(
        new Fact.Ordered(
            cells.debtor(row, null), on, amount, cells.text(row, Field.ORDER), origin));
    return true;
  }
}
