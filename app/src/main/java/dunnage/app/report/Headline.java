package dunnage.app.report;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.Portfolio;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The book in a sentence, and how its currencies were treated.
final class Headline {

  private Headline() {}

  /// Without its full stop: the page may add who needs a person.
  static String first(Assessment a) {
    Portfolio p = a.portfolio();
    if (p.open() == 0) {
      return a.debtors().isEmpty()
          ? "Nothing had been issued by " + Figures.day(a.asOf())
          : "Nothing is open; " + Figures.count(a.debtors().size(), "debtor") + " paid everything";
    }
    Portfolio.CurrencyLine base = p.inBase();
    if (p.overdueCount() == 0) {
      String open = base == null ? Figures.rough(p.openAmount()) : Figures.rough(base.openAmount());
      return "Nothing is overdue; " + open + verb(p.openAmount().nonZero().size(), base) + " open";
    }
    String overdue =
        base == null ? Figures.rough(p.overdueAmount()) : Figures.rough(base.overdueAmount());
    return overdue
        + verb(p.overdueAmount().nonZero().size(), base)
        + " overdue with "
        + Figures.count(p.overdueDebtors(), "debtor");
  }

  static int needing(Assessment a) {
    return (int) a.debtors().stream().filter(d -> d.nextStep().action().needsYou()).count();
  }

  static String currencies(Assessment a) {
    String treated = treated(a);
    if (a.ratesMissing().isEmpty()) {
      return treated;
    }
    List<String> codes = a.ratesMissing().stream().map(Currency::code).toList();
    return treated + " No rate for " + Figures.listed(codes) + " was given for the day.";
  }

  private static String treated(Assessment a) {
    List<Currency> all =
        a.portfolio().currencies().stream().map(Portfolio.CurrencyLine::currency).toList();
    Portfolio.CurrencyLine base = a.portfolio().inBase();
    if (base != null && all.size() > 1) {
      return Figures.counted(all.size(), "currency")
          + ", also shown in "
          + base.currency().code()
          + " at the rates of "
          + Figures.listed(
              foreign(a.ratesUsed()).stream().map(Headline::source).distinct().toList())
          + "; nothing is added up without a rate and its date.";
    }
    if (all.size() > 1) {
      return Figures.counted(all.size(), "currency")
          + ", each shown on its own; without a rate nothing is added up.";
    }
    if (all.isEmpty()) {
      return "No amounts.";
    }
    return all.getFirst().equals(Currency.NONE)
        ? "The files name no currency: amounts are shown as XXX."
        : "All amounts are in " + all.getFirst().code() + ".";
  }

  /// `1 CNY = 0.128187 EUR and 1 USD = 0.922339 EUR (ECB, 29 Jun 2026)`: six significant digits are
  /// shown, the conversion uses them all.
  static String rates(List<FxRate> rates) {
    Map<String, List<String>> bySource = new LinkedHashMap<>();
    for (FxRate r : foreign(rates)) {
      String rate =
          r.rate()
              .round(new MathContext(6, RoundingMode.HALF_UP))
              .stripTrailingZeros()
              .toPlainString();
      bySource
          .computeIfAbsent(source(r), s -> new ArrayList<>())
          .add("1\u00A0" + r.from() + "\u00A0=\u00A0" + rate + "\u00A0" + r.to());
    }
    List<String> parts = new ArrayList<>();
    bySource.forEach((source, list) -> parts.add(Figures.listed(list) + " (" + source + ")"));
    return String.join("; ", parts);
  }

  private static String source(FxRate rate) {
    return Figures.cut(rate.source(), 80) + ", " + Figures.day(rate.date());
  }

  private static List<FxRate> foreign(List<FxRate> rates) {
    return rates.stream().filter(r -> !r.from().equals(r.to())).toList();
  }

  private static String verb(int currencies, Portfolio.@Nullable CurrencyLine base) {
    return base != null || currencies == 1 ? " is" : " are";
  }
}
