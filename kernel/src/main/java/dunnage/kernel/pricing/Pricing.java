package dunnage.kernel.pricing;

import dunnage.kernel.money.Currency;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Offers side by side for a book at the end of a day.
///
/// @param daysForAll days to payment that were given for all receivables; null when each has its
///   own forecast
/// @param fromExperience whether anything was ever paid: without, a forecast is the due date
/// @param quotes in the order of the offers
public record Pricing(
    LocalDate asOf, @Nullable Integer daysForAll, boolean fromExperience, List<Quote> quotes) {
  public Pricing {
    quotes = List.copyOf(quotes);
  }

  /// Every currency with something open, in order of code.
  public List<Currency> currencies() {
    return quotes.isEmpty()
        ? List.of()
        : quotes.getFirst().currencies().stream().map(CurrencyQuote::currency).toList();
  }

  /// The offer that costs least a year in a currency; a tie goes to the one given first.
  public @Nullable Quote cheapest(Currency currency) {
    return best(
        currency,
        (o, q) -> q.cost() != null,
        Comparator.comparingDouble(q -> q.cost() == null ? 0 : q.cost().simple()));
  }

  /// The offer with the most cash today; null when none has any.
  public @Nullable Quote mostCash(Currency currency) {
    return best(
        currency,
        (o, q) -> q.cashInDays() == 0 && q.cash().signum() > 0,
        Comparator.comparing((CurrencyQuote q) -> -q.cash().minor()));
  }

  /// The cheapest of those where a financier bears what is never paid; null when none does.
  public @Nullable Quote cheapestWithoutRecourse(Currency currency) {
    return best(
        currency,
        (o, q) -> q.cost() != null && o instanceof Financing financing && !financing.recourse(),
        Comparator.comparingDouble(q -> q.cost() == null ? 0 : q.cost().simple()));
  }

  private @Nullable Quote best(
      Currency currency,
      BiPredicate<Offer, CurrencyQuote> counts,
      Comparator<CurrencyQuote> order) {
    Function<Quote, Optional<CurrencyQuote>> here = q -> Optional.ofNullable(q.in(currency));
    return quotes.stream()
        .filter(q -> here.apply(q).filter(c -> counts.test(q.offer(), c)).isPresent())
        .min(Comparator.comparing(q -> here.apply(q).orElseThrow(), order))
        .orElse(null);
  }
}
