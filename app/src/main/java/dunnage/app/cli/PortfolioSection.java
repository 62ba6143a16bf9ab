package dunnage.app.cli;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.Portfolio;
import dunnage.kernel.assessment.Portfolio.Concentration;
import dunnage.kernel.assessment.Portfolio.CurrencyLine;
import dunnage.kernel.assessment.Portfolio.Provision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Aging, days, provision and concentration; every currency for itself.
final class PortfolioSection {

  private static final int LARGEST_SHOWN = 5;

  private PortfolioSection() {}

  static void print(Assessment assessment, Terminal terminal) {
    Portfolio book = assessment.portfolio();
    List<CurrencyLine> lines = new ArrayList<>(book.currencies());
    if (book.inBase() != null && book.currencies().size() > 1) {
      lines.add(book.inBase());
    }
    aging(lines, book, terminal);
    for (CurrencyLine line : lines) {
      boolean sum = line == book.inBase();
      provision(line.provision(), sum ? " (all currencies)" : "", terminal);
    }
    book.concentration().forEach(c -> concentration(c, terminal));
  }

  private static void aging(List<CurrencyLine> lines, Portfolio book, Terminal terminal) {
    Heading.print("Aging", terminal);
    Table table = new Table("", ">open", ">not due", ">1–30", ">31–60", ">61–90", ">over 90");
    for (CurrencyLine line : lines) {
      List<String> amounts = new ArrayList<>();
      List<String> counts = new ArrayList<>();
      amounts.add(line == book.inBase() ? "all in " + line.currency() : line.currency().code());
      counts.add("  count");
      amounts.add(Figures.amount(line.openAmount()));
      counts.add(String.format(Locale.ROOT, "%,d", line.open()));
      for (Portfolio.BucketLine bucket : line.aging()) {
        amounts.add(bucket.amount().isZero() ? "–" : Figures.amount(bucket.amount()));
        counts.add(bucket.count() == 0 ? "–" : String.format(Locale.ROOT, "%,d", bucket.count()));
      }
      table.row(amounts, List.of());
      table.row(counts, List.of());
    }
    table.print(terminal);
    if (!book.creditsHeld().isZero()) {
      terminal.out().println("Credits held, not netted: " + Figures.amounts(book.creditsHeld()));
    }
    Heading.print("Days", terminal);
    Table days = new Table("", ">DSO", ">average days delinquent", ">collection effectiveness");
    for (CurrencyLine line : lines) {
      days.row(
          line == book.inBase() ? "all in " + line.currency() : line.currency().code(),
          Figures.decimal(line.dsoDays()),
          Figures.decimal(line.addDays()),
          Figures.percent(line.ceiPercent()));
    }
    days.print(terminal);
  }

  private static void provision(Provision provision, String what, Terminal terminal) {
    Heading.print("Provision " + Figures.money(provision.total()) + what, terminal);
    Table table = new Table("bucket", ">open", ">loss rate", ">provision");
    for (Portfolio.ProvisionLine line : provision.lines()) {
      table.row(
          line.bucket().label(),
          Figures.amount(line.amount()),
          Figures.percent(line.ratePercent()),
          Figures.amount(line.provision()));
    }
    table.print(terminal);
    DisplayWidth.wrap("Rates: " + provision.source(), terminal.columns()).forEach(terminal.out()::println);
  }

  private static void concentration(Concentration concentration, Terminal terminal) {
    if (concentration.largest().isEmpty()) {
      return;
    }
    Heading.print("Concentration in " + concentration.currency(), terminal);
    Table table = new Table("largest debtors", ">open", ">share");
    concentration.largest().stream()
        .limit(LARGEST_SHOWN)
        .forEach(s -> table.row(s.name(), Figures.amount(s.open()), Figures.percent(s.sharePercent())));
    table.print(terminal);
    String index = "Herfindahl index " + Figures.whole(concentration.herfindahl()) + " of 10,000. ";
    DisplayWidth.wrap(index + concentration.advice(), terminal.columns()).forEach(terminal.out()::println);
  }
}
