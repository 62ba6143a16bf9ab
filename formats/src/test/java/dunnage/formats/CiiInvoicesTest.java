package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.calendar.Incoterm;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Receivable;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CiiInvoicesTest {

  private static final String INVOICE =
      """
      <rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:ram" xmlns:udt="urn:udt">
        <rsm:ExchangedDocument><ram:ID>SH-2001</ram:ID><ram:TypeCode>380</ram:TypeCode>
          <ram:IssueDateTime><udt:DateTimeString format="102">20260301</udt:DateTimeString></ram:IssueDateTime>
        </rsm:ExchangedDocument>
        <rsm:SupplyChainTradeTransaction>
          <ram:ApplicableHeaderTradeAgreement>
            <ram:BuyerTradeParty><ram:ID>K-17</ram:ID><ram:Name>Calzados Vega SL</ram:Name>
              <ram:PostalTradeAddress><ram:CountryID>ES</ram:CountryID></ram:PostalTradeAddress></ram:BuyerTradeParty>
            <ram:ApplicableTradeDeliveryTerms><ram:DeliveryTypeCode>CIF</ram:DeliveryTypeCode></ram:ApplicableTradeDeliveryTerms>
            <ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>PO-9</ram:IssuerAssignedID></ram:BuyerOrderReferencedDocument>
          </ram:ApplicableHeaderTradeAgreement>
          <ram:ApplicableHeaderTradeSettlement>
            <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
            <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">20260415</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
            <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:GrandTotalAmount>900.00</ram:GrandTotalAmount><ram:DuePayableAmount>640.00</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
          </ram:ApplicableHeaderTradeSettlement>
        </rsm:SupplyChainTradeTransaction>
      </rsm:CrossIndustryInvoice>
      """;

  @TempDir Path dir;

  @Test
  void an_invoice_is_read_with_what_is_payable() throws IOException {
    XmlReading read = XmlReading.of(dir, INVOICE);
    Receivable one = read.receivables().getFirst();
    assertThat(one.number()).isEqualTo("SH-2001");
    assertThat(one.debtor().id()).isEqualTo("K-17");
    assertThat(one.debtor().name()).isEqualTo("Calzados Vega SL");
    assertThat(one.debtor().country()).isEqualTo("ES");
    assertThat(one.issued()).isEqualTo("2026-03-01");
    assertThat(one.due()).isEqualTo("2026-04-15");
    assertThat(one.amount().toString()).isEqualTo("640.00 EUR");
    assertThat(one.deal().order()).isEqualTo("PO-9");
    assertThat(one.deal().incoterm()).isEqualTo(Incoterm.CIF);
    assertThat(read.report().kind()).isEqualTo(FileKind.E_INVOICE);
    assertThat(read.codes()).isEmpty();
  }

  @Test
  void a_date_that_does_not_exist_is_told() throws IOException {
    XmlReading read = XmlReading.of(dir, INVOICE.replace("20260301", "20260230"));
    assertThat(read.codes()).contains(FindingCode.DATE_BAD);
    assertThat(read.facts()).isEmpty();
  }
}
