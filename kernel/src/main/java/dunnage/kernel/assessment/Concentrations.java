package dunnage.kernel.assessment;

import dunnage.kernel.assessment.Portfolio.Concentration;
import dunnage.kernel.assessment.Portfolio.Share;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import dunnage.kernel.risk.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much of what is open hangs on few debtors.
final class Concentrations {

  static final int LARGEST = 10;

  private record Holding(Party debtor, Money open) {}

  private Concentrations() {}

  static List<Concentration> apart(List<CurrencySums> order, List<Draft> drafts) {
    Map<Currency, List<Holding>> holdings = new HashMap<>();
    for (Draft draft : drafts) {
      for (Money money : draft.line().openAmount().nonZero()) {
        holdings
            .computeIfAbsent(money.currency(), c -> new ArrayList<>())
            .add(new Holding(draft.line().debtor(), money));
      }
    }
    List<Concentration> all = new ArrayList<>();
    for (CurrencySums sums : order) {
      List<Holding> held = holdings.get(sums.currency);
      if (held != null) {
        all.add(of(sums.currency, held));
      }
    }
    return all;
  }

  /// @param rates for every currency with something open
  static List<Concentration> inBase(
      Currency base, Map<Currency, FxRate> rates, List<Draft> drafts) {
    List<Holding> holdings = new ArrayList<>();
    for (Draft draft : drafts) {
      Amounts open = new Amounts();
      for (Money money : draft.line().openAmount().nonZero()) {
        FxRate rate = rates.get(money.currency());
        if (rate != null) {
          open.add(rate.convert(money));
        }
      }
      if (!open.isZero()) {
        holdings.add(new Holding(draft.line().debtor(), open.in(base)));
      }
    }
    return holdings.isEmpty() ? List.of() : List.of(of(base, holdings));
  }

  private static Concentration of(Currency currency, List<Holding> holdings) {
    double total = 0;
    for (Holding holding : holdings) {
      total += holding.open().minor();
    }
    double herfindahl = 0;
    for (Holding holding : holdings) {
      double share = 100 * holding.open().minor() / total;
      herfindahl += share * share;
    }
    holdings.sort(
        Comparator.comparingLong((Holding h) -> -h.open().minor())
            .thenComparing(h -> h.debtor().id()));
    List<Share> largest = new ArrayList<>();
    for (Holding holding : holdings.subList(0, Math.min(LARGEST, holdings.size()))) {
      double share = 100 * holding.open().minor() / total;
      largest.add(new Share(holding.debtor().id(), holding.debtor().name(), holding.open(), share));
    }
    return new Concentration(
        currency, herfindahl, List.copyOf(largest), advice(largest, herfindahl));
  }

  /// @param largest at least one, largest first
  static String advice(List<Share> largest, double herfindahl) {
    Share first = largest.getFirst();
    if (first.sharePercent() > Concentration.MUCH_PERCENT) {
      return Phrase.percent(first.sharePercent())
          + " hangs on "
          + first.name()
          + ": insure it, lower the limit, win other customers";
    }
    double three = 0;
    for (Share share : largest.subList(0, Math.min(3, largest.size()))) {
      three += share.sharePercent();
    }
    return herfindahl > Concentration.NARROW_HERFINDAHL
        ? "the three largest hold "
            + Phrase.percent(three)
            + ": watch them weekly and win other customers"
        : "well spread: the largest holds " + Phrase.percent(first.sharePercent());
  }
}
