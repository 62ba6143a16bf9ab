package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// Reads XLSX workbooks: the first sheet whose header names a table.
final class Workbooks {

  private static final int SAMPLE_ROWS = 120;

  /// A sheet whose header is found.
  private record Found(Sheet sheet, HeaderRow header, boolean usable) {}

  private final TableReport report;
  private final ReadOptions options;
  private final Consumer<Fact> facts;

  private Workbooks(TableReport report, ReadOptions options, Consumer<Fact> facts) {
    this.report = report;
    this.options = options;
    this.facts = facts;
  }

  static FileReport read(
      Path file, String label, ReadOptions options, Consumer<Fact> facts, RejectedRows rejectedRows)
      throws IOException {
    TableReport report = new TableReport(label, rejectedRows);
    Finding packed = new PackedFile(label).refusal(file);
    Finding refusal = packed != null ? packed : new SheetGuard(label).refusal(file);
    if (refusal != null) {
      report.refuse(refusal);
      return report.done();
    }
    report.recognised.put("format", "XLSX");
    try (ReadableWorkbook workbook = open(file)) {
      new Workbooks(report, options, facts).read(workbook);
    } catch (SheetRows.Broken broken) {
      report.add(
          FindingCode.XML_BROKEN, 0, "", String.valueOf(broken.getMessage()), "a whole workbook");
    }
    return report.done();
  }

  private static ReadableWorkbook open(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
    } catch (RuntimeException broken) {
      throw new SheetRows.Broken(broken);
    }
  }

  private void read(ReadableWorkbook workbook) throws IOException {
    if (options.columns().isEmpty() && readMarketplace(workbook)) {
      return;
    }
    List<Found> found = new ArrayList<>();
    String first = "";
    for (Sheet sheet : workbook.getSheets().toList()) {
      if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
        Found header = header(sheet);
        first = first.isEmpty() ? sheet.getName() : first;
        if (header != null) {
          found.add(header);
        }
      }
    }
    Found chosen =
        found.stream()
            .filter(Found::usable)
            .findFirst()
            .orElse(found.isEmpty() ? null : found.getFirst());
    if (chosen == null) {
      report.asked = !options.columns().isEmpty();
      report.add(
          FindingCode.HEADER_MISSING,
          0,
          "",
          "sheet " + first,
          "a row with headers such as invoice number, due date, amount");
      return;
    }
    report.recognised.put("sheet", chosen.sheet().getName());
    List<String> others =
        found.stream()
            .filter(f -> f.usable() && f != chosen)
            .map(f -> f.sheet().getName())
            .toList();
    if (!others.isEmpty()) {
      report.recognised.put("sheets_not_read", String.join(", ", others));
    }
    new TableReader(new SheetRows(chosen.sheet()), report, options, facts, workbook.isDate1904())
        .read(chosen.header());
  }

  /// The first visible sheet that is a marketplace's settlement.
  ///
  /// @return false if none is
  private boolean readMarketplace(ReadableWorkbook workbook) throws IOException {
    for (Sheet sheet : workbook.getSheets().toList()) {
      List<String[]> rows = new ArrayList<>();
      List<Integer> lines = new ArrayList<>();
      sample(sheet, rows, lines);
      MarketplaceColumns columns = MarketplaceColumns.find(rows, lines);
      if (sheet.getVisibility() == SheetVisibility.VISIBLE && columns != null) {
        report.recognised.put("sheet", sheet.getName());
        new MarketplaceTable(new SheetRows(sheet), report, options, workbook.isDate1904())
            .read(columns, rows, lines);
        return true;
      }
    }
    return false;
  }

  private static void sample(Sheet sheet, List<String[]> rows, List<Integer> lines)
      throws IOException {
    new SheetRows(sheet)
        .read(
            row -> {
              rows.add(row.toArray());
              lines.add(row.line);
              return rows.size() < SAMPLE_ROWS;
            });
  }

  private @Nullable Found header(Sheet sheet) throws IOException {
    List<String[]> rows = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    sample(sheet, rows, lines);
    HeaderRow header = HeaderRow.find(rows, lines, options);
    return header == null
        ? null
        : new Found(
            sheet,
            header,
            TableKind.of(new Columns(header, options, report.label), options) != null);
  }
}
