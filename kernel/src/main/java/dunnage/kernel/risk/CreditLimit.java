package dunnage.kernel.risk;

import dunnage.kernel.money.Money;
import java.util.Comparator;
import java.util.List;

/// A credit limit: the least of its bounds, and which one was binding.
///
/// @param amount the most exposure advised
/// @param binding name of the bound that gave it
/// @param bounds every bound that could be computed, in the order of the methodology
public record CreditLimit(Money amount, String binding, List<Bound> bounds) {

  /// One bound.
  ///
  /// @param name stable word, e.g. `need`, `net_worth`
  /// @param words how it was computed, with its figures
  public record Bound(String name, Money amount, String words) {}

  public CreditLimit {
    bounds = List.copyOf(bounds);
  }

  /// The least of the bounds; a tie goes to the earlier one.
  ///
  /// @param bounds at least one, all in one currency
  public static CreditLimit least(List<Bound> bounds) {
    Bound least =
        bounds.stream().min(Comparator.comparingLong(b -> b.amount().minor())).orElseThrow();
    bounds.forEach(b -> least.amount().min(b.amount())); // refuses a mix of currencies
    return new CreditLimit(least.amount(), least.name(), bounds);
  }
}
