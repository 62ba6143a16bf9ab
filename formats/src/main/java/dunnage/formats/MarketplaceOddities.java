package dunnage.formats;

import dunnage.formats.MarketplaceColumns.Cell;
import dunnage.formats.MarketplaceParts.RowMoney;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import dunnage.kernel.payout.RowType;
import java.util.Collection;
import java.util.regex.Pattern;

/// Names what is odd about rows that count: identifiers left blank, rows that stand twice, signs of
/// currencies, rows cut short.
final class MarketplaceOddities {

  /// An order number of Amazon; `S01-…` is an order sold elsewhere and sent by Amazon.
  private static final Pattern AMAZON_ORDER =
      Pattern.compile("[0-9]{3}-[0-9]{7}-[0-9]{7}|[A-Z][0-9]{2}-[0-9]{7}-[0-9]{7}");

  private final MarketplaceColumns columns;
  private final MarketplaceCells cells;
  private final TableReport report;
  private final LineNotes notes = new LineNotes();
  private final RowPrints prints = new RowPrints();

  MarketplaceOddities(MarketplaceColumns columns, MarketplaceCells cells, TableReport report) {
    this.columns = columns;
    this.cells = cells;
    this.report = report;
  }

  void shape(Row row) {
    int missing = columns.header().names().size() - row.cells;
    if (missing > 0) {
      notes.add(FindingCode.ROW_SHORT, row.line, "", "fewer cells than headers");
    }
    int before = prints.before(row);
    if (before > 0) {
      report.add(
          FindingCode.ROW_REPEATED,
          row.line,
          "",
          row.shown(),
          "a row that differs from line " + before);
    }
  }

  void look(Row row, RowMoney money, SettlementSum settlement) {
    order(row, money);
    place(row, money);
    if (columns.has(Cell.ID) && settlement.id.isEmpty() && !columns.has(Cell.STATUS)) {
      note(FindingCode.SETTLEMENT_ID_MISSING, row, Cell.ID, "no settlement is named");
    }
    if (money.isSigned()) {
      notes.add(FindingCode.AMOUNT_SIGNED, row.line, "", "amounts carry a currency sign");
    }
    Currency sign = money.sign();
    if (sign != null && !sign.equals(settlement.currency)) {
      report.add(
          FindingCode.CURRENCIES_MIXED,
          row.line,
          "",
          sign.code() + " beside an amount",
          settlement.currency.code() + ", which counts");
    }
    String other = cells.text(row, Cell.OTHER_CURRENCY);
    if (!other.isEmpty() && !other.equalsIgnoreCase(settlement.currency.code())) {
      note(
          FindingCode.CURRENCIES_MIXED,
          row,
          Cell.OTHER_CURRENCY,
          "the buyer paid " + other + ", settled in " + settlement.currency.code());
    }
  }

  /// A sale without its order cannot be checked; for a monthly fee it is usual.
  private void order(Row row, RowMoney money) {
    if (!columns.has(Cell.ORDER) || columns.format() == MarketplaceFormat.ETSY) {
      return;
    }
    String order = cells.text(row, Cell.ORDER);
    if (order.isEmpty()) {
      blank(FindingCode.ORDER_ID_MISSING, row, Cell.ORDER, money, "no order is named");
    } else if (columns.format().marketplace().equals("amazon")
        && !AMAZON_ORDER.matcher(order).matches()) {
      report.add(
          FindingCode.ORDER_ID_ODD,
          row.line,
          columns.header().names().get(columns.of(Cell.ORDER)),
          order,
          "an order number like 123-1234567-1234567");
    }
  }

  private void place(Row row, RowMoney money) {
    boolean amazon = columns.format().marketplace().equals("amazon");
    if (amazon && columns.has(Cell.PLACE) && cells.text(row, Cell.PLACE).isEmpty()) {
      blank(
          FindingCode.MARKETPLACE_NAME_MISSING, row, Cell.PLACE, money, "no marketplace is named");
    }
  }

  private void blank(FindingCode code, Row row, Cell cell, RowMoney money, String words) {
    RowType type = money.type();
    boolean ofOrder =
        type == RowType.SALE
            || type == RowType.REFUND
            || type == RowType.CHARGEBACK
            || type == RowType.ADJUSTMENT;
    if (type != null && ofOrder) {
      String name = columns.header().names().get(columns.of(cell));
      report.add(code, row.line, name, "", "filled, as the row is of type " + type.word());
    } else {
      note(code, row, cell, words);
    }
  }

  private void note(FindingCode code, Row row, Cell cell, String words) {
    notes.add(code, row.line, columns.header().names().get(columns.of(cell)), words);
  }

  void close(Collection<SettlementSum> settlements) {
    long currencies = settlements.stream().map(s -> s.currency).distinct().count();
    if (currencies > 1) {
      settlements.stream()
          .collect(java.util.stream.Collectors.toMap(s -> s.currency, s -> s, (a, b) -> a))
          .values()
          .forEach(
              s ->
                  notes.add(
                      FindingCode.CURRENCIES_MIXED,
                      s.line,
                      "",
                      "settlements in " + s.currency.code() + " begin"));
    }
    notes.tell(report);
  }
}
