package dunnage.kernel.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Published exchange rates by day. A day without a rate takes the last one before it, at most
/// seven days old; a pair that is not published is taken through one common currency (the ECB
/// publishes against EUR) or inverted. A blank in a table is no rate, never zero.
public final class FxRates {

  /// How old a rate may be, days.
  public static final int MAX_AGE_DAYS = 7;

  private record Pair(Currency from, Currency to) {}

  private final Map<Pair, NavigableMap<LocalDate, FxRate>> rates = new HashMap<>();

  public void add(FxRate rate) {
    rates
        .computeIfAbsent(new Pair(rate.from(), rate.to()), p -> new TreeMap<>())
        .put(rate.date(), rate);
  }

  /// As they were given, by day.
  public List<FxRate> list() {
    return rates.values().stream()
        .flatMap(days -> days.values().stream())
        .sorted(Comparator.comparing(FxRate::date))
        .toList();
  }

  public boolean isEmpty() {
    return rates.isEmpty();
  }

  /// The rate for a day, or null when none is recent enough. A cross rate carries the older date.
  public @Nullable FxRate find(Currency from, Currency to, LocalDate day) {
    if (from.equals(to)) {
      return new FxRate(from, to, BigDecimal.ONE, day, "same currency");
    }
    FxRate direct = oneWay(from, to, day);
    if (direct != null) {
      return direct;
    }
    for (Currency pivot : pivots()) {
      FxRate first = oneWay(from, pivot, day);
      FxRate second = oneWay(pivot, to, day);
      if (first != null && second != null) {
        LocalDate older = first.date().isBefore(second.date()) ? first.date() : second.date();
        BigDecimal cross = first.rate().multiply(second.rate(), MathContext.DECIMAL64);
        return new FxRate(from, to, cross, older, first.source() + " through " + pivot);
      }
    }
    return null;
  }

  private @Nullable FxRate oneWay(Currency from, Currency to, LocalDate day) {
    FxRate published = published(from, to, day);
    if (published != null) {
      return published;
    }
    FxRate inverse = published(to, from, day);
    return inverse == null
        ? null
        : new FxRate(
            from,
            to,
            BigDecimal.ONE.divide(inverse.rate(), MathContext.DECIMAL64),
            inverse.date(),
            inverse.source());
  }

  private @Nullable FxRate published(Currency from, Currency to, LocalDate day) {
    NavigableMap<LocalDate, FxRate> series = rates.get(new Pair(from, to));
    Map.Entry<LocalDate, FxRate> last = series == null ? null : series.floorEntry(day);
    return last == null || last.getKey().isBefore(day.minusDays(MAX_AGE_DAYS))
        ? null
        : last.getValue();
  }

  private Set<Currency> pivots() {
    Set<Currency> all = new TreeSet<>();
    rates
        .keySet()
        .forEach(
            p -> {
              all.add(p.from());
              all.add(p.to());
            });
    return all;
  }
}
