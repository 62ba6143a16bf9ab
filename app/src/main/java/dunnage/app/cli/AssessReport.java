package dunnage.app.cli;

import dunnage.app.cli.AssessInput.Assessed;
import dunnage.app.wording.Headline;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.money.FxRate;

/// The report of `assess` in the terminal, section by section.
final class AssessReport {

  static final int DEBTORS_SHOWN = 25;

  private AssessReport() {}

  static void print(Assessed assessed, Terminal terminal) {
    if (assessed.anythingRead()) {
      print(assessed.assessment(), DEBTORS_SHOWN, terminal);
    }
    FindingsSection.print(assessed.findings(), terminal);
  }

  static void print(Assessment assessment, int debtorsShown, Terminal terminal) {
    headline(assessment, terminal);
    if (assessment.portfolio().receivables() == 0) {
      return;
    }
    PortfolioSection.print(assessment, terminal);
    ExpectedCashSection.print(assessment, terminal);
    DebtorSection.print(assessment, debtorsShown, "--json has all", terminal);
    GrowthSection.print(assessment, terminal);
    UnmatchedSection.print(assessment, terminal);
  }

  static void headline(Assessment assessment, Terminal terminal) {
    DisplayWidth.wrap(Figures.plain(Headline.of(assessment).sentence()), terminal.columns())
        .forEach(terminal.out()::println);
    terminal.out().println("As of the end of " + assessment.asOf() + ".");
    for (FxRate rate : assessment.ratesUsed()) {
      terminal
          .out()
          .println(
              "1 "
                  + rate.from()
                  + " = "
                  + rate.rate().toPlainString()
                  + " "
                  + rate.to()
                  + ", "
                  + rate.date()
                  + ", "
                  + rate.source());
    }
  }
}
