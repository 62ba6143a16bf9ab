package dunnage.kernel.risk;

import java.util.HashMap;
import java.util.Map;

/// Risk and next step of single receivables. Equal cases share their words: a book may have a
/// million open receivables but only some thousand different sentences. Use one per assessment.
public final class ReceivableRisk {

  /// @param why the risk in words
  /// @param nextStep an instruction of one line
  public record Line(RiskLevel level, String why, String nextStep) {}

  private record Case(
      int daysLate, Grade grade, boolean insolvent, boolean disputed, boolean remainder) {}

  private final Map<Case, Line> lines = new HashMap<>();

  /// @param daysLate negative while it is not due
  /// @param remainder whether a part was paid and the rest is left
  public Line of(
      int daysLate, Grade grade, boolean insolvent, boolean disputed, boolean remainder) {
    int days = Math.max(0, daysLate);
    return lines.computeIfAbsent(
        new Case(days, grade, insolvent, disputed, remainder), ReceivableRisk::line);
  }

  private static Line line(Case one) {
    int days = one.daysLate();
    int steps = days <= 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : 3;
    boolean weak = one.grade() == Grade.D || one.grade() == Grade.E;
    boolean unknown = one.grade() == Grade.NONE;
    boolean remainderLate = one.remainder() && days > 30;
    StringBuilder why = new StringBuilder(days <= 0 ? "not due" : Phrase.days(days));
    if (weak) {
      why.append(", debtor graded ").append(one.grade().label());
    }
    if (unknown) {
      why.append(", new debtor without a grade");
    }
    if (one.disputed()) {
      why.append(", disputed");
    }
    if (one.remainder() && days > 0) {
      why.append(", the balance after part payment");
    }
    if (one.insolvent()) {
      why.append(", insolvency proceedings opened");
    }
    steps +=
        (weak ? 1 : 0)
            + (unknown && days <= 0 ? 1 : 0)
            + (one.disputed() ? 1 : 0)
            + (remainderLate ? 1 : 0);
    RiskLevel[] levels = RiskLevel.values();
    RiskLevel level = one.insolvent() ? RiskLevel.HIGH : levels[Math.min(levels.length - 1, steps)];
    return new Line(level, why.toString(), nextStep(one, days));
  }

  private static String nextStep(Case one, int days) {
    if (one.insolvent()) {
      return "File the claim by the deadline";
    }
    if (one.disputed()) {
      return "Ask what is wrong with the goods";
    }
    if (days <= 0) {
      return one.grade() == Grade.E
          ? "Confirm the due date with the person who decides"
          : "Wait for the due date";
    }
    if (days <= 14) {
      return "Friendly reminder";
    }
    if (days <= 30) {
      return "Remind again and ask for the reason";
    }
    if (days <= 60) {
      return "Call the owner or the finance director";
    }
    return days <= 90 ? "Final demand with a deadline" : "Agency or lawyer";
  }
}
