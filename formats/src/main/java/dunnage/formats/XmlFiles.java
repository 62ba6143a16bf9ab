package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Recognises an XML file by its root element and reads what it holds. Never throws for what a file
/// contains; a document or statement that is cut counts as a whole or not at all.
final class XmlFiles {

  /// Wrappers that carry documents: Standard Business Document, and a plain list of them.
  private static final Set<String> WRAPPERS =
      Set.of("StandardBusinessDocument", "Invoices", "Documents");

  private XmlFiles() {}

  static FileReport read(
      Path file,
      String label,
      ReadOptions options,
      Consumer<Fact> facts,
      RejectedRows rejectedRows) {
    XmlReport report = new XmlReport(label, rejectedRows);
    try (SafeXml xml = SafeXml.open(file, options.charset())) {
      report.recognised.put("charset", xml.charset());
      xml.move();
      dispatch(xml, report, options, facts);
    } catch (XmlTrouble trouble) {
      boolean nothing = report.lines.linesIn == 0;
      if (nothing) {
        report.lines.begin();
      }
      report.add(trouble.finding(label));
      if (nothing) {
        report.lines.reject(0, List.of(), null);
      }
    } catch (IOException unreadable) {
      report.add(Finding.of(FindingCode.FILE_UNREADABLE, label, "", "a file that can be read"));
    }
    return report.done();
  }

  private static void dispatch(
      SafeXml xml, XmlReport report, ReadOptions options, Consumer<Fact> facts) throws XmlTrouble {
    if (WRAPPERS.contains(xml.name())) {
      report.recognised.put("wrapper", xml.name());
      int depth = xml.depth();
      while (xml.move() && xml.depth() >= depth) {
        if (xml.atStart() && xml.name().equals("StandardBusinessDocumentHeader")) {
          xml.skip();
        } else if (xml.atStart()) {
          document(xml, report, options, facts);
        }
      }
    } else {
      document(xml, report, options, facts);
    }
    while (xml.move()) {
      // what stands behind the document must be well formed too
    }
  }

  private static void document(
      SafeXml xml, XmlReport report, ReadOptions options, Consumer<Fact> facts) throws XmlTrouble {
    switch (xml.name()) {
      case "Invoice", "CreditNote" -> new UblInvoices(report, options, facts).read(xml);
      case "CrossIndustryInvoice" -> new UblInvoices(report, options, facts).readCii(xml);
      case "Document" -> new CamtStatements(report, facts).read(xml);
      default -> unknown(xml, report);
    }
  }

  static void unknown(SafeXml xml, XmlReport report) throws XmlTrouble {
    String seen =
        xml.namespace().isEmpty() ? xml.name() : xml.name() + " (" + xml.namespace() + ")";
    report.recognised.put("format", seen);
    report.lines.begin();
    int line = xml.line();
    report.add(
        Finding.at(
            FindingCode.FILE_UNKNOWN,
            report.label,
            line,
            "",
            seen,
            "a UBL or CII invoice, a credit note, or a camt.053 statement"));
    report.lines.reject(line, List.of(), null);
    xml.skip();
  }
}
