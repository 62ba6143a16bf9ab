package dunnage.kernel.pricing;

import dunnage.kernel.money.Money;
import dunnage.kernel.waterfall.Distribution;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the seller has in the end if the debtors do this.
///
/// @param received from the debtors
/// @param split of what was received: costs, fees, interest, advance, rest to the seller
/// @param paysBack what the seller must pay to the financier
/// @param borne what the financier bears for good
/// @param seller what the seller has in the end: cash at first, plus the rest, less what it pays
///   back
/// @param cost a year, where the debtors pay in full; null otherwise
public record Scenario(
    Kind kind,
    Money received,
    Charge charge,
    Distribution split,
    Money paysBack,
    Money borne,
    Money seller,
    @Nullable AnnualCost cost) {

  /// What the debtors do.
  public enum Kind {
    IN_FULL("all pay in full as expected"),
    LATE_30("all pay in full, 30 days later"),
    SHORT_10("all pay 10 % less, as expected"),
    NEVER("nobody ever pays");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// For people.
    public String words() {
      return words;
    }
  }
}
