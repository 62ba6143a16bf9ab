package dunnage.kernel.pricing;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one offer comes to in one currency.
///
/// @param taken how many receivables
/// @param face what is open of them
/// @param advance of a financier; for an early payment what the debtors pay
/// @param charge as expected; for an early payment the discount is its fee
/// @param cash what the seller has at first
/// @param cashInDays days from now until `cash`: 0 today
/// @param later what comes when the debtors pay as expected; below zero when charges are more than
///   what was held back
/// @param days until the debtors are expected to pay, weighted by what is counted; for an early
///   payment the days gained; null when nothing is taken
/// @param cost what the money costs a year; null when nothing is had
/// @param lossTransferred estimate of the advance that would never be repaid and that the financier
///   would bear; null with recourse, and where nothing was ever paid to learn from
/// @param scenarios empty for an early payment and when nothing is taken
public record CurrencyQuote(
    Currency currency,
    Availability base,
    int taken,
    Money face,
    Money advance,
    Charge charge,
    Money cash,
    int cashInDays,
    Money later,
    @Nullable Double days,
    @Nullable AnnualCost cost,
    @Nullable Money lossTransferred,
    List<Scenario> scenarios) {
  public CurrencyQuote {
    scenarios = List.copyOf(scenarios);
  }
}
