package dunnage.formats;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// Reads CSV, TSV and their cousins.
final class TextTables {

  private TextTables() {}

  static FileReport read(
      Path file, String label, ReadOptions options, Consumer<Fact> facts, RejectedRows rejectedRows)
      throws IOException {
    TableReport report = new TableReport(label, rejectedRows);
    Encoding encoding = Encoding.of(file, options.charset());
    if (encoding == null) {
      report.refuse(FindingCode.FILE_BINARY, 0, "NUL bytes", "text");
      return report.done();
    }
    TextScan scan = encoding.scan();
    if (scan.tooLong > 0) {
      report.refuse(
          FindingCode.LINE_TOO_LONG,
          scan.tooLong,
          "more than " + TextScan.LINE_MAX_BYTES + " bytes without a line end",
          "lines of at most " + TextScan.LINE_MAX_BYTES + " bytes");
      return report.done();
    }
    Dialect dialect = Dialect.of(file, encoding, options);
    if (dialect.rows().stream().allMatch(TextTables::isBlank)) {
      report.refuse(FindingCode.FILE_EMPTY, 0, "only blanks", "a header row and rows");
      return report.done();
    }
    if (isOfRates(dialect)) {
      return Rates.read(file, label, new FxRates()); // told what it is; --rates is where it counts
    }
    report.recognised.put("format", dialect.delimiter() == '\t' ? "TSV" : "CSV");
    report.recognised.put("charset", encoding.shown());
    report.recognised.put("delimiter", dialect.shown());
    report.recognised.put("lines", scan.lines);
    TextRows rows = new TextRows(file, encoding, dialect.delimiter());
    MarketplaceColumns marketplace =
        options.columns().isEmpty()
            ? MarketplaceColumns.find(dialect.rows(), dialect.lines())
            : null;
    if (marketplace != null) {
      new MarketplaceTable(rows, report, options, false)
          .read(marketplace, dialect.rows(), dialect.lines());
      return report.done();
    }
    HeaderRow header = HeaderRow.find(dialect.rows(), dialect.lines(), options);
    if (header == null) {
      noHeader(report, dialect, options);
      return report.done();
    }
    new TableReader(rows, report, options, facts, false).read(header);
    return report.done();
  }

  private static boolean isBlank(String[] row) {
    return String.join("", row).isBlank();
  }

  /// `date,from,to,rate`, or a date and currencies as the ECB publishes them.
  private static boolean isOfRates(Dialect dialect) {
    if (dialect.rows().isEmpty()) {
      return false;
    }
    String[] header = dialect.rows().getFirst();
    Set<String> names = new HashSet<>();
    int currencies = 0;
    for (String name : header) {
      names.add(name.toLowerCase(Locale.ROOT));
      currencies += Currency.find(name) == null ? 0 : 1;
    }
    boolean pairs = names.containsAll(Set.of("date", "from", "to", "rate"));
    return pairs || names.contains("date") && currencies >= 2 && currencies >= header.length - 2;
  }

  /// A table without known headers is asked about only where the user already named columns; else
  /// it is most likely something else.
  private static void noHeader(TableReport report, Dialect dialect, ReadOptions options) {
    String seen = dialect.rows().isEmpty() ? "" : String.join(" | ", dialect.rows().getFirst());
    if (!options.columns().isEmpty()) {
      report.asked = true;
      report.add(
          FindingCode.HEADER_MISSING,
          0,
          "",
          seen,
          "a row with the headers named by --map: "
              + String.join(", ", options.columns().values()));
      return;
    }
    boolean table = dialect.rows().size() > 1 && dialect.rows().getFirst().length > 1;
    report.refuse(
        table ? FindingCode.HEADER_MISSING : FindingCode.FILE_UNKNOWN,
        0,
        seen,
        "a row with headers such as invoice number, due date, amount");
  }
}
