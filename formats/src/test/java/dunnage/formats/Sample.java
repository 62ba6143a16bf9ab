package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.formats.ReadOptions.DateOrder;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A file written for a test and what reading it gave.
record Sample(FileReport report, List<Fact> facts, List<RejectedRow> rejected) {

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
      Path file = Files.createTempFile("sample", ".any");
      try {
        Files.write(file, bytes);
        return of(file, options);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sample of(Path file, ReadOptions options) {
    List<Fact> facts = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    FileReport report =
        dunnage.formats.Files.read(file, "sample.csv", options, facts::add, rejected::add);
    Sample sample = new Sample(report, facts, rejected);
    sample.everyLineIsInOneOfTwo();
    return sample;
  }

  /// Holds of every file that any test reads.
  private void everyLineIsInOneOfTwo() {
    assertThat(report.linesIn()).isEqualTo(report.records() + report.rejected());
    assertThat(report.kind() == FileKind.EXCHANGE_RATES ? report.rejected() : rejected.size())
        .isEqualTo(report.rejected());
    assertThat(report.tally().setAside())
        .isEqualTo((int) rejected.stream().filter(RejectedRow::setAside).count());
    assertThat(rejected).allMatch(row -> !row.problem().isEmpty() || row.setAside());
  }

  List<FindingCode> codes() {
    return report.findings().stream().map(Finding::code).toList();
  }

  List<Finding> findings(FindingCode code) {
    return report.findings().stream().filter(f -> f.code() == code).toList();
  }

  Finding finding(FindingCode code) {
    List<Finding> all = findings(code);
    if (all.size() != 1) {
      throw new AssertionError("not one " + code + " but: " + report.findings());
    }
    return all.getFirst();
  }

  List<Receivable> receivables() {
    return all(Fact.Issued.class).stream().map(Fact.Issued::receivable).toList();
  }

  Receivable receivable() {
    if (receivables().size() != 1) {
      throw new AssertionError("not one receivable but: " + facts + report.findings());
    }
    return receivables().getFirst();
  }

  <T extends Fact> List<T> all(Class<T> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
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
    return all(Fact.Settled.class).stream()
        .map(s -> s.receivable().number() + " " + s.entry().on() + " " + s.entry().amount())
        .toList();
  }

  Book book() {
    return Book.of(facts);
  }

  static ReadOptions mapped(Map<String, String> columns) {
    return new ReadOptions(null, null, null, null, columns, 15, null);
  }

  @SuppressWarnings("unchecked")
  Map<String, String> columns() {
    return (Map<String, String>) report.recognised().getOrDefault("columns", Map.of());
  }

  static ReadOptions currency(String code) {
    return new ReadOptions(Currency.of(code), null, null, null, Map.of(), 15, null);
  }

  static ReadOptions dates(DateOrder order) {
    return new ReadOptions(null, null, order, null, Map.of(), 15, null);
  }

  static ReadOptions decimal(char sign) {
    return new ReadOptions(null, null, null, sign, Map.of(), 15, null);
  }

  static ReadOptions charset(Charset charset) {
    return new ReadOptions(null, charset, null, null, Map.of(), 15, null);
  }

  static ReadOptions termsDays(int days) {
    return new ReadOptions(null, null, null, null, Map.of(), 15, days);
  }

  /// @param pairs field, header, field, header, ...
  static ReadOptions map(String... pairs) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      columns.put(pairs[i], pairs[i + 1]);
    }
    return new ReadOptions(null, null, null, null, columns, 15, null);
  }
}
