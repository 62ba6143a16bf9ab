package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Receivable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A file written for one test, and what reading it gave.
record Sample(FileReport report, List<Fact> facts) {

  static Sample of(String text) {
    return of(text, StandardCharsets.UTF_8);
  }

  static Sample of(String text, Charset charset) {
    return of(text.getBytes(charset), ReadOptions.recognise());
  }

  static Sample of(String text, ReadOptions options) {
    return of(text.getBytes(StandardCharsets.UTF_8), options);
  }

  static Sample of(byte[] bytes) {
    return of(bytes, ReadOptions.recognise());
  }

  static Sample of(byte[] bytes, ReadOptions options) {
    try {
      Path file = java.nio.file.Files.createTempFile("table", ".csv");
      try {
        java.nio.file.Files.write(file, bytes);
        List<Fact> facts = new ArrayList<>();
        FileReport report = Files.read(file, "file", options, facts::add);
        return new Sample(report, facts);
      } finally {
        java.nio.file.Files.delete(file);
      }
    } catch (IOException diskFull) {
      throw new java.io.UncheckedIOException(diskFull);
    }
  }

  static ReadOptions mapped(Map<String, String> columns) {
    return new ReadOptions(null, null, null, null, columns, 15, null);
  }

  List<FindingCode> codes() {
    return report.findings().stream().map(Finding::code).toList();
  }

  List<Receivable> receivables() {
    return facts.stream()
        .filter(Fact.Issued.class::isInstance)
        .map(f -> ((Fact.Issued) f).receivable())
        .toList();
  }

  /// `number debtor issued due amount`, one line each.
  List<String> lines() {
    return receivables().stream()
        .map(
            r ->
                r.number()
                    + " "
                    + r.debtor().name()
                    + " "
                    + r.issued()
                    + " "
                    + r.due()
                    + " "
                    + r.amount())
        .toList();
  }

  List<String> settled() {
    return facts.stream()
        .filter(Fact.Settled.class::isInstance)
        .map(Fact.Settled.class::cast)
        .map(s -> s.receivable().number() + " " + s.entry().on() + " " + s.entry().amount())
        .toList();
  }

  Book book() {
    return Book.of(facts);
  }
}
