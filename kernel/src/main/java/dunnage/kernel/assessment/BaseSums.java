package dunnage.kernel.assessment;

import dunnage.kernel.assessment.Portfolio.CurrencyLine;
import dunnage.kernel.assessment.Portfolio.Provision;
import dunnage.kernel.assessment.Portfolio.ProvisionLine;
import dunnage.kernel.calendar.AgingBucket;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All currencies in one, at the rates of the day. A currency in which nothing is open and for
/// which there is no rate is left out; one with something open and no rate makes the whole
/// impossible.
final class BaseSums {

  final Map<Currency, FxRate> rates = new TreeMap<>();
  final List<Currency> missing = new ArrayList<>();
  private final LocalDate asOf;
  private final @Nullable Currency base;

  BaseSums(Settings settings, LocalDate asOf, Collection<CurrencySums> sums) {
    this.asOf = asOf;
    this.base = settings.base();
    if (base == null) {
      return;
    }
    for (CurrencySums sum : sums) {
      FxRate rate = settings.rates().find(sum.currency, base, asOf);
      if (rate != null) {
        rates.put(sum.currency, rate);
      } else if (sum.open > 0) {
        missing.add(sum.currency);
      }
    }
    missing.sort(null);
  }

  /// The rates, without those of the base to itself.
  List<FxRate> used() {
    return rates.values().stream().filter(r -> !r.from().equals(r.to())).toList();
  }

  /// The base when everything open could be converted; else null.
  @Nullable Currency whole() {
    return missing.isEmpty() ? base : null;
  }

  @Nullable CurrencyLine line(Collection<CurrencySums> sums) {
    Currency whole = whole();
    if (whole == null) {
      return null;
    }
    CurrencySums all = new CurrencySums(whole, asOf);
    Money[] losses = new Money[AgingBucket.values().length];
    java.util.Arrays.fill(losses, Money.zero(whole));
    for (CurrencySums sum : sums) {
      FxRate rate = rates.get(sum.currency);
      if (rate != null) {
        all.addConverted(sum, rate);
        List<ProvisionLine> lines = sum.line().provision().lines();
        for (int b = 0; b < losses.length; b++) {
          losses[b] = losses[b].plus(rate.convert(lines.get(b).provision()));
        }
      }
    }
    return all.line(provision(whole, all, losses));
  }

  private static Provision provision(Currency base, CurrencySums all, Money[] losses) {
    List<ProvisionLine> lines = new ArrayList<>();
    Money total = Money.zero(base);
    for (AgingBucket bucket : AgingBucket.values()) {
      int b = bucket.ordinal();
      double rate = all.aging[b] == 0 ? 0 : 100.0 * losses[b].minor() / all.aging[b];
      lines.add(new ProvisionLine(bucket, new Money(base, all.aging[b]), rate, losses[b]));
      total = total.plus(losses[b]);
    }
    return new Provision(
        total, List.copyOf(lines), "the provisions of each currency, converted", false);
  }
}
