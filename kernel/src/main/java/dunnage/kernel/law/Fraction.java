package dunnage.kernel.law;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// An exact rational number in lowest terms. Interest divides by 365; only exact arithmetic lets a
/// period be split anywhere without changing the sum.
record Fraction(BigInteger over, BigInteger under) {

  static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

  static Fraction of(BigDecimal value) {
    return value.scale() <= 0
        ? new Fraction(value.toBigIntegerExact(), BigInteger.ONE)
        : reduced(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  /// `over / under`; `under` is positive.
  static Fraction of(long over, long under) {
    return reduced(BigInteger.valueOf(over), BigInteger.valueOf(under));
  }

  private static Fraction reduced(BigInteger over, BigInteger under) {
    BigInteger common = over.gcd(under);
    return common.signum() == 0 || common.equals(BigInteger.ONE)
        ? new Fraction(over, under)
        : new Fraction(over.divide(common), under.divide(common));
  }

  Fraction plus(Fraction other) {
    return reduced(
        over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
  }

  Fraction minus(Fraction other) {
    return plus(new Fraction(other.over.negate(), other.under));
  }

  Fraction times(Fraction other) {
    return reduced(over.multiply(other.over), under.multiply(other.under));
  }

  Fraction min(Fraction other) {
    return minus(other).signum() <= 0 ? this : other;
  }

  int signum() {
    return over.signum();
  }

  /// Half up, away from zero at the half.
  BigDecimal rounded(int digits) {
    return new BigDecimal(over).divide(new BigDecimal(under), digits, RoundingMode.HALF_UP);
  }
}
