package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.Currency;
import org.junit.jupiter.api.Test;

class TableRowsTest {

  private static final String HEADER = "invoice,customer,issued,due,amount,currency\n";
  private static final String GOOD = "1,A,2026-01-05,2026-02-04,10.50,EUR\n";
  private static final String GOOD_LINE = "1 A 2026-01-05 2026-02-04 10.50 EUR";

  @Test
  void a_wide_file_tells_what_was_paid() {
    Sample read =
        Sample.of(
            "invoice,customer,issued,due,amount,currency,paid date,amount paid,open amount,status\n"
                + "1,A,2026-01-05,2026-02-04,10.50,EUR,2026-02-01,,,\n2,A,2026-01-05,2026-02-04,10.50,EUR,2026-02-01,4.00,,\n"
                + "3,A,2026-01-05,2026-02-04,10.50,EUR,,,2.50,\n4,A,2026-01-05,2026-02-04,10.50,EUR,,,,Paid\n"
                + "5,A,2026-01-05,2026-02-04,10.50,EUR,,,,void\n6,A,2026-01-05,2026-02-04,10.50,EUR,,,10.50,open\n");
    assertThat(read.settled())
        .containsExactly(
            "1 2026-02-01 10.50 EUR",
            "2 2026-02-01 4.00 EUR",
            "3 null 8.00 EUR",
            "4 null 10.50 EUR");
    assertThat(read.receivables())
        .extracting(r -> r.number())
        .containsExactly("1", "2", "3", "4", "6");
    assertThat(read.codes()).containsExactly(FindingCode.PAYMENT_UNDATED, FindingCode.ROW_NOT_OWED);
  }

  @Test
  void a_blank_issue_date_has_a_stand_in_and_counts() {
    Sample read = Sample.of(HEADER + GOOD + "2,A,,2026-02-04,7.50,EUR\n");
    assertThat(read.lines()).containsExactly(GOOD_LINE, "2 A 2026-01-20 2026-02-04 7.50 EUR");
    assertThat(read.report().toMend()).isZero();
    assertThat(read.codes()).contains(FindingCode.NO_ISSUE_DATE);
  }

  @Test
  void a_blank_needed_cell_loses_its_row_and_its_amount() {
    Sample read =
        Sample.of(
            HEADER + "2,A,2026-01-05,,7.50,EUR\n3,A,2026-01-05,2026-02-04,,EUR\n4,A\n" + GOOD);
    assertThat(read.lines()).containsExactly(GOOD_LINE);
    assertThat(read.codes()).containsOnly(FindingCode.VALUE_MISSING);
    assertThat(read.report().rejected()).isEqualTo(3);
    assertThat(read.report().accepted().list()).hasToString("[10.50 EUR]");
  }

  @Test
  void totals_repeated_headers_and_blank_rows_are_no_receivables() {
    Sample read =
        Sample.of(
            HEADER
                + GOOD
                + HEADER
                + ",,,,,\nTotal,,,,10.50,EUR\nTotal,,,10.50,,\nИтого:,,,,10.50,\n合计,,,,10.50,\n");
    assertThat(read.lines()).containsExactly(GOOD_LINE);
    assertThat(read.report().toMend()).isZero();
    assertThat(read.codes()).containsOnly(FindingCode.ROW_TOTAL).hasSize(4);
    Sample named =
        Sample.of(
            "customer,invoice,issued,due,amount,currency\nTotal Energy,1,2026-01-05,31.02.2026,10.50,EUR\nTotal Energy,2,2026-01-05,2026-02-04,7.50,EUR\n");
    assertThat(named.receivables()).hasSize(1);
    assertThat(named.codes()).containsExactly(FindingCode.DATE_BAD);
  }

  @Test
  void a_long_row_is_left_out_and_an_incomplete_one_counts() {
    Sample longRow = Sample.of(HEADER + "2,A,Ltd,2026-01-05,2026-02-04,10.50,EUR\n" + GOOD);
    assertThat(longRow.lines()).containsExactly(GOOD_LINE);
    assertThat(longRow.codes()).containsExactly(FindingCode.ROW_SHAPE);
    Sample blank = Sample.of(HEADER + GOOD.repeat(20) + ",A,2026-01-05,2026-02-04,10.50,EUR\n");
    assertThat(blank.receivables()).hasSize(21);
    assertThat(blank.codes()).contains(FindingCode.ROW_INCOMPLETE);
  }

  @Test
  void currencies_are_read_as_written_and_unknown_ones_rejected() {
    Sample read =
        Sample.of(
            HEADER
                + "1,A,2026-01-05,2026-02-04,1.50,RMB\n2,A,2026-01-05,2026-02-04,1.50,usd\n3,A,2026-01-05,2026-02-04,1.50,QQQ\n4,A,2026-01-05,2026-02-04,1.50,XXX\n5,A,2026-01-05,2026-02-04,1.50,$\n");
    assertThat(read.receivables())
        .extracting(r -> r.amount().currency().code())
        .containsExactly("CNY", "USD");
    assertThat(read.codes()).containsOnly(FindingCode.CURRENCY_UNKNOWN).hasSize(3);
    Sample told =
        Sample.of(
            "invoice,customer,issued,due,amount\n1,A,2026-01-05,2026-02-04,1.50\n",
            new ReadOptions(Currency.of("EUR"), null, null, null, java.util.Map.of(), 15, null));
    assertThat(told.receivables().getFirst().amount()).hasToString("1.50 EUR");
    assertThat(told.codes()).isEmpty();
  }

  @Test
  void negative_rows_and_credit_notes_are_credits_and_nothing_is_netted() {
    Sample read =
        Sample.of(
            "type,invoice,customer,issued,due,amount,currency\nInvoice,1,A,2026-01-05,2026-02-04,10.50,EUR\nCredit note,2,A,2026-01-06,2026-02-04,3.00,EUR\nInvoice,3,A,2026-01-07,2026-02-04,(4.00),EUR\n");
    assertThat(read.lines()).containsExactly(GOOD_LINE);
    assertThat(
            read.facts().stream()
                .filter(Fact.CreditHeld.class::isInstance)
                .map(f -> ((Fact.CreditHeld) f).amount().toString()))
        .containsExactly("3.00 EUR", "4.00 EUR");
  }

  @Test
  void equal_numbers_both_count() {
    Sample read = Sample.of(HEADER + GOOD + GOOD);
    assertThat(read.receivables()).hasSize(2);
    assertThat(read.book().debtors().getFirst().accounts()).hasSize(2);
    assertThat(read.book().findings())
        .extracting(f -> f.code())
        .contains(FindingCode.NUMBER_REPEATED);
  }

  @Test
  void terms_in_parts_make_a_deposit_and_a_balance() {
    Sample read =
        Sample.of(
            "invoice,customer,invoice date,order date,bl_date,amount,currency,payment terms,paid date,amount paid\nR1,A,2026-01-05,2026-01-02,2026-02-20,1000.00,USD,\"30% T/T in advance, 70% against copy of B/L\",2026-01-03,300.00\n");
    assertThat(read.receivables())
        .extracting(r -> r.number() + " " + r.due() + " " + r.amount())
        .containsExactly("R1/1 2026-01-02 300.00 USD", "R1/2 2026-02-20 700.00 USD");
    assertThat(read.settled()).containsExactly("R1/1 2026-01-03 300.00 USD");
    Sample bad =
        Sample.of(
            "invoice,customer,invoice date,bl_date,amount,currency,payment terms\nR1,A,2026-01-05,2026-02-31,1000.00,USD,100% against copy of B/L\n");
    assertThat(bad.receivables()).isEmpty();
    assertThat(bad.codes()).contains(FindingCode.DATE_BAD);
    assertThat(bad.report().rejected()).isOne();
  }

  @Test
  void payments_and_allocations_of_other_files_are_joined() {
    java.util.List<Fact> all =
        new java.util.ArrayList<>(
            Sample.of(HEADER + GOOD + "2,A,2026-01-05,2026-02-04,7.50,EUR\n").facts());
    all.addAll(Sample.of("invoice,paid date,amount,currency\n1,2026-02-10,10.50,EUR\n").facts());
    all.addAll(
        Sample.of("payment id,customer,date,amount,currency\nP1,A,2026-02-11,7.50,EUR\n").facts());
    all.addAll(Sample.of("payment id,invoice,amount,currency\nP1,2,7.50,EUR\n").facts());
    var book = dunnage.kernel.ledger.Book.of(all);
    assertThat(book.debtors().getFirst().accounts())
        .extracting(a -> a.receivable().number() + " " + a.settledOn(java.time.LocalDate.MAX))
        .containsExactly("1 2026-02-10", "2 2026-02-11");
    assertThat(book.findings()).isEmpty();
  }

  @Test
  void events_and_orders_are_read() {
    Sample events =
        Sample.of(
            "date,customer,event,note,until,amount,currency\n2026-01-05,A,promise,will pay,2026-01-20,10.50,EUR\n2026-01-06,A,sneezed,,,,EUR\n");
    assertThat(events.facts()).hasSize(1);
    assertThat(events.facts().getFirst())
        .isInstanceOfSatisfying(
            Fact.Noted.class,
            n ->
                assertThat(n.event() + " " + n.until() + " " + n.amount())
                    .isEqualTo("PROMISE 2026-01-20 10.50 EUR"));
    assertThat(events.codes()).containsExactly(FindingCode.VALUE_MISSING);
    Sample orders =
        Sample.of("order,customer,order date,amount,currency\nO1,A,2026-01-05,10.50,EUR\n");
    assertThat(orders.facts().getFirst())
        .isInstanceOfSatisfying(
            Fact.Ordered.class,
            o ->
                assertThat(o.number() + " " + o.on() + " " + o.amount())
                    .isEqualTo("O1 2026-01-05 10.50 EUR"));
  }
}
