package dunnage.formats;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import dunnage.kernel.findings.FindingCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a text table. A quote that is never closed costs its own line, not the rest of the
/// file: reading starts again on the next line.
final class TextRows implements RowSource {

  /// The longest cell, characters; also how far a quote is followed to its end.
  private static final int CELL_MAX_CHARS = 1 << 20;

  /// After so many broken lines the file is no table.
  private static final int BROKEN_MAX = 1_000;

  private static final String UNREAD = "not read, since too many lines before it are broken";

  private final Path file;
  private final Encoding encoding;
  private final char delimiter;

  TextRows(Path file, Encoding encoding, char delimiter) {
    this.file = file;
    this.encoding = encoding;
    this.delimiter = delimiter;
  }

  @Override
  public void read(Visitor visitor) throws IOException {
    int next = 1;
    int broken = 0;
    while (next > 0) {
      next = readFrom(next, visitor);
      if (next > 0 && ++broken == BROKEN_MAX) {
        visitor.stopped(next, unread(next, visitor));
        return;
      }
    }
  }

  /// Hands on the rest of the lines as broken.
  ///
  /// @return how many of them are not blank
  private int unread(int from, Visitor visitor) throws IOException {
    int count = 0;
    try (BufferedReader lines = linesFrom(from)) {
      int at = from;
      for (String line = lines.readLine(); line != null; line = lines.readLine(), at++) {
        if (!line.isBlank()) {
          count++;
          visitor.broken(at, cut(line), FindingCode.QUOTE_UNCLOSED, UNREAD, "closed quotes");
        }
      }
    }
    return count;
  }

  private BufferedReader linesFrom(int line) throws IOException {
    TextScan.Mark mark = encoding.scan().before(line);
    BufferedReader lines =
        new BufferedReader(new TextReader(file, mark.offset(), encoding.charset()));
    for (int i = mark.line(); i < line; i++) {
      lines.readLine();
    }
    return lines;
  }

  /// The cells of a line whose quotes do not match, as far as they can be told apart.
  private List<String> cut(String line) {
    RowHandler handler = new RowHandler(0, null);
    try (CsvReader<Row> csv = open(new StringReader(line), delimiter, true, handler)) {
      for (Row row : csv) {
        return row.written();
      }
    } catch (CsvParseException | IOException whole) {
      // as it stands
    }
    return List.of(line);
  }

  private List<String> written(int line) throws IOException {
    try (BufferedReader lines = linesFrom(line)) {
      String text = lines.readLine();
      return text == null ? List.of() : cut(text);
    }
  }

  /// @return the line on which to start again; 0 when there is nothing more to read
  private int readFrom(int line, Visitor visitor) throws IOException {
    TextScan.Mark mark = encoding.scan().before(line);
    RowHandler handler = new RowHandler(mark.line() - 1, encoding);
    try (CsvReader<Row> csv =
        open(new TextReader(file, mark.offset(), encoding.charset()), delimiter, false, handler)) {
      try {
        csv.skipLines(line - mark.line());
        CloseableIterator<Row> rows = csv.iterator();
        while (rows.hasNext()) {
          Row row = rows.next();
          if (!row.isBlank() && !visitor.row(row)) {
            return 0;
          }
        }
        return 0;
      } catch (CsvParseException broken) {
        int start = handler.row.line;
        boolean tooMany = handler.row.cells > Row.CELLS_MAX;
        String seen = handler.row.shown();
        if (tooMany) {
          visitor.broken(
              start,
              written(start),
              FindingCode.LINE_TOO_LONG,
              seen,
              "at most " + Row.CELLS_MAX + " cells");
        } else {
          visitor.broken(
              start,
              written(start),
              FindingCode.QUOTE_UNCLOSED,
              seen,
              "a closing quote before the next delimiter");
        }
        return start < encoding.scan().lines ? start + 1 : 0;
      }
    }
  }

  private static <T> CsvReader<T> open(
      Reader text, char delimiter, boolean lenient, CsvCallbackHandler<T> handler) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(lenient)
        .allowUnclosedQuote(lenient)
        .maxBufferSize(CELL_MAX_CHARS)
        .build(handler, text);
  }

  /// The first rows, read leniently, to look for headers in.
  static List<String[]> sample(String text, char delimiter, int most, List<Integer> lines) {
    List<String[]> rows = new ArrayList<>();
    RowHandler handler = new RowHandler(0, null);
    try (CsvReader<Row> csv = open(new StringReader(text), delimiter, true, handler)) {
      for (Row row : csv) {
        rows.add(row.toArray());
        lines.add(row.line);
        if (rows.size() == most) {
          break;
        }
      }
    } catch (CsvParseException | IOException cut) {
      // what was read so far is sample enough
    }
    return rows;
  }

  /// Lets FastCSV write its fields straight into the row.
  private static final class RowHandler extends CsvCallbackHandler<Row> {

    final Row row = new Row();
    private final int linesBefore;
    private final @Nullable Encoding encoding;
    private final boolean suspect;
    private RecordType type = RecordType.DATA;

    RowHandler(int linesBefore, @Nullable Encoding encoding) {
      this.linesBefore = linesBefore;
      this.encoding = encoding;
      this.suspect = encoding != null && encoding.suspect();
    }

    @Override
    protected RecordType getRecordType() {
      return type;
    }

    @Override
    protected int getFieldCount() {
      return row.cells;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
      row.startAt((int) (linesBefore + startingLineNumber));
      type = RecordType.DATA;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
      if (row.cells > Row.CELLS_MAX) {
        throw new CsvParseException("too many cells");
      }
      if (suspect && TextReader.isUnreadable(buffer, offset, offset + length)) {
        row.unreadable = true;
      }
      row.add(buffer, offset, length);
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
      throw new IllegalStateException("comments are not read");
    }

    @Override
    protected void setEmpty() {
      type = RecordType.EMPTY;
    }

    @Override
    protected Row buildRecord() {
      if (encoding != null && encoding.mayHoldUtf8() && encoding.isUtf8(row.all())) {
        row.unreadable = true;
      }
      return row;
    }
  }
}
