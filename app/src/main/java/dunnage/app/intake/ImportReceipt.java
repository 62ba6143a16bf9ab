package dunnage.app.intake;

import dunnage.app.ledger.Absorbed;
import dunnage.formats.FileReport;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// What became of a file: every line is accepted or rejected, in number and in money per currency.
///
/// @param added facts that were not known
/// @param rejectedUnreadable rejected lines whose money could not be read, so that it is in no sum
/// @param changes the first of those that changed
/// @param problems the first of the lines that were rejected
record ImportReceipt(
    long linesIn,
    long accepted,
    long rejected,
    long added,
    long changed,
    long same,
    List<MoneyLine> money,
    long rejectedUnreadable,
    List<OpenLine> open,
    List<Absorbed.Change> changes,
    List<FindingLine> findings,
    List<ProblemLine> problems) {

  private static final int FINDINGS_TOLD = 100;

  /// Amounts as text with the currency's decimals.
  record MoneyLine(String currency, String accepted, String rejected) {}

  /// What is owed by everybody before and after.
  record OpenLine(String currency, String before, String after) {}

  record FindingLine(String severity, String code, int line, String message, String remedy) {}

  record ProblemLine(int line, String code, String problem) {}

  /// The same in the words of a page.
  ///
  /// @param word says the name of a field, and yes and no
  ImportReceipt said(
      UnaryOperator<FindingLine> finding,
      UnaryOperator<String> problem,
      UnaryOperator<String> word) {
    return new ImportReceipt(
        linesIn,
        accepted,
        rejected,
        added,
        changed,
        same,
        money,
        rejectedUnreadable,
        open,
        changes.stream().map(one -> said(one, word)).toList(),
        findings.stream().map(finding).toList(),
        problems.stream()
            .map(one -> new ProblemLine(one.line(), one.code(), problem.apply(one.problem())))
            .toList());
  }

  private static Absorbed.Change said(Absorbed.Change one, UnaryOperator<String> word) {
    boolean yesOrNo = one.field().equals("disputed");
    return new Absorbed.Change(
        one.line(),
        one.subject(),
        word.apply(one.field()),
        yesOrNo ? word.apply(one.before()) : one.before(),
        yesOrNo ? word.apply(one.after()) : one.after());
  }

  /// @param problems the first rejected lines of the reader
  static ImportReceipt of(FileReport report, Absorbed absorbed, List<ProblemLine> problems) {
    Map<Currency, Money> refused = new TreeMap<>();
    List<ProblemLine> all = new ArrayList<>(problems);
    Set<Integer> lines = new TreeSet<>();
    int unreadable = report.rejectedUnreadable();
    for (Absorbed.Refused line : absorbed.refused()) {
      lines.add(line.line());
      if (all.size() < FINDINGS_TOLD) {
        all.add(new ProblemLine(line.line(), line.code(), line.problem()));
      }
      Money amount = line.amount();
      if (amount != null) {
        refused.merge(amount.currency(), amount, Money::plus);
      }
    }
    return new ImportReceipt(
        report.linesIn(),
        report.records() - lines.size(),
        report.rejected() + lines.size(),
        absorbed.added(),
        absorbed.changed(),
        absorbed.same(),
        money(report.accepted(), report.rejectedMoney(), refused),
        unreadable,
        open(absorbed.openBefore(), absorbed.openAfter()),
        absorbed.changes(),
        report.findings().stream().limit(FINDINGS_TOLD).map(ImportReceipt::line).toList(),
        all);
  }

  private static FindingLine line(Finding finding) {
    return new FindingLine(
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.code().code(),
        finding.line(),
        finding.code().meaning().replaceFirst("\\.$", "")
            + (finding.seen().isEmpty() ? "" : ": " + finding.seen())
            + (finding.expected().isEmpty() ? "" : "; expected " + finding.expected()),
        finding.remedy());
  }

  private static List<MoneyLine> money(
      Amounts accepted, Amounts rejected, Map<Currency, Money> refused) {
    Map<Currency, Money> in = new TreeMap<>();
    Map<Currency, Money> out = new TreeMap<>(refused);
    accepted.list().forEach(money -> in.merge(money.currency(), money, Money::plus));
    rejected.list().forEach(money -> out.merge(money.currency(), money, Money::plus));
    refused.forEach((currency, money) -> in.merge(currency, money.negated(), Money::plus));
    Set<Currency> all = new TreeSet<>(in.keySet());
    all.addAll(out.keySet());
    return all.stream()
        .map(c -> new MoneyLine(c.code(), text(in.get(c), c), text(out.get(c), c)))
        .toList();
  }

  private static List<OpenLine> open(Map<Currency, Money> before, Map<Currency, Money> after) {
    Set<Currency> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    return all.stream()
        .map(c -> new OpenLine(c.code(), text(before.get(c), c), text(after.get(c), c)))
        .toList();
  }

  private static String text(@org.jspecify.annotations.Nullable Money money, Currency currency) {
    return (money == null ? Money.zero(currency) : money).toBigDecimal().toPlainString();
  }
}
