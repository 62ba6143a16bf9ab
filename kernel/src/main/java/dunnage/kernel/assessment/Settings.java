package dunnage.kernel.assessment;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRates;
import org.jspecify.annotations.Nullable;

/// What a user can choose about an assessment.
///
/// @param base convert sums into this currency too; null keeps currencies apart
/// @param rates rates for the conversion; may be empty
public record Settings(@Nullable Currency base, FxRates rates) {
  public static Settings plain() {
    return new Settings(null, new FxRates());
  }
}
