package dunnage.app.report;

import dunnage.app.wording.Figures;
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

/// How the currencies of a book were treated.
final class CurrencyNote {

  private CurrencyNote() {}

  static String of(Assessment a) {
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
              foreign(a.ratesUsed()).stream().map(CurrencyNote::source).distinct().toList())
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
}
