package dunnage.kernel.waterfall;

import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Rank after rank: a class is paid in full before the next sees anything; the class that the sum
/// does not fill shares it pro rata of what each can take, and the units that do not divide go to
/// the largest remainders (ties to the claim named first). Method and worked examples:
/// `docs/methodology/waterfall.md`.
public final class Waterfall {

  private Waterfall() {}

  /// @param received zero or more
  /// @throws IllegalArgumentException if it is negative or a claim is in another currency
  public static Distribution distribute(Money received, List<RankedClaim> claims) {
    if (received.signum() < 0) {
      throw new IllegalArgumentException("nothing to distribute: " + received);
    }
    Money zero = Money.zero(received.currency());
    Map<Integer, List<Integer>> classes = new TreeMap<>();
    for (int i = 0; i < claims.size(); i++) {
      classes.computeIfAbsent(claims.get(i).rank(), r -> new ArrayList<>()).add(i);
    }
    Money[] paid = new Money[claims.size()];
    Arrays.fill(paid, zero);
    Money left = received;
    for (List<Integer> members : classes.values()) {
      left = left.minus(payClass(left, members, claims, paid));
    }
    List<Distribution.Share> shares = new ArrayList<>();
    for (int i = 0; i < paid.length; i++) {
      RankedClaim claim = claims.get(i);
      shares.add(new Distribution.Share(claim, paid[i], claim.due().minus(paid[i])));
    }
    return new Distribution(received, shares, left);
  }

  /// @return what the class took
  private static Money payClass(
      Money left, List<Integer> members, List<RankedClaim> claims, Money[] paid) {
    Money wanted = Money.zero(left.currency());
    List<BigDecimal> weights = new ArrayList<>();
    for (int member : members) {
      Money reachable = claims.get(member).reachable();
      wanted = wanted.plus(reachable);
      weights.add(BigDecimal.valueOf(reachable.minor()));
    }
    if (wanted.isZero()) {
      return wanted;
    }
    Money taken = left.min(wanted);
    List<Money> parts = taken.allocate(weights);
    for (int i = 0; i < parts.size(); i++) {
      paid[members.get(i)] = parts.get(i);
    }
    return taken;
  }
}
