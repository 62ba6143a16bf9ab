package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherTablesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "receivable,paid_on,amount,currency",
        "Invoice number,Payment date,Amount paid,Currency",
        "invoice,date,amount,currency",
        "发票号,收款日期,收款金额,币种",
        "Номер счета,Дата оплаты,Сумма,Валюта",
        "Rechnungsnummer,Zahlungsdatum,Betrag,Währung",
        "N° facture,Date de paiement,Montant,Devise",
        "Nº factura,Fecha de pago,Importe,Moneda",
        "Nº fatura,Data de pagamento,Valor,Moeda"
      })
  void payments_name_what_they_pay(String header) {
    Sample sample = Sample.of(header + "\nA1,2026-02-03,4.50,EUR\n");
    assertThat(sample.report().recognised().get("table")).isEqualTo("payments");
    assertThat(sample.report().kind()).isEqualTo(FileKind.RECEIVABLES);
    Fact.Remitted one = sample.all(Fact.Remitted.class).getFirst();
    assertThat(one)
        .extracting(Fact.Remitted::number, r -> r.entry().on(), r -> r.entry().amount().toString())
        .containsExactly("A1", LocalDate.of(2026, 2, 3), "4.50 EUR");
    assertThat(sample.report().records()).isEqualTo(1);
  }

  @Test
  void payments_without_a_currency_take_that_of_what_they_pay_and_nothing_is_told() {
    Sample sample = Sample.of("receivable,paid_on,amount\nA1,2026-02-03,4.50\n");
    assertThat(sample.codes()).isEmpty();
    assertThat(sample.all(Fact.Remitted.class).getFirst().entry().amount()).hasToString("4.50 XXX");
  }

  @Test
  void an_invoice_list_without_due_dates_is_not_taken_for_payments() {
    Sample sample = Sample.of("invoice number,customer,date,amount\nA1,Acme,2026-02-03,4.50\n");
    assertThat(sample.report().asked()).isTrue();
    assertThat(sample.finding(FindingCode.COLUMN_MISSING).column()).isEqualTo("due");
    assertThat(sample.facts()).isEmpty();
  }

  @Test
  void payments_and_allocations_may_be_two_files() {
    Sample payments =
        Sample.of("payment_id,date,debtor,amount,currency\nP1,2026-02-03,C1,100.00,EUR\n");
    assertThat(payments.report().recognised().get("table")).isEqualTo("payments");
    Fact.Received received = payments.all(Fact.Received.class).getFirst();
    assertThat(received.payment()).isEqualTo("P1");
    assertThat(received.debtor().id()).isEqualTo("C1");
    Sample allocations =
        Sample.of("payment_id,receivable,amount,currency\nP1,A1,60.00,EUR\nP1,A2,40.00,EUR\n");
    assertThat(allocations.report().recognised().get("table")).isEqualTo("allocations");
    assertThat(allocations.all(Fact.Allocated.class))
        .extracting(a -> a.payment() + " " + a.number() + " " + a.amount())
        .containsExactly("P1 A1 60.00 EUR", "P1 A2 40.00 EUR");
  }

  @Test
  void a_payment_that_names_nothing_is_money_received() {
    Sample sample = Sample.of("payment date,customer,amount,currency\n2026-02-03,C1,100.00,EUR\n");
    assertThat(sample.all(Fact.Received.class).getFirst().payment()).isEmpty();
  }

  @Test
  void a_payment_needs_its_day_and_its_amount() {
    Sample sample =
        Sample.of(
            "receivable,paid_on,amount\nA1,,4.50\nA2,2026-02-03,\nA3,2026-02-30,1.00\nA4,2026-02-03,-1.00\n,2026-02-03,1.00\n");
    assertThat(sample.report().rejected()).isEqualTo(5);
    assertThat(sample.codes())
        .containsExactly(
            FindingCode.VALUE_MISSING,
            FindingCode.VALUE_MISSING,
            FindingCode.DATE_BAD,
            FindingCode.AMOUNT_BAD,
            FindingCode.VALUE_MISSING);
  }

  @Test
  void events() {
    Sample sample =
        Sample.of(
            "date,debtor,event,note,amount,until\n2026-02-03,C1,promise,by Friday,500.00,2026-02-06\n2026-02-05,C1,contact_left,gone,,\n");
    assertThat(sample.report().recognised().get("table")).isEqualTo("events");
    assertThat(sample.all(Fact.Noted.class))
        .extracting(
            n -> n.on() + " " + n.event() + " " + n.words() + " " + n.amount() + " " + n.until())
        .containsExactly(
            "2026-02-03 PROMISE by Friday 500.00 XXX 2026-02-06",
            "2026-02-05 CONTACT_LEFT gone null null");
  }

  @ParameterizedTest
  @CsvSource({
    "Promise to pay,PROMISE",
    "承诺付款,PROMISE",
    "обещание оплаты,PROMISE",
    "Reminder sent,MESSAGE_SENT",
    "催款,MESSAGE_SENT",
    "No answer,CALL_UNANSWERED",
    "Dispute,DISPUTE_OPENED",
    "bankruptcy petition,INSOLVENCY_PETITION",
    "FINAL_DEMAND,FINAL_DEMAND",
    "letzte Mahnung,FINAL_DEMAND"
  })
  void events_are_known_by_their_usual_words(String words, Event event) {
    assertThat(
            Sample.of("date,customer,event,note\n2026-02-03,C1," + words + ",x\n")
                .all(Fact.Noted.class)
                .getFirst()
                .event())
        .isEqualTo(event);
  }

  @Test
  void an_event_that_is_none_is_left_out() {
    Sample sample =
        Sample.of(
            "date,debtor,event,note\n2026-02-03,C1,lunch,fish\n2026-02-03,,promise,x\n2026-02-03,C1,,x\n");
    assertThat(sample.codes()).contains(FindingCode.VALUE_MISSING);
    assertThat(sample.report().rejected()).isEqualTo(3);
  }

  @Test
  void orders() {
    Sample sample =
        Sample.of(
            "order,debtor,date,amount,currency\nSO1,C1,2026-02-03,500.00,USD\nSO2,C1,2026-02-04,0.00,USD\n");
    assertThat(sample.report().recognised().get("table")).isEqualTo("orders");
    assertThat(sample.all(Fact.Ordered.class))
        .extracting(o -> o.number() + " " + o.on() + " " + o.amount())
        .containsExactly("SO1 2026-02-03 500.00 USD");
    assertThat(sample.report().records()).isEqualTo(2);
  }
}
