package dunnage.app.cli;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.forecast.ExpectedCash;
import java.util.List;

/// What should come in over the next weeks; every currency for itself.
final class ExpectedCashSection {

  /// The near weeks stand alone, the far ones only in the total: their bands are wide.
  private static final int WEEKS_SHOWN = 4;

  private ExpectedCashSection() {}

  static void print(Assessment assessment, Terminal terminal) {
    if (assessment.expectedCash().isEmpty()) {
      return;
    }
    Heading.print("Expected cash from what is open", terminal);
    Table table = new Table("", ">expected", ">at least, 9 in 10", ">at most, 9 in 10");
    for (ExpectedCash cash : assessment.expectedCash()) {
      for (ExpectedCash.Week week : cash.weeks().subList(0, WEEKS_SHOWN)) {
        row(table, cash.currency() + " to " + week.to(), week);
      }
      row(table, cash.currency() + " in all 13 weeks", cash.total());
    }
    table.print(terminal);
  }

  private static void row(Table table, String name, ExpectedCash.Week week) {
    table.row(
        List.of(
            name,
            Figures.amount(week.expected()),
            Figures.amount(week.low()),
            Figures.amount(week.high())),
        List.of());
  }
}
