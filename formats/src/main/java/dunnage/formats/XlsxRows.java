package dunnage.formats;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Fact;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/// Rows of one sheet of a workbook. Numbers become plain decimals with the fifteen digits that a
/// spreadsheet shows, dates become ISO dates.
final class XlsxRows implements Rows {

  private static final long MOST_BYTES = 1L << 30;
  private static final int MOST_ENTRIES = 10_000;
  private static final long RATIO_FREE_BYTES = 100_000;
  private static final int MOST_RATIO = 100;
  private static final MathContext SHOWN = new MathContext(15);

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private @Nullable Row current;

  private XlsxRows(Path file, int sheetIndex) throws IOException {
    workbook =
        new ReadableWorkbook(
            new BufferedInputStream(java.nio.file.Files.newInputStream(file)),
            new ReadingOptions(true, false));
    Sheet sheet =
        workbook
            .getSheet(sheetIndex)
            .orElseThrow(() -> new IOException("no sheet " + (sheetIndex + 1)));
    stream = sheet.openStream();
    rows = stream.iterator();
  }

  static FileReport read(Path file, String label, ReadOptions options, Consumer<Fact> facts)
      throws IOException {
    FileReport refused = check(file, label);
    if (refused != null) {
      return refused;
    }
    try {
      List<String> sheets = new ArrayList<>();
      try (ReadableWorkbook book =
          new ReadableWorkbook(new BufferedInputStream(java.nio.file.Files.newInputStream(file)))) {
        book.getSheets().forEach(s -> sheets.add(s.getName()));
      }
      FileReport first = null;
      for (int i = 0; i < sheets.size(); i++) {
        int index = i;
        Map<String, Object> recognised = new LinkedHashMap<>();
        recognised.put("format", "XLSX");
        recognised.put("sheet", sheets.get(i));
        FileReport report =
            new TableFile(label, options, recognised).read(() -> new XlsxRows(file, index), facts);
        if (report.kind() != FileKind.UNKNOWN) {
          return report;
        }
        first = first == null ? report : first;
      }
      return first == null
          ? Files.refused(label, FindingCode.FILE_EMPTY, "no sheet", "a sheet with rows")
          : first;
    } catch (ExcelReaderException | IOException broken) {
      return Files.refused(
          label,
          FindingCode.FILE_TRUNCATED,
          String.valueOf(broken.getMessage()),
          "a whole workbook");
    } catch (RuntimeException broken) {
      return Files.refused(
          label,
          FindingCode.FILE_TRUNCATED,
          String.valueOf(broken.getMessage()),
          "a whole workbook");
    }
  }

  /// Counts what each entry really unpacks to before anything parses it: sizes in the directory can
  /// lie.
  private static @Nullable FileReport check(Path file, String label) {
    byte[] block = new byte[1 << 16];
    long total = 0;
    boolean sheets = false;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        return Files.refused(
            label, FindingCode.ARCHIVE_REFUSED, zip.size() + " entries", "at most " + MOST_ENTRIES);
      }
      for (Iterator<? extends ZipEntry> entries = zip.entries().asIterator(); entries.hasNext(); ) {
        ZipEntry entry = entries.next();
        String name = entry.getName().toLowerCase(Locale.ROOT);
        sheets |= name.startsWith("xl/worksheets/");
        if (name.endsWith(".zip") || name.endsWith(".xlsx")) {
          return Files.refused(
              label, FindingCode.ARCHIVE_REFUSED, entry.getName(), "no archive in the archive");
        }
        long unpacked = 0;
        String head = "";
        try (InputStream in = zip.getInputStream(entry)) {
          for (int read = in.read(block); read >= 0; read = in.read(block)) {
            head =
                unpacked == 0
                    ? new String(
                        block,
                        0,
                        Math.min(read, 2048),
                        java.nio.charset.StandardCharsets.ISO_8859_1)
                    : head;
            unpacked += read;
            total += read;
            boolean bomb =
                unpacked > RATIO_FREE_BYTES
                    && unpacked > MOST_RATIO * Math.max(1, entry.getCompressedSize());
            if (bomb || total > MOST_BYTES) {
              return Files.refused(
                  label,
                  FindingCode.ARCHIVE_REFUSED,
                  entry.getName() + " unpacks to more than " + unpacked + " bytes",
                  "at most " + MOST_RATIO + " times its packed size");
            }
          }
        }
        if (name.endsWith(".xml") && head.contains("<!DOCTYPE")) {
          return Files.refused(label, FindingCode.XML_REFUSED, entry.getName(), "no DOCTYPE");
        }
      }
    } catch (ZipException broken) {
      return Files.refused(
          label,
          FindingCode.FILE_TRUNCATED,
          String.valueOf(broken.getMessage()),
          "a whole workbook");
    } catch (IOException broken) {
      return Files.refused(
          label,
          FindingCode.FILE_TRUNCATED,
          String.valueOf(broken.getMessage()),
          "a whole workbook");
    }
    return sheets
        ? null
        : Files.refused(
            label, FindingCode.FILE_BINARY, "a packed file without sheets", "a workbook (XLSX)");
  }

  @Override
  public boolean next() {
    if (!rows.hasNext()) {
      return false;
    }
    current = rows.next();
    return true;
  }

  @Override
  public int line() {
    return current == null ? 0 : current.getRowNum();
  }

  @Override
  public int cells() {
    return current == null ? 0 : current.getCellCount();
  }

  @Override
  public String cell(int index) {
    if (current == null || index >= current.getCellCount()) {
      return "";
    }
    Cell cell = current.getCell(index);
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    boolean figure = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
    if (figure && isNumber(cell.getRawValue())) {
      String format = cell.getDataFormatString();
      if (format != null && isDate(format)) {
        return date(cell);
      }
      return new BigDecimal(cell.getRawValue()).round(SHOWN).stripTrailingZeros().toPlainString();
    }
    String text = cell.getType() == CellType.STRING ? cell.asString() : cell.getText();
    return text == null ? "" : text;
  }

  /// A number outside the calendar stays as written, so that its row alone is rejected.
  private static String date(Cell cell) {
    try {
      return cell.asDate().toLocalDate().toString();
    } catch (RuntimeException outsideTheCalendar) {
      return cell.getRawValue();
    }
  }

  private static boolean isNumber(@Nullable String raw) {
    return raw != null && raw.length() < 40 && raw.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d{1,2})?");
  }

  /// A format is a date when it shows a day or a year outside quotes and brackets.
  private static boolean isDate(String format) {
    String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
    return !bare.equals("general")
        && (bare.contains("yy") || bare.contains("d") && !bare.contains("0"));
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
