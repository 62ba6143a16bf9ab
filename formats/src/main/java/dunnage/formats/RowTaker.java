package dunnage.formats;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import java.util.List;

/// Takes every row of a table behind its header, so that each ends as accepted, as rejected with a
/// finding, or as something between the rows that is counted by its name.
final class RowTaker implements RowSource.Visitor {

  private final TableRows rows;
  private final RowSorter sorter;
  private final Columns columns;
  private final Cells cells;
  private final TableReport report;
  private final int[] shouldBeFilled;
  private int totals;
  private int headings;
  private int repeatedHeaders;

  RowTaker(TableRows rows, RowSorter sorter, Cells cells, int[] shouldBeFilled) {
    this.rows = rows;
    this.sorter = sorter;
    this.cells = cells;
    this.columns = cells.columns;
    this.report = cells.report;
    this.shouldBeFilled = shouldBeFilled;
  }

  @Override
  public boolean row(Row row) {
    if (row.unreadable) {
      report.lines.begin();
      report.add(
          FindingCode.CHARSET_BAD,
          row.line,
          "",
          row.shown(),
          "text in " + report.recognised.get("charset"));
      report.once(
          FindingCode.CHARSET_MIXED,
          row.line,
          "",
          row.shown(),
          "one character set for the whole file");
      reject(row);
      return true;
    }
    switch (sorter.sort(row)) {
      case ROW -> take(row);
      case TOTAL -> total(row);
      case BARE_SUM -> bareSum(row);
      case REPEATED_HEADER -> repeatedHeaders++;
      case HEADING -> {
        headings++;
        rows.heading(row.cell(row.firstFilled()));
      }
    }
    return true;
  }

  private void take(Row row) {
    report.lines.begin();
    for (int i = columns.count(); i < row.cells; i++) {
      if (!row.blank(i)) {
        report.add(
            FindingCode.ROW_SHAPE,
            row.line,
            "",
            row.cells + " cells: " + row.shown(),
            columns.count() + " cells, as the header has");
        report.lines.reject(row.line, row.written(), null); // its amount stands in another column
        return;
      }
    }
    if (rows.read(row)) {
      report.lines.count();
      tellGaps(row);
    } else {
      reject(row);
    }
  }

  private void tellGaps(Row row) {
    StringBuilder gaps = null;
    for (int column : shouldBeFilled) {
      if (row.blank(column)) {
        gaps = gaps == null ? new StringBuilder() : gaps.append(", ");
        gaps.append(columns.header().names().get(column));
      }
    }
    if (gaps != null) {
      report.add(
          FindingCode.ROW_INCOMPLETE,
          row.line,
          gaps.toString(),
          "",
          "what at least " + Survey.FILLED_PERCENT + " % of the rows fill");
    }
  }

  private void total(Row row) {
    totals++;
    report.lines.begin();
    report.lines.setAside();
    report.add(FindingCode.ROW_TOTAL, row.line, "", row.shown(), "a receivable");
    reject(row);
  }

  /// Money without a word is a total if it is the sum of the rows so far; else something is
  /// missing.
  private void bareSum(Row row) {
    int column =
        columns.of(Field.AMOUNT) >= 0 ? columns.of(Field.AMOUNT) : columns.of(Field.OPEN_AMOUNT);
    String figures = row.cell(column).replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    for (Currency currency : report.currencies()) {
      String sum = Long.toString(Math.abs(report.accepted(currency)));
      String whole = sum.endsWith("00") ? sum.substring(0, sum.length() - currency.digits()) : sum;
      if (figures.equals(sum) || figures.equals(whole)) {
        total(row);
        return;
      }
    }
    take(row);
  }

  private void reject(Row row) {
    report.lines.reject(row.line, row.written(), cells.moneyLeftOut(row, rows.isMoneyOptional()));
  }

  @Override
  public void broken(
      int line, List<String> written, FindingCode code, String seen, String expected) {
    report.lines.begin();
    report.add(code, line, "", seen, expected);
    report.lines.reject(line, written, null);
  }

  @Override
  public void stopped(int line, int lines) {
    report.add(
        FindingCode.QUOTE_UNCLOSED,
        line,
        "",
        "too many broken lines; the last " + lines + " lines are not read",
        "quotes that are closed");
  }

  /// Counts what stood between the rows.
  void close() {
    count("totals", totals);
    count("headings", headings);
    count("repeated_headers", repeatedHeaders);
  }

  private void count(String name, int count) {
    if (count > 0) {
      report.recognised.put(name, count);
    }
  }
}
