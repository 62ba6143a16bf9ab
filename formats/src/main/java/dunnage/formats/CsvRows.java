package dunnage.formats;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Rows of delimited text.
final class CsvRows implements Rows {

  private static final int LONGEST_FIELD_CHARS = 1 << 20;

  /// A cell with more line ends than this is a quote that was never closed.
  private static final int MOST_LINES_IN_A_ROW = 60;

  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private final String label;
  private @Nullable CsvRecord current;

  CsvRows(Reader text, char delimiter, String label) {
    this.label = label;
    reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(ByteScan.LONGEST_LINE + (1 << 16))
            .build(de.siegmar.fastcsv.reader.CsvRecordHandler.builder().maxFieldSize(LONGEST_FIELD_CHARS).maxRecordSize(4 * LONGEST_FIELD_CHARS).build(), text);
    records = reader.iterator();
  }

  @Override
  public boolean next() throws Unreadable {
    try {
      if (!records.hasNext()) {
        return false;
      }
      current = records.next();
    } catch (CsvParseException broken) {
      throw new Unreadable(Finding.at(FindingCode.LINE_TOO_LONG, label, line() + 1, "", String.valueOf(broken.getMessage()), "cells of at most a million characters"));
    } catch (UncheckedIOException broken) {
      throw new Unreadable(Finding.at(FindingCode.FILE_UNREADABLE, label, line() + 1, "", String.valueOf(broken.getMessage()), "text"));
    }
    return true;
  }

  /// Line ends inside the cells of the current row.
  boolean spansTooManyLines() {
    int lines = 0;
    for (int i = 0; i < cells(); i++) {
      String cell = cell(i);
      for (int at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) {
        lines++;
      }
    }
    return lines > MOST_LINES_IN_A_ROW;
  }

  @Override
  public int line() {
    return current == null ? 0 : (int) current.getStartingLineNumber();
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
