package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.FindingLog;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.payout.MarketplaceSettlement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Gathers what becomes of one table.
final class TableReport {

  final String label;
  final Map<String, Object> recognised = new LinkedHashMap<>();
  FileKind kind = FileKind.UNKNOWN;
  boolean asked;
  final LineTally lines;
  final List<MarketplaceSettlement> settlements = new ArrayList<>();
  private final FindingLog findings = new FindingLog();
  private final Set<FindingCode> told = EnumSet.noneOf(FindingCode.class);
  private final Map<Currency, long[]> sums = new LinkedHashMap<>();
  private @Nullable Currency lastCurrency;
  private long[] lastSum = new long[1];
  private boolean quiet;

  TableReport(String label, RejectedRows rejectedRows) {
    this.label = label;
    this.lines = new LineTally(rejectedRows);
  }

  void add(Finding finding) {
    if (!quiet) {
      findings.add(finding);
      lines.found(finding);
    }
  }

  /// What is found within is told nobody.
  <T extends @Nullable Object> T quietly(Supplier<T> reading) {
    quiet = true;
    try {
      return reading.get();
    } finally {
      quiet = false;
    }
  }

  void add(FindingCode code, int line, String column, String seen, String expected) {
    add(Finding.at(code, label, line, column, seen, expected));
  }

  /// Tells why nothing of the file counts.
  void refuse(FindingCode code, int line, String seen, String expected) {
    refuse(Finding.at(code, label, line, "", seen, expected));
  }

  /// The whole file is one line that is left out.
  void refuse(Finding finding) {
    lines.begin();
    add(finding);
    lines.reject(0, List.of(), null);
  }

  /// As [#add], but no more than once for the file.
  void once(FindingCode code, int line, String column, String seen, String expected) {
    if (quiet) {
      return;
    }
    if (told.add(code)) {
      add(code, line, column, seen, expected);
    } else {
      lines.found(Finding.at(code, label, line, column, seen, expected));
    }
  }

  boolean has(FindingCode code) {
    return findings.has(code);
  }

  /// Adds to the money of the rows that count; false when the sum leaves what can be counted.
  boolean accept(Currency currency, long minor) {
    if (!currency.equals(lastCurrency)) {
      lastCurrency = currency;
      lastSum = sums.computeIfAbsent(currency, c -> new long[1]);
    }
    long sum = lastSum[0] + minor;
    if (((lastSum[0] ^ sum) & (minor ^ sum)) < 0) {
      return false;
    }
    lastSum[0] = sum;
    return true;
  }

  /// The money accepted so far in one currency.
  long accepted(Currency currency) {
    long[] sum = sums.get(currency);
    return sum == null ? 0 : sum[0];
  }

  /// The currencies of the rows that count.
  Set<Currency> currencies() {
    return sums.keySet();
  }

  FileReport done() {
    Amounts accepted = new Amounts();
    sums.forEach((currency, sum) -> accepted.add(new Money(currency, sum[0])));
    return new FileReport(
        label, kind, recognised, lines.done(accepted), settlements, findings.list(), asked);
  }
}
