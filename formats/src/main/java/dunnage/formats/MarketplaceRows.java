package dunnage.formats;

import dunnage.formats.MarketplaceColumns.Cell;
import dunnage.formats.MarketplaceParts.RowMoney;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.Severity;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.payout.RowType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes the rows of a marketplace's file one by one, says what each is and adds it to its
/// settlement. A row that cannot be read is left out and told; one that is odd counts and is told.
final class MarketplaceRows implements RowSource.Visitor {

  /// More settlements in one file are no settlement report.
  static final int SETTLEMENTS_MAX = 100_000;

  private static final String PENDING =
      "|pending|scheduled|in transit|in_transit|processing|on hold|failed|canceled|cancelled|"
          + "returned|hold|unsettled|not paid|ausstehend|geplant|";

  private final MarketplaceColumns columns;
  private final MarketplaceCells cells;
  private final TableReport report;
  private final MarketplaceSurvey survey;
  private final String seller;
  private final @Nullable Currency usual;
  private final MarketplaceParts parts;
  private final MarketplaceOddities oddities;
  private final Map<String, SettlementSum> settlements = new LinkedHashMap<>();
  private @Nullable Long fileTotal;
  private int fileTotalLine;

  MarketplaceRows(
      MarketplaceColumns columns,
      MarketplaceCells cells,
      TableReport report,
      MarketplaceSurvey survey,
      String seller,
      @Nullable Currency usual) {
    this.columns = columns;
    this.cells = cells;
    this.report = report;
    this.survey = survey;
    this.seller = seller;
    this.usual = usual;
    this.parts = new MarketplaceParts(columns, cells, report);
    this.oddities = new MarketplaceOddities(columns, cells, report);
  }

  @Override
  public boolean row(Row row) {
    if (MarketplaceTable.isAbove(columns, row) || MarketplaceTable.isHeader(columns, row)) {
      return true;
    }
    report.lines.begin();
    if (row.unreadable) {
      // Its money is plain figures; a name in another character set must not lose it.
      report.add(
          new Finding(
              FindingCode.CHARSET_BAD,
              Severity.WARNING,
              report.label,
              row.line,
              "",
              row.shown(),
              "text; the row counts",
              FindingCode.CHARSET_BAD.remedy()));
    }
    if (row.line == survey.cutLine()) {
      report.add(
          FindingCode.FILE_TRUNCATED,
          row.line,
          "",
          row.shown(),
          columns.header().names().size() + " cells, as in every other row");
    }
    if (hasMoreCells(row)) {
      String expected = "at most " + columns.header().names().size() + " cells";
      reject(row, FindingCode.ROW_SHAPE, "", row.shown(), expected);
    } else if (isTotal(row)) {
      total(row);
    } else {
      count(row);
    }
    return true;
  }

  private boolean hasMoreCells(Row row) {
    for (int i = columns.header().names().size(); i < row.cells; i++) {
      if (!row.blank(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTotal(Row row) {
    if (columns.format().hasTotalRow()) {
      return !cells.isNone(row, columns.of(Cell.TOTAL));
    }
    int first = row.firstFilled();
    return columns.has(Cell.TYPE)
        && row.blank(columns.of(Cell.TYPE))
        && first >= 0
        && CellWords.startsTotal(row.cell(first));
  }

  private void total(Row row) {
    boolean own = columns.format().hasTotalRow();
    int column = columns.of(own ? Cell.TOTAL : Cell.NET);
    Long amount = cells.amount(row, column);
    if (amount == null) {
      reject(row, cells.problem(), columns.header().names().get(column), row.cell(column), "a sum");
      return;
    }
    if (!own) {
      fileTotal = amount;
      fileTotalLine = row.line;
      setAside(row);
      return;
    }
    SettlementSum settlement = settlement(row);
    if (settlement == null) {
      return;
    }
    if (settlement.total != null) {
      report.add(
          FindingCode.ROW_REPEATED,
          row.line,
          columns.header().names().get(column),
          row.cell(column),
          "one total, which stands on line " + settlement.totalLine);
      setAside(row);
      return;
    }
    settlement.total = amount;
    settlement.totalLine = row.line;
    report.lines.count();
    dates(row, settlement);
  }

  private void count(Row row) {
    oddities.shape(row);
    @Nullable RowMoney money = parts.of(row);
    if (money == null) {
      leaveOut(row);
      return;
    }
    SettlementSum settlement = settlement(row);
    if (settlement == null) {
      return;
    }
    boolean figuresSeen = columns.format() == MarketplaceFormat.PAYOUTS && settlement.rows > 0;
    if (!figuresSeen && !settlement.add(money.byType())) {
      reject(row, FindingCode.AMOUNT_TOO_LARGE, "", row.shown(), "a sum that can be counted");
      return;
    }
    report.lines.count();
    settlement.rows++;
    dates(row, settlement);
    settlement.day(cells.day(row, Cell.POSTED), isOnlyPayout(money));
    oddities.look(row, money, settlement);
    status(row, settlement);
    payout(row, money, settlement);
  }

  private void reject(Row row, FindingCode code, String column, String seen, String expected) {
    report.add(code, row.line, column, seen, expected);
    leaveOut(row);
  }

  private void leaveOut(Row row) {
    report.lines.reject(row.line, row.written(), null);
  }

  /// A sum of other rows brings no money of its own.
  private void setAside(Row row) {
    report.lines.setAside();
    report.lines.reject(row.line, row.written(), Money.zero(Currency.NONE));
  }

  private @Nullable SettlementSum settlement(Row row) {
    String id = cells.text(row, Cell.ID);
    Currency currency = currency(row, id);
    if (currency == null) {
      int column = columns.of(Cell.CURRENCY);
      String name = column < 0 ? "" : columns.header().names().get(column);
      reject(row, FindingCode.CURRENCY_UNKNOWN, name, row.cell(column), "a currency code");
      return null;
    }
    String named = cells.text(row, Cell.SELLER);
    String marketplace =
        columns.has(Cell.MARKETPLACE)
            ? cells.text(row, Cell.MARKETPLACE).toLowerCase(Locale.ROOT)
            : columns.format().marketplace();
    // Money that is still to be paid has no number; the day it is announced for tells it apart.
    String group = id.isEmpty() && columns.has(Cell.STATUS) ? group(row) : "";
    String key = String.join("\u001f", marketplace, named, id, currency.code(), group);
    SettlementSum known = settlements.get(key);
    if (known != null) {
      return known;
    }
    if (settlements.size() == SETTLEMENTS_MAX) {
      report.once(
          FindingCode.FILE_TOO_LARGE,
          row.line,
          "",
          "more than " + SETTLEMENTS_MAX + " settlements",
          "at most that many in one file");
      leaveOut(row);
      return null;
    }
    SettlementSum made =
        new SettlementSum(marketplace, named.isEmpty() ? seller : named, id, currency, row.line);
    settlements.put(key, made);
    return made;
  }

  private String group(Row row) {
    return columns.format() == MarketplaceFormat.PAYPAL
        ? ""
        : cells.text(row, Cell.STATUS).toLowerCase(Locale.ROOT) + cells.text(row, Cell.DEPOSIT);
  }

  private @Nullable Currency currency(Row row, String id) {
    String code = cells.text(row, Cell.CURRENCY);
    if (!code.isEmpty()) {
      Currency named = CurrencyWords.find(code);
      return named;
    }
    Currency known = survey.currencyOf(id);
    if (known == null) {
      known = usual != null ? usual : survey.onlyCurrency();
    }
    if (known == null) {
      report.once(FindingCode.NO_CURRENCY, row.line, "", "", "a currency, as with --currency EUR");
      return Currency.NONE;
    }
    return known;
  }

  private void dates(Row row, SettlementSum settlement) {
    for (Cell cell : new Cell[] {Cell.FROM, Cell.TO, Cell.DEPOSIT, Cell.POSTED, Cell.PAID}) {
      if (columns.has(cell) && cells.isBadDate(row, cell)) {
        String name = columns.header().names().get(columns.of(cell));
        report.add(FindingCode.DATE_BAD, row.line, name, row.cell(columns.of(cell)), "a date");
      }
    }
    settlement.from = or(settlement.from, cells.day(row, Cell.FROM));
    settlement.to = or(settlement.to, cells.day(row, Cell.TO));
    settlement.deposit = or(settlement.deposit, cells.day(row, Cell.DEPOSIT));
  }

  /// The day of a payout is none of the days it pays for, unless the rows are a statement of all
  /// that moved: a late payout would otherwise lengthen its own period and look punctual.
  private boolean isOnlyPayout(RowMoney money) {
    return money.type() == RowType.PAYOUT && !columns.format().isStatement();
  }

  private static @Nullable LocalDate or(@Nullable LocalDate known, @Nullable LocalDate other) {
    return known == null ? other : known;
  }

  private void status(Row row, SettlementSum settlement) {
    String status = cells.text(row, Cell.STATUS);
    if (!columns.has(Cell.STATUS) || columns.format() == MarketplaceFormat.PAYPAL) {
      return;
    }
    boolean pending =
        status.isEmpty() || PENDING.contains("|" + status.toLowerCase(Locale.ROOT) + "|");
    settlement.pending |= pending;
    settlement.status = settlement.status.isEmpty() ? status : settlement.status;
    if (pending) {
      settlement.expected = or(settlement.expected, cells.day(row, Cell.DEPOSIT));
    }
  }

  private void payout(Row row, RowMoney money, SettlementSum settlement) {
    if (columns.format() == MarketplaceFormat.PAYOUTS) {
      Long amount = cells.amount(row, columns.of(Cell.NET));
      LocalDate paid = cells.day(row, Cell.PAID);
      settlement.expected = or(settlement.expected, cells.day(row, Cell.PROMISED));
      if (amount == null) {
        return;
      }
      settlement.total = (settlement.total == null ? 0 : settlement.total) + amount;
      settlement.pending |= paid == null;
      if (paid != null) {
        settlement.paid(paid, amount, true);
      }
      return;
    }
    long out = money.byType()[RowType.PAYOUT.ordinal()];
    long sent = out != 0 ? -out : money.sent();
    if (sent == 0 || columns.format().hasTotalRow()) {
      return; // the total row says what was paid and when
    }
    LocalDate day = or(cells.day(row, Cell.DEPOSIT), cells.day(row, Cell.POSTED));
    if (day != null) {
      settlement.paid(day, sent, true);
    }
  }

  @Override
  public void broken(
      int line, List<String> written, FindingCode code, String seen, String expected) {
    if (line > columns.header().line()) {
      report.lines.begin();
      report.add(code, line, "", seen, expected);
      report.lines.reject(line, written, null);
    }
  }

  @Override
  public void stopped(int line, int lines) {
    report.add(FindingCode.LINE_TOO_LONG, line, "", lines + " lines not read", "whole lines");
  }

  /// Tells what shows only behind the last row, and hands the settlements over.
  void close() {
    new MarketplaceBalance(columns, report)
        .settle(
            Arrays.asList(settlements.values().toArray(SettlementSum[]::new)),
            fileTotal,
            fileTotalLine);
    oddities.close(settlements.values());
  }
}
