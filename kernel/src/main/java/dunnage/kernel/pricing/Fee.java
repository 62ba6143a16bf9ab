package dunnage.kernel.pricing;

import java.math.BigDecimal;
import java.math.MathContext;

/// The discount fee of a financier.
///
/// @param rate 0 to 1, of what `on` says
/// @param per how it grows with the days until the debtor pays
public record Fee(BigDecimal rate, On on, Per per) {

  /// What the rate is taken of.
  public enum On {
    INVOICE,
    ADVANCE
  }

  /// How a fee grows with time.
  public sealed interface Per {}

  /// Whatever the days.
  public record Once() implements Per {}

  /// For each period that has begun; or, prorated, for one whole period and then by the day.
  public record Period(int days, boolean prorated) implements Per {}

  /// By the day, for a year of 360 or 365 days.
  public record Year(int days) implements Per {}

  /// How many times the rate is due for so many days.
  BigDecimal times(int days) {
    return switch (per) {
      case Once once -> BigDecimal.ONE;
      case Period period -> periods(days, period);
      case Year year -> ratio(days, year.days());
    };
  }

  private static BigDecimal periods(int days, Period period) {
    return period.prorated()
        ? BigDecimal.ONE.max(ratio(days, period.days()))
        : BigDecimal.valueOf(Math.max(1, Math.ceilDiv(days, period.days())));
  }

  private static BigDecimal ratio(int days, int of) {
    return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(of), MathContext.DECIMAL128);
  }
}
