package dunnage.app.cli;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.behaviour.Trend;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.warning.DebtorWarning;
import dunnage.kernel.warning.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The debtors, worst first: what they owe, how they pay, what to do now and why.
final class DebtorSection {

  private DebtorSection() {}

  static void print(Assessment assessment, int shown, String rest, Terminal terminal) {
    Heading.print("Debtors, worst first", terminal);
    Table table =
        new Table("debtor", ">open", ">overdue", ">oldest", "arrears", ">DBT", ">index", "grade");
    assessment.debtors().stream().limit(shown).forEach(line -> table.row(cells(line), below(line)));
    table.print(terminal);
    int more = assessment.debtors().size() - shown;
    if (more > 0) {
      terminal
          .out()
          .println("and " + Figures.count(more, "more debtor", "more debtors") + ": " + rest);
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
        line.grade().label());
  }

  /// The first currency stands in the table, the others in a sentence below.
  private static String first(Amounts amounts) {
    return amounts.nonZero().isEmpty() ? "–" : Figures.money(amounts.nonZero().getFirst());
  }

  private static List<String> below(DebtorLine line) {
    List<String> sentences = new ArrayList<>();
    if (line.openAmount().nonZero().size() > 1) {
      sentences.add(
          "owes "
              + Figures.amounts(line.openAmount())
              + ", overdue "
              + Figures.amounts(line.overdueAmount()));
    }
    sentences.add("→ " + line.nextStep().words());
    sentences.add(line.nextStep().why());
    String trend = trend(line.warning());
    if (!trend.isEmpty()) {
      sentences.add(trend);
    }
    sentences.add(standing(line));
    return sentences;
  }

  /// `Getting worse since 2026-03-02: pays …`; nothing where nothing changes.
  private static String trend(DebtorWarning warning) {
    String way =
        switch (warning.trend()) {
          case WORSE -> "Getting worse";
          case BETTER -> "Getting better";
          case STEADY, UNKNOWN -> "";
        };
    if (way.isEmpty()) {
      return way;
    }
    String why =
        warning.warnings().stream()
            .filter(w -> w.direction() == warning.trend())
            .map(Warning::words)
            .collect(Collectors.joining("; "));
    return way + " since " + warning.since() + ": " + why;
  }

  /// `limit EUR 2,469.00 (need) · open account · 12.0 % ever over 90 days · orders falling`
  private static String standing(DebtorLine line) {
    List<String> parts = new ArrayList<>();
    parts.add(
        line.limit() == null
            ? "no limit yet"
            : "limit "
                + Figures.money(line.limit().amount())
                + " ("
                + line.limit().binding().replace('_', ' ')
                + ")");
    parts.add(line.terms().words());
    Double over90 = line.behaviour().everOver90Percent();
    if (over90 != null && over90 > 0) {
      parts.add(Figures.percent(over90) + " ever over 90 days late");
    }
    if (line.behaviour().orders() != Trend.UNKNOWN) {
      parts.add("orders " + line.behaviour().orders().code());
    }
    return String.join(" · ", parts);
  }
}
