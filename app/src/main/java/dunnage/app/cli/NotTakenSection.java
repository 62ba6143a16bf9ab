package dunnage.app.cli;

import dunnage.kernel.pricing.Ineligible;
import dunnage.kernel.pricing.Quote;
import dunnage.kernel.pricing.Verdict;
import java.util.Comparator;
import java.util.List;

/// Receivables that an offer does not take, each with its one reason.
final class NotTakenSection {

  private static final int SHOWN = 15;

  private NotTakenSection() {}

  static void print(Quote quote, Terminal terminal) {
    List<Verdict> out =
        quote.verdicts().stream()
            .filter(v -> !v.eligible())
            .sorted(
                Comparator.comparing(
                    Verdict::reason, Comparator.nullsFirst(Comparator.<Ineligible>naturalOrder())))
            .toList();
    if (out.isEmpty()) {
      return;
    }
    Heading.print("Not taken: " + quote.offer().name(), terminal);
    Table table = new Table("debtor", "receivable", ">open", "why not");
    for (Verdict verdict : out.subList(0, Math.min(SHOWN, out.size()))) {
      table.row(
          verdict.receivable().debtor().name(),
          DisplayWidth.cut(verdict.receivable().number(), 20),
          Figures.money(verdict.open()),
          why(verdict));
    }
    table.print(terminal);
    if (out.size() > SHOWN) {
      terminal.out().println("and " + (out.size() - SHOWN) + " more: --json has all");
    }
  }

  private static String why(Verdict verdict) {
    int others = verdict.reasons().size() - 1;
    Ineligible reason = verdict.reason();
    return (reason == null ? "" : reason.words()) + (others == 0 ? "" : " (+" + others + ")");
  }
}
