package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Receivable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableShapeTest {

  private static final String HEADER =
      "invoice number,customer,invoice date,due date,amount,currency\n";

  private static String row(String number) {
    return number + ",Acme,2026-01-01,2026-01-31,10.00,EUR\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void the_delimiter_is_recognised(String delimiter) {
    Sample sample = Sample.of((HEADER + row("A1") + row("A2")).replace(",", delimiter));
    assertThat(sample.receivables()).extracting(Receivable::number).containsExactly("A1", "A2");
  }

  @Test
  void commas_within_names_do_not_outvote_the_delimiter() {
    Sample sample =
        Sample.of(
            "Number;Customer;Due date;Amount\nA1;Smith, Jones, Brown, Ltd;2026-01-31;10.00\nA2;Gray, Green, White, Ltd;2026-01-31;10.00\n");
    assertThat(sample.report().recognised().get("delimiter")).isEqualTo(";");
    assertThat(sample.receivables().getFirst().debtor().name())
        .isEqualTo("Smith, Jones, Brown, Ltd");
  }

  @Test
  void excels_own_hint_of_the_delimiter_is_no_row() {
    Sample sample = Sample.of("sep=;\n" + (HEADER + row("A1")).replace(",", ";"));
    assertThat(sample.receivable().number()).isEqualTo("A1");
    assertThat(sample.report().recognised().get("header_line")).isEqualTo(2);
  }

  @Test
  void a_header_below_a_preamble_is_found() {
    String preamble =
        "Northwind Exports Ltd\nCustomer statement;;;\n\nFrom 2026-01-01 to 2026-03-31\nDate:,2026-04-01\n";
    Sample sample = Sample.of(preamble + HEADER + row("A1"));
    assertThat(sample.report().recognised().get("header_line")).isEqualTo(6);
    assertThat(sample.receivable().origin().line()).isEqualTo(7);
  }

  @Test
  void line_numbers_are_those_of_the_file_whatever_the_line_ends_and_quotes() {
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      String text =
          (HEADER
                  + "\n"
                  + "A1,\"Acme\n\"\"Boots\"\"\nGmbH\",2026-01-01,2026-01-31,10.00,EUR\n"
                  + row("A2"))
              .replace("\n", end);
      Sample sample = Sample.of(text);
      assertThat(sample.receivables()).extracting(r -> r.origin().line()).containsExactly(3, 6);
      assertThat(sample.receivables().getFirst().debtor().name())
          .isEqualTo("Acme" + end + "\"Boots\"" + end + "GmbH");
    }
  }

  @Test
  void repeated_headers_and_blank_lines_are_no_rows() {
    Sample sample = Sample.of(HEADER + row("A1") + "\n,,,,,\n" + HEADER + row("A2"));
    assertThat(sample.report().records()).isEqualTo(2);
    assertThat(sample.report().toMend()).isZero();
    assertThat(sample.report().recognised().get("repeated_headers")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Total,,,,20.00,",
        ",,,Total:,20.00,EUR",
        "合计,,,,20.00,",
        "Итого,,,,20.00,",
        "Gesamtsumme,,,,20.00,",
        "Total général,,,,20.00,",
        "Suma,,,,20.00,",
        "Total geral,,,,20.00,",
        ",Total for Acme,,,20.00,",
        ",,,,20.00,"
      })
  void totals_are_told_of_and_not_owed(String total) {
    Sample sample = Sample.of(HEADER + row("A1") + row("A2") + total + "\n");
    assertThat(sample.report().records()).isEqualTo(2);
    assertThat(sample.report().toMend()).isZero();
    assertThat(sample.finding(FindingCode.ROW_TOTAL).line()).isEqualTo(4);
  }

  @Test
  void money_without_a_word_that_is_no_sum_is_a_row_with_something_missing() {
    Sample sample = Sample.of(HEADER + row("A1") + row("A2") + ",,,,19.00,\n");
    assertThat(sample.report().rejected()).isEqualTo(1);
    assertThat(sample.codes())
        .contains(FindingCode.VALUE_MISSING)
        .doesNotContain(FindingCode.ROW_TOTAL);
  }

  @Test
  void a_customer_whose_name_starts_with_total_owes_like_any_other() {
    Sample sample = Sample.of(HEADER + "A1,Total Energies SA,2026-01-01,2026-01-31,10.00,EUR\n");
    assertThat(sample.receivable().debtor().name()).isEqualTo("Total Energies SA");
  }

  @Test
  void blank_columns_at_the_end_do_no_harm() {
    Sample sample =
        Sample.of(
            HEADER.replace("\n", ",,,\n")
                + row("A1").replace("\n", ",,,\n")
                + row("A2").replace("\n", ",,,,,,\n"));
    assertThat(sample.report().records()).isEqualTo(2);
    assertThat(sample.codes()).doesNotContain(FindingCode.COLUMN_UNUSED, FindingCode.ROW_SHAPE);
  }

  @Test
  void a_row_with_more_cells_than_the_header_is_left_out() {
    Sample sample =
        Sample.of(HEADER + "A1,Smith, Jones,2026-01-01,2026-01-31,10.00,EUR\n" + row("A2"));
    assertThat(sample.report().records()).isEqualTo(1);
    assertThat(sample.finding(FindingCode.ROW_SHAPE).line()).isEqualTo(2);
  }

  @Test
  void a_row_with_too_few_cells_lacks_what_is_needed() {
    Sample sample = Sample.of(HEADER + "A1,Acme,2026-01-01\n" + row("A2"));
    assertThat(sample.report().records()).isEqualTo(1);
    Finding finding = sample.finding(FindingCode.VALUE_MISSING);
    assertThat(finding.line()).isEqualTo(2);
    assertThat(finding.column()).isEqualTo("amount");
  }

  @Test
  void a_quote_that_is_never_closed_costs_its_own_line_only() {
    Sample sample =
        Sample.of(
            HEADER
                + row("A1")
                + "A2,\"Acme,2026-01-01,2026-01-31,10.00,EUR\n"
                + row("A3")
                + row("A4"));
    assertThat(sample.receivables())
        .extracting(Receivable::number)
        .containsExactly("A1", "A3", "A4");
    assertThat(sample.report().rejected()).isEqualTo(1);
    assertThat(sample.finding(FindingCode.QUOTE_UNCLOSED).line()).isEqualTo(3);
  }

  @Test
  void a_quote_that_ends_too_early_costs_its_own_line_only() {
    Sample sample =
        Sample.of(
            HEADER
                + row("A1")
                + "A2,\"Screen 15\" flat\",2026-01-01,2026-01-31,10.00,EUR\n"
                + row("A3"));
    assertThat(sample.receivables()).extracting(Receivable::number).containsExactly("A1", "A3");
    assertThat(sample.finding(FindingCode.QUOTE_UNCLOSED).line()).isEqualTo(3);
  }

  @Test
  void an_inch_mark_within_a_cell_is_no_quote() {
    Sample sample = Sample.of(HEADER + "A1,Screens 15\" Ltd,2026-01-01,2026-01-31,10.00,EUR\n");
    assertThat(sample.receivable().debtor().name()).isEqualTo("Screens 15\" Ltd");
  }

  @Test
  void every_line_ends_as_accepted_or_rejected_even_when_most_quotes_are_broken() {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < 300; i++) {
      text.append(
          i % 3 == 0 ? "B" + i + ",\"Acme,2026-01-01,2026-01-31,10.00,EUR\n" : row("A" + i));
    }
    Sample sample = Sample.of(text.toString());
    assertThat(sample.report().records()).isEqualTo(200);
    assertThat(sample.report().rejected()).isEqualTo(100);
  }

  @Test
  void customers_as_headings_of_their_rows_are_the_debtors() {
    String quickbooks =
        """
        ,Type,Date,Num,Terms,Due Date,Aging,Open Balance
        Acme Shoes,,,,,,,
        ,Invoice,01/15/2026,1001,Net 30,02/14/2026,45,"1,200.00"
        ,Invoice,02/01/2026,1002,Net 30,03/03/2026,28,300.00
        Total Acme Shoes,,,,,,,"1,500.00"
        Beta Ltd,,,,,,,
        ,Invoice,01/20/2026,1003,Net 30,02/19/2026,40,80.00
        Total Beta Ltd,,,,,,,80.00
        TOTAL,,,,,,,"1,580.00"
        """;
    Sample sample = Sample.of(quickbooks);
    assertThat(sample.receivables())
        .extracting(r -> r.number() + " " + r.debtor().id() + " " + r.amount().decimal())
        .containsExactly(
            "1001 Acme Shoes 1200.00", "1002 Acme Shoes 300.00", "1003 Beta Ltd 80.00");
    assertThat(sample.findings(FindingCode.ROW_TOTAL)).hasSize(3);
    assertThat(sample.report().toMend()).isZero();
  }

  @Test
  void headers_and_no_rows_is_told_of() {
    Sample sample = Sample.of(HEADER);
    assertThat(sample.codes()).contains(FindingCode.FILE_EMPTY);
    assertThat(sample.report().records()).isZero();
  }

  @Test
  void a_page_of_ten_thousand_columns_is_cut_off_with_a_finding() {
    Sample sample = Sample.of(HEADER + row("A1") + "x,".repeat(20_000) + "\n" + row("A2"));
    assertThat(sample.receivables()).extracting(Receivable::number).containsExactly("A1", "A2");
    assertThat(sample.report().rejected()).isEqualTo(1);
    assertThat(sample.codes()).contains(FindingCode.LINE_TOO_LONG);
  }
}
