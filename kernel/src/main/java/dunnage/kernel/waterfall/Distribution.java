package dunnage.kernel.waterfall;

import dunnage.kernel.money.Money;
import java.util.List;

/// Who got what. The shares and the rest add up to what was received, to the smallest unit.
///
/// @param shares one per claim, in the order in which the claims were given
/// @param rest what no claim takes: it goes to the owner of the sum
public record Distribution(Money received, List<Share> shares, Money rest) {

  /// @param paid at most what is due
  /// @param shortfall due less paid: because the sum did not reach, or because of the cap
  public record Share(RankedClaim claim, Money paid, Money shortfall) {}

  public Distribution {
    shares = List.copyOf(shares);
  }

  /// What all claims together go short of.
  public Money shortfall() {
    return shares.stream().map(Share::shortfall).reduce(Money.zero(rest.currency()), Money::plus);
  }
}
