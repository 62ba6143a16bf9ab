package dunnage.kernel.payout;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// By what the promised days are told where the files do not state them.
///
/// @param rule name of the shipped rule that is to hold for every marketplace; null: each has its
///   own
/// @param promisedDays days after the end of the settlement period; null: by rule
/// @param announced day from which the marketplace has announced another rule; null if it has not
public record PayoutTerms(
    @Nullable String rule, @Nullable Integer promisedDays, @Nullable LocalDate announced) {

  /// Longest drought that a change of rule brings, days (Amazon's was 10 to 14).
  static final int DROUGHT_DAYS = 14;

  /// Each marketplace by its own shipped rule.
  public static PayoutTerms shipped() {
    return new PayoutTerms(null, null, null);
  }

  /// The rule for a period that ends on a day; null if none is known.
  @Nullable PayoutRule of(MarketplaceSettlement settlement, LocalDate to) {
    if (promisedDays != null) {
      return PayoutRule.days(settlement.marketplace(), promisedDays, "as told");
    }
    String name = rule == null ? settlement.marketplace() : rule;
    return PayoutRules.of(name, settlement.currency().code(), to);
  }
}
