package dunnage.kernel.pricing;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;

/// One debtor's part of a pool in one currency. Mutable while the pool is computed.
final class DebtorShare {

  final List<Verdict> taken;
  final Money face;

  /// What is counted of `face` after deductions.
  Money counted;

  DebtorShare(Currency currency, List<Verdict> taken) {
    this.taken = taken;
    this.face = taken.stream().map(Verdict::open).reduce(Money.zero(currency), Money::plus);
    this.counted = face;
  }

  /// Takes from what is counted, at most all of it, and says how much.
  Money take(Money wanted) {
    Money amount = wanted.min(counted);
    counted = counted.minus(amount);
    return amount;
  }

  /// Σ open × value over the receivables.
  BigDecimal byFace(Function<Verdict, BigDecimal> value) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Verdict verdict : taken) {
      sum = sum.add(BigDecimal.valueOf(verdict.open().minor()).multiply(value.apply(verdict)));
    }
    return sum;
  }

  /// Counted amount × the mean of the value, weighted by what is open.
  BigDecimal byCounted(Function<Verdict, BigDecimal> value) {
    if (face.isZero() || counted.isZero()) {
      return BigDecimal.ZERO;
    }
    return byFace(value)
        .multiply(BigDecimal.valueOf(counted.minor()))
        .divide(BigDecimal.valueOf(face.minor()), MathContext.DECIMAL128);
  }
}
