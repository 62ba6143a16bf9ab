package dunnage.kernel.pricing;

import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// The debtors themselves pay early, less a discount; no financier. Only an estimate of what could
/// come: each debtor must accept.
///
/// @param rate the discount, 0 to below 1; with `annual` the rate of a year, of which each
///   receivable takes the days it is paid early (before its due date)
/// @param inDays days from now within which the debtor pays
/// @param netDays the terms the discount stands beside (`net 30`); null when not told
public record EarlyPayment(
    String name, BigDecimal rate, boolean annual, int inDays, @Nullable Integer netDays)
    implements Offer {

  private static final BigDecimal YEAR = BigDecimal.valueOf(365);

  /// Discount of one receivable, half up.
  ///
  /// @param daysPaidEarly days from payment to the due date; not positive gives none of an annual
  ///   rate
  public Money discount(Money amount, int daysPaidEarly) {
    if (!annual) {
      return amount.times(rate, RoundingMode.HALF_UP);
    }
    BigDecimal yearly = BigDecimal.valueOf(amount.minor()).multiply(rate);
    BigDecimal part =
        yearly
            .multiply(BigDecimal.valueOf(Math.max(0, daysPaidEarly)))
            .divide(YEAR, 0, RoundingMode.HALF_UP);
    return new Money(amount.currency(), part.longValueExact());
  }

  /// What the terms as written cost a year, whatever the book: null without `net` days beyond the
  /// discount days, or for an annual rate, which says it itself.
  public @Nullable AnnualCost asWritten() {
    if (annual || netDays == null || netDays <= inDays) {
      return null;
    }
    double discount = rate.doubleValue();
    return AnnualCost.of(discount / (1 - discount), netDays - inDays);
  }
}
