package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.FindingLog;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.Amounts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A table from any source: finds its header, learns how it writes dates and amounts, then hands
/// the rows to the reader of its kind.
final class TableFile {

  private static final int ROWS_TO_FIND_HEADER = 60;

  /// Enough rows to see how a file writes, unless they leave a question open.
  private static final int ROWS_OF_EVIDENCE = 2_000;

  /// Opens the table anew; it is read twice.
  interface Source {
    Rows open() throws IOException;
  }

  private final String label;
  private final ReadOptions options;
  private final FindingLog findings = new FindingLog();
  private final Map<String, Object> recognised;

  TableFile(String label, ReadOptions options, Map<String, Object> recognised) {
    this.label = label;
    this.options = options;
    this.recognised = new LinkedHashMap<>(recognised);
  }

  FindingLog findings() {
    return findings;
  }

  FileReport read(Source source, Consumer<Fact> facts) throws IOException {
    try {
      Layout layout = findHeader(source);
      if (layout == null) {
        findings.add(
            Finding.of(
                FindingCode.FILE_UNKNOWN,
                label,
                "no row with the headers of an amount and a date",
                "a header row like invoice, customer, issued, due, amount"));
        return report(FileKind.UNKNOWN, 0, 1, new Amounts(), false);
      }
      recognised.put("table", layout.kind().name().toLowerCase(java.util.Locale.ROOT));
      recognised.put("header_line", layout.headerLine());
      recognised.put("columns", layout.named());
      if (!answersFit(layout)) {
        return report(FileKind.RECEIVABLES, 0, 0, new Amounts(), true);
      }
      return rows(layout, source, facts);
    } catch (Rows.Unreadable broken) {
      findings.add(broken.finding());
      return report(FileKind.UNKNOWN, 0, 1, new Amounts(), false);
    }
  }

  private FileReport rows(Layout layout, Source source, Consumer<Fact> facts)
      throws IOException, Rows.Unreadable {
    Evidence evidence = evidence(layout, source);
    char decimal = options.decimal() != null ? options.decimal() : evidence.decimal();
    ReadOptions.DateOrder order = options.dates() != null ? options.dates() : evidence.dates();
    if (decimal == 0 || order == null) {
      if (order == null) {
        findings.add(
            Finding.at(
                FindingCode.DATE_ORDER_UNDECIDABLE,
                label,
                layout.headerLine(),
                layout.header(dateField(layout)),
                "no day above 12",
                "one date with a day above 12"));
      }
      if (decimal == 0) {
        findings.add(
            Finding.at(
                FindingCode.DECIMAL_UNDECIDABLE,
                label,
                layout.headerLine(),
                layout.header(Field.AMOUNT),
                "three digits behind every sign",
                "one amount with two decimals"));
      }
      return report(FileKind.RECEIVABLES, 0, 0, new Amounts(), true);
    }
    recognised.put(
        "date_order",
        evidence.hasShortDates() ? order.name().toLowerCase(java.util.Locale.ROOT) : "unambiguous");
    recognised.put("decimal", String.valueOf(decimal));
    if (!layout.unused().isEmpty()) {
      findings.add(
          Finding.at(
              FindingCode.COLUMN_UNUSED,
              label,
              layout.headerLine(),
              String.join(", ", layout.unused()),
              String.join(", ", layout.unused()),
              "a header Dunnage knows"));
    }
    TableRows reader =
        new TableRows(
            label, layout, options, new DateCell(order), new AmountCell(decimal), findings, facts);
    try (Rows rows = source.open()) {
      while (rows.next()) {
        if (rows.line() > layout.headerLine()) {
          reader.row(rows);
        }
      }
    } catch (Rows.Unreadable broken) {
      findings.add(broken.finding());
      reader.rejected++;
    }
    reader.finish();
    return report(FileKind.RECEIVABLES, reader.records, reader.rejected, reader.accepted, false);
  }

  private static Field dateField(Layout layout) {
    return layout.has(Field.DUE)
        ? Field.DUE
        : layout.has(Field.ISSUED)
            ? Field.ISSUED
            : layout.has(Field.PAID_ON) ? Field.PAID_ON : Field.DATE;
  }

  /// What `--map` says must exist, and there must be a way to know when money is due.
  private boolean answersFit(Layout layout) {
    boolean fit = true;
    for (Map.Entry<String, String> told : options.columns().entrySet()) {
      if (Field.named(told.getKey()) == null) {
        String fields =
            String.join(", ", java.util.Arrays.stream(Field.values()).map(Field::code).toList());
        findings.add(
            Finding.of(
                FindingCode.COLUMN_MISSING, label, "--map " + told.getKey(), "one of " + fields));
        fit = false;
      } else if (Layout.indexOf(layout.headers(), told.getValue()) < 0) {
        findings.add(
            Finding.at(
                FindingCode.COLUMN_MISSING,
                label,
                layout.headerLine(),
                told.getValue(),
                told.getValue(),
                "one of " + String.join(", ", layout.headers())));
        fit = false;
      }
    }
    if (layout.kind() == Layout.Kind.RECEIVABLES
        && !layout.has(Field.DUE)
        && !layout.has(Field.TERMS)
        && options.termsDays() == null) {
      findings.add(
          Finding.at(
                  FindingCode.COLUMN_MISSING,
                  label,
                  layout.headerLine(),
                  "due",
                  String.join(", ", layout.headers()),
                  "a due date")
              .withRemedy(
                  "Name it with --map due=\"…\", or say --terms-days 30 to count from the issue date."));
      fit = false;
    }
    return fit;
  }

  private @Nullable Layout findHeader(Source source) throws IOException, Rows.Unreadable {
    Layout best = null;
    int most = 1;
    try (Rows rows = source.open()) {
      for (int seen = 0; seen < ROWS_TO_FIND_HEADER && rows.next(); seen++) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < rows.cells(); i++) {
          cells.add(rows.cell(i).replace("\ufeff", "").strip());
        }
        if (cells.isEmpty()) {
          continue;
        }
        Layout layout = Layout.of(cells, rows.line(), options.columns());
        int known = layout.columns().size();
        if (layout.kind() != Layout.Kind.UNKNOWN && known > most) {
          best = layout;
          most = known;
        }
      }
    }
    return best;
  }

  private Evidence evidence(Layout layout, Source source) throws IOException, Rows.Unreadable {
    Evidence evidence = new Evidence();
    List<Map.Entry<Field, Integer>> columns = List.copyOf(layout.columns().entrySet());
    try (Rows rows = source.open()) {
      for (int seen = 0;
          rows.next()
              && (seen < ROWS_OF_EVIDENCE
                  || !evidence.settled() && seen < 40 * ROWS_OF_EVIDENCE); ) {
        if (rows.line() <= layout.headerLine()) {
          continue;
        }
        seen++;
        for (Map.Entry<Field, Integer> column : columns) {
          if (column.getKey().isDate()) {
            evidence.date(rows.cell(column.getValue()).strip());
          } else if (column.getKey().isAmount()) {
            evidence.amount(rows.cell(column.getValue()).strip());
          }
        }
      }
    }
    return evidence;
  }

  private FileReport report(
      FileKind kind, int records, int rejected, Amounts accepted, boolean asked) {
    return new FileReport(
        label, kind, recognised, records, rejected, accepted, findings.list(), asked);
  }
}
