package dunnage.kernel.law;

import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statutory interest on one claim, with everything needed to compute it again.
///
/// @param rule the row in force when interest began
/// @param usedRules every row that gave a rate, in order of time
/// @param start first day of interest
/// @param interest the exact sum of the segments, rounded once, half up; null if no rate is known
///   at all
/// @param exactInterest the same sum before rounding, to ten decimals
/// @param ignored payments after the day of the statement
/// @param openPrincipal with interest that was added to it
/// @param surplus paid beyond what was owed
/// @param settledOn the day on which all was paid; null if something is open
public record InterestStatement(
    InterestRule rule,
    List<InterestRule> usedRules,
    InterestClaim claim,
    LocalDate start,
    Status status,
    @Nullable Money interest,
    BigDecimal exactInterest,
    FixedCompensation compensation,
    Allocation allocation,
    List<InterestSegment> segments,
    List<MissingPeriod> missing,
    List<AppliedPayment> applied,
    List<InterestPayment> ignored,
    Money openCosts,
    Money openInterest,
    Money openPrincipal,
    Money surplus,
    @Nullable LocalDate settledOn) {

  /// How far the sum can be relied on.
  public enum Status {
    /// Every day of delay has its rate.
    COMPUTED("computed"),
    /// Some days have no known rate: at least this much.
    PARTIAL("partial"),
    /// No statute gives it outside court.
    ESTIMATE("estimate"),
    /// The law awards no interest.
    NONE("none"),
    /// No rate is known at all.
    UNKNOWN("unknown");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// Principal, interest and costs still open, without the fixed sum, which may be in another
  /// currency.
  public Money open() {
    return openCosts.plus(openInterest).plus(openPrincipal);
  }

  /// As sure as the weakest rule and rate in it.
  public Confidence confidence() {
    Confidence weakest = rule.confidence();
    for (InterestRule used : usedRules) {
      weakest = weakest.and(used.confidence());
    }
    for (InterestSegment segment : segments) {
      weakest = weakest.and(segment.confidence());
    }
    return weakest;
  }
}
