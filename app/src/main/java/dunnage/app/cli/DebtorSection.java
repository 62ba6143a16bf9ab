package dunnage.app.cli;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.behaviour.Trend;
import dunnage.kernel.money.Amounts;
import java.util.ArrayList;
import java.util.List;

/// The debtors, worst first: what they owe, how they pay, what to do now and why.
final class DebtorSection {

  private DebtorSection() {}

  static void print(Assessment assessment, int shown, String rest, Terminal terminal) {
    Heading.print("Debtors, worst first", terminal);
    Table table =
        new Table("debtor", ">open", ">overdue", ">oldest", "arrears", ">DBT", ">index", ">90+ ever", "orders", "grade");
    assessment.debtors().stream().limit(shown).forEach(line -> table.row(cells(line), below(line)));
    table.print(terminal);
    int more = assessment.debtors().size() - shown;
    if (more > 0) {
      terminal.out().println("and " + Figures.count(more, "more debtor", "more debtors") + ": " + rest);
    }
  }

  private static List<String> cells(DebtorLine line) {
    return List.of(
        line.debtor().name(),
        first(line.openAmount()),
        first(line.overdueAmount()),
        line.oldestDaysLate() == 0 ? "–" : line.oldestDaysLate() + " d",
        line.degree().code(),
        Figures.decimal(line.behaviour().daysBeyondTerms()),
        Figures.whole(line.behaviour().paymentIndex()),
        Figures.percent(line.behaviour().everOver90Percent()),
        trend(line.behaviour().orders()),
        line.grade().label());
  }

  /// The first currency stands in the table, the others in a sentence below.
  private static String first(Amounts amounts) {
    return amounts.nonZero().isEmpty() ? "–" : Figures.money(amounts.nonZero().getFirst());
  }

  private static List<String> below(DebtorLine line) {
    List<String> sentences = new ArrayList<>();
    if (line.openAmount().nonZero().size() > 1) {
      sentences.add("owes " + Figures.amounts(line.openAmount()) + ", overdue " + Figures.amounts(line.overdueAmount()));
    }
    String limit =
        line.limit() == null
            ? "no limit yet"
            : "limit " + Figures.money(line.limit().amount()) + " (" + line.limit().binding().replace('_', ' ') + ")";
    sentences.add("→ " + line.nextStep().words() + " · " + limit + " · " + line.terms().words());
    sentences.add("  " + line.nextStep().why());
    return sentences;
  }

  private static String trend(Trend trend) {
    return switch (trend) {
      case RISING -> "rising";
      case STEADY -> "steady";
      case FALLING -> "falling";
      case UNKNOWN -> "–";
    };
  }
}
