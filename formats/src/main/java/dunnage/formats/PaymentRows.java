package dunnage.formats;

import dunnage.formats.CellWords.Kind;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Rows of payments and of their allocation. A row that names a receivable lowers it; one that
/// names only a payment waits for the rows that allocate it; what nobody allocates is held as a
/// credit.
final class PaymentRows implements TableRows {

  private final Cells cells;
  private final Consumer<Fact> facts;
  private final boolean namesDebtor;

  PaymentRows(Cells cells, Consumer<Fact> facts) {
    this.cells = cells;
    this.facts = facts;
    this.namesDebtor = cells.columns.has(Field.DEBTOR) || cells.columns.has(Field.NAME);
  }

  @Override
  public boolean read(Row row) {
    boolean dated = cells.columns.has(Field.PAID_ON);
    LocalDate on = dated ? cells.neededDate(row, Field.PAID_ON) : null;
    if (dated && on == null) {
      return false;
    }
    Currency currency = cells.currency(row);
    if (currency == null) {
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
    if (amount.isZero()) {
      cells.tell(FindingCode.AMOUNT_ZERO, row, Field.AMOUNT, "more than zero");
      return true;
    }
    if (amount.signum() < 0) {
      cells.tell(
          FindingCode.AMOUNT_BAD,
          row,
          Field.AMOUNT,
          "a payment greater than zero; a payment taken back is a new receivable");
      return false;
    }
    return emit(row, on, amount);
  }

  private boolean emit(Row row, @Nullable LocalDate on, Money amount) {
    String number = cells.text(row, Field.RECEIVABLE);
    String payment = cells.text(row, Field.PAYMENT);
    if (number.isEmpty() && payment.isEmpty() && !namesDebtor) {
      cells.tell(FindingCode.VALUE_MISSING, row, Field.RECEIVABLE, "the receivable that was paid");
      return false;
    }
    if (on == null && number.isEmpty()) {
      cells.tell(
          FindingCode.VALUE_MISSING,
          row,
          Field.RECEIVABLE,
          "the receivable to which the payment is allocated");
      return false;
    }
    if (!cells.report.accept(amount.currency(), amount.minor())) {
      cells.tell(FindingCode.AMOUNT_TOO_LARGE, row, Field.AMOUNT, "sums within 18 digits");
      return false;
    }
    Party debtor = namesDebtor ? cells.debtor(row, null) : null;
    Origin origin = new Origin(cells.report.label, row.line);
    String who = debtor == null || !cells.columns.has(Field.DEBTOR) ? "" : debtor.id();
    if (!number.isEmpty() && !payment.isEmpty()) {
      facts.accept(new Fact.Allocated(payment, number, who, on, amount, origin));
    } else if (!number.isEmpty()) {
      Entry.Kind kind =
          cells.kind(row) == Kind.CREDIT_NOTE ? Entry.Kind.CREDIT_NOTE : Entry.Kind.PAYMENT;
      facts.accept(new Fact.Remitted(number, who, new Entry(kind, on, amount), origin));
    } else if (on != null) {
      if (amount.currency().equals(Currency.NONE)) {
        cells.tellNoCurrency(row);
      }
      facts.accept(new Fact.Received(payment, debtor, on, amount, origin));
    }
    return true;
  }
}
