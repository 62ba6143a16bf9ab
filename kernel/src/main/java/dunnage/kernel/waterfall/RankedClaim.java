package dunnage.kernel.waterfall;

import dunnage.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/// A claim on a sum of money that may not reach for all.
///
/// @param rank 1 is paid first; claims of one rank form a class and share pro rata
/// @param due what is claimed, zero or more
/// @param cap the most that this claim may take from the sum; null when only `due` bounds it
public record RankedClaim(int rank, String name, Money due, @Nullable Money cap) {
  public RankedClaim {
    if (due.signum() < 0 || (cap != null && cap.signum() < 0)) {
      throw new IllegalArgumentException("a claim is not negative: " + name + " " + due);
    }
  }

  public RankedClaim(int rank, String name, Money due) {
    this(rank, name, due, null);
  }

  /// What the claim can take: the due amount within its cap.
  Money reachable() {
    return cap == null ? due : due.min(cap);
  }
}
