package dunnage.formats;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Reads CSV, TSV and their cousins.
final class TextTables {

  private TextTables() {}

  static FileReport read(Path file, String label, ReadOptions options, Consumer<Fact> facts) throws IOException {
    TableReport report = new TableReport(label);
    Encoding encoding = Encoding.of(file, options.charset());
    if (encoding == null) {
      report.add(FindingCode.FILE_BINARY, 0, "", "NUL bytes", "text");
      return report.done();
    }
    TextScan scan = encoding.scan();
    if (scan.tooLong > 0) {
      report.add(FindingCode.LINE_TOO_LONG, scan.tooLong, "", "more than " + TextScan.LINE_MAX_BYTES + " bytes without a line end", "lines of at most " + TextScan.LINE_MAX_BYTES + " bytes");
      return report.done();
    }
    Dialect dialect = Dialect.of(file, encoding, options);
    report.recognised.put("format", dialect.delimiter() == '\t' ? "TSV" : "CSV");
    report.recognised.put("charset", encoding.shown());
    report.recognised.put("delimiter", dialect.shown());
    report.recognised.put("lines", scan.lines);
    HeaderRow header = HeaderRow.find(dialect.rows(), dialect.lines(), options);
    if (header == null) {
      noHeader(report, dialect, options);
      return report.done();
    }
    TextRows rows = new TextRows(file, encoding, dialect.delimiter());
    new TableReader(rows, report, options, facts, false).read(header);
    return report.done();
  }

  /// A table without known headers is asked about only where the user already named columns; else
  /// it is most likely something else.
  private static void noHeader(TableReport report, Dialect dialect, ReadOptions options) {
    String seen = dialect.rows().isEmpty() ? "" : String.join(" | ", dialect.rows().getFirst());
    if (!options.columns().isEmpty()) {
      report.asked = true;
      report.add(FindingCode.HEADER_MISSING, 0, "", seen, "a row with the headers named by --map: " + String.join(", ", options.columns().values()));
      return;
    }
    boolean table = dialect.rows().size() > 1 && dialect.rows().getFirst().length > 1;
    report.add(table ? FindingCode.HEADER_MISSING : FindingCode.FILE_UNKNOWN, 0, "", seen, "a row with headers such as invoice number, due date, amount");
  }
}
