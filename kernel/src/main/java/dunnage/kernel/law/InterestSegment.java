package dunnage.kernel.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A run of days with one principal and one rate. Both days count.
///
/// @param ruleId the row that gave the rate
/// @param principal what bears interest, exact to ten decimals (compounding and part payments leave
///   fractions of a cent)
/// @param base the value of the reference; null for a constant
/// @param ratePercent percent per year
/// @param wholePeriod whether the days are a whole month of a monthly rest, counted 1/12 of a year
/// @param amount interest of these days, to ten decimals; the total is rounded from the exact sum
/// @param confidence of the rule's rate and of the reference value together
public record InterestSegment(
    LocalDate from,
    LocalDate to,
    int days,
    String ruleId,
    BigDecimal principal,
    @Nullable RatePoint base,
    BigDecimal ratePercent,
    boolean wholePeriod,
    BigDecimal amount,
    Confidence confidence) {}
