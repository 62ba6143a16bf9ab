package dunnage.formats;

import static dunnage.kernel.findings.FindingCode.AMOUNT_BAD;
import static dunnage.kernel.findings.FindingCode.AMOUNT_PRECISION;
import static dunnage.kernel.findings.FindingCode.AMOUNT_TOO_LARGE;
import static dunnage.kernel.findings.FindingCode.AMOUNT_ZERO;
import static dunnage.kernel.findings.FindingCode.CURRENCY_UNKNOWN;
import static dunnage.kernel.findings.FindingCode.DATE_BAD;
import static dunnage.kernel.findings.FindingCode.DUE_BEFORE_ISSUE;
import static dunnage.kernel.findings.FindingCode.FILE_UNKNOWN;
import static dunnage.kernel.findings.FindingCode.NO_DEBTOR;
import static dunnage.kernel.findings.FindingCode.NUMBER_REPEATED;
import static dunnage.kernel.findings.FindingCode.TERMS_CLOCK_MISSING;
import static dunnage.kernel.findings.FindingCode.TERMS_UNREADABLE;
import static dunnage.kernel.findings.FindingCode.VALUE_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.calendar.Incoterm;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.Severity;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UblInvoicesTest {

  private static final String BUYER =
      """
        <cac:AccountingCustomerParty><cac:Party>
          <cbc:EndpointID schemeID="0088">7300010000001</cbc:EndpointID>
          <cac:PartyIdentification><cbc:ID>K-204</cbc:ID></cac:PartyIdentification>
          <cac:PartyName><cbc:Name>Schuhhaus Lindner</cbc:Name></cac:PartyName>
          <cac:PostalAddress><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
          <cac:PartyLegalEntity><cbc:RegistrationName>Schuhhaus Lindner GmbH</cbc:RegistrationName></cac:PartyLegalEntity>
        </cac:Party></cac:AccountingCustomerParty>
      """;

  @TempDir Path dir;

  @Test
  void an_invoice_is_a_receivable_with_its_deal() throws IOException {
    XmlReading read =
        read(
            "Invoice",
            """
              <cbc:DueDate>2026-04-30</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
              <cac:OrderReference><cbc:ID>PO-77</cbc:ID></cac:OrderReference>
              <cac:DeliveryTerms><cbc:ID>FOB Ningbo</cbc:ID></cac:DeliveryTerms>
              <cac:PaymentTerms><cbc:Note>O/A 60 days</cbc:Note></cac:PaymentTerms>
            """,
            "12345.60");
    Receivable one = read.receivables().getFirst();
    assertThat(one.number()).isEqualTo("SH-1001");
    assertThat(one.debtor().id()).isEqualTo("K-204");
    assertThat(one.debtor().name()).isEqualTo("Schuhhaus Lindner GmbH");
    assertThat(one.debtor().country()).isEqualTo("DE");
    assertThat(one.issued()).isEqualTo("2026-03-01");
    assertThat(one.due()).isEqualTo("2026-04-30");
    assertThat(one.amount()).isEqualTo(eur("12345.60"));
    assertThat(one.deal().order()).isEqualTo("PO-77");
    assertThat(one.deal().incoterm()).isEqualTo(Incoterm.FOB);
    assertThat(one.deal().terms()).isEqualTo("O/A 60 days");
    assertThat(one.origin().file()).isEqualTo("shoes.xml");
    assertThat(read.report().kind()).isEqualTo(FileKind.E_INVOICE);
    assertThat(read.report().records()).isEqualTo(1);
    assertThat(read.report().rejected()).isZero();
    assertThat(read.report().accepted().list()).containsExactly(eur("12345.60"));
    assertThat(read.report().recognised())
        .containsAllEntriesOf(
            Map.of("format", "UBL 2.1 Invoice", "number", "SH-1001", "currency", "EUR"));
    assertThat(read.codes()).isEmpty();
  }

  @Test
  void a_due_date_may_stand_with_the_payment_means_or_the_terms() throws IOException {
    String means =
        "<cac:PaymentMeans><cbc:PaymentDueDate>2026-05-05</cbc:PaymentDueDate></cac:PaymentMeans>";
    String terms =
        "<cac:PaymentTerms><cbc:PaymentDueDate>2026-05-06+01:00</cbc:PaymentDueDate></cac:PaymentTerms>";
    String parts =
        "<cac:PaymentTerms><cbc:InstallmentDueDate>2026-05-07</cbc:InstallmentDueDate></cac:PaymentTerms>";
    assertThat(due(means)).isEqualTo("2026-05-05");
    assertThat(due(terms)).isEqualTo("2026-05-06");
    assertThat(due(parts)).isEqualTo("2026-05-07");
    assertThat(due(terms + means)).isEqualTo("2026-05-05");
  }

  @Test
  void terms_in_words_give_the_due_date_and_the_parts() throws IOException {
    assertThat(due("<cac:PaymentTerms><cbc:Note>Net 30</cbc:Note></cac:PaymentTerms>"))
        .isEqualTo("2026-03-31");
    XmlReading read =
        read(
            "Invoice",
            "<cac:PaymentTerms><cbc:Note>30% T/T in advance, 70% against copy of B/L</cbc:Note></cac:PaymentTerms>",
            "1000.01");
    assertThat(read.receivables())
        .extracting(Receivable::number)
        .containsExactly("SH-1001/1", "SH-1001/2");
    assertThat(read.receivables())
        .extracting(Receivable::amount)
        .containsExactly(eur("300.00"), eur("700.01"));
    assertThat(read.receivables())
        .extracting(r -> r.deal().part())
        .containsExactly("deposit", "balance");
    assertThat(read.codes()).contains(TERMS_CLOCK_MISSING);
  }

  @Test
  void several_dated_parts_are_receivables_that_add_up() throws IOException {
    XmlReading amounts =
        read(
            "Invoice",
            part("2026-03-10", amount("30.00")) + part("2026-05-10", amount("70.00")),
            "100.00");
    assertThat(amounts.receivables())
        .extracting(Receivable::due)
        .containsExactly(LocalDate.parse("2026-03-10"), LocalDate.parse("2026-05-10"));
    assertThat(amounts.receivables())
        .extracting(Receivable::amount)
        .containsExactly(eur("30.00"), eur("70.00"));
    assertThat(amounts.receivables())
        .extracting(r -> r.deal().part())
        .containsExactly("1 of 2", "2 of 2");
    assertThat(amounts.report().records()).isEqualTo(1);

    String third = "<cbc:PaymentPercent>33.3333</cbc:PaymentPercent>";
    String rest = "<cbc:PaymentPercent>66.6667</cbc:PaymentPercent>";
    XmlReading percents =
        read("Invoice", part("2026-03-10", third) + part("2026-05-10", rest), "100.00");
    assertThat(percents.receivables())
        .extracting(Receivable::amount)
        .containsExactly(eur("33.33"), eur("66.67"));
  }

  @Test
  void parts_that_do_not_add_up_leave_the_invoice_whole() throws IOException {
    XmlReading read =
        read(
            "Invoice",
            part("2026-03-10", amount("30.00")) + part("2026-05-10", amount("60.00")),
            "100.00");
    assertThat(read.receivables()).hasSize(1);
    assertThat(read.receivables().getFirst().amount()).isEqualTo(eur("100.00"));
    assertThat(read.receivables().getFirst().due()).isEqualTo("2026-05-10");
    assertThat(read.codes()).contains(TERMS_UNREADABLE);
  }

  @Test
  void without_any_due_date_it_is_due_on_receipt_and_that_is_said() throws IOException {
    XmlReading read = read("Invoice", "", "10.00");
    assertThat(read.receivables().getFirst().due()).isEqualTo("2026-03-01");
    assertThat(read.finding(VALUE_MISSING).severity()).isEqualTo(Severity.WARNING);
    assertThat(read.report().rejected()).isZero();
  }

  @Test
  void the_days_the_user_named_stand_in_for_a_missing_due_date() throws IOException {
    ReadOptions thirty = new ReadOptions(null, null, null, null, Map.of(), 15, 30);
    XmlReading read =
        XmlReading.of(
            dir, document("Invoice", "", "10.00", "EUR").getBytes(StandardCharsets.UTF_8), thirty);
    assertThat(read.receivables().getFirst().due()).isEqualTo("2026-03-31");
    assertThat(read.codes()).isEmpty();
  }

  @Test
  void a_credit_note_lowers_the_invoice_it_names() throws IOException {
    XmlReading read = read("CreditNote", reference("SH-0999"), "55.50");
    assertThat(read.facts()).hasSize(1);
    Fact.Remitted credit = (Fact.Remitted) read.facts().getFirst();
    assertThat(credit.number()).isEqualTo("SH-0999");
    assertThat(credit.debtor()).isEmpty();
    assertThat(credit.entry())
        .isEqualTo(new Entry(Entry.Kind.CREDIT_NOTE, LocalDate.parse("2026-03-01"), eur("55.50")));
    assertThat(read.report().accepted().list()).containsExactly(eur("-55.50"));
  }

  @Test
  void a_credit_that_names_no_invoice_or_several_is_held() throws IOException {
    for (String references : new String[] {"", reference("A-1") + reference("A-2")}) {
      Fact.CreditHeld held =
          (Fact.CreditHeld) read("CreditNote", references, "55.50").facts().getFirst();
      assertThat(held.amount()).isEqualTo(eur("55.50"));
      assertThat(held.debtor().id()).isEqualTo("K-204");
      assertThat(held.number()).isEqualTo("SH-1001");
    }
  }

  @Test
  void an_invoice_below_zero_or_of_type_381_is_a_credit() throws IOException {
    String type = "<cbc:InvoiceTypeCode>381</cbc:InvoiceTypeCode>";
    assertThat(read("Invoice", type + reference("SH-0999"), "20.00").facts().getFirst())
        .isInstanceOf(Fact.Remitted.class);
    Fact.CreditHeld held = (Fact.CreditHeld) read("Invoice", "", "-20.00").facts().getFirst();
    assertThat(held.amount()).isEqualTo(eur("20.00"));
  }

  @Test
  void a_corrected_invoice_counts_and_warns_of_the_first_one() throws IOException {
    String type =
        "<cbc:DueDate>2026-04-01</cbc:DueDate><cbc:InvoiceTypeCode>384</cbc:InvoiceTypeCode>";
    XmlReading read = read("Invoice", type + reference("SH-0999"), "20.00");
    assertThat(read.receivables()).hasSize(1);
    assertThat(read.finding(NUMBER_REPEATED).seen()).contains("SH-0999");
  }

  @Test
  void what_cannot_be_an_amount_is_rejected_with_its_reason() throws IOException {
    assertRejected("NaN", AMOUNT_BAD);
    assertRejected("1e400", AMOUNT_BAD);
    assertRejected("1,234.50", AMOUNT_BAD);
    assertRejected("", VALUE_MISSING);
    assertRejected("10.005", AMOUNT_PRECISION);
    assertRejected("9".repeat(70), AMOUNT_TOO_LARGE);
    assertRejected("99999999999999.99", AMOUNT_TOO_LARGE);
    assertThat(
            read("Invoice", "<cbc:DueDate>2026-04-01</cbc:DueDate>", "10.50000")
                .receivables()
                .getFirst()
                .amount())
        .isEqualTo(eur("10.50"));
  }

  @Test
  void a_currency_that_is_unknown_or_contradicts_is_rejected() throws IOException {
    for (String code : new String[] {"EURO", "XXX", "eur", "QQQ"}) {
      XmlReading read =
          XmlReading.of(
              dir, document("Invoice", "", "10.00", code).replace("currencyID=\"EUR\"", ""));
      assertThat(read.codes()).as(code).contains(CURRENCY_UNKNOWN);
      assertThat(read.facts()).isEmpty();
    }
    XmlReading mixed = XmlReading.of(dir, document("Invoice", "", "10.00", "USD"));
    assertThat(mixed.finding(CURRENCY_UNKNOWN).seen()).isEqualTo("EUR");
    assertThat(mixed.report().rejected()).isEqualTo(1);
  }

  @Test
  void dates_that_do_not_exist_are_told() throws IOException {
    XmlReading issued =
        XmlReading.of(
            dir, document("Invoice", "", "10.00", "EUR").replace("2026-03-01", "2026-02-31"));
    assertThat(issued.codes()).contains(DATE_BAD);
    assertThat(issued.facts()).isEmpty();
    XmlReading early = read("Invoice", "<cbc:DueDate>2026-02-01</cbc:DueDate>", "10.00");
    assertThat(early.codes()).containsExactly(DUE_BEFORE_ISSUE);
    assertThat(early.receivables()).hasSize(1);
  }

  @Test
  void nothing_payable_is_no_receivable() throws IOException {
    XmlReading read = read("Invoice", "", "0.00");
    assertThat(read.codes()).containsExactly(AMOUNT_ZERO);
    assertThat(read.facts()).isEmpty();
  }

  @Test
  void an_invoice_without_a_buyer_says_so() throws IOException {
    XmlReading read =
        XmlReading.of(dir, document("Invoice", "", "10.00", "EUR").replace(BUYER, ""));
    assertThat(read.codes()).contains(NO_DEBTOR);
    assertThat(read.receivables()).hasSize(1);
  }

  @Test
  void other_documents_are_named_and_not_read() throws IOException {
    XmlReading read = XmlReading.of(dir, document("Reminder", "", "10.00", "EUR"));
    assertThat(read.report().kind()).isEqualTo(FileKind.UNKNOWN);
    assertThat(read.finding(FILE_UNKNOWN).seen()).startsWith("Reminder");
    assertThat(read.facts()).isEmpty();
  }

  @Test
  void documents_in_one_wrapper_all_count() throws IOException {
    String first = document("Invoice", "<cbc:DueDate>2026-04-01</cbc:DueDate>", "10.00", "EUR");
    String second = document("CreditNote", reference("SH-1"), "3.00", "EUR");
    String header =
        "<sh:StandardBusinessDocumentHeader><sh:Sender/></sh:StandardBusinessDocumentHeader>";
    XmlReading read =
        XmlReading.of(
            dir,
            "<sh:StandardBusinessDocument xmlns:sh=\"urn:sbdh\">"
                + header
                + first
                + second
                + "</sh:StandardBusinessDocument>");
    assertThat(read.report().records()).isEqualTo(2);
    assertThat(read.report().rejected()).isZero();
    assertThat(read.facts()).hasSize(2);
  }

  private void assertRejected(String amount, FindingCode code) throws IOException {
    XmlReading read = read("Invoice", "<cbc:DueDate>2026-04-01</cbc:DueDate>", amount);
    assertThat(read.codes()).as(amount).containsExactly(code);
    assertThat(read.facts()).isEmpty();
    assertThat(read.report().rejected()).isEqualTo(1);
  }

  private LocalDate due(String more) throws IOException {
    return read("Invoice", more, "10.00").receivables().getFirst().due();
  }

  private XmlReading read(String root, String more, String payable) throws IOException {
    return XmlReading.of(dir, document(root, more, payable, "EUR"));
  }

  private static String part(String due, String share) {
    return "<cac:PaymentTerms>"
        + share
        + "<cbc:PaymentDueDate>"
        + due
        + "</cbc:PaymentDueDate></cac:PaymentTerms>";
  }

  private static String amount(String amount) {
    return "<cbc:Amount currencyID=\"EUR\">" + amount + "</cbc:Amount>";
  }

  private static String reference(String number) {
    return "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>"
        + number
        + "</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>";
  }

  private static Money eur(String amount) {
    return Money.of(Currency.of("EUR"), new BigDecimal(amount));
  }

  private static String document(String root, String more, String payable, String currency) {
    return """
    <%1$s xmlns="urn:oasis:names:specification:ubl:schema:xsd:%1$s-2"
        xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
        xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      <cbc:ID>SH-1001</cbc:ID>
      <cbc:IssueDate>2026-03-01</cbc:IssueDate>
      <cbc:DocumentCurrencyCode>%2$s</cbc:DocumentCurrencyCode>
    %3$s%4$s
      <cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">%5$s</cbc:PayableAmount></cac:LegalMonetaryTotal>
      <cac:InvoiceLine><cbc:ID>1</cbc:ID><cac:Item><cbc:Name>Ladies' boots, leather</cbc:Name></cac:Item></cac:InvoiceLine>
    </%1$s>
    """
        .formatted(root, currency, BUYER, more, payable);
  }
}
