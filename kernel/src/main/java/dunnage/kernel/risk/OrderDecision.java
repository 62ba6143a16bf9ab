package dunnage.kernel.risk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether an order may be shipped. Each answer carries its reasons, weightiest first, and on which
/// terms the answer would be to ship; null where no terms would do.
public sealed interface OrderDecision {

  /// One reason.
  ///
  /// @param code stable word, e.g. `over_limit`
  /// @param words a clause with its figures, which goes on after `Hold: `
  record Why(String code, String words) {}

  List<Why> reasons();

  @Nullable OrderTerms wouldShip();

  /// As asked.
  record Ship(List<Why> reasons) implements OrderDecision {
    @Override
    public @Nullable OrderTerms wouldShip() {
      return null;
    }
  }

  /// On other terms than asked.
  ///
  /// @param wouldShip those terms
  record ShipOnTerms(List<Why> reasons, OrderTerms wouldShip) implements OrderDecision {}

  /// Not now.
  record Hold(List<Why> reasons, @Nullable OrderTerms wouldShip) implements OrderDecision {}

  /// Too little is known for a rule: a person decides.
  record Refer(List<Why> reasons, @Nullable OrderTerms wouldShip) implements OrderDecision {}

  /// `ship`, `ship_on_terms`, `hold` or `refer`
  default String code() {
    return switch (this) {
      case Ship ship -> "ship";
      case ShipOnTerms terms -> "ship_on_terms";
      case Hold hold -> "hold";
      case Refer refer -> "refer";
    };
  }

  /// `green`, `amber` or `red`
  default String light() {
    return switch (this) {
      case Ship ship -> "green";
      case ShipOnTerms terms -> "amber";
      case Refer refer -> "amber";
      case Hold hold -> "red";
    };
  }

  /// What to forward to sales, like `Hold: this order takes exposure to 131 % of the limit; EUR
  /// 14,200.00 is 47 days late`.
  default String sentence() {
    String why = String.join("; ", reasons().stream().map(Why::words).toList());
    String head =
        switch (this) {
          case Ship ship -> "Ship";
          case ShipOnTerms terms -> "Ship on terms (" + terms.wouldShip().words() + ")";
          case Hold hold -> "Hold";
          case Refer refer -> "Ask credit control";
        };
    return head + ": " + why;
  }
}
