package dunnage.formats;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.FindingLog;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Rows that tell what happened around the money: orders taken, and events like promises and
/// unanswered messages.
final class AroundRows {

  private final Layout layout;
  private final Cells cells;
  private final FindingLog findings;
  private final Consumer<Fact> facts;

  AroundRows(Layout layout, Cells cells, FindingLog findings, Consumer<Fact> facts) {
    this.layout = layout;
    this.cells = cells;
    this.findings = findings;
    this.facts = facts;
  }

  boolean order(Amounts accepted) {
    Currency currency = cells.currency();
    Long amount = currency == null ? null : cells.amount(Field.AMOUNT, currency);
    Field when = layout.has(Field.ORDER_DATE) ? Field.ORDER_DATE : Field.DATE;
    LocalDate on = cells.date(when);
    if (currency == null || amount == null || cells.failed()) {
      return false;
    }
    if (on == null) {
      return cells.missing(when);
    }
    Money money = new Money(currency, amount);
    accepted.add(money);
    facts.accept(
        new Fact.Ordered(cells.debtor(), on, money, cells.text(Field.ORDER), cells.origin()));
    return true;
  }

  boolean event() {
    LocalDate on =
        cells.date(
            layout.has(Field.DATE)
                ? Field.DATE
                : layout.has(Field.ISSUED) ? Field.ISSUED : Field.PAID_ON);
    LocalDate until = cells.date(Field.UNTIL);
    if (cells.failed()) {
      return false;
    }
    if (on == null) {
      return cells.missing(Field.DATE);
    }
    Event event = eventNamed(cells.text(Field.EVENT));
    if (event == null) {
      String known =
          String.join(", ", java.util.Arrays.stream(Event.values()).map(Event::code).toList());
      findings.add(
          cells.about(
              FindingCode.VALUE_MISSING,
              layout.header(Field.EVENT),
              cells.text(Field.EVENT),
              "one of " + known));
      return false;
    }
    Currency currency = cells.currency();
    Long amount = currency == null ? null : cells.amountOrNull(Field.AMOUNT, currency);
    if (cells.failed()) {
      return false;
    }
    Money money = amount == null || currency == null ? null : new Money(currency, amount);
    facts.accept(
        new Fact.Noted(
            cells.debtor(), on, event, cells.text(Field.NOTE), money, until, cells.origin()));
    return true;
  }

  private static @Nullable Event eventNamed(String written) {
    String wanted = written.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (Event event : Event.values()) {
      if (event.name().equals(wanted)) {
        return event;
      }
    }
    return null;
  }
}
