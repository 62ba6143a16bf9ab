package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.FindingLog;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns the rows of one table into facts. Each row ends in exactly one of accepted or rejected
/// with a finding.
final class TableRows {

  private final Layout layout;
  private final ReadOptions options;
  private final FindingLog findings;
  private final Consumer<Fact> facts;
  private final Cells cells;
  private final Gaps gaps;
  private final Layout.Kind kind;
  private final Deals deals;
  private final AroundRows around;
  private final String label;
  private boolean saidUndated;
  private boolean saidNoIssue;
  private boolean sawReplacement;

  int records;
  int rejected;
  final Amounts accepted = new Amounts();

  TableRows(
      String label,
      Layout layout,
      ReadOptions options,
      DateCell dates,
      AmountCell amounts,
      FindingLog findings,
      Consumer<Fact> facts) {
    this.label = label;
    this.layout = layout;
    this.options = options;
    this.findings = findings;
    this.facts = facts;
    cells = new Cells(label, layout, options, dates, amounts, findings);
    gaps = new Gaps(layout);
    kind = layout.kind();
    deals = new Deals(cells);
    around = new AroundRows(layout, cells, findings, facts);
    if (kind == Layout.Kind.RECEIVABLES && !layout.whoOwes()) {
      findings.add(
          Finding.of(
              FindingCode.NO_DEBTOR,
              label,
              String.join(", ", layout.headers()),
              "a column that says who owes"));
    }
  }

  void row(Rows row) {
    cells.at(row);
    if (cells.blankRow() || cells.repeatedHeader()) {
      return;
    }
    if (cells.total()) {
      findings.add(
          cells.about(
              FindingCode.ROW_TOTAL,
              layout.header(Field.AMOUNT),
              cells.firstText(),
              "a receivable"));
      return;
    }
    if (!cells.sound(row)) {
      sawReplacement |= cells.badText();
      rejected++;
      return;
    }
    boolean counts =
        switch (kind) {
          case RECEIVABLES, UNKNOWN -> receivable();
          case PAYMENTS -> payment();
          case ALLOCATIONS -> allocation();
          case EVENTS -> around.event();
          case ORDERS -> around.order(accepted);
        };
    if (counts) {
      records++;
      gaps.row(row);
    } else {
      rejected++;
    }
  }

  void finish() {
    gaps.report(label, findings);
    if (sawReplacement && records > 0) {
      findings.add(
          Finding.of(
              FindingCode.CHARSET_MIXED,
              label,
              "lines in another character set",
              "one character set"));
    }
    cells.finish();
  }

  private boolean receivable() {
    Currency currency = cells.currency();
    Long amount =
        currency == null
            ? null
            : cells.amount(layout.has(Field.AMOUNT) ? Field.AMOUNT : Field.OPEN_AMOUNT, currency);
    if (currency == null || amount == null) {
      return false;
    }
    LocalDate due = cells.date(Field.DUE);
    LocalDate issued =
        cells.date(
            layout.has(Field.ISSUED)
                ? Field.ISSUED
                : layout.has(Field.DUE) && !layout.has(Field.DATE) ? Field.ISSUED : Field.DATE);
    if (cells.failed()) {
      return false;
    }
    boolean counts = receivable(new Money(currency, amount), issued, due);
    if (counts) {
      accepted.add(new Money(currency, amount));
    }
    return counts;
  }

  private boolean receivable(Money amount, @Nullable LocalDate issued, @Nullable LocalDate due) {
    if (cells.owesNothing()) {
      findings.add(
          cells.about(
              FindingCode.ROW_NOT_OWED,
              layout.header(Field.STATUS),
              cells.text(Field.STATUS),
              "a posted document"));
      return true;
    }
    if (amount.isZero()) {
      findings.add(
          cells.about(FindingCode.AMOUNT_ZERO, layout.header(Field.AMOUNT), "0", "an amount"));
      return true;
    }
    if (amount.signum() < 0 || cells.creditNote() || cells.paymentRow()) {
      credit(amount.signum() < 0 ? amount.negated() : amount, issued != null ? issued : due);
      return true;
    }
    return owed(amount, issued, due);
  }

  private boolean owed(Money amount, @Nullable LocalDate issuedCell, @Nullable LocalDate dueCell) {
    LocalDate issued = issuedCell;
    LocalDate due = dueCell;
    if (issued == null && due != null) {
      issued = due.minusDays(options.issuedBeforeDueDays());
      if (!saidNoIssue) {
        saidNoIssue = true;
        findings.add(
            Finding.at(
                    FindingCode.NO_ISSUE_DATE,
                    label,
                    cells.line(),
                    layout.header(Field.ISSUED),
                    "no issue date",
                    "an issue date")
                .withRemedy(
                    options.issuedBeforeDueDays()
                        + " days before the due date stand in; say otherwise with --issued-before-due."));
      }
    }
    if (issued == null) {
      return cells.missing(layout.has(Field.DUE) ? Field.DUE : Field.ISSUED);
    }
    String number = cells.number();
    Party debtor = cells.debtor();
    if (due == null) {
      List<Deals.Part> parts = deals.parts(issued);
      if (parts != null) {
        return parts(number, debtor, issued, amount, parts);
      }
      if (options.termsDays() == null) {
        return cells.missing(layout.has(Field.DUE) ? Field.DUE : Field.TERMS);
      }
      due = issued.plusDays(options.termsDays());
    }
    if (due.isBefore(issued)) {
      findings.add(
          cells.about(
              FindingCode.DUE_BEFORE_ISSUE,
              layout.header(Field.DUE),
              due + " before " + issued,
              "a due date on or after the issue date"));
    }
    Receivable receivable =
        new Receivable(number, debtor, issued, due, amount, deals.deal(), cells.origin());
    Entry paid = paid(amount);
    if (cells.failed()) {
      return false;
    }
    facts.accept(new Fact.Issued(receivable));
    if (paid != null) {
      facts.accept(new Fact.Settled(receivable, paid));
    }
    return true;
  }

  /// What the row itself says was paid: a date with or without an amount, an amount without a date,
  /// what is still open, or a status.
  private @Nullable Entry paid(Money amount) {
    LocalDate on = cells.date(Field.PAID_ON);
    Long paid = cells.amountOrNull(Field.PAID_AMOUNT, amount.currency());
    Long open =
        layout.has(Field.AMOUNT) ? cells.amountOrNull(Field.OPEN_AMOUNT, amount.currency()) : null;
    if (cells.failed()) {
      return null;
    }
    long minor;
    if (open != null) {
      minor = amount.minor() - open;
    } else if (paid != null) {
      minor = Math.abs(paid);
    } else {
      minor = on != null || cells.paidInFull() ? amount.minor() : 0;
    }
    if (minor <= 0) {
      return null;
    }
    if (on == null && !saidUndated) {
      saidUndated = true;
      findings.add(
          cells.about(
              FindingCode.PAYMENT_UNDATED,
              layout.header(Field.PAID_ON),
              "paid, without a date",
              "the date of payment"));
    }
    return new Entry(Entry.Kind.PAYMENT, on, new Money(amount.currency(), minor));
  }

  /// One receivable for each part; what the row says was paid fills them up in order.
  private boolean parts(
      String number, Party debtor, LocalDate issued, Money amount, List<Deals.Part> parts) {
    Entry paid = paid(amount);
    if (cells.failed()) {
      return false;
    }
    List<Money> split = amount.allocate(parts.stream().map(p -> p.part().percent()).toList());
    Money left = paid == null ? Money.zero(amount.currency()) : paid.amount();
    for (int i = 0; i < parts.size(); i++) {
      Money share = split.get(i);
      if (share.signum() <= 0) {
        continue;
      }
      Deals.Part one = parts.get(i);
      String part = parts.size() == 1 ? number : number + "/" + (i + 1);
      LocalDate from = one.due().isBefore(issued) ? one.due() : issued;
      Receivable receivable =
          new Receivable(part, debtor, from, one.due(), share, one.deal(), cells.origin());
      facts.accept(new Fact.Issued(receivable));
      Money settled = i == parts.size() - 1 ? left : left.min(share);
      if (paid != null && settled.signum() > 0) {
        facts.accept(new Fact.Settled(receivable, new Entry(paid.kind(), paid.on(), settled)));
        left = left.minus(settled);
      }
    }
    return true;
  }

  private void credit(Money amount, @Nullable LocalDate on) {
    findings.add(
        cells.about(
            FindingCode.CREDIT_HELD,
            layout.header(Field.AMOUNT),
            amount.toString(),
            "set against a receivable"));
    facts.accept(new Fact.CreditHeld(cells.debtor(), on, amount, cells.number(), cells.origin()));
  }

  private boolean payment() {
    Currency currency = cells.currency();
    Long amount =
        currency == null
            ? null
            : cells.amount(
                layout.has(Field.PAID_AMOUNT) ? Field.PAID_AMOUNT : Field.AMOUNT, currency);
    LocalDate on = cells.date(layout.has(Field.PAID_ON) ? Field.PAID_ON : Field.DATE);
    if (currency == null || amount == null || cells.failed()) {
      return false;
    }
    if (on == null) {
      return cells.missing(layout.has(Field.PAID_ON) ? Field.PAID_ON : Field.DATE);
    }
    if (amount == 0) {
      findings.add(
          cells.about(FindingCode.AMOUNT_ZERO, layout.header(Field.AMOUNT), "0", "an amount"));
      return true;
    }
    Money money = new Money(currency, Math.abs(amount));
    accepted.add(new Money(currency, amount));
    String number = cells.text(Field.RECEIVABLE);
    Entry.Kind entry =
        cells.creditNote()
            ? Entry.Kind.CREDIT_NOTE
            : cells.writeOff() ? Entry.Kind.WRITE_OFF : Entry.Kind.PAYMENT;
    if (number.isEmpty()) {
      facts.accept(
          new Fact.Received(
              cells.text(Field.PAYMENT),
              layout.whoOwes() ? cells.debtor() : null,
              on,
              money,
              cells.origin()));
    } else {
      String debtor = layout.has(Field.DEBTOR) ? cells.text(Field.DEBTOR) : "";
      facts.accept(new Fact.Remitted(number, debtor, new Entry(entry, on, money), cells.origin()));
    }
    return true;
  }

  private boolean allocation() {
    Currency currency = cells.currency();
    Long amount =
        currency == null
            ? null
            : cells.amount(layout.has(Field.AMOUNT) ? Field.AMOUNT : Field.PAID_AMOUNT, currency);
    if (currency == null || amount == null) {
      return false;
    }
    if (cells.text(Field.RECEIVABLE).isEmpty() || cells.text(Field.PAYMENT).isEmpty()) {
      return cells.missing(cells.text(Field.PAYMENT).isEmpty() ? Field.PAYMENT : Field.RECEIVABLE);
    }
    accepted.add(new Money(currency, amount));
    facts.accept(
        new Fact.Allocated(
            cells.text(Field.PAYMENT),
            cells.text(Field.RECEIVABLE),
            new Money(currency, Math.abs(amount)),
            cells.origin()));
    return true;
  }
}
