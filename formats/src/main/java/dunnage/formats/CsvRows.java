package dunnage.formats;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rows of delimited text.
final class CsvRows implements Rows {

  private static final int LONGEST_FIELD_CHARS = 1 << 20;

  /// A cell with more line ends than this is a quote that was never closed.
  private static final int MOST_LINES_IN_A_ROW = 60;

  private static final Pattern STARTED_IN =
      Pattern.compile("start(?:ed|ing) (?:in|at|on) line (\\d+)");

  /// Each broken quote costs another pass over the file.
  private static final int MOST_RESTARTS = 20;

  /// Opens the text anew.
  interface Text {
    Reader open() throws IOException;
  }

  private final Text text;
  private final char delimiter;
  private final String label;
  private CsvReader<CsvRecord> reader;
  private CloseableIterator<CsvRecord> records;
  private @Nullable CsvRecord current;
  private int skipped;
  private int line;
  private int restarts;
  private boolean unclosed;

  CsvRows(Text text, char delimiter, String label) throws IOException {
    this.text = text;
    this.delimiter = delimiter;
    this.label = label;
    reader = parser(text.open());
    records = reader.iterator();
  }

  private CsvReader<CsvRecord> parser(Reader from) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowUnclosedQuote(false)
        .maxBufferSize(ByteScan.LONGEST_LINE + (1 << 16))
        .build(
            de.siegmar.fastcsv.reader.CsvRecordHandler.builder()
                .maxFieldSize(LONGEST_FIELD_CHARS)
                .maxRecordSize(4 * LONGEST_FIELD_CHARS)
                .build(),
            from);
  }

  @Override
  public boolean next() throws IOException, Unreadable {
    try {
      if (unclosed) {
        restartBehind(line);
      }
      if (!records.hasNext()) {
        return false;
      }
      current = records.next();
      line = skipped + (int) current.getStartingLineNumber();
      unclosed = lineEnds() > MOST_LINES_IN_A_ROW;
    } catch (CsvParseException broken) {
      // the lines it swallowed are rows of their own: go on behind the line where the quote opens
      current = null;
      line = lineOf(broken);
      unclosed = true;
    } catch (UncheckedIOException broken) {
      throw new Unreadable(
          Finding.at(
              FindingCode.FILE_UNREADABLE,
              label,
              line() + 1,
              "",
              String.valueOf(broken.getMessage()),
              "text"));
    }
    return true;
  }

  private void restartBehind(int lines) throws IOException, Unreadable {
    if (++restarts > MOST_RESTARTS) {
      throw new Unreadable(
          Finding.at(
              FindingCode.QUOTE_UNCLOSED,
              label,
              lines,
              "",
              "more than " + MOST_RESTARTS + " quotes that are never closed",
              "closing quotes"));
    }
    close();
    reader = parser(behind(lines));
    records = reader.iterator();
    skipped = lines;
    unclosed = false;
  }

  private Reader behind(int lines) throws IOException {
    Reader from = text.open();
    PushbackReader lookAhead = new PushbackReader(from);
    for (int passed = 0; passed < lines; passed++) {
      int c = lookAhead.read();
      while (c >= 0 && c != '\n' && c != '\r') {
        c = lookAhead.read();
      }
      int next = c == '\r' ? lookAhead.read() : -1;
      if (next >= 0 && next != '\n') {
        lookAhead.unread(next);
      }
    }
    return lookAhead;
  }

  /// The reader's message names the line where the record starts; else it is the one behind the
  /// last.
  private int lineOf(CsvParseException broken) {
    Matcher told = STARTED_IN.matcher(String.valueOf(broken.getMessage()));
    return told.find() ? skipped + Integer.parseInt(told.group(1)) : line + 1;
  }

  /// Whether the current row opens a quote that is never closed.
  boolean unclosed() {
    return unclosed;
  }

  /// Line ends inside the cells of the current row.
  private int lineEnds() {
    int lines = 0;
    for (int i = 0; i < cells(); i++) {
      String cell = cell(i);
      for (int at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) {
        lines++;
      }
    }
    return lines;
  }

  @Override
  public int line() {
    return line;
  }

  @Override
  public int cells() {
    return current == null ? 0 : current.getFieldCount();
  }

  @Override
  public String cell(int index) {
    return current != null && index < current.getFieldCount() ? current.getField(index) : "";
  }

  @Override
  public void close() throws IOException {
    records.close();
    reader.close();
  }
}
