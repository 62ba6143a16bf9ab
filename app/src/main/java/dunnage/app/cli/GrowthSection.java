package dunnage.app.cli;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.GrowthLine;
import java.util.List;

/// Whom to sell more to.
final class GrowthSection {

  private static final int SHOWN = 10;

  private GrowthSection() {}

  static void print(Assessment assessment, Terminal terminal) {
    if (assessment.toGrow().isEmpty()) {
      return;
    }
    Heading.print("Customers to grow", terminal);
    Table table = new Table("customer", ">open", ">limit", ">could be");
    for (GrowthLine line : assessment.toGrow().stream().limit(SHOWN).toList()) {
      List<String> cells =
          List.of(
              line.debtor().name(),
              Figures.money(line.open()),
              Figures.money(line.limit()),
              Figures.money(line.higher()));
      table.row(cells, List.of(line.why()));
    }
    table.print(terminal);
    int more = assessment.toGrow().size() - SHOWN;
    if (more > 0) {
      terminal.out().println("and " + more + " more: --json has all");
    }
  }
}
