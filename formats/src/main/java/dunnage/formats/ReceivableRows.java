package dunnage.formats;

import dunnage.formats.CellWords.Kind;
import dunnage.formats.CellWords.State;
import dunnage.kernel.calendar.Terms;
import dunnage.kernel.calendar.TermsPart;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Rows of receivables: what is owed, by whom, until when, and what the row itself knows of its
/// payment.
final class ReceivableRows implements TableRows {

  /// A due date further from the issue date is more likely a wrong year than a term.
  private static final int TERM_MAX_DAYS = 3_650;

  private final Cells cells;
  private final ReadOptions options;
  private final Consumer<Fact> facts;
  private final Settlement settlement;
  private final TermsCells terms;
  private final boolean hasAmount;
  private final boolean lines;
  private @Nullable String section;
  private String lastNumber = "";
  private int lineItems;

  ReceivableRows(Cells cells, ReadOptions options, Consumer<Fact> facts) {
    this.cells = cells;
    this.options = options;
    this.facts = facts;
    this.settlement = new Settlement(cells);
    this.terms = new TermsCells(cells);
    this.hasAmount = cells.columns.has(Field.AMOUNT);
    this.lines = cells.columns.has(Field.LINE_AMOUNT);
  }

  @Override
  public void heading(String words) {
    section = CellWords.isAgingHeading(words) ? section : words;
  }

  @Override
  public boolean read(Row row) {
    State state = cells.state(row);
    if (state == State.VOID || state == State.DRAFT) {
      cells.tell(FindingCode.ROW_NOT_OWED, row, Field.STATUS, "a document that is owed");
      cells.report.lines.setAside();
      return false;
    }
    if (lines && isFurtherLine(row)) {
      lineItems++;
      cells.report.lines.setAside();
      return false;
    }
    Currency currency = cells.currency(row);
    Field field = hasAmount && !cells.blank(row, Field.AMOUNT) ? Field.AMOUNT : Field.OPEN_AMOUNT;
    if (currency == null) {
      return false;
    }
    if (cells.blank(row, field)) {
      cells.tell(
          FindingCode.VALUE_MISSING,
          row,
          hasAmount ? Field.AMOUNT : Field.OPEN_AMOUNT,
          "an amount");
      return false;
    }
    Money amount = cells.money(row, field, currency);
    if (amount == null) {
      return false;
    }
    if (amount.isZero()) {
      cells.tell(FindingCode.AMOUNT_ZERO, row, field, "more than zero");
      return true;
    }
    Kind kind = cells.kind(row);
    boolean lowers = amount.signum() < 0 || kind == Kind.CREDIT_NOTE || kind == Kind.PAYMENT;
    return lowers ? credit(row, amount, kind, state) : owed(row, amount, state);
  }

  /// An export with one line per item repeats the invoice's total in each of them.
  private boolean isFurtherLine(Row row) {
    String number = cells.text(row, Field.RECEIVABLE);
    boolean same = !number.isEmpty() && number.equals(lastNumber);
    lastNumber = number;
    return same;
  }

  private boolean owed(Row row, Money amount, State state) {
    LocalDate issued = null;
    if (cells.columns.has(Field.ISSUED) && !cells.isNoDate(row, Field.ISSUED)) {
      issued = cells.date(row, Field.ISSUED);
      if (issued == null) {
        return false;
      }
    }
    Terms agreed = cells.columns.has(Field.TERMS) ? terms.terms(row) : null;
    if (cells.columns.has(Field.DUE) && !cells.isNoDate(row, Field.DUE)) {
      LocalDate due = cells.date(row, Field.DUE);
      return due != null && whole(row, amount, state, issued, due, agreed);
    }
    if (agreed != null && agreed.parts().size() > 1) {
      return parts(row, amount, state, issued, agreed.parts());
    }
    if (agreed != null) {
      LocalDate clock = terms.clockDay(row, agreed.parts().getFirst(), issued);
      return clock != null
          && whole(
              row,
              amount,
              state,
              issued == null ? clock : issued,
              agreed.parts().getFirst().due(clock),
              agreed);
    }
    Integer days = options.termsDays();
    if (issued == null || days == null) {
      Field missing =
          cells.columns.has(Field.DUE) ? Field.DUE : issued == null ? Field.ISSUED : Field.TERMS;
      cells.tell(
          FindingCode.VALUE_MISSING,
          row,
          missing,
          "a due date, or an issue date with terms that can be read");
      return false;
    }
    return whole(row, amount, state, issued, issued.plusDays(days), null);
  }

  private boolean whole(
      Row row,
      Money amount,
      State state,
      @Nullable LocalDate written,
      LocalDate due,
      @Nullable Terms agreed) {
    Entry payment = settlement.of(row, amount, state);
    if (!settlement.isReadable()) {
      return false;
    }
    if (!accept(row, amount)) {
      return false;
    }
    LocalDate issued = written == null ? standIn(row, due) : written;
    Party debtor = cells.debtor(row, section);
    Origin origin = new Origin(cells.report.label, row.line);
    Deal deal = terms.deal(row, agreed);
    Receivable receivable =
        new Receivable(cells.number(row), debtor, issued, due, amount, deal, origin);
    if (written != null) {
      checkOrder(row, written, due, payment);
    }
    facts.accept(new Fact.Issued(receivable));
    if (payment != null) {
      facts.accept(new Fact.Settled(receivable, payment));
    }
    return true;
  }

  private LocalDate standIn(Row row, LocalDate due) {
    String expected =
        "an issue date; " + options.issuedBeforeDueDays() + " days before the due date stand in";
    if (cells.columns.has(Field.ISSUED)) {
      cells.tell(FindingCode.NO_ISSUE_DATE, row, Field.ISSUED, expected);
    } else {
      cells.report.once(FindingCode.NO_ISSUE_DATE, 0, "", "no column for the issue date", expected);
    }
    return due.minusDays(options.issuedBeforeDueDays());
  }

  private void checkOrder(Row row, LocalDate issued, LocalDate due, @Nullable Entry payment) {
    if (due.isBefore(issued)) {
      cells.tell(FindingCode.DUE_BEFORE_ISSUE, row, Field.DUE, issued + " or later");
    } else if (ChronoUnit.DAYS.between(issued, due) > TERM_MAX_DAYS) {
      cells.tell(FindingCode.DATE_IMPLAUSIBLE, row, Field.DUE, "within ten years of " + issued);
    }
    LocalDate on = payment == null ? null : payment.on();
    if (on != null && on.isBefore(issued)) {
      cells.tell(FindingCode.PAYMENT_BEFORE_ISSUE, row, Field.PAID_ON, issued + " or later");
    }
  }

  /// A deposit and a balance are two receivables, `NUMBER/1` and `NUMBER/2`, each with its own
  /// clock; what the row says was paid fills the part due first.
  private boolean parts(
      Row row, Money amount, State state, @Nullable LocalDate issued, List<TermsPart> parts) {
    Entry payment = settlement.of(row, amount, state);
    if (!settlement.isReadable()) {
      return false;
    }
    LocalDate[] clocks = new LocalDate[parts.size()];
    for (int i = 0; i < clocks.length; i++) {
      LocalDate clock = terms.clockDay(row, parts.get(i), issued);
      if (clock == null) {
        return false;
      }
      clocks[i] = clock;
    }
    if (!accept(row, amount)) {
      return false;
    }
    List<Money> shares = amount.allocate(parts.stream().map(TermsPart::percent).toList());
    Money left = payment == null ? Money.zero(amount.currency()) : payment.amount();
    for (int i = 0; i < clocks.length; i++) {
      Money share = shares.get(i);
      if (share.isZero()) {
        continue;
      }
      LocalDate from = issued == null || clocks[i].isBefore(issued) ? clocks[i] : issued;
      Receivable part =
          new Receivable(
              cells.number(row) + "/" + (i + 1),
              cells.debtor(row, section),
              from,
              parts.get(i).due(clocks[i]),
              share,
              terms.deal(row, parts.get(i)),
              new Origin(cells.report.label, row.line));
      facts.accept(new Fact.Issued(part));
      Money paid = i == clocks.length - 1 ? left : left.min(share);
      if (payment != null && paid.signum() > 0) {
        facts.accept(new Fact.Settled(part, new Entry(payment.kind(), payment.on(), paid)));
        left = left.minus(paid);
      }
    }
    return true;
  }

  /// A credit note or payment among the receivables: set against the invoice it names, else held.
  /// One that is used up already changes nothing.
  private boolean credit(Row row, Money written, Kind kind, State state) {
    Money amount = written.signum() < 0 ? written.negated() : written;
    LocalDate on = null;
    if (cells.columns.has(Field.ISSUED) && !cells.isNoDate(row, Field.ISSUED)) {
      on = cells.date(row, Field.ISSUED);
      if (on == null) {
        return false;
      }
    }
    Money left = left(row, amount, state);
    if (left == null || !accept(row, written)) {
      return false;
    }
    Party debtor = cells.debtor(row, section);
    Origin origin = new Origin(cells.report.label, row.line);
    String reference = cells.text(row, Field.REFERENCE);
    if (!reference.isEmpty()) {
      Entry.Kind how = kind == Kind.PAYMENT ? Entry.Kind.PAYMENT : Entry.Kind.CREDIT_NOTE;
      facts.accept(new Fact.Remitted(reference, debtor.id(), new Entry(how, on, amount), origin));
    } else if (left.signum() > 0) {
      cells.report.add(
          FindingCode.CREDIT_HELD,
          row.line,
          "",
          left + " of " + debtor.name(),
          "an invoice to set it against");
      facts.accept(new Fact.CreditHeld(debtor, on, left, cells.number(row), origin));
    }
    return true;
  }

  /// What of a credit is not used up; null when that cannot be read.
  private @Nullable Money left(Row row, Money amount, State state) {
    if (!cells.blank(row, Field.OPEN_AMOUNT)) {
      Money open = cells.money(row, Field.OPEN_AMOUNT, amount.currency());
      return open == null ? null : open.signum() < 0 ? open.negated() : open;
    }
    boolean cleared = cells.columns.has(Field.PAID_ON) && !cells.isNoDate(row, Field.PAID_ON);
    return cleared || state == State.PAID ? Money.zero(amount.currency()) : amount;
  }

  private boolean accept(Row row, Money amount) {
    if (!cells.report.accept(amount.currency(), amount.minor())) {
      cells.tell(FindingCode.AMOUNT_TOO_LARGE, row, Field.AMOUNT, "sums within 18 digits");
      return false;
    }
    if (amount.currency().equals(Currency.NONE)) {
      cells.tellNoCurrency(row);
    }
    return true;
  }

  @Override
  public void close() {
    terms.tellUnreadable();
    if (lineItems > 0) {
      cells.report.recognised.put("line_items", lineItems);
    }
  }
}
