package dunnage.kernel.pricing;

import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an offer says of one open receivable.
///
/// @param reasons why it is not taken, first the one that counts; empty when it is eligible
/// @param days expected days from now until it is paid, at least 1
/// @param never chance that it is never paid, an estimate
public record Verdict(
    Receivable receivable, Money open, List<Ineligible> reasons, int days, double never) {
  public Verdict {
    reasons = List.copyOf(reasons);
  }

  public boolean eligible() {
    return reasons.isEmpty();
  }

  /// The reason that counts; null when eligible.
  public @Nullable Ineligible reason() {
    return reasons.isEmpty() ? null : reasons.getFirst();
  }

  Verdict setOff() {
    return new Verdict(receivable, open, List.of(Ineligible.SET_OFF), days, never);
  }
}
