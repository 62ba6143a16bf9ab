package dunnage.app.cli;

import dunnage.kernel.money.Currency;
import dunnage.kernel.pricing.AnnualCost;
import dunnage.kernel.pricing.CurrencyQuote;
import dunnage.kernel.pricing.EarlyPayment;
import dunnage.kernel.pricing.Financing;
import dunnage.kernel.pricing.Pricing;
import dunnage.kernel.pricing.Quote;
import java.util.ArrayList;
import java.util.List;

/// The report of `price` in the terminal: the sentence, the offers side by side, then each with its
/// borrowing base, what it leaves out and what becomes of it.
final class PriceReport {

  private PriceReport() {}

  static void print(Priced priced, Terminal terminal) {
    if (priced.anythingRead()) {
      report(priced, terminal);
    }
    FindingsSection.print(priced.findings(), terminal);
  }

  private static void report(Priced priced, Terminal terminal) {
    Pricing pricing = priced.pricing();
    PriceHeadline.of(pricing).forEach(s -> say(s, terminal));
    say("As of the end of " + pricing.asOf() + ". " + days(pricing), terminal);
    for (Currency currency : pricing.currencies()) {
      OffersSection.print(pricing, currency, terminal);
    }
    for (Quote quote : pricing.quotes()) {
      for (CurrencyQuote here : quote.currencies()) {
        BaseSection.print(quote, here, terminal);
        ScenarioSection.print(quote, here, terminal);
      }
      NotTakenSection.print(quote, terminal);
    }
    if (!pricing.currencies().isEmpty()) {
      Heading.print("How to read this", terminal);
      notes(priced).forEach(s -> say(s, terminal));
    }
  }

  private static String days(Pricing pricing) {
    Integer all = pricing.daysForAll();
    if (all != null) {
      return "Days to payment: " + all + " for all, as given.";
    }
    return pricing.fromExperience()
        ? "Days to payment: the forecast of each receivable."
        : "Days to payment: up to the due dates, since nothing in these files was ever paid.";
  }

  private static List<String> notes(Priced priced) {
    List<String> notes = new ArrayList<>();
    List<Quote> quotes = priced.pricing().quotes();
    notes.add(
        "What costs a year is cost / cash × 365 / days; compounded it is (1 + cost / cash)^(365 / days) − 1.");
    if (priced.pricing().currencies().size() > 1) {
      notes.add(
          "Fees, costs and limits written as amounts count for receivables of their currency only.");
    }
    for (int i = 0; i < quotes.size(); i++) {
      notes.addAll(notes(quotes.get(i), priced.assumed().get(i)));
    }
    if (priced.setOff() > 0) {
      notes.add(
          Figures.count(priced.setOff(), "supplier is a debtor", "suppliers are debtors")
              + " too; what you owe is set off.");
    }
    return notes;
  }

  private static List<String> notes(Quote quote, List<String> assumed) {
    List<String> notes = new ArrayList<>();
    String name = quote.offer().name();
    switch (quote.offer()) {
      case Financing financing -> {
        if (!assumed.isEmpty()) {
          notes.add(name + " does not say, so the usual stands: " + Figures.series(assumed) + ".");
        }
        if (!financing.recourse()) {
          notes.add(
              name
                  + ": the risk it bears is an estimate, the advance times each receivable's chance of"
                  + " never being paid. A debtor who pays less because of the goods is still your risk.");
        }
      }
      case EarlyPayment early -> {
        notes.add(name + ": only if every debtor asked accepts.");
        AnnualCost written = early.asWritten();
        if (written != null) {
          notes.add(
              name
                  + ": as written it costs "
                  + PriceHeadline.rate(written, false)
                  + " a year, compounded "
                  + PriceHeadline.rate(written, true)
                  + ".");
        }
      }
    }
    if (!quote.unknownNames().isEmpty()) {
      notes.add(
          name
              + " names what is not in these files: "
              + String.join(", ", quote.unknownNames().stream().limit(10).toList())
              + ".");
    }
    return notes;
  }

  private static void say(String sentence, Terminal terminal) {
    DisplayWidth.wrap(sentence, terminal.columns()).forEach(terminal.out()::println);
  }
}
