package dunnage.app.cli;

import dunnage.kernel.money.Currency;
import dunnage.kernel.pricing.AnnualCost;
import dunnage.kernel.pricing.CurrencyQuote;
import dunnage.kernel.pricing.Ineligible;
import dunnage.kernel.pricing.Pricing;
import dunnage.kernel.pricing.Quote;
import dunnage.kernel.pricing.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The offers in a sentence for each currency: which is cheapest, which brings most, which takes
/// the risk.
final class PriceHeadline {

  /// Beyond this a rate of a year says only that the money is dear.
  private static final double MOST_SHOWN = 100;

  private PriceHeadline() {}

  static List<String> of(Pricing pricing) {
    List<Currency> currencies = pricing.currencies();
    if (currencies.isEmpty()) {
      return List.of(
          "No receivable is open on " + pricing.asOf() + ", so there is nothing to price.");
    }
    return currencies.stream()
        .map(c -> pricing.quotes().size() == 1 ? one(pricing, c) : several(pricing, c))
        .toList();
  }

  private static String one(Pricing pricing, Currency currency) {
    Quote quote = pricing.quotes().getFirst();
    CurrencyQuote here = quote.in(currency);
    if (here == null || here.taken() == 0) {
      return nothing(pricing, currency);
    }
    String cash = Figures.money(here.cash()) + " " + when(here);
    String taken = here.taken() + " of " + open(quote, currency) + " receivables";
    String cost = here.cost() == null ? "" : costs(here);
    return here.cashInDays() > 0
        ? "If all accept, " + taken + " bring " + cash + cost
        : quote.offer().name() + " would take " + taken + " and pay " + cash + cost;
  }

  private static String costs(CurrencyQuote here) {
    return "; the money costs "
        + rate(here.cost(), false)
        + " a year ("
        + Figures.money(here.charge().total())
        + " for "
        + Figures.decimal(here.days())
        + " days).";
  }

  private static String several(Pricing pricing, Currency currency) {
    Quote cheapest = pricing.cheapest(currency);
    Quote most = pricing.mostCash(currency);
    if (cheapest == null) {
      return nothing(pricing, currency);
    }
    CurrencyQuote least = cheapest.in(currency);
    Quote safe = pricing.cheapestWithoutRecourse(currency);
    List<String> merits = new ArrayList<>();
    merits.add("costs least, " + rate(cost(least), false) + " a year");
    if (most == cheapest && least != null) {
      merits.add("brings most today, " + Figures.money(least.cash()));
    }
    if (safe == cheapest) {
      merits.add("bears what a debtor never pays");
    }
    List<String> parts = new ArrayList<>(List.of(cheapest.offer().name() + " " + series(merits)));
    CurrencyQuote cash = most == null || most == cheapest ? null : most.in(currency);
    if (most != null && cash != null) {
      parts.add(most.offer().name() + " brings most today, " + Figures.money(cash.cash()));
    }
    if (safe == null) {
      parts.add("none bears what a debtor never pays");
    } else if (safe != cheapest) {
      String bears = " bears what a debtor never pays, for ";
      parts.add(
          (safe == most ? "it also" : safe.offer().name())
              + bears
              + rate(cost(safe.in(currency)), false)
              + " a year");
    }
    return currency + ": " + String.join("; ", parts) + ".";
  }

  /// `costs least, 5 % a year, and brings most`
  private static String series(List<String> merits) {
    return merits.size() == 1
        ? merits.getFirst()
        : String.join(", ", merits.subList(0, merits.size() - 1)) + ", and " + merits.getLast();
  }

  private static String nothing(Pricing pricing, Currency currency) {
    Map<Ineligible, Integer> counts = new EnumMap<>(Ineligible.class);
    int open = 0;
    for (Verdict verdict : pricing.quotes().getFirst().verdicts()) {
      if (verdict.open().currency().equals(currency)) {
        open++;
        Ineligible reason = verdict.reason();
        if (reason != null) {
          counts.merge(reason, 1, Integer::sum);
        }
      }
    }
    String none =
        "Nothing would be advanced on "
            + Figures.count(open, "receivable", "receivables")
            + " in "
            + currency;
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(e -> none + "; the most common reason: " + e.getKey().words() + ".")
        .orElse(none + ": deductions and reserves leave nothing.");
  }

  private static int open(Quote quote, Currency currency) {
    return (int)
        quote.verdicts().stream().filter(v -> v.open().currency().equals(currency)).count();
  }

  private static @Nullable AnnualCost cost(@Nullable CurrencyQuote quote) {
    return quote == null ? null : quote.cost();
  }

  /// `today`, `in 10 days`
  static String when(CurrencyQuote quote) {
    return quote.cashInDays() == 0
        ? "today"
        : "in " + Figures.count(quote.cashInDays(), "day", "days");
  }

  /// `31.64 %`; `–` for unknown.
  static String rate(@Nullable AnnualCost cost, boolean effective) {
    if (cost == null) {
      return "–";
    }
    double rate = effective ? cost.effective() : cost.simple();
    return rate > MOST_SHOWN
        ? "over 10,000 %"
        : BigDecimal.valueOf(rate * 100).setScale(2, RoundingMode.HALF_UP).toPlainString() + " %";
  }
}
