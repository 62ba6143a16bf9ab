package dunnage.kernel.pricing;

import dunnage.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/// What money costs a year. `simple` = cost / cash × 365 / days; `effective` compounds: (1 + cost /
/// cash)^(365 / days) − 1.
///
/// @param simple e.g. 0.3164 for 31.64 %
/// @param effective as `simple`; may be infinite for a few days at a high cost
/// @param days how long the money is had
public record AnnualCost(double simple, double effective, double days) {

  private static final double YEAR = 365;

  /// @return null where nothing is received or for no time: then no rate tells anything
  public static @Nullable AnnualCost of(Money cost, Money cash, double days) {
    if (cash.signum() <= 0 || days <= 0) {
      return null;
    }
    return of((double) cost.minus(Money.zero(cash.currency())).minor() / cash.minor(), days);
  }

  /// @param ratio cost of each unit of cash, zero or more
  static AnnualCost of(double ratio, double days) {
    return new AnnualCost(ratio * YEAR / days, Math.pow(1 + ratio, YEAR / days) - 1, days);
  }
}
