package dunnage.formats;

import dunnage.formats.MarketplaceColumns.Cell;
import dunnage.formats.ReadOptions.DateOrder;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.Severity;
import dunnage.kernel.money.Currency;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads a marketplace's file whose header is found: surveys all rows once for the decimal sign and
/// the order of its dates, then adds them up, settlement by settlement.
final class MarketplaceTable {

  private final RowSource source;
  private final TableReport report;
  private final ReadOptions options;
  private final boolean since1904;

  MarketplaceTable(RowSource source, TableReport report, ReadOptions options, boolean since1904) {
    this.source = source;
    this.report = report;
    this.options = options;
    this.since1904 = since1904;
  }

  /// @param above the rows of the file's beginning, of which those over the header are its preamble
  void read(MarketplaceColumns columns, List<String[]> above, List<Integer> lines)
      throws IOException {
    MarketplaceFormat format = columns.format();
    report.kind = FileKind.MARKETPLACE_SETTLEMENT;
    report.recognised.put("table", format.words());
    if (!format.marketplace().isEmpty()) {
      report.recognised.put("marketplace", format.marketplace());
    }
    report.recognised.put("header_line", columns.header().line());
    int preambleLines = columns.header().line() - 1;
    if (preambleLines > 0) {
      report.recognised.put("lines_above_header", preambleLines);
    }
    report.recognised.put("columns", columns.recognised());
    MarketplacePreamble preamble = MarketplacePreamble.of(columns, above, lines);
    MarketplaceSurvey survey = new MarketplaceSurvey(columns);
    source.read(survey);
    Currency usual = usualCurrency(preamble, survey);
    DateReader dates = new DateReader(order(survey, format, usual), since1904);
    AmountReader amounts = new AmountReader(decimal(survey, usual));
    report.recognised.put("days", "local, as written");
    MarketplaceRows rows =
        new MarketplaceRows(
            columns,
            new MarketplaceCells(columns, amounts, dates),
            report,
            survey,
            preamble.seller(),
            usual);
    report.lines.header(columns.header().names());
    source.read(rows);
    rows.close();
    if (survey.isEmpty()) {
      tell(FindingCode.FILE_EMPTY, columns.header().line(), "headers and no rows", "rows below");
    }
  }

  private @Nullable Currency usualCurrency(MarketplacePreamble preamble, MarketplaceSurvey survey) {
    if (preamble.currency() != null) {
      report.recognised.put("currency", preamble.currency().code() + ", named above the header");
      return preamble.currency();
    }
    return options.currency() != null ? options.currency() : survey.onlySign();
  }

  private DateOrder order(
      MarketplaceSurvey survey, MarketplaceFormat format, @Nullable Currency usual) {
    DateOrder order = options.dates() != null ? options.dates() : survey.dates.order();
    if (order == null && survey.dates.isNeeded()) {
      order = format.usualOrder();
      if (order == null) {
        Currency currency = usual != null ? usual : survey.onlyCurrency();
        boolean american = currency != null && currency.code().equals("USD");
        order = american ? DateOrder.MDY : DateOrder.DMY;
        tell(
            FindingCode.DATE_ORDER_UNDECIDABLE,
            0,
            survey.dates.example(),
            "a day greater than 12; read as " + (american ? "month-day" : "day-month"));
      }
    }
    if (survey.dates.isNeeded() && order != null) {
      report.recognised.put("date_order", order.name().toLowerCase(Locale.ROOT));
    }
    return order == null ? DateOrder.DMY : order;
  }

  private char decimal(MarketplaceSurvey survey, @Nullable Currency usual) {
    Character sign = options.decimal() != null ? options.decimal() : survey.decimals.sign();
    if (sign == null && survey.decimals.isNeeded()) {
      // Where nothing tells, money without decimals (JPY, KRW) groups by commas.
      Currency currency = usual != null ? usual : survey.onlyCurrency();
      boolean whole = currency != null && currency.digits() == 0;
      if (!whole) {
        tell(
            FindingCode.DECIMAL_UNDECIDABLE,
            0,
            survey.decimals.example(),
            "an amount that can be read in one way only; read with a decimal point");
      }
    }
    char decimal = sign == null ? '.' : sign;
    report.recognised.put("decimal", String.valueOf(decimal));
    return decimal;
  }

  /// An assumption that is named, where a table of receivables would be asked about: the sums of a
  /// settlement are checked against its total.
  private void tell(FindingCode code, int line, String seen, String expected) {
    report.add(
        new Finding(code, Severity.WARNING, report.label, line, "", seen, expected, code.remedy()));
  }

  /// Which columns of a file hold dates.
  static int[] places(MarketplaceColumns columns, boolean dates) {
    java.util.stream.IntStream cells =
        columns.cells().entrySet().stream()
            .filter(e -> dates ? e.getKey().isDate() : e.getKey().isAmount())
            .mapToInt(java.util.Map.Entry::getValue);
    java.util.stream.IntStream parts =
        dates
            ? java.util.stream.IntStream.empty()
            : columns.parts().stream().mapToInt(MarketplaceColumns.Part::column);
    return java.util.stream.IntStream.concat(cells, parts).distinct().toArray();
  }

  /// The row over which a file's rows stand.
  static boolean isAbove(MarketplaceColumns columns, Row row) {
    return row.line <= columns.header().line();
  }

  /// Whether a row repeats the header, as files that were put one behind the other do.
  static boolean isHeader(MarketplaceColumns columns, Row row) {
    return columns.header().isRepeatedIn(row) && !row.blank(columns.of(Cell.TYPE));
  }
}
