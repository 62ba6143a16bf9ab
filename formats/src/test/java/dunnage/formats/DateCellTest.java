package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.formats.ReadOptions.DateOrder;
import dunnage.kernel.findings.FindingCode;
import org.junit.jupiter.api.Test;

class DateCellTest {

  private static String read(DateOrder order, String cell) {
    DateCell dates = new DateCell(order);
    var date = dates.read(cell);
    return date == null ? String.valueOf(dates.problem) : date.toString();
  }

  @Test
  void a_day_is_read_however_an_export_writes_it() {
    for (String cell :
        new String[] {
          "2026-03-05",
          "2026/3/5",
          "2026.03.05",
          "2026年3月5日",
          "2026年03月05日",
          "20260305",
          "20260305.0",
          "2026-03-05T10:00:00Z",
          "2026-03-05 00:00:00",
          "05.03.2026",
          "5.3.26",
          "05/03/2026",
          "05-03-2026",
          "5 Mar 2026",
          "05-Mar-2026",
          "Mar 5, 2026",
          "March 5, 2026",
          "5. März 2026",
          "5 mars 2026",
          "5 de marzo de 2026",
          "5 de março de 2026",
          "5 марта 2026 г."
        }) {
      assertThat(read(DateOrder.DMY, cell)).as(cell).isEqualTo("2026-03-05");
    }
    assertThat(read(DateOrder.MDY, "03/05/2026")).isEqualTo("2026-03-05");
    assertThat(read(DateOrder.MDY, "05.03.2026")).isEqualTo("2026-03-05");
  }

  @Test
  void every_month_has_its_words() {
    String[] words = {
      "января",
      "Feb",
      "Mrz",
      "avril",
      "мая",
      "juin",
      "juillet",
      "août",
      "septiembre",
      "outubro",
      "ноября",
      "décembre"
    };
    for (int i = 0; i < words.length; i++) {
      assertThat(read(DateOrder.DMY, "1 " + words[i] + " 2026"))
          .as(words[i])
          .isEqualTo(String.format("2026-%02d-01", i + 1));
    }
  }

  @Test
  void a_day_that_does_not_exist_is_no_date() {
    for (String cell :
        new String[] {
          "31/02/2026",
          "2026-02-31",
          "31.02.2026",
          "2026-13-01",
          "20261301",
          "32 Mar 2026",
          "5 Foo 2026",
          "1899-12-31",
          "9999-12-31",
          "tomorrow",
          "45000",
          "٠٥/٠٣/٢٠٢٦",
          "x".repeat(5000)
        }) {
      assertThat(read(DateOrder.DMY, cell)).as(cell).isEqualTo("DATE_BAD");
    }
    assertThat(read(DateOrder.DMY, "03/25/2026")).isEqualTo("DATE_ORDER_MIXED");
    assertThat(read(DateOrder.MDY, "25/03/2026")).isEqualTo("DATE_ORDER_MIXED");
  }

  @Test
  void the_order_of_a_file_is_learnt_and_the_row_that_contradicts_it_is_left_out() {
    Sample read =
        Sample.of(
            "invoice,customer,issued,due,amount,currency\n1,A,25/01/2026,28/02/2026,10.00,EUR\n2,A,05/01/2026,13/02/2026,11.00,EUR\n3,A,05/01/2026,02/25/2026,12.00,EUR\n4,A,31/02/2026,31/03/2026,12.00,EUR\n");
    assertThat(read.lines())
        .containsExactly(
            "1 A 2026-01-25 2026-02-28 10.00 EUR", "2 A 2026-01-05 2026-02-13 11.00 EUR");
    assertThat(read.codes()).containsExactly(FindingCode.DATE_ORDER_MIXED, FindingCode.DATE_BAD);
    assertThat(read.report().rejected()).isEqualTo(2);
  }

  @Test
  void an_undecidable_order_is_asked_for_and_the_answer_is_taken() {
    String file =
        "invoice,customer,issued,due,amount,currency\n1,A,05/01/2026,06/02/2026,10.00,EUR\n";
    Sample asked = Sample.of(file);
    assertThat(asked.report().asked()).isTrue();
    assertThat(asked.codes()).containsExactly(FindingCode.DATE_ORDER_UNDECIDABLE);
    Sample told =
        Sample.of(
            file, new ReadOptions(null, null, DateOrder.MDY, null, java.util.Map.of(), 15, null));
    assertThat(told.lines()).containsExactly("1 A 2026-05-01 2026-06-02 10.00 EUR");
  }
}
