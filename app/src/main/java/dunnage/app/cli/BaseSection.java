package dunnage.app.cli;

import dunnage.kernel.pricing.BaseLine;
import dunnage.kernel.pricing.CurrencyQuote;
import dunnage.kernel.pricing.EarlyPayment;
import dunnage.kernel.pricing.Quote;

/// A borrowing base: every deduction with what is left after it.
final class BaseSection {

  private BaseSection() {}

  static void print(Quote quote, CurrencyQuote here, Terminal terminal) {
    String what = quote.offer() instanceof EarlyPayment ? "Early payment: " : "Borrowing base: ";
    Heading.print(what + quote.offer().name() + ", " + here.currency(), terminal);
    Table table = new Table("", ">receivables", ">deducted", ">left");
    for (BaseLine line : here.base().lines()) {
      String count = line.receivables() == 0 ? "" : String.valueOf(line.receivables());
      table.row(
          line.subtotal() ? line.words() : "  − " + line.words(),
          count,
          line.subtotal() ? "" : Figures.amount(line.amount().negated()),
          Figures.amount(line.running()));
    }
    table.print(terminal);
  }
}
