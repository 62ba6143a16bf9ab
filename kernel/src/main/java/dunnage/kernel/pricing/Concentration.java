package dunnage.kernel.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/// The most that one debtor may make up of a pool. The cap depends on the pool, and the pool on the
/// cap: so it is said which pool is meant.
final class Concentration {

  private Concentration() {}

  /// The cap in smallest units, rounded down.
  ///
  /// @param amounts eligible of each debtor, zero or more
  /// @param ofCappedPool false: share of the pool before capping. True: of the pool after it; the
  ///   largest pool P with P = Σ min(amount, share × P), zero where too few debtors are left to
  ///   make one
  static long cap(List<Long> amounts, BigDecimal share, boolean ofCappedPool) {
    long pool = amounts.stream().reduce(0L, Math::addExact);
    if (!ofCappedPool) {
      return of(pool, share);
    }
    long[] sorted = amounts.stream().mapToLong(a -> a).filter(a -> a > 0).sorted().toArray();
    return of(fixedPoint(sorted, pool, share), share);
  }

  /// Closed form: with the k largest capped, P = rest / (1 − k × share); the first k whose cap
  /// leaves the others uncapped is it. Rounding down to units may still lower it by a few, so the
  /// last step is repeated until it stands.
  private static long fixedPoint(long[] ascending, long whole, BigDecimal share) {
    long start = whole;
    long rest = whole;
    for (int k = 0; k <= ascending.length; k++) {
      BigDecimal left = BigDecimal.ONE.subtract(share.multiply(BigDecimal.valueOf(k)));
      if (left.signum() <= 0) {
        break; // only by rounding: the exact solution caps fewer than 1 / share debtors
      }
      long pool = BigDecimal.valueOf(rest).divide(left, 0, RoundingMode.CEILING).longValueExact();
      boolean othersFit =
          k == ascending.length || ascending[ascending.length - 1 - k] <= of(pool, share);
      if (othersFit) {
        start = pool;
        break;
      }
      rest -= ascending[ascending.length - 1 - k];
    }
    return settle(ascending, Math.min(start, whole), share);
  }

  private static long settle(long[] amounts, long start, BigDecimal share) {
    long pool = start;
    while (true) {
      long cap = of(pool, share);
      long next = Arrays.stream(amounts).map(a -> Math.min(a, cap)).sum();
      if (next >= pool) {
        return pool;
      }
      pool = next;
    }
  }

  private static long of(long pool, BigDecimal share) {
    return BigDecimal.valueOf(pool)
        .multiply(share)
        .setScale(0, RoundingMode.FLOOR)
        .longValueExact();
  }
}
