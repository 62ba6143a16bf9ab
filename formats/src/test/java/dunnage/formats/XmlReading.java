package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Receivable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One XML file as the reader sees it: its report and its facts.
record XmlReading(FileReport report, List<Fact> facts) {

  static XmlReading of(Path dir, String xml) throws IOException {
    return of(dir, xml.getBytes(StandardCharsets.UTF_8), ReadOptions.recognise());
  }

  static XmlReading of(Path dir, byte[] bytes, ReadOptions options) throws IOException {
    Path file = Files.createTempFile(dir, "read", ".xml");
    Files.write(file, bytes);
    return of(file, options);
  }

  static XmlReading of(Path file, ReadOptions options) {
    List<Fact> facts = new ArrayList<>();
    return new XmlReading(
        XmlFiles.read(file, "shoes.xml", options, facts::add, RejectedRows.DROPPED), facts);
  }

  List<FindingCode> codes() {
    return report.findings().stream().map(Finding::code).toList();
  }

  Finding finding(FindingCode code) {
    return report.findings().stream().filter(f -> f.code() == code).findFirst().orElseThrow();
  }

  List<Receivable> receivables() {
    return facts.stream().map(fact -> ((Fact.Issued) fact).receivable()).toList();
  }

  List<Fact.BankReceipt> receipts() {
    return facts.stream().map(fact -> (Fact.BankReceipt) fact).toList();
  }
}
