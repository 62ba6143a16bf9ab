package dunnage.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Reads an exported book: a ZIP of tables, and a list of them with the hash of each, by which a
/// book that was changed or cut off is known before anything of it counts. [BookWriter] writes it.
final class BookArchive {

  /// The list of tables, last in the archive: `table,rows,sha256`.
  static final String MANIFEST = "dunnage-export.csv";

  /// In the list's first row; a later release that writes otherwise counts up.
  static final String VERSION = "1";

  private static final long UNPACKED_MAX_BYTES = 4L << 30;
  private static final int MANIFEST_MAX_BYTES = 1 << 16;

  /// Why a book does not count.
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    Refused(FindingCode code, String label, String seen, String expected) {
      super(seen);
      finding = Finding.of(code, label, seen, expected);
    }
  }

  private record Listed(long rows, String sha256) {}

  private final ZipFile zip;
  private final String label;
  private final TableReport report;
  private int number;

  private BookArchive(ZipFile zip, String label, TableReport report) {
    this.zip = zip;
    this.label = label;
    this.report = report;
  }

  static boolean recognised(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(MANIFEST) != null;
    } catch (ZipException broken) {
      return false;
    }
  }

  static FileReport read(Path file, String label, RejectedRows rejected, Consumer<BookLine> lines)
      throws IOException {
    TableReport report = new TableReport(label, rejected);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      new BookArchive(zip, label, report).read(lines);
    } catch (Refused refused) {
      report.refuse(refused.finding);
    }
    return report.done();
  }

  private void read(Consumer<BookLine> lines) throws IOException, Refused {
    Map<BookTable, Listed> listed = manifest();
    for (Map.Entry<BookTable, Listed> one : listed.entrySet()) {
      check(one.getKey(), one.getValue());
    }
    report.kind = FileKind.OWN_EXPORT;
    report.recognised.put("format", "ZIP of CSV");
    for (BookTable table : listed.keySet()) {
      if (table.imported()) {
        long before = number;
        rows(table, lines);
        report.recognised.put(table.file(), (int) (number - before));
      }
    }
  }

  private Map<BookTable, Listed> manifest() throws IOException, Refused {
    Map<BookTable, Listed> listed = new EnumMap<>(BookTable.class);
    ZipEntry entry = zip.getEntry(MANIFEST);
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(MANIFEST_MAX_BYTES);
      Map<String, BookTable> files = new HashMap<>();
      for (BookTable table : BookTable.values()) {
        files.put(table.file(), table);
      }
      for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
        String[] cells = line.strip().split(",");
        BookTable table = files.get(cells[0]);
        if (cells[0].equals("dunnage") && !(cells.length > 1 && cells[1].equals(VERSION))) {
          throw refused(line, "an export of this release, version " + VERSION);
        }
        if (table != null && cells.length == 3 && cells[1].matches("[0-9]{1,12}")) {
          listed.put(table, new Listed(Long.parseLong(cells[1]), cells[2]));
        }
      }
    }
    for (BookTable table : BookTable.values()) {
      if (!listed.containsKey(table)) {
        throw refused("no " + table.file() + " in " + MANIFEST, "every table of an export");
      }
    }
    return listed;
  }

  /// @throws Refused unless the bytes are those that were exported
  private void check(BookTable table, Listed listed) throws IOException, Refused {
    ZipEntry entry = zip.getEntry(table.file());
    if (entry == null) {
      throw refused("no " + table.file(), "every table of an export");
    }
    var digest = BookWriter.sha256();
    byte[] chunk = new byte[1 << 16];
    long total = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        digest.update(chunk, 0, n);
        total += n;
        if (total > UNPACKED_MAX_BYTES) {
          throw refused(
              table.file() + " unpacks to more than " + UNPACKED_MAX_BYTES + " bytes",
              "at most so many");
        }
      }
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(listed.sha256())) {
      throw refused(
          table.file() + " is not as it was exported",
          "the tables unchanged; corrections go in by a list of their own or by the API");
    }
  }

  private void rows(BookTable table, Consumer<BookLine> lines) throws IOException, Refused {
    try (Reader reader =
            new InputStreamReader(
                zip.getInputStream(zip.getEntry(table.file())), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
      for (NamedCsvRecord row : csv) {
        Map<String, String> cells = new HashMap<>();
        for (String column : table.columns()) {
          String cell = row.findField(column).orElse(null);
          if (cell == null) {
            throw refused(table.file() + " without the column " + column, "all columns");
          }
          cells.put(column, BookWriter.plain(cell));
        }
        report.lines.begin();
        number++;
        count(cells);
        report.lines.count();
        lines.accept(new BookLine(table, number, row.getStartingLineNumber(), cells));
      }
    } catch (CsvParseException | UncheckedIOException broken) {
      throw refused(table.file() + ": " + broken.getMessage(), "a table that can be read");
    }
  }

  /// The money of what is owed and of what came in. What lowered the one by the other is both.
  private void count(Map<String, String> cells) {
    Money amount =
        cells.containsKey("open") || cells.containsKey("unallocated") ? money(cells) : null;
    if (amount != null) {
      boolean ignored = report.accept(amount.currency(), amount.minor());
    }
  }

  private static @Nullable Money money(Map<String, String> cells) {
    try {
      Currency currency = Currency.find(cells.getOrDefault("currency", ""));
      String amount = cells.getOrDefault("amount", "");
      return currency != null && amount.matches("[0-9]{1,18}([.][0-9]{1,6})?")
          ? Money.of(currency, new java.math.BigDecimal(amount))
          : null;
    } catch (ArithmeticException unreadable) {
      return null;
    }
  }

  private Refused refused(String seen, String expected) {
    return new Refused(FindingCode.ARCHIVE_REFUSED, label, seen, expected);
  }
}
