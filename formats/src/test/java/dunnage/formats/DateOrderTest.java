package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.formats.ReadOptions.DateOrder;
import dunnage.kernel.findings.FindingCode;
import org.junit.jupiter.api.Test;

class DateOrderTest {

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
