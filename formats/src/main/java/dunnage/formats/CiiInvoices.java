package dunnage.formats;

import java.util.Set;

/// Invoices in UN/CEFACT's Cross Industry Invoice (the XML of ZUGFeRD and Factur-X), put into the
/// shape of a UBL invoice, since both say the same things by other names. Source: EN 16931.
final class CiiInvoices {

  static final Set<String> NOT_TAKEN =
      Set.of(
          "IncludedSupplyChainTradeLineItem",
          "AdditionalReferencedDocument",
          "IncludedNote",
          "ApplicableTradeTax");

  private CiiInvoices() {}

  static XmlNode asUbl(XmlNode cii) {
    XmlNode invoice = new XmlNode("Invoice", cii.line);
    XmlNode head = part(cii, "ExchangedDocument");
    XmlNode trade = part(cii, "SupplyChainTradeTransaction");
    XmlNode agreement = part(trade, "ApplicableHeaderTradeAgreement");
    XmlNode settlement = part(trade, "ApplicableHeaderTradeSettlement");
    put(
        invoice,
        "CustomizationID",
        part(cii, "ExchangedDocumentContext")
            .text("GuidelineSpecifiedDocumentContextParameter", "ID"));
    put(invoice, "ID", head.text("ID"));
    put(invoice, "InvoiceTypeCode", head.text("TypeCode"));
    put(invoice, "IssueDate", date(part(head, "IssueDateTime")));
    put(invoice, "DocumentCurrencyCode", settlement.text("InvoiceCurrencyCode"));
    put(
        under(invoice, "OrderReference"),
        "ID",
        agreement.text("BuyerOrderReferencedDocument", "IssuerAssignedID"));
    put(
        under(invoice, "DeliveryTerms"),
        "ID",
        agreement.text("ApplicableTradeDeliveryTerms", "DeliveryTypeCode"));
    for (XmlNode of : settlement.all("InvoiceReferencedDocument")) {
      put(
          under(under(invoice, "BillingReference"), "InvoiceDocumentReference"),
          "ID",
          of.text("IssuerAssignedID"));
    }
    buyer(
        under(under(invoice, "AccountingCustomerParty"), "Party"),
        part(agreement, "BuyerTradeParty"));
    XmlNode due =
        settlement.at("SpecifiedTradeSettlementHeaderMonetarySummation", "DuePayableAmount");
    if (due != null) {
      amount(under(invoice, "LegalMonetaryTotal"), "PayableAmount", due);
    }
    settlement.all("SpecifiedTradePaymentTerms").forEach(terms -> terms(invoice, terms));
    return invoice;
  }

  private static void buyer(XmlNode to, XmlNode buyer) {
    for (String id : new String[] {"ID", "GlobalID"}) {
      put(under(to, "PartyIdentification"), "ID", buyer.text(id));
    }
    put(to, "EndpointID", buyer.text("URIUniversalCommunication", "URIID"));
    put(under(to, "PartyLegalEntity"), "CompanyID", buyer.text("SpecifiedLegalOrganization", "ID"));
    put(under(to, "PartyTaxScheme"), "CompanyID", buyer.text("SpecifiedTaxRegistration", "ID"));
    put(under(to, "PartyName"), "Name", buyer.text("Name"));
    put(
        under(under(to, "PostalAddress"), "Country"),
        "IdentificationCode",
        buyer.text("PostalTradeAddress", "CountryID"));
  }

  private static void terms(XmlNode invoice, XmlNode terms) {
    XmlNode to = new XmlNode("PaymentTerms", terms.line);
    invoice.children.add(to);
    put(to, "Note", terms.text("Description"));
    put(to, "PaymentDueDate", date(part(terms, "DueDateDateTime")));
    XmlNode amount = terms.at("PartialPaymentAmount");
    if (amount != null) {
      amount(to, "Amount", amount);
    }
  }

  /// Format 102 is `20260331`; anything else is passed on to be told.
  private static String date(XmlNode holder) {
    String text = holder.text("DateTimeString");
    if (text.isEmpty()) {
      text = holder.text("DateTime");
    }
    return text.matches("\\d{8}")
        ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
        : text;
  }

  private static void amount(XmlNode to, String name, XmlNode from) {
    XmlNode amount = new XmlNode(name, from.line);
    amount.append(from.text());
    amount.attributes.putAll(from.attributes);
    to.children.add(amount);
  }

  private static XmlNode part(XmlNode of, String name) {
    XmlNode found = of.at(name);
    return found == null ? new XmlNode(name, of.line) : found;
  }

  private static XmlNode under(XmlNode parent, String name) {
    XmlNode child = new XmlNode(name, parent.line);
    parent.children.add(child);
    return child;
  }

  private static void put(XmlNode parent, String name, String text) {
    if (!text.isEmpty()) {
      under(parent, name).append(text);
    }
  }
}
