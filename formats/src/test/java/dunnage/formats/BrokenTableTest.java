package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.FindingCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class BrokenTableTest {

  private static final String HEADER = "invoice,customer,issued,due,amount,currency\n";
  private static final String TWO =
      HEADER
          + "1,\"A, Ltd\",2026-01-01,2026-01-31,10.50,EUR\n2,B,2026-01-02,2026-02-01,20.50,EUR\n";

  @Test
  void an_empty_a_blank_and_a_binary_file_are_refused() {
    assertThat(Sample.of("").codes()).containsExactly(FindingCode.FILE_EMPTY);
    assertThat(Sample.of(" \n\t\n  \n").codes()).containsExactly(FindingCode.FILE_EMPTY);
    byte[] noise = new byte[50_000];
    new Random(7).nextBytes(noise);
    assertThat(Sample.of(noise).codes()).containsExactly(FindingCode.FILE_BINARY);
    assertThat(Sample.of("just a letter\nwith two lines\n").codes())
        .containsExactly(FindingCode.FILE_UNKNOWN);
  }

  @Test
  void a_nul_loses_its_row_and_no_other() {
    Sample read =
        Sample.of(
            TWO + "3,C\0,2026-01-02,2026-02-01,20.50,EUR\n4,D,2026-01-02,2026-02-01,20.50,EUR\n");
    assertThat(read.receivables()).extracting(r -> r.number()).containsExactly("1", "2", "4");
    assertThat(read.codes()).contains(FindingCode.CHARSET_BAD);
  }

  @Test
  void a_file_cut_at_any_byte_gives_a_report() {
    byte[] whole = TWO.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length <= whole.length; length++) {
      Sample read = Sample.of(Arrays.copyOf(whole, length));
      assertThat(read.receivables().size()).as("cut at %d", length).isLessThanOrEqualTo(2);
      assertThat(read.report().records()).isEqualTo(read.receivables().size());
    }
  }

  @Test
  void a_line_of_forty_megabytes_is_refused_quickly() {
    byte[] line = new byte[40 << 20];
    Arrays.fill(line, (byte) 'a');
    long start = System.nanoTime();
    assertThat(Sample.of(line).codes()).containsExactly(FindingCode.LINE_TOO_LONG);
    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
  }

  @Test
  void an_unclosed_quote_loses_its_row_and_no_other() {
    String broken = "9,\"open,2026-01-01,2026-01-31,10.50,EUR\n";
    for (String rest :
        new String[] {
          "",
          "8,C,2026-01-02,2026-02-01,7.50,EUR\n",
          "8,\"C\",2026-01-02,2026-02-01,7.50,EUR\n",
          "8,C,2026-01-02,2026-02-01,7.50,EUR\n".repeat(100)
        }) {
      Sample read = Sample.of(TWO + broken + rest);
      int behind = (int) rest.lines().count();
      assertThat(read.receivables()).as(rest).hasSize(2 + behind);
      assertThat(read.codes()).contains(FindingCode.QUOTE_UNCLOSED);
      assertThat(read.report().rejected()).isOne();
      assertThat(read.report().findings().getFirst().line()).isEqualTo(4);
    }
  }

  @Test
  void line_ends_of_any_kind_and_within_quotes_are_read() {
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      assertThat(Sample.of(TWO.replace("\n", end)).receivables()).hasSize(2);
    }
    assertThat(Sample.of(TWO.replace("A, Ltd", "A\nLtd")).receivables()).hasSize(2);
  }

  private static byte[] workbook(int filler) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet cover = book.newWorksheet("Cover");
      cover.value(0, 0, "Open items");
      Worksheet sheet = book.newWorksheet("Items");
      sheet.value(0, 0, "Company GmbH");
      String[] headers = {"Invoice", "Customer", "Issued", "Due", "Amount", "Currency"};
      for (int i = 0; i < headers.length; i++) {
        sheet.value(2, i, headers[i]);
      }
      for (int row = 3; row < 5 + filler; row++) {
        sheet.value(row, 0, "R" + row);
        sheet.value(row, 1, "A");
        if (row % 2 == 1) {
          sheet.value(row, 2, java.time.LocalDate.of(2026, 1, 5));
          sheet.style(row, 2).format("yyyy-mm-dd").set();
          sheet.value(row, 3, java.time.LocalDate.of(2026, 2, 4));
          sheet.style(row, 3).format("d/m/yy").set();
          sheet.value(row, 4, 1234.1);
        } else {
          sheet.value(row, 2, "2026-01-05");
          sheet.value(row, 3, "2026-02-04");
          sheet.value(row, 4, "1,234.10");
        }
        sheet.value(row, 5, "EUR");
      }
    }
    return out.toByteArray();
  }

  @Test
  void a_workbook_with_dates_and_texts_is_read_from_the_sheet_that_holds_a_table()
      throws IOException {
    Sample read = Sample.of(workbook(0));
    assertThat(read.lines())
        .containsExactly(
            "R3 A 2026-01-05 2026-02-04 1234.10 EUR", "R4 A 2026-01-05 2026-02-04 1234.10 EUR");
    assertThat(read.report().recognised())
        .containsEntry("format", "XLSX")
        .containsEntry("sheet", "Items")
        .containsEntry("header_line", 3);
  }

  @Test
  void a_date_outside_the_calendar_in_a_workbook_loses_its_row_and_no_other() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Items");
      String[] headers = {"Invoice", "Customer", "Due", "Amount", "Currency"};
      for (int i = 0; i < headers.length; i++) {
        sheet.value(0, i, headers[i]);
      }
      double[] days = {-5, 1e300, 46000};
      for (int i = 0; i < days.length; i++) {
        sheet.value(i + 1, 0, "R" + i);
        sheet.value(i + 1, 1, "A");
        sheet.value(i + 1, 2, days[i]);
        sheet.style(i + 1, 2).format("dd.mm.yyyy").set();
        sheet.value(i + 1, 3, 10.5);
        sheet.value(i + 1, 4, "EUR");
      }
    }
    Sample read = Sample.of(out.toByteArray());
    assertThat(read.receivables()).extracting(r -> r.number()).containsExactly("R2");
    assertThat(read.report().rejected()).isEqualTo(2);
  }

  @Test
  void a_cut_workbook_and_a_bomb_are_refused() throws IOException {
    byte[] whole = workbook(0);
    for (int length = 5; length < whole.length; length += 97) {
      assertThat(Sample.of(Arrays.copyOf(whole, length)).report().kind())
          .isEqualTo(FileKind.UNKNOWN);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 50; i++) {
        zip.write(blanks);
      }
      zip.closeEntry();
    }
    assertThat(Sample.of(out.toByteArray()).codes()).containsExactly(FindingCode.ARCHIVE_REFUSED);
  }
}
