package dunnage.app.cli;

import dunnage.kernel.pricing.CurrencyQuote;
import dunnage.kernel.pricing.Quote;
import dunnage.kernel.pricing.Scenario;

/// What the seller has in the end, by what the debtors do.
final class ScenarioSection {

  private ScenarioSection() {}

  static void print(Quote quote, CurrencyQuote here, Terminal terminal) {
    if (here.scenarios().isEmpty()) {
      return;
    }
    Heading.print(
        "What you have in the end: " + quote.offer().name() + ", " + here.currency(), terminal);
    Table table =
        new Table(
            "if", ">debtors pay", ">it costs", ">rest to you", ">you pay back", ">in the end");
    for (Scenario scenario : here.scenarios()) {
      table.row(
          scenario.kind().words(),
          Figures.amount(scenario.received()),
          Figures.amount(scenario.charge().total()),
          Figures.amount(scenario.split().rest()),
          Figures.amount(scenario.paysBack()),
          Figures.amount(scenario.seller()));
    }
    table.print(terminal);
  }
}
