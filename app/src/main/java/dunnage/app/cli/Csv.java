package dunnage.app.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tables for programs and spreadsheets: UTF-8, commas, a header line, `\n`.
final class Csv {

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final CsvWriter out;

  private Csv(Writer to) {
    out = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
  }

  /// @param write gets the table; what it wrote is flushed to `to`, which stays open
  static void write(OutputStream to, Consumer<Csv> write) {
    write(new OutputStreamWriter(to, StandardCharsets.UTF_8), write);
  }

  static void write(Writer to, Consumer<Csv> write) {
    try {
      Csv csv = new Csv(to);
      write.accept(csv);
      csv.out.flush();
      to.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /// The cells as they are: names of columns, and figures, which may begin with a minus.
  void row(List<String> cells) {
    out.writeRecord(cells);
  }

  Row row() {
    return new Row();
  }

  /// Text of others: what starts like a formula is shown as text by spreadsheets only behind an
  /// apostrophe.
  static String text(String value) {
    boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
    return formula ? "'" + value : value;
  }

  /// One row, cell after cell.
  final class Row {

    private final List<String> cells = new ArrayList<>();

    private Row() {}

    /// Text of others, see [Csv#text].
    Row text(String value) {
      cells.add(Csv.text(value));
      return this;
    }

    /// A figure, a day or a word of ours; empty when unknown.
    Row value(@Nullable Object value) {
      cells.add(value == null ? "" : value.toString());
      return this;
    }

    /// A chance, part of 1, four decimals.
    Row chance(double value) {
      return value(Math.round(value * 10_000) / 10_000.0);
    }

    void end() {
      Csv.this.row(cells);
    }
  }
}
