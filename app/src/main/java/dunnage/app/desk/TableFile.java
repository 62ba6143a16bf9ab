package dunnage.app.desk;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dunnage.kernel.money.Money;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A list as a file for a spreadsheet, written row by row. Money is its figure; the currency stands
/// in a column of its own.
public final class TableFile {

  /// Takes rows.
  public interface Rows {
    /// @param cells text, a day, money, a number or a truth; null for an empty one
    void add(@Nullable Object... cells);
  }

  /// Gives rows.
  public interface Content {
    void write(Rows rows);
  }

  /// @param heads of its columns
  public record Sheet(String name, List<String> heads, Content content) {
    public Sheet {
      heads = List.copyOf(heads);
    }
  }

  /// With these a spreadsheet would begin to compute.
  private static final String GUARDED = "=+-@\t\r";

  /// By it spreadsheets know UTF-8; without it they guess, and Chinese and Cyrillic are lost.
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private static final String PROGRAM_VERSION = "01.0000"; // the form Excel asks for
  private static final int AT_ONCE = 500;
  private static final int LONGEST_CELL = 32_767;
  private static final double WIDTH = 16;

  private TableFile() {}

  /// As RFC 4180, in UTF-8 with a byte order mark.
  public static void csv(OutputStream out, Sheet sheet) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.write(BYTE_ORDER_MARK);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    csv.writeRecord(sheet.heads());
    try {
      sheet
          .content()
          .write(
              cells -> {
                String[] texts = new String[cells.length];
                for (int i = 0; i < cells.length; i++) {
                  texts[i] = text(cells[i]);
                }
                csv.writeRecord(texts);
              });
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
    csv.flush();
  }

  private static String text(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case Money money -> money.decimal();
      case String text ->
          !text.isEmpty() && GUARDED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
      default -> cell.toString();
    };
  }

  /// A workbook; text in it is text, whatever it begins with.
  public static void workbook(OutputStream out, List<Sheet> sheets) throws IOException {
    try (Workbook book = new Workbook(out, "Dunnage", PROGRAM_VERSION)) {
      for (Sheet sheet : sheets) {
        try (Worksheet into = book.newWorksheet(sheet.name())) {
          write(into, sheet);
        }
      }
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }

  private static void write(Worksheet into, Sheet sheet) {
    into.freezePane(0, 1);
    for (int column = 0; column < sheet.heads().size(); column++) {
      into.width(column, WIDTH);
      into.inlineString(0, column, sheet.heads().get(column));
      into.style(0, column).bold().set();
    }
    int[] row = {0};
    sheet
        .content()
        .write(
            cells -> {
              row[0]++;
              for (int column = 0; column < cells.length; column++) {
                cell(into, row[0], column, cells[column]);
              }
              if (row[0] % AT_ONCE == 0) {
                flush(into); // else the whole sheet would wait in memory
              }
            });
  }

  private static void flush(Worksheet into) {
    try {
      into.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void cell(Worksheet into, int row, int column, @Nullable Object cell) {
    switch (cell) {
      case null -> {
        // stays empty
      }
      case Money money -> {
        int digits = money.currency().digits();
        into.value(row, column, money.toBigDecimal());
        into.style(row, column)
            .format("#,##0" + (digits == 0 ? "" : "." + "0".repeat(digits)))
            .set();
      }
      case LocalDate day -> {
        into.value(row, column, day);
        into.style(row, column).format("yyyy-mm-dd").set();
      }
      case Number number -> into.value(row, column, number);
      case Boolean truth -> into.value(row, column, truth);
      default -> {
        String text = cell.toString();
        into.inlineString(
            row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
      }
    }
  }
}
