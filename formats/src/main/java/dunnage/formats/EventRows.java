package dunnage.formats;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Rows of what happened around the money: reminders, promises, disputes, bad news.
final class EventRows implements TableRows {

  private final Cells cells;
  private final Consumer<Fact> facts;

  EventRows(Cells cells, Consumer<Fact> facts) {
    this.cells = cells;
    this.facts = facts;
  }

  @Override
  public boolean isMoneyOptional() {
    return true;
  }

  @Override
  public boolean read(Row row) {
    LocalDate on = cells.neededDate(row, Field.DATE);
    if (on == null) {
      return false;
    }
    String words = cells.text(row, Field.EVENT);
    Event event = CellWords.event(words);
    if (event == null) {
      cells.tell(
          FindingCode.VALUE_MISSING,
          row,
          Field.EVENT,
          "an event such as message_sent, promise or dispute_opened");
      return false;
    }
    if (cells.blank(row, Field.DEBTOR) && cells.blank(row, Field.NAME)) {
      cells.tell(FindingCode.VALUE_MISSING, row, Field.DEBTOR, "whom it is about");
      return false;
    }
    Money amount = null;
    if (!cells.blank(row, Field.AMOUNT)) {
      Currency currency = cells.currency(row);
      amount = currency == null ? null : cells.money(row, Field.AMOUNT, currency);
      if (amount == null) {
        return false;
      }
    }
    LocalDate until = null;
    if (cells.columns.has(Field.UNTIL) && !cells.isNoDate(row, Field.UNTIL)) {
      until = cells.date(row, Field.UNTIL);
      if (until == null) {
        return false;
      }
    }
    return emit(row, on, event, amount, until);
  }

  private boolean emit(
      Row row, LocalDate on, Event event, @Nullable Money amount, @Nullable LocalDate until) {
    if (amount != null && !cells.report.accept(amount.currency(), amount.minor())) {
      cells.tell(FindingCode.AMOUNT_TOO_LARGE, row, Field.AMOUNT, "sums within 18 digits");
      return false;
    }
    Origin origin = new Origin(cells.report.label, row.line);
    facts.accept(
        new Fact.Noted(
            cells.debtor(row, null),
            on,
            event,
            cells.text(row, Field.NOTE),
            amount,
            until,
            origin));
    return true;
  }
}
