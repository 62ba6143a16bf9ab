package dunnage.app.cli;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.Portfolio;
import dunnage.kernel.assessment.Portfolio.Concentration;
import dunnage.kernel.assessment.Portfolio.CurrencyLine;
import dunnage.kernel.assessment.Portfolio.Provision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Aging, days, provision and concentration; every currency for itself.
final class PortfolioSection {

  private static final int LARGEST_SHOWN = 3;

  private PortfolioSection() {}

  static void print(Assessment assessment, Terminal terminal) {
    Portfolio book = assessment.portfolio();
    List<CurrencyLine> lines = new ArrayList<>(book.currencies());
    if (book.inBase() != null && book.currencies().size() > 1) {
      lines.add(book.inBase());
    }
    aging(lines, book, terminal);
    days(lines, book, terminal);
    provision(lines, book, terminal);
    concentration(book.concentration(), terminal);
  }

  private static void aging(List<CurrencyLine> lines, Portfolio book, Terminal terminal) {
    Heading.print("Aging", terminal);
    Table table = new Table("", ">open", ">not due", ">1–30", ">31–60", ">61–90", ">over 90");
    for (CurrencyLine line : lines) {
      List<String> amounts = new ArrayList<>();
      List<String> counts = new ArrayList<>();
      amounts.add(name(line, book));
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
  }

  private static void days(List<CurrencyLine> lines, Portfolio book, Terminal terminal) {
    Heading.print("Days", terminal);
    Table days = new Table("", ">DSO", ">average days delinquent", ">collection effectiveness");
    for (CurrencyLine line : lines) {
      days.row(
          name(line, book),
          Figures.decimal(line.dsoDays()),
          Figures.decimal(line.addDays()),
          Figures.percent(line.ceiPercent()));
    }
    days.print(terminal);
  }

  /// What the accountant books, by bucket, with the rate under each sum.
  private static void provision(List<CurrencyLine> lines, Portfolio book, Terminal terminal) {
    Heading.print("Provision for expected credit loss", terminal);
    Table table = new Table("", ">provision", ">not due", ">1–30", ">31–60", ">61–90", ">over 90");
    Set<String> sources = new LinkedHashSet<>();
    for (CurrencyLine line : lines) {
      Provision provision = line.provision();
      sources.add(provision.source());
      List<String> amounts =
          new ArrayList<>(List.of(name(line, book), Figures.amount(provision.total())));
      List<String> rates = new ArrayList<>(List.of("  rate", ""));
      for (Portfolio.ProvisionLine bucket : provision.lines()) {
        amounts.add(bucket.provision().isZero() ? "–" : Figures.amount(bucket.provision()));
        rates.add(Figures.percent(bucket.ratePercent()));
      }
      table.row(amounts, List.of());
      table.row(rates, List.of());
    }
    table.print(terminal);
    for (String source : sources) {
      DisplayWidth.wrap("Rates: " + source, terminal.columns()).forEach(terminal.out()::println);
    }
  }

  private static void concentration(List<Concentration> lines, Terminal terminal) {
    Table table = new Table("largest debtors", ">open", ">share");
    for (Concentration line : lines) {
      List<Portfolio.Share> shown = line.largest().stream().limit(LARGEST_SHOWN).toList();
      for (int i = 0; i < shown.size(); i++) {
        Portfolio.Share share = shown.get(i);
        List<String> cells =
            List.of(
                share.name(), Figures.money(share.open()), Figures.percent(share.sharePercent()));
        boolean last = i == shown.size() - 1;
        String index =
            line.currency()
                + ": Herfindahl index "
                + Figures.whole(line.herfindahl())
                + " of 10000; ";
        table.row(cells, last ? List.of(index + line.advice()) : List.of());
      }
    }
    if (!table.isEmpty()) {
      Heading.print("Concentration", terminal);
      table.print(terminal);
    }
  }

  private static String name(CurrencyLine line, Portfolio book) {
    return line == book.inBase() ? "all in " + line.currency() : line.currency().code();
  }
}
