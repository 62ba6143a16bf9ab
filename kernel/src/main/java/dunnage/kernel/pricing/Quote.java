package dunnage.kernel.pricing;

import dunnage.kernel.money.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one offer comes to.
///
/// @param currencies every currency with something open, in order of code
/// @param verdicts one for each open receivable, in the order of the book
/// @param unknownNames debtors and receivables that the offer names and the book does not have
public record Quote(
    Offer offer,
    List<CurrencyQuote> currencies,
    List<Verdict> verdicts,
    List<String> unknownNames) {
  public Quote {
    currencies = List.copyOf(currencies);
    verdicts = List.copyOf(verdicts);
    unknownNames = List.copyOf(unknownNames);
  }

  public @Nullable CurrencyQuote in(Currency currency) {
    return currencies.stream().filter(c -> c.currency().equals(currency)).findFirst().orElse(null);
  }

  /// Whether the receivable would be taken: it is eligible and there is an advance to be had.
  public boolean takes(Verdict verdict) {
    CurrencyQuote quote = in(verdict.open().currency());
    return verdict.eligible() && quote != null && quote.taken() > 0;
  }
}
