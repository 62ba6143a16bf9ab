package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Counts the lines of one file while it is read, and hands on those that are left out with what
/// was found in them.
final class LineTally {

  /// A line that is wrong in more ways is told the first of them.
  private static final int PROBLEMS_MAX = 5;

  int linesIn;
  int records;
  int rejected;
  private int setAside;
  private int unreadable;
  private boolean isSetAside;
  private final Amounts rejectedMoney = new Amounts();
  private final List<Finding> problems = new ArrayList<>();
  private final RejectedRows rejectedRows;

  LineTally(RejectedRows rejectedRows) {
    this.rejectedRows = rejectedRows;
  }

  void header(List<String> names) {
    rejectedRows.header(names);
  }

  /// A line begins: what is found from now on is about it.
  void begin() {
    linesIn++;
    isSetAside = false;
    problems.clear();
  }

  void found(Finding finding) {
    if (problems.size() < PROBLEMS_MAX) {
      problems.add(finding);
    }
  }

  /// The line that was begun is understood and has nothing to mend, should it be left out.
  void setAside() {
    isSetAside = true;
  }

  void count() {
    records++;
  }

  /// Leaves out the line that was begun.
  ///
  /// @param money null if it could not be read
  void reject(int line, List<String> cells, @Nullable Money money) {
    rejected++;
    setAside += isSetAside ? 1 : 0;
    if (money == null || !add(money)) {
      unreadable++;
    }
    String problem = problems.stream().map(LineTally::words).collect(Collectors.joining("; "));
    rejectedRows.row(new RejectedRow(line, cells, problem, isSetAside));
  }

  /// False when the sum leaves what can be counted.
  private boolean add(Money money) {
    try {
      rejectedMoney.add(money);
      return true;
    } catch (ArithmeticException overflow) {
      return false;
    }
  }

  /// `date_bad: due 31/02/2026, expected a date that exists, like 2026-03-31`
  private static String words(Finding finding) {
    String seen = (finding.column() + " " + finding.seen()).strip();
    String expected = finding.expected().isEmpty() ? "" : "expected " + finding.expected();
    String words = seen.isEmpty() || expected.isEmpty() ? seen + expected : seen + ", " + expected;
    return words.isEmpty() ? finding.code().code() : finding.code().code() + ": " + words;
  }

  Tally done(Amounts accepted) {
    return new Tally(linesIn, records, rejected, setAside, unreadable, accepted, rejectedMoney);
  }
}
