package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Receivable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class WorkbookTest {

  private static byte[] workbook(Consumer<Workbook> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      content.accept(workbook);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static void row(Worksheet sheet, int row, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      switch (cells[i]) {
        case LocalDate date -> sheet.value(row, i, date);
        case Number number -> sheet.value(row, i, number);
        case Boolean flag -> sheet.value(row, i, flag);
        default -> sheet.value(row, i, cells[i].toString());
      }
    }
  }

  private static void table(Worksheet sheet, int top) {
    row(
        sheet,
        top,
        "Invoice number",
        "Customer",
        "Invoice date",
        "Due date",
        "Amount",
        "Currency",
        "Paid on");
    row(
        sheet,
        top + 1,
        611365,
        "Acme",
        LocalDate.of(2026, 1, 5),
        LocalDate.of(2026, 2, 4),
        0.1 + 0.2,
        "EUR",
        LocalDate.of(2026, 2, 10));
    row(sheet, top + 2, "A2", "宁波海曙", "2026-01-06", "05.02.2026", "1.234,56", "EUR");
  }

  private static Sample read(byte[] bytes) {
    return Sample.of(bytes, ReadOptions.recognise());
  }

  @Test
  void numbers_dates_and_texts_are_read_as_shown() {
    Sample sample = read(workbook(w -> table(w.newWorksheet("Receivables"), 0)));
    assertThat(sample.receivables())
        .as(sample.report().toString())
        .extracting(
            r ->
                r.number()
                    + " "
                    + r.debtor().name()
                    + " "
                    + r.issued()
                    + " "
                    + r.due()
                    + " "
                    + r.amount())
        .containsExactly(
            "611365 Acme 2026-01-05 2026-02-04 0.30 EUR",
            "A2 宁波海曙 2026-01-06 2026-02-05 1234.56 EUR");
    assertThat(sample.all(Fact.Settled.class).getFirst().entry().on())
        .isEqualTo(LocalDate.of(2026, 2, 10));
    assertThat(sample.report().recognised())
        .containsEntry("format", "XLSX")
        .containsEntry("sheet", "Receivables")
        .containsEntry("decimal", ",");
    assertThat(sample.report().records()).isEqualTo(2);
  }

  @Test
  void a_header_below_a_preamble_on_the_second_sheet_is_found() {
    Sample sample =
        read(
            workbook(
                w -> {
                  row(w.newWorksheet("Notes"), 0, "Made by accounting", "please check");
                  Worksheet second = w.newWorksheet("Open items");
                  row(second, 0, "Northwind Ltd");
                  table(second, 4);
                  table(w.newWorksheet("Last year"), 0);
                }));
    assertThat(sample.report().recognised())
        .containsEntry("sheet", "Open items")
        .containsEntry("header_line", 5)
        .containsEntry("sheets_not_read", "Last year");
    assertThat(sample.receivables()).extracting(r -> r.origin().line()).containsExactly(6, 7);
  }

  @Test
  void a_formula_counts_with_its_value() {
    Sample sample =
        read(
            edited(
                workbook(w -> table(w.newWorksheet("S"), 0)),
                "xl/worksheets/sheet1.xml",
                xml -> xml.replaceFirst("<v>0\\.3[0-9]*</v>", "<f>1+2</f><v>3.5</v>")));
    assertThat(sample.receivables().getFirst().amount())
        .as(sample.report().toString())
        .hasToString("3.50 EUR");
  }

  @Test
  void inline_strings_and_missing_row_numbers_are_read() {
    String sheet =
        """
        <?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        <row><c t="inlineStr"><is><t>Number</t></is></c><c t="inlineStr"><is><t>Customer</t></is></c><c t="inlineStr"><is><t>Due date</t></is></c><c t="inlineStr"><is><t>Amount</t></is></c></row>
        <row><c t="inlineStr"><is><t>A1</t></is></c><c t="inlineStr"><is><r><t>Ac</t></r><r><t>me</t></r></is></c><c><v>46053</v></c><c><v>12.5</v></c></row>
        <row><c t="inlineStr"><is><t>A2</t></is></c><c t="inlineStr"><is><t>Acme</t></is></c><c><v>20260131</v></c><c t="e"><v>#N/A</v></c></row>
        </sheetData></worksheet>
        """;
    Sample sample =
        read(
            edited(
                workbook(w -> row(w.newWorksheet("S"), 0, "x")),
                "xl/worksheets/sheet1.xml",
                xml -> sheet));
    assertThat(sample.receivable())
        .as(sample.report().toString())
        .extracting(
            Receivable::number, r -> r.debtor().name(), Receivable::due, r -> r.amount().decimal())
        .containsExactly("A1", "Acme", LocalDate.of(2026, 1, 31), "12.50");
    assertThat(sample.codes()).contains(FindingCode.AMOUNT_BAD);
  }

  @Test
  void days_count_from_1904_where_the_workbook_says_so() {
    byte[] bytes =
        edited(
            workbook(w -> table(w.newWorksheet("S"), 0)),
            "xl/workbook.xml",
            xml -> xml.replaceFirst("<workbookPr[^>]*/>", "<workbookPr date1904=\"1\"/>"));
    assertThat(read(bytes).receivables().getFirst().due())
        .isEqualTo(LocalDate.of(2026, 2, 4).plusDays(1_462));
  }

  @Test
  void a_zip_bomb_is_refused_quickly() {
    byte[] bytes =
        with(
            workbook(w -> table(w.newWorksheet("S"), 0)),
            "xl/worksheets/sheet2.xml",
            new byte[64 << 20]);
    assertThat(bytes.length).isLessThan(200_000);
    Sample sample = read(bytes);
    assertThat(sample.codes()).containsExactly(FindingCode.ARCHIVE_REFUSED);
    assertThat(sample.facts()).isEmpty();
  }

  @Test
  void ten_thousand_entries_are_refused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i <= PackedFile.ENTRIES_MAX; i++) {
        zip.putNextEntry(new ZipEntry("e" + i));
      }
    }
    assertThat(read(bytes.toByteArray()).codes()).containsExactly(FindingCode.ARCHIVE_REFUSED);
  }

  @Test
  void a_packed_file_within_the_workbook_is_refused() {
    byte[] inner = workbook(w -> table(w.newWorksheet("S"), 0));
    assertThat(read(with(inner, "xl/embeddings/inner.bin", inner)).codes())
        .containsExactly(FindingCode.ARCHIVE_REFUSED);
  }

  @Test
  void a_document_type_is_refused() {
    byte[] bytes =
        edited(
            workbook(w -> table(w.newWorksheet("S"), 0)),
            "xl/worksheets/sheet1.xml",
            xml -> xml.replaceFirst("<worksheet", "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet"));
    assertThat(read(bytes).codes()).containsExactly(FindingCode.XML_REFUSED);
  }

  @Test
  void a_cell_in_the_last_column_of_the_world_is_refused() {
    byte[] bytes =
        edited(
            workbook(w -> table(w.newWorksheet("S"), 0)),
            "xl/worksheets/sheet1.xml",
            xml -> xml.replaceFirst("r=\"A1\"", "r=\"ZZZZZZ1\""));
    assertThat(read(bytes).codes()).containsExactly(FindingCode.ARCHIVE_REFUSED);
  }

  @Test
  void a_text_that_is_not_in_the_table_of_texts_is_refused() {
    byte[] bytes =
        edited(
            workbook(w -> table(w.newWorksheet("S"), 0)),
            "xl/worksheets/sheet1.xml",
            xml ->
                xml.replaceFirst("t=\"s\"([^>]*)><v>0</v>", "t=\"s\"$1><v>2<!-- -->000000000</v>"));
    assertThat(read(bytes).codes()).containsExactly(FindingCode.ARCHIVE_REFUSED);
  }

  @Test
  void a_packed_file_that_is_no_workbook_is_told_of() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("invoices.csv"));
      zip.write("number,due,amount\n".getBytes(StandardCharsets.UTF_8));
    }
    Sample sample = read(bytes.toByteArray());
    assertThat(sample.finding(FindingCode.FILE_UNKNOWN).remedy()).contains("Unpack");
  }

  @Test
  void a_workbook_cut_at_any_place_is_a_finding_and_no_exception() {
    byte[] whole = workbook(w -> table(w.newWorksheet("S"), 0));
    for (int length = 1; length < whole.length; length += 7) {
      Sample sample = read(java.util.Arrays.copyOf(whole, length));
      assertThat(sample.report().findings()).as("cut at %d", length).isNotEmpty();
      assertThat(sample.facts()).isEmpty();
    }
  }

  @Test
  void a_workbook_with_any_byte_turned_is_read_or_told_of_and_never_an_exception() {
    byte[] whole = workbook(w -> table(w.newWorksheet("S"), 0));
    for (int at = 4; at < whole.length; at += 11) {
      byte[] turned = whole.clone();
      turned[at] ^= 0x55;
      Sample sample = read(turned);
      assertThat(sample.report().records() > 0 || !sample.report().findings().isEmpty())
          .as("byte %d", at)
          .isTrue();
    }
  }

  @Test
  void broken_markup_is_told_of() {
    byte[] bytes =
        edited(
            workbook(w -> table(w.newWorksheet("S"), 0)),
            "xl/worksheets/sheet1.xml",
            xml -> xml.substring(0, xml.length() / 2));
    assertThat(read(bytes).codes()).containsExactly(FindingCode.XML_BROKEN);
  }

  @Test
  void a_workbook_without_a_table_is_told_of() {
    assertThat(read(workbook(w -> row(w.newWorksheet("S"), 0, "hello"))).codes())
        .containsExactly(FindingCode.HEADER_MISSING);
  }

  private static byte[] edited(
      byte[] workbook, String part, java.util.function.UnaryOperator<String> edit) {
    Map<String, byte[]> parts = parts(workbook);
    String before = new String(parts.get(part), StandardCharsets.UTF_8);
    String after = edit.apply(before);
    assertThat(after).isNotEqualTo(before);
    parts.put(part, after.getBytes(StandardCharsets.UTF_8));
    return packed(parts);
  }

  private static byte[] with(byte[] workbook, String part, byte[] content) {
    Map<String, byte[]> parts = parts(workbook);
    parts.put(part, content);
    return packed(parts);
  }

  private static Map<String, byte[]> parts(byte[] workbook) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try {
      Path file = Files.createTempFile("workbook", ".xlsx");
      Files.write(file, workbook);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : zip.stream().toList()) {
          parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
      Files.delete(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return parts;
  }

  private static byte[] packed(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}
