package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.formats.ReadOptions.DateOrder;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateReadingTest {

  private static final String HEADER = "number;customer;issued;due;amount\n";

  private static Sample read(String... dates) {
    return Sample.of(rows(dates));
  }

  private static String rows(String... dates) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < dates.length; i++) {
      text.append('A').append(i).append(";Acme;;").append(dates[i]).append(";10.00\n");
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2013-01-02",
        "2013/01/02",
        "2013/1/2",
        "2013.01.02",
        "20130102",
        "20130102.0",
        "2013年1月2日",
        "2013年01月02日",
        "02.01.2013",
        "2.1.2013",
        "02.01.13",
        "2 Jan 2013",
        "Jan 2, 2013",
        "January 2, 2013",
        "2-Jan-13",
        "2nd January 2013",
        "2. Januar 2013",
        "2 janvier 2013",
        "02-ene-2013",
        "2 de enero de 2013",
        "2 de janeiro de 2013",
        "2 января 2013 г.",
        "2 янв 2013",
        "2013-01-02T00:00:00Z",
        "2013-01-02 12:30:45",
        "2013-01-02T23:59:59.123+02:00",
        "2013-01-02 00:00:00 +0000"
      })
  void one_day_in_many_writings(String written) {
    assertThat(read(written).receivable().due()).as(written).isEqualTo(LocalDate.of(2013, 1, 2));
  }

  @Test
  void all_months_of_all_languages_are_known() {
    String[] months = {
      "mars",
      "abril",
      "Mai",
      "июня",
      "juillet",
      "agosto",
      "setembro",
      "Okt",
      "noviembre",
      "дек",
      "février",
      "März"
    };
    int[] expected = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 2, 3};
    for (int i = 0; i < months.length; i++) {
      assertThat(read("15 " + months[i] + " 2020").receivable().due().getMonthValue())
          .as(months[i])
          .isEqualTo(expected[i]);
    }
  }

  @Test
  void a_day_above_twelve_anywhere_in_the_file_decides_the_order() {
    Sample day = read("02/01/2013", "03/04/2013", "25/04/2013");
    assertThat(day.report().recognised().get("date_order")).isEqualTo("dmy");
    assertThat(day.receivables())
        .extracting(r -> r.due())
        .containsExactly(
            LocalDate.of(2013, 1, 2), LocalDate.of(2013, 4, 3), LocalDate.of(2013, 4, 25));
    Sample month = read("02/01/2013", "03/04/2013", "04/25/2013");
    assertThat(month.report().recognised().get("date_order")).isEqualTo("mdy");
    assertThat(month.receivables().getFirst().due()).isEqualTo(LocalDate.of(2013, 2, 1));
  }

  @Test
  void evidence_far_below_the_first_rows_counts() {
    String[] dates = new String[30_000];
    java.util.Arrays.fill(dates, "02/01/2013");
    dates[29_999] = "31/01/2013";
    Sample sample = read(dates);
    assertThat(sample.receivables().getFirst().due()).isEqualTo(LocalDate.of(2013, 1, 2));
    assertThat(sample.report().records()).isEqualTo(30_000);
  }

  @Test
  void evidence_in_another_date_column_counts() {
    Sample sample = Sample.of(HEADER + "A1;Acme;25/12/2012;02/01/2013;10.00\n");
    assertThat(sample.receivable().due()).isEqualTo(LocalDate.of(2013, 1, 2));
  }

  @Test
  void the_header_may_say_the_order() {
    Sample sample =
        Sample.of("number;customer;due date (dd/mm/yyyy);amount\nA1;Acme;02/01/2013;10.00\n");
    assertThat(sample.receivable().due()).isEqualTo(LocalDate.of(2013, 1, 2));
  }

  @Test
  void an_order_that_cannot_be_told_is_asked_for() {
    Sample sample = read("02/01/2013", "03/04/2013");
    assertThat(sample.report().asked()).isTrue();
    assertThat(sample.facts()).isEmpty();
    Finding finding = sample.finding(FindingCode.DATE_ORDER_UNDECIDABLE);
    assertThat(finding.seen()).isEqualTo("02/01/2013");
    assertThat(finding.remedy()).contains("--dates");
  }

  @Test
  void the_answer_is_taken() {
    assertThat(Sample.of(rows("02/01/2013"), Sample.dates(DateOrder.DMY)).receivable().due())
        .isEqualTo(LocalDate.of(2013, 1, 2));
    assertThat(Sample.of(rows("02/01/2013"), Sample.dates(DateOrder.MDY)).receivable().due())
        .isEqualTo(LocalDate.of(2013, 2, 1));
  }

  @Test
  void the_same_day_and_month_need_no_order() {
    assertThat(read("03/03/2013", "2013-05-01").receivables())
        .extracting(r -> r.due())
        .containsExactly(LocalDate.of(2013, 3, 3), LocalDate.of(2013, 5, 1));
  }

  @Test
  void a_date_that_contradicts_the_others_is_left_out() {
    Sample sample = read("13/01/2013", "14/01/2013", "02/25/2013", "15/01/2013");
    assertThat(sample.report().records()).isEqualTo(3);
    Finding finding = sample.finding(FindingCode.DATE_ORDER_MIXED);
    assertThat(finding.line()).isEqualTo(4);
    assertThat(finding.column()).isEqualTo("due");
  }

  @Test
  void an_even_mixture_has_no_order() {
    assertThat(read("13/01/2013", "01/13/2013").codes())
        .contains(FindingCode.DATE_ORDER_UNDECIDABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2013-02-31",
        "31.02.2013",
        "2013-13-01",
        "2013-00-10",
        "0013-01-02",
        "9999-12-31",
        "1900-01-01",
        "soon",
        "2 Foo 2013",
        "41276",
        "2013-1",
        "1/2/3/2013",
        "12:30",
        "99999999999"
      })
  void what_is_no_day_is_left_out(String written) {
    Sample sample = read(written, "2013-01-02");
    assertThat(sample.report().records()).as(written).isEqualTo(1);
    assertThat(sample.finding(FindingCode.DATE_BAD).seen()).isEqualTo(written);
  }

  @Test
  void february_31_with_slashes_is_no_day_in_either_order() {
    Sample sample = read("31/02/2013", "13/01/2013", "14/01/2013");
    assertThat(sample.finding(FindingCode.DATE_BAD).line()).isEqualTo(2);
  }

  @Test
  void two_digit_years_turn_at_seventy() {
    assertThat(read("31.12.69").receivable().due()).isEqualTo(LocalDate.of(2069, 12, 31));
    assertThat(read("31.12.70").receivable().due()).isEqualTo(LocalDate.of(1970, 12, 31));
  }

  @Test
  void zeros_and_dashes_are_no_date_rather_than_a_bad_one() {
    Sample sample =
        Sample.of(
            "number;due;amount;paid on\nA1;2013-01-02;10.00;0000-00-00\nA2;2013-01-02;10.00;00.00.0000\nA3;2013-01-02;10.00;-\n");
    assertThat(sample.report().records()).isEqualTo(3);
    assertThat(sample.receivables()).hasSize(3);
    assertThat(sample.facts()).hasSize(3);
  }

  @Test
  void a_due_date_before_the_issue_date_counts_with_a_warning() {
    Sample sample = Sample.of(HEADER + "A1;Acme;2013-02-01;2013-01-02;10.00\n");
    assertThat(sample.report().records()).isEqualTo(1);
    assertThat(sample.codes()).contains(FindingCode.DUE_BEFORE_ISSUE);
  }

  @Test
  void a_due_date_decades_after_the_issue_counts_with_a_warning() {
    Sample sample = Sample.of(HEADER + "A1;Acme;2013-02-01;2031-03-02;10.00\n");
    assertThat(sample.report().records()).isEqualTo(1);
    assertThat(sample.codes()).contains(FindingCode.DATE_IMPLAUSIBLE);
  }
}
