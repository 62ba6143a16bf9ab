package dunnage.kernel.law;

import dunnage.kernel.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to claim, and what else could be claimed.
///
/// @param statement the highest of the rules among which the creditor chooses
/// @param others the rest, highest first, and the upper end of a range
public record InterestOffer(InterestStatement statement, List<Alternative> others) {

  /// @param rate how it is computed, e.g. `ECB_MRO_HY + 8 points`
  /// @param interest null if no rate is known
  public record Alternative(String ruleId, String rate, @Nullable Money interest) {}
}
