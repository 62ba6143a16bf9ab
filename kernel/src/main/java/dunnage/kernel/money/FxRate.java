package dunnage.kernel.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/// One unit of `from` is `rate` units of `to`, as published for `date` by `source`.
///
/// @param rate greater than zero
public record FxRate(Currency from, Currency to, BigDecimal rate, LocalDate date, String source) {

  public FxRate {
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException("a rate is greater than zero: " + rate);
    }
  }

  /// Converts, rounding half up to the digits of `to`.
  public Money convert(Money money) {
    if (!money.currency().equals(from)) {
      throw new IllegalArgumentException("this rate is for " + from + ", not " + money.currency());
    }
    return Money.rounded(to, money.toBigDecimal().multiply(rate), RoundingMode.HALF_UP);
  }
}
