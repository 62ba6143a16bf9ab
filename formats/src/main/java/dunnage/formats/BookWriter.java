package dunnage.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes a book as an archive of tables that [Files#readBook] reads. The same book gives the same
/// bytes. Close it to make it whole.
public final class BookWriter implements AutoCloseable {

  /// What a spreadsheet would take for a formula stands behind an apostrophe, and so does what
  /// begins with one, so that it can be taken off again.
  private static final String GUARDED = "=+-@\t\r'";

  /// A ZIP knows no earlier year, and the time of the export is no part of the book.
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /// Takes the rows of one table.
  public interface Rows {
    /// @param cells in the order of the table's columns; null is written empty
    void add(@Nullable Object... cells);
  }

  /// Gives the rows of one table.
  public interface Table {
    void write(Rows rows);
  }

  private final ZipOutputStream zip;
  private final StringBuilder manifest =
      new StringBuilder("dunnage," + BookArchive.VERSION + ",\n");

  public BookWriter(OutputStream out) {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  /// Writes a table; each of [BookTable] once, in its order.
  ///
  /// @return how many rows it has
  public long table(BookTable table, Table content) throws IOException {
    begin(table.file());
    MessageDigest digest = sha256();
    long[] rows = new long[1];
    List<String> columns = table.columns();
    try {
      // the archive stays open when a table ends
      CsvWriter csv =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.LF)
              .build(
                  new BufferedWriter(
                      new OutputStreamWriter(new Hashed(zip, digest), StandardCharsets.UTF_8)));
      csv.writeRecord(columns);
      content.write(
          cells -> {
            if (cells.length != columns.size()) {
              throw new IllegalArgumentException(table + " has other columns");
            }
            String[] texts = new String[cells.length];
            for (int i = 0; i < cells.length; i++) {
              Object cell = cells[i];
              texts[i] = cell == null ? "" : guarded(cell.toString());
            }
            csv.writeRecord(texts);
            rows[0]++;
          });
      csv.flush();
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
    zip.closeEntry();
    manifest
        .append(table.file())
        .append(',')
        .append(rows[0])
        .append(',')
        .append(HexFormat.of().formatHex(digest.digest()))
        .append('\n');
    return rows[0];
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  @Override
  public void close() throws IOException {
    begin(BookArchive.MANIFEST);
    zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.close();
  }

  private static String guarded(String cell) {
    return !cell.isEmpty() && GUARDED.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /// A cell as it was before it was guarded.
  static String plain(String cell) {
    return cell.startsWith("'") ? cell.substring(1) : cell;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static final class Hashed extends FilterOutputStream {
    private final MessageDigest digest;

    Hashed(OutputStream out, MessageDigest digest) {
      super(out);
      this.digest = digest;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      digest.update((byte) b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      digest.update(bytes, from, length);
    }
  }
}
