package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivableRowsTest {

  private static final String WIDE =
      "number,customer,issued,due,amount,currency,paid on,paid amount,open amount,status\n";

  private static Sample wide(String row) {
    return Sample.of(WIDE + row + "\n");
  }

  private static Entry payment(Sample sample) {
    List<Fact.Settled> settled = sample.all(Fact.Settled.class);
    assertThat(settled).as(sample.report().toString()).hasSize(1);
    return settled.getFirst().entry();
  }

  @Test
  void a_paid_day_alone_means_paid_in_full() {
    Entry entry = payment(wide("A1,Acme,2026-01-01,2026-01-31,10.00,EUR,2026-02-03,,,"));
    assertThat(entry.on()).isEqualTo(LocalDate.of(2026, 2, 3));
    assertThat(entry.amount()).hasToString("10.00 EUR");
    assertThat(entry.kind()).isEqualTo(Entry.Kind.PAYMENT);
  }

  @Test
  void a_paid_amount_is_what_was_paid() {
    assertThat(
            payment(wide("A1,Acme,2026-01-01,2026-01-31,10.00,EUR,2026-02-03,4.00,,"))
                .amount()
                .decimal())
        .isEqualTo("4.00");
    assertThat(
            wide("A1,Acme,2026-01-01,2026-01-31,10.00,EUR,2026-02-03,0.00,,")
                .all(Fact.Settled.class))
        .isEmpty();
  }

  @Test
  void what_is_open_wins_over_what_was_paid() {
    assertThat(
            payment(wide("A1,Acme,2026-01-01,2026-01-31,10.00,EUR,2026-02-03,4.00,3.00,"))
                .amount()
                .decimal())
        .isEqualTo("7.00");
    assertThat(
            wide("A1,Acme,2026-01-01,2026-01-31,10.00,EUR,2026-02-03,,10.00,paid")
                .all(Fact.Settled.class))
        .isEmpty();
  }

  @Test
  void a_payment_without_a_day_is_told_of_once() {
    Sample sample =
        Sample.of(
            WIDE
                + "A1,Acme,2026-01-01,2026-01-31,10.00,EUR,,4.00,,\nA2,Acme,2026-01-01,2026-01-31,10.00,EUR,,,2.00,\n");
    assertThat(sample.all(Fact.Settled.class)).extracting(s -> s.entry().on()).containsOnlyNulls();
    assertThat(sample.findings(FindingCode.PAYMENT_UNDATED)).hasSize(1);
  }

  @Test
  void more_open_than_owed_contradicts_itself() {
    Sample sample = wide("A1,Acme,2026-01-01,2026-01-31,10.00,EUR,,,12.00,");
    assertThat(sample.report().rejected()).isEqualTo(1);
    assertThat(sample.finding(FindingCode.AMOUNT_BAD).column()).isEqualTo("open amount");
  }

  @Test
  void an_open_amount_alone_is_the_amount() {
    Sample sample = Sample.of("number,customer,due,open balance\nA1,Acme,2026-01-31,10.00\n");
    assertThat(sample.receivable().amount().decimal()).isEqualTo("10.00");
    assertThat(sample.all(Fact.Settled.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Paid", "已核销", "оплачен", "Bezahlt", "payée", "Pagada", "liquidado"})
  void the_word_paid_means_paid_in_full_on_some_day(String status) {
    Entry entry = payment(wide("A1,Acme,2026-01-01,2026-01-31,10.00,EUR,,,," + status));
    assertThat(entry.on()).isNull();
    assertThat(entry.amount().decimal()).isEqualTo("10.00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"VOID", "Draft", "作废", "Черновик", "storniert", "annulée", "Anulada", "rascunho"})
  void void_and_draft_documents_owe_nothing(String status) {
    Sample sample = wide("A1,Acme,2026-01-01,2026-01-31,10.00,EUR,,,," + status);
    assertThat(sample.facts()).isEmpty();
    assertThat(sample.codes()).contains(FindingCode.ROW_NOT_OWED);
    assertThat(sample.report().toMend()).isZero();
    assertThat(sample.report().accepted().isZero()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "Authorised", "sent", "部分核销", ""})
  void other_words_mean_open(String status) {
    assertThat(wide("A1,Acme,2026-01-01,2026-01-31,10.00,EUR,,,," + status).all(Fact.Settled.class))
        .isEmpty();
  }

  @Test
  void an_open_flag_is_believed_where_there_is_no_day() {
    Sample sample =
        Sample.of(
            "invoice_id,cust_number,due_in_date,total_open_amount,clear_date,isOpen\nA1,C1,20260131,10.00,,1\nA2,C1,20260131,20.00,,0\n");
    assertThat(sample.all(Fact.Settled.class))
        .extracting(s -> s.receivable().number())
        .containsExactly("A2");
  }

  @Test
  void a_needed_cell_that_is_blank_leaves_the_row_out() {
    Sample sample =
        Sample.of(
            WIDE
                + ",Acme,2026-01-01,2026-01-31,10.00,EUR,,,,\nA2,Acme,2026-01-01,,10.00,EUR,,,,\nA3,Acme,2026-01-01,2026-01-31,,EUR,,,,\n");
    assertThat(sample.receivable().number()).isEqualTo("line 2");
    assertThat(sample.findings(FindingCode.VALUE_MISSING))
        .extracting(Finding::line)
        .containsExactly(3, 4);
    assertThat(sample.findings(FindingCode.VALUE_MISSING))
        .extracting(Finding::column)
        .containsExactly("due", "amount");
    assertThat(sample.report().records() + sample.report().rejected()).isEqualTo(3);
  }

  @Test
  void a_blank_debtor_is_told_of_and_counts() {
    Sample sample = wide("A1,,2026-01-01,2026-01-31,10.00,EUR,,,,");
    assertThat(sample.receivable().debtor().id()).isEqualTo("(unnamed)");
    assertThat(sample.finding(FindingCode.NO_DEBTOR).line()).isEqualTo(2);
  }

  @Test
  void a_gap_in_a_column_that_nearly_every_row_fills_is_told_of_and_counts() {
    StringBuilder text = new StringBuilder("number,customer,due,amount,colour,paid on\n");
    for (int i = 0; i < 20; i++) {
      text.append('A')
          .append(i)
          .append(",Acme,2026-01-31,10.00,")
          .append(i == 7 ? "" : "red")
          .append(i < 18 ? ",2026-02-01" : ",")
          .append('\n');
    }
    Sample sample = Sample.of(text.toString());
    assertThat(sample.report().records()).isEqualTo(20);
    assertThat(sample.report().toMend()).isZero();
    assertThat(sample.finding(FindingCode.ROW_INCOMPLETE).line()).isEqualTo(9);
    assertThat(sample.finding(FindingCode.ROW_INCOMPLETE).column()).isEqualTo("colour");
  }

  @Test
  void a_column_that_many_rows_leave_blank_has_no_gaps() {
    StringBuilder text = new StringBuilder("number,customer,due,amount,colour\n");
    for (int i = 0; i < 20; i++) {
      text.append('A')
          .append(i)
          .append(",Acme,2026-01-31,10.00,")
          .append(i < 3 ? "" : "red")
          .append('\n');
    }
    assertThat(Sample.of(text.toString()).codes()).doesNotContain(FindingCode.ROW_INCOMPLETE);
  }

  @Test
  void a_credit_note_that_names_an_invoice_lowers_it() {
    Sample sample =
        Sample.of(
            "number,customer,invoice date,due,amount,type,applies to\nCN1,Acme,2026-02-01,2026-02-01,30.00,Credit note,A1\nCN2,Acme,2026-02-01,2026-02-01,-5.00,,A2\n");
    assertThat(sample.all(Fact.Remitted.class))
        .extracting(
            r ->
                r.number()
                    + " "
                    + r.entry().kind()
                    + " "
                    + r.entry().on()
                    + " "
                    + r.entry().amount().decimal())
        .containsExactly("A1 CREDIT_NOTE 2026-02-01 30.00", "A2 CREDIT_NOTE 2026-02-01 5.00");
  }

  @Test
  void a_credit_that_names_nothing_is_held() {
    Sample sample =
        Sample.of(
            "number,customer,invoice date,due,amount\nCN1,Acme,2026-02-01,2026-02-01,-30.00\n");
    Fact.CreditHeld held = sample.all(Fact.CreditHeld.class).getFirst();
    assertThat(held.amount().decimal()).isEqualTo("30.00");
    assertThat(held.debtor().name()).isEqualTo("Acme");
    assertThat(sample.codes()).contains(FindingCode.CREDIT_HELD);
    assertThat(sample.report().accepted().in(Currency.NONE).decimal()).isEqualTo("-30.00");
  }

  @Test
  void a_credit_that_is_used_up_changes_nothing() {
    Sample sample =
        Sample.of(
            "number,customer,invoice date,due,amount,open balance\nCN1,Acme,2026-02-01,2026-02-01,-30.00,0.00\nCN2,Acme,2026-02-01,2026-02-01,-30.00,-10.00\n");
    assertThat(sample.all(Fact.CreditHeld.class))
        .extracting(c -> c.amount().decimal())
        .containsExactly("10.00");
    assertThat(sample.report().records()).isEqualTo(2);
  }

  @Test
  void a_payment_before_the_issue_counts_and_is_noted() {
    Sample sample = wide("A1,Acme,2026-01-10,2026-01-31,10.00,EUR,2026-01-03,,,");
    assertThat(payment(sample).on()).isEqualTo(LocalDate.of(2026, 1, 3));
    assertThat(sample.codes()).contains(FindingCode.PAYMENT_BEFORE_ISSUE);
  }

  @Test
  void a_bad_paid_day_leaves_the_row_out_whole() {
    Sample sample = wide("A1,Acme,2026-01-10,2026-01-31,10.00,EUR,2026-02-31,,,");
    assertThat(sample.facts()).isEmpty();
    assertThat(sample.report().rejected()).isEqualTo(1);
    assertThat(sample.finding(FindingCode.DATE_BAD).column()).isEqualTo("paid on");
    assertThat(sample.report().accepted().isZero()).isTrue();
  }

  @Test
  void debtors_are_shared_between_rows() {
    Sample sample =
        Sample.of(
            WIDE
                + "A1,Acme,2026-01-01,2026-01-31,10.00,EUR,,,,\nA2,Acme,2026-01-01,2026-01-31,10.00,EUR,,,,\n");
    List<Receivable> both = sample.receivables();
    assertThat(both.get(0).debtor()).isSameAs(both.get(1).debtor());
    assertThat(both.get(0).due()).isSameAs(both.get(1).due());
  }

  @Test
  void disputed_rows_are_marked() {
    Sample sample =
        Sample.of(
            "number,customer,due,amount,disputed\nA1,Acme,2026-01-31,10.00,Yes\nA2,Acme,2026-01-31,10.00,No\n");
    assertThat(sample.receivables()).extracting(Receivable::disputed).containsExactly(true, false);
    assertThat(sample.receivables().get(1).deal()).isNull();
  }

  @Test
  void a_fact_of_payment_follows_its_receivable() {
    Sample sample =
        Sample.of(
            WIDE
                + "A1,Acme,2026-01-01,2026-01-31,10.00,EUR,2026-02-01,,,\nA2,Acme,2026-01-01,2026-01-31,10.00,EUR,2026-02-01,,,\n");
    assertThat(sample.facts())
        .extracting(f -> f.getClass().getSimpleName())
        .containsExactly("Issued", "Settled", "Issued", "Settled");
  }

  @Test
  void findings_of_one_kind_do_not_fill_the_memory() {
    StringBuilder text = new StringBuilder(WIDE);
    for (int i = 0; i < 5_000; i++) {
      text.append("A1,Acme,2026-01-01,soon,10.00,EUR,,,,\n");
    }
    Sample sample = Sample.of(text.toString());
    assertThat(sample.report().rejected()).isEqualTo(5_000);
    assertThat(sample.findings(FindingCode.DATE_BAD)).hasSize(1_001);
  }
}
