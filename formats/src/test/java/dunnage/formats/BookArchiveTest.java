package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.FindingCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A book is read as it was written, whatever stands in its cells, or not at all.
class BookArchiveTest {

  private static final String[] NASTY = {
    "",
    "=1+1",
    "'",
    "''=x",
    "-5",
    "+49 30",
    "@x",
    "\ttab",
    "a\nb",
    "a\r\nb",
    "\"q\"",
    "a,b;c",
    "华强",
    "\u202Efdp",
    "😀",
    " padded ",
    "\uFEFFx"
  };

  @TempDir Path folder;

  private Path written(List<List<String>> debtors) throws IOException {
    Path file = folder.resolve("book.zip");
    try (BookWriter book = new BookWriter(java.nio.file.Files.newOutputStream(file))) {
      for (BookTable table : BookTable.values()) {
        long ignored =
            book.table(
                table,
                rows -> {
                  if (table == BookTable.DEBTORS) {
                    debtors.forEach(row -> rows.add(row.toArray()));
                  }
                });
      }
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void cells_come_back_as_they_were(long seed) throws IOException {
    Random random = new Random(seed);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(
          BookTable.DEBTORS.columns().stream()
              .map(column -> NASTY[random.nextInt(NASTY.length)])
              .toList());
    }
    List<List<String>> read = new ArrayList<>();
    FileReport report =
        Files.readBook(
            written(rows),
            "book.zip",
            RejectedRows.DROPPED,
            line -> read.add(line.table().columns().stream().map(line::cell).toList()));
    assertThat(read).isEqualTo(rows);
    assertThat(report.kind()).isEqualTo(FileKind.OWN_EXPORT);
    assertThat(report.linesIn()).isEqualTo(500);
    assertThat(report.records()).isEqualTo(500);
  }

  @Test
  void the_same_book_is_the_same_bytes() throws IOException {
    List<List<String>> rows = List.of(Arrays.asList("a", "b", "c", "d", "e", "f", "g", "h", "i"));
    byte[] first = java.nio.file.Files.readAllBytes(written(rows));
    assertThat(java.nio.file.Files.readAllBytes(written(rows))).isEqualTo(first);
  }

  @Test
  void one_that_was_cut_off_or_damaged_gives_no_row() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rows.add(List.of("deb_" + i, "" + i, "Debtor " + i, "DE", "", "", "", "", ""));
    }
    byte[] whole = java.nio.file.Files.readAllBytes(written(rows));
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      byte[] bytes = whole.clone();
      if (i % 2 == 0) {
        bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 1));
      } else {
        // within the packed cells of the first table, which is most of the file
        bytes[60 + random.nextInt(bytes.length / 2)] ^= (byte) (1 + random.nextInt(255));
      }
      Path file = folder.resolve("damaged.zip");
      java.nio.file.Files.write(file, bytes);
      AtomicInteger seen = new AtomicInteger();
      FileReport report =
          Files.read(file, "damaged.zip", ReadOptions.recognise(), fact -> seen.incrementAndGet());
      boolean unchanged =
          report.kind() == FileKind.OWN_EXPORT; // a byte that says nothing, like a time
      assertThat(unchanged || !report.findings().isEmpty()).isTrue();
      assertThat(report.records()).isIn(0, unchanged ? 200 : 0);
      assertThat(seen).hasValue(0);
    }
  }

  @Test
  void a_zip_of_something_else_is_told_apart() throws IOException {
    Path file = folder.resolve("other.zip");
    try (var zip = new java.util.zip.ZipOutputStream(java.nio.file.Files.newOutputStream(file))) {
      zip.putNextEntry(new java.util.zip.ZipEntry("receivables.csv"));
      zip.write("a,b\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    FileReport report = Files.read(file, "other.zip", ReadOptions.recognise(), fact -> {});
    assertThat(report.findings().getFirst().code()).isEqualTo(FindingCode.FILE_UNKNOWN);
  }
}
