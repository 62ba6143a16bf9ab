package dunnage.formats;

import dunnage.kernel.calendar.Incoterm;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.Severity;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// UBL 2 invoices and credit notes. What is owed is `PayableAmount`: prepayments are already taken
/// off it. Source: OASIS UBL 2.1, EN 16931.
final class UblInvoices {

  private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";

  /// Bulky parts that say nothing about who owes what when.
  private static final Set<String> NOT_TAKEN =
      Set.of(
          "InvoiceLine",
          "CreditNoteLine",
          "UBLExtensions",
          "Signature",
          "AdditionalDocumentReference",
          "TaxTotal",
          "AllowanceCharge");

  private static final List<String[]> BUYER_IDS =
      List.of(
          new String[] {"PartyIdentification", "ID"},
          new String[] {"EndpointID"},
          new String[] {"PartyLegalEntity", "CompanyID"},
          new String[] {"PartyTaxScheme", "CompanyID"});

  private static final List<String[]> BUYER_NAMES =
      List.of(
          new String[] {"PartyLegalEntity", "RegistrationName"},
          new String[] {"PartyName", "Name"},
          new String[] {"PartyTaxScheme", "RegistrationName"},
          new String[] {"Contact", "Name"});

  private final XmlReport report;
  private final ReadOptions options;
  private final Consumer<Fact> facts;

  UblInvoices(XmlReport report, ReadOptions options, Consumer<Fact> facts) {
    this.report = report;
    this.options = options;
    this.facts = facts;
  }

  void read(SafeXml xml) throws XmlTrouble {
    if (!xml.namespace().isEmpty() && !xml.namespace().startsWith(UBL)) {
      XmlFiles.unknown(xml, report);
      return;
    }
    XmlNode document = xml.piece(NOT_TAKEN);
    String version = document.text("UBLVersionID");
    take(document, "UBL " + (version.isEmpty() ? "2.1" : version) + " " + document.name);
  }

  void readCii(SafeXml xml) throws XmlTrouble {
    take(CiiInvoices.asUbl(xml.piece(CiiInvoices.NOT_TAKEN)), "CII CrossIndustryInvoice");
  }

  private void take(XmlNode document, String format) {
    report.kind(FileKind.E_INVOICE);
    report.recognised.putIfAbsent("format", format);
    recognise(document);
    if (report.lines.linesIn == 0) {
      report.lines.header(List.of("ID", "IssueDate", "PayableAmount", "currencyID"));
    }
    report.lines.begin();
    if (document(document)) {
      report.lines.count();
    } else {
      leaveOut(document);
    }
  }

  private void leaveOut(XmlNode document) {
    XmlNode amount = document.at("LegalMonetaryTotal", "PayableAmount");
    List<String> cells =
        List.of(
            document.text("ID"),
            document.text("IssueDate"),
            amount == null ? "" : amount.text(),
            amount == null ? "" : amount.attribute("currencyID"));
    XmlReport unheard = new XmlReport(report.label, RejectedRows.DROPPED);
    Money payable = new UblInvoices(unheard, options, facts).payable(document);
    boolean credit = payable != null && (isCredit(document) || payable.signum() < 0);
    report.lines.reject(
        document.line, cells, credit && payable != null ? payable.min(payable.negated()) : payable);
  }

  private static boolean isCredit(XmlNode document) {
    return document.name.equals("CreditNote") || type(document).equals("381");
  }

  private void recognise(XmlNode document) {
    Object number = report.recognised.get("number");
    report.recognised.put(
        "number", number == null ? document.text("ID") : number + ", " + document.text("ID"));
    keep("currency", document.text("DocumentCurrencyCode"));
    keep("customization", document.text("CustomizationID"));
    keep("type_code", type(document));
  }

  private void keep(String key, String value) {
    if (!value.isEmpty()) {
      report.recognised.putIfAbsent(key, value);
    }
  }

  private static String type(XmlNode document) {
    return document.text(document.name + "TypeCode");
  }

  private boolean document(XmlNode document) {
    String number = document.text("ID");
    LocalDate issued = report.date(document, "IssueDate", document.text("IssueDate"));
    Money payable = payable(document);
    if (number.isEmpty()) {
      report.add(FindingCode.VALUE_MISSING, document, "ID", "", "the number of the document");
    }
    if (number.isEmpty() || issued == null || payable == null) {
      return false;
    }
    Party buyer = buyer(document);
    if (payable.isZero()) {
      report.add(
          FindingCode.AMOUNT_ZERO,
          document,
          "PayableAmount",
          payable.toString(),
          "an amount that is owed");
      return report.accept(document.line, payable);
    }
    boolean note = document.name.equals("CreditNote");
    if (note && payable.signum() < 0) {
      report.add(
          FindingCode.AMOUNT_BAD,
          document,
          "PayableAmount",
          payable.toString(),
          "a credit note states its credit above zero");
      return false;
    }
    if (isCredit(document) || payable.signum() < 0) {
      return credit(document, number, issued, payable.max(payable.negated()), buyer);
    }
    warnOfReplacement(document);
    return invoice(document, number, issued, payable, buyer);
  }

  private void warnOfReplacement(XmlNode document) {
    List<XmlNode> of = document.all("BillingReference", "InvoiceDocumentReference", "ID");
    if (type(document).equals("384") && !of.isEmpty()) {
      report.add(
          FindingCode.NUMBER_REPEATED,
          Severity.WARNING,
          document,
          "InvoiceTypeCode",
          "384, corrects " + of.getFirst().text(),
          "one of the two as owed",
          "The corrected invoice counts as written; leave the first one out if it was not credited.");
    }
  }

  /// What is owed in the currency of the document.
  private @Nullable Money payable(XmlNode document) {
    String currency = document.text("DocumentCurrencyCode");
    XmlNode total = document.at("LegalMonetaryTotal");
    XmlNode amount = total == null ? null : total.at("PayableAmount");
    if (amount == null) {
      report.add(
          FindingCode.VALUE_MISSING,
          document,
          "PayableAmount",
          "",
          "LegalMonetaryTotal/PayableAmount");
      return null;
    }
    String own = amount.attribute("currencyID");
    if (currency.isEmpty()) {
      currency = own;
    }
    if (!own.isEmpty() && !own.equals(currency)) {
      report.add(
          FindingCode.CURRENCY_UNKNOWN,
          Severity.ERROR,
          amount,
          "PayableAmount/@currencyID",
          own,
          currency + ", the currency of the document",
          "Ask the sender which currency is owed.");
      return null;
    }
    return report.money(amount, "PayableAmount", amount.text(), currency);
  }

  private Party buyer(XmlNode document) {
    XmlNode customer = document.at("AccountingCustomerParty");
    XmlNode party = customer == null ? null : customer.at("Party");
    String id = party == null ? "" : first(party, BUYER_IDS);
    if (id.isEmpty() && customer != null) {
      id = customer.text("SupplierAssignedAccountID");
    }
    String name =
        party == null ? "" : Normalizer.normalize(first(party, BUYER_NAMES), Normalizer.Form.NFC);
    if (id.isEmpty() && name.isEmpty()) {
      report.add(
          FindingCode.NO_DEBTOR,
          document,
          "AccountingCustomerParty",
          "",
          "the buyer's name or number");
      return new Party("?", "?", "");
    }
    String country =
        party == null ? "" : party.text("PostalAddress", "Country", "IdentificationCode");
    return new Party(id.isEmpty() ? name : id, name.isEmpty() ? id : name, country);
  }

  private static String first(XmlNode party, List<String[]> paths) {
    for (String[] path : paths) {
      for (XmlNode found : party.all(path)) {
        if (!found.text().isEmpty()) {
          return found.text();
        }
      }
    }
    return "";
  }

  private boolean credit(XmlNode document, String number, LocalDate on, Money amount, Party buyer) {
    if (!report.accept(document.line, amount.negated())) {
      return false;
    }
    Origin origin = new Origin(report.label, document.line);
    List<String> of =
        document.all("BillingReference", "InvoiceDocumentReference", "ID").stream()
            .map(XmlNode::text)
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
    if (of.size() == 1) {
      Entry entry = new Entry(Entry.Kind.CREDIT_NOTE, on, amount);
      facts.accept(new Fact.Remitted(of.getFirst(), "", entry, origin)); // the number decides
    } else {
      facts.accept(new Fact.CreditHeld(buyer, on, amount, number, origin));
    }
    return true;
  }

  private boolean invoice(
      XmlNode document, String number, LocalDate issued, Money payable, Party buyer) {
    List<UblTerms.Part> parts = new UblTerms(report, options, document).parts(issued, payable);
    if (!report.accept(document.line, payable)) {
      return false;
    }
    Origin origin = new Origin(report.label, document.line);
    String order = document.text("OrderReference", "ID");
    for (int i = 0; i < parts.size(); i++) {
      UblTerms.Part part = parts.get(i);
      boolean whole = parts.size() == 1;
      Deal deal =
          new Deal(
              order,
              part.label(),
              part.terms(),
              part.method(),
              part.clock(),
              incoterm(document),
              false);
      facts.accept(
          new Fact.Issued(
              new Receivable(
                  whole ? number : number + "/" + (i + 1),
                  buyer,
                  issued,
                  part.due(),
                  part.amount(),
                  deal,
                  origin)));
    }
    return true;
  }

  private static @Nullable Incoterm incoterm(XmlNode document) {
    for (XmlNode terms : document.all("DeliveryTerms")) {
      for (String field : List.of("ID", "SpecialTerms")) {
        Incoterm found = Incoterm.in(terms.text(field));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
