package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.calendar.ClockStart;
import dunnage.kernel.calendar.Incoterm;
import dunnage.kernel.calendar.PaymentMethod;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Receivable;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermsReadingTest {

  private static final String HEADER =
      "number;customer;invoice date;amount;currency;terms;order;incoterm;order date;ship date;B/L date;paid on;paid amount\n";

  private static Sample read(String row) {
    return Sample.of(HEADER + row + "\n");
  }

  @Test
  void a_deposit_and_a_balance_are_two_receivables_each_with_its_own_clock() {
    Sample sample =
        read(
            "A1;Acme;2026-01-10;1000.01;USD;30% T/T in advance, 70% against copy of B/L;SO1;FOB Ningbo;2026-01-02;;2026-02-20;;");
    List<Receivable> parts = sample.receivables();
    assertThat(parts).extracting(Receivable::number).containsExactly("A1/1", "A1/2");
    assertThat(parts)
        .extracting(Receivable::due)
        .containsExactly(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 2, 20));
    assertThat(parts)
        .extracting(Receivable::issued)
        .containsExactly(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 10));
    assertThat(parts).extracting(r -> r.amount().decimal()).containsExactly("300.00", "700.01");
    assertThat(parts).extracting(r -> r.deal().part()).containsExactly("deposit", "balance");
    assertThat(parts.get(1).deal().clock()).isEqualTo(ClockStart.BILL_OF_LADING);
    assertThat(parts.get(0).deal().method()).isEqualTo(PaymentMethod.ADVANCE);
    assertThat(parts.get(0).deal().incoterm()).isEqualTo(Incoterm.FOB);
    assertThat(parts).extracting(r -> r.deal().order()).containsOnly("SO1");
    assertThat(sample.report().records()).isEqualTo(1);
    assertThat(sample.report().accepted()).hasToString("[1000.01 USD]");
  }

  @Test
  void what_the_row_says_was_paid_fills_the_part_due_first() {
    Sample sample =
        read(
            "A1;Acme;2026-01-10;1000.00;USD;30% T/T in advance, 70% against copy of B/L;;;2026-01-02;;2026-02-20;2026-02-01;450.00");
    assertThat(sample.all(Fact.Settled.class))
        .extracting(s -> s.receivable().number() + " " + s.entry().amount().decimal())
        .containsExactly("A1/1 300.00", "A1/2 150.00");
    assertThat(sample.facts())
        .extracting(f -> f.getClass().getSimpleName())
        .containsExactly("Issued", "Settled", "Issued", "Settled");
  }

  @Test
  void an_event_without_a_date_leaves_the_issue_date_to_stand_in() {
    Sample sample = read("A1;Acme;2026-01-10;1000.00;USD;100% TT before shipment;;;;;;;");
    assertThat(sample.receivable().due()).isEqualTo(LocalDate.of(2026, 1, 10));
    assertThat(sample.finding(FindingCode.TERMS_CLOCK_MISSING).column()).isEqualTo("ship date");
  }

  @Test
  void days_after_the_invoice() {
    assertThat(read("A1;Acme;2026-01-10;1000.00;USD;O/A 60;;;;;;;").receivable().due())
        .isEqualTo(LocalDate.of(2026, 3, 11));
    assertThat(read("A1;Acme;2026-01-10;1000.00;USD;30 days EOM;;;;;;;").receivable().due())
        .isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(read("A1;Acme;2026-01-10;1000.00;USD;45;;;;;;;").receivable().due())
        .isEqualTo(LocalDate.of(2026, 2, 24));
  }

  @Test
  void terms_that_cannot_be_read_leave_the_row_out_where_nothing_else_gives_a_due_date() {
    Sample sample = read("A1;Acme;2026-01-10;1000.00;USD;NAA8;;;;;;;");
    assertThat(sample.facts()).isEmpty();
    assertThat(sample.report().rejected()).isEqualTo(1);
    assertThat(sample.codes()).contains(FindingCode.VALUE_MISSING, FindingCode.TERMS_UNREADABLE);
  }

  @Test
  void terms_that_cannot_be_read_are_kept_in_words_beside_a_due_date_and_named_once() {
    Sample sample =
        Sample.of(
            "number;customer;due;amount;terms\nA1;Acme;2026-01-10;10.00;NAA8\nA2;Acme;2026-01-10;10.00;NAH4\nA3;Acme;2026-01-10;10.00;NAA8\n");
    assertThat(sample.finding(FindingCode.TERMS_UNREADABLE).seen()).isEqualTo("NAA8; NAH4");
    assertThat(sample.receivables().getFirst().deal().terms()).isEqualTo("NAA8");
  }

  @Test
  void a_row_with_its_own_due_date_stays_one_receivable_and_keeps_its_terms() {
    Sample sample =
        Sample.of(
            "number;customer;due;amount;order;part;terms;incoterm\nA1;Acme;2026-01-10;10.00;SO1;balance;30% T/T in advance, 70% before shipment;CIF Hamburg\n");
    assertThat(sample.receivable().due()).isEqualTo(LocalDate.of(2026, 1, 10));
    assertThat(sample.receivable().deal().part()).isEqualTo("balance");
    assertThat(sample.receivable().deal().clock()).isEqualTo(ClockStart.SHIPMENT);
    assertThat(sample.receivable().deal().incoterm()).isEqualTo(Incoterm.CIF);
  }

  @Test
  void a_row_that_says_nothing_of_an_order_carries_none() {
    Sample sample =
        Sample.of("number;customer;due;amount;order;terms\nA1;Acme;2026-01-10;10.00;;\n");
    assertThat(sample.receivable().deal()).isNull();
  }

  @Test
  void the_way_of_payment_is_kept() {
    Sample sample =
        Sample.of("number;customer;due;amount;payment method\nA1;Acme;2026-01-10;10.00;L/C\n");
    assertThat(sample.receivable().deal().method()).isEqualTo(PaymentMethod.LETTER_OF_CREDIT);
  }
}
