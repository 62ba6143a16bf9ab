package dunnage.formats;

import dunnage.formats.ReadOptions.DateOrder;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.Severity;
import dunnage.kernel.ledger.Fact;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Reads a table whose header is found: settles what its columns are, surveys all rows once, then
/// turns them into facts. Whatever cannot be decided from the file is asked for, not guessed.
final class TableReader {

  private final RowSource source;
  private final TableReport report;
  private final ReadOptions options;
  private final Consumer<Fact> facts;
  private final boolean since1904;

  TableReader(
      RowSource source,
      TableReport report,
      ReadOptions options,
      Consumer<Fact> facts,
      boolean since1904) {
    this.source = source;
    this.report = report;
    this.options = options;
    this.facts = facts;
    this.since1904 = since1904;
  }

  void read(HeaderRow header) throws IOException {
    Columns columns = new Columns(header, options, report.label);
    TableKind kind = TableKind.of(columns, options);
    if (kind == null) {
      unknown(columns);
      return;
    }
    report.kind = FileKind.RECEIVABLES;
    report.recognised.put("table", kind.code());
    report.recognised.put("header_line", header.line());
    report.recognised.put("columns", columns.recognised(kind.uses()));
    List<Finding> problems = columns.problems(kind.uses());
    problems.forEach(report::add);
    report.asked =
        problems.stream().anyMatch(p -> p.severity() == Severity.ERROR)
            || isColumnMissing(columns, kind);
    Survey survey = new Survey(columns, kind, new RowSorter(columns, kind));
    source.read(new BehindHeader(header.line(), survey));
    DateReader dates = new DateReader(dateOrder(survey.dates, columns), since1904);
    AmountReader amounts = new AmountReader(decimal(survey.decimals));
    if (survey.isEmpty()) {
      String seen = "headers and no rows";
      report.add(
          new Finding(
              FindingCode.FILE_EMPTY,
              Severity.WARNING,
              report.label,
              header.line(),
              "",
              seen,
              "rows below the headers",
              FindingCode.FILE_EMPTY.remedy()));
    }
    if (!report.asked) {
      report.lines.header(header.names());
      rows(columns, kind, survey, new Cells(columns, report, options, dates, amounts));
    }
    if (!report.asked) {
      tellUnused(columns, kind.uses());
    }
  }

  private void unknown(Columns columns) {
    String headers =
        String.join(", ", columns.header().names().stream().filter(n -> !n.isBlank()).toList());
    report.recognised.put("header_line", columns.header().line());
    List<Finding> problems =
        options.columns().isEmpty() ? List.of() : columns.problems(Set.of(Field.values()));
    problems.forEach(report::add);
    report.asked = !problems.isEmpty();
    report.refuse(
        FindingCode.FILE_UNKNOWN,
        columns.header().line(),
        headers,
        "columns for a number or debtor, an amount and a due date");
  }

  /// Receivables need an amount and a due date, or what a due date can be computed from.
  private boolean isColumnMissing(Columns columns, TableKind kind) {
    if (kind != TableKind.RECEIVABLES) {
      return false;
    }
    if (!columns.has(Field.AMOUNT) && !columns.has(Field.OPEN_AMOUNT)) {
      missing(columns, Field.AMOUNT, "Name it with --map amount=…");
      return true;
    }
    boolean computed =
        columns.has(Field.TERMS) || columns.has(Field.ISSUED) && options.termsDays() != null;
    if (columns.has(Field.DUE) || computed) {
      return false;
    }
    missing(
        columns,
        Field.DUE,
        columns.has(Field.ISSUED)
            ? "Name it with --map due=…, or say how many days after issue with --terms-days 30"
            : "Name it with --map due=…");
    return true;
  }

  private void missing(Columns columns, Field field, String remedy) {
    String there =
        String.join(", ", columns.header().names().stream().filter(n -> !n.isBlank()).toList());
    report.add(
        Finding.at(
                FindingCode.COLUMN_MISSING,
                report.label,
                columns.header().line(),
                field.code(),
                there,
                "a column for " + field.code())
            .withRemedy(remedy));
  }

  private DateOrder dateOrder(DateEvidence evidence, Columns columns) {
    DateOrder inHeader = columns.datesInHeader();
    DateOrder order =
        options.dates() != null ? options.dates() : inHeader != null ? inHeader : evidence.order();
    if (!evidence.isNeeded()) {
      report.recognised.put("date_order", "unambiguous");
      return order == null ? DateOrder.DMY : order;
    }
    if (order == null) {
      report.add(
          FindingCode.DATE_ORDER_UNDECIDABLE,
          0,
          "",
          evidence.example(),
          "a date whose day is greater than 12");
      report.asked = true;
      return DateOrder.DMY;
    }
    report.recognised.put("date_order", order == DateOrder.DMY ? "dmy" : "mdy");
    return order;
  }

  private char decimal(DecimalEvidence evidence) {
    Character sign = options.decimal() != null ? options.decimal() : evidence.sign();
    if (sign == null && evidence.isNeeded()) {
      report.add(
          FindingCode.DECIMAL_UNDECIDABLE,
          0,
          "",
          evidence.example(),
          "an amount that can be read in one way only");
      report.asked = true;
    }
    char decimal = sign == null ? '.' : sign;
    if (sign != null) {
      report.recognised.put("decimal", String.valueOf(decimal));
    }
    return decimal;
  }

  private void rows(Columns columns, TableKind kind, Survey survey, Cells cells)
      throws IOException {
    TableRows rows =
        switch (kind) {
          case RECEIVABLES -> new ReceivableRows(cells, options, facts);
          case PAYMENTS, ALLOCATIONS -> new PaymentRows(cells, facts);
          case EVENTS -> new EventRows(cells, facts);
          case ORDERS -> new OrderRows(cells, facts);
        };
    RowTaker taker =
        new RowTaker(
            rows, new RowSorter(columns, kind), cells, survey.columnsThatShouldBeFilled(columns));
    source.read(new BehindHeader(columns.header().line(), taker));
    rows.close();
    taker.close();
    boolean allForCurrency =
        report.lines.records == 0
            && report.lines.rejected > 0
            && report.has(FindingCode.CURRENCY_UNKNOWN)
            && options.currency() == null
            && !columns.has(Field.CURRENCY);
    report.asked |= allForCurrency; // `$` everywhere: one flag answers for all rows
  }

  private void tellUnused(Columns columns, Set<Field> used) {
    List<String> derived = columns.derived();
    if (!derived.isEmpty()) {
      report.recognised.put("computed_anew", String.join(", ", derived));
    }
    List<String> unused = columns.unused(used);
    if (!unused.isEmpty()) {
      report.add(
          FindingCode.COLUMN_UNUSED,
          columns.header().line(),
          "",
          String.join(", ", unused),
          "headers that are known");
    }
  }

  /// Leaves out what stands above and in the header row.
  private record BehindHeader(int line, RowSource.Visitor visitor) implements RowSource.Visitor {
    @Override
    public boolean row(Row row) {
      return row.line <= line || visitor.row(row);
    }

    @Override
    public void broken(
        int brokenLine, List<String> written, FindingCode code, String seen, String expected) {
      if (brokenLine > line) {
        visitor.broken(brokenLine, written, code, seen, expected);
      }
    }

    @Override
    public void stopped(int stoppedLine, int lines) {
      visitor.stopped(stoppedLine, lines);
    }
  }
}
