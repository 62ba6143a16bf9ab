package dunnage.kernel.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// An exact amount: a whole number of the currency's smallest unit.
///
/// Arithmetic overflows loudly (`ArithmeticException`) and never mixes currencies
/// (`IllegalArgumentException`, a bug of the caller).
///
/// @param currency what it is in
/// @param minor smallest units, e.g. cents; negative for a credit
public record Money(Currency currency, long minor) {

  public static Money zero(Currency currency) {
    return new Money(currency, 0);
  }

  /// The amount exactly, e.g. `of(EUR, 12.5)` is 12.50 EUR.
  ///
  /// @throws ArithmeticException if the amount has more decimals than the currency, or too many
  ///   digits
  public static Money of(Currency currency, BigDecimal amount) {
    return new Money(currency, amount.movePointRight(currency.digits()).longValueExact());
  }

  /// The amount rounded to the currency's digits in the way the caller names.
  public static Money rounded(Currency currency, BigDecimal amount, RoundingMode rounding) {
    return of(currency, amount.setScale(currency.digits(), rounding));
  }

  public Money plus(Money other) {
    return new Money(same(other), Math.addExact(minor, other.minor));
  }

  public Money minus(Money other) {
    return new Money(same(other), Math.subtractExact(minor, other.minor));
  }

  public Money negated() {
    return new Money(currency, Math.negateExact(minor));
  }

  public Money min(Money other) {
    same(other);
    return minor <= other.minor ? this : other;
  }

  public Money max(Money other) {
    same(other);
    return minor >= other.minor ? this : other;
  }

  /// This amount times a factor, rounded to the smallest unit in the way the caller names.
  public Money times(BigDecimal factor, RoundingMode rounding) {
    return new Money(
        currency,
        BigDecimal.valueOf(minor).multiply(factor).setScale(0, rounding).longValueExact());
  }

  /// Splits this amount by weights so that the parts add up to it exactly: each part is rounded
  /// down and the units left over go one each to the parts in order (largest remainder first, ties
  /// to the earlier part).
  ///
  /// @param weights not negative, at least one positive
  public List<Money> allocate(List<BigDecimal> weights) {
    BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.signum() <= 0 || weights.stream().anyMatch(w -> w.signum() < 0)) {
      throw new IllegalArgumentException(
          "weights must not be negative and not all zero: " + weights);
    }
    List<BigInteger> floors = new ArrayList<>();
    List<BigDecimal> remainders = new ArrayList<>();
    BigInteger left = BigInteger.valueOf(minor);
    for (BigDecimal weight : weights) {
      BigDecimal[] parts = BigDecimal.valueOf(minor).multiply(weight).divideAndRemainder(total);
      BigInteger floor = parts[0].toBigIntegerExact();
      floors.add(floor);
      remainders.add(parts[1].abs());
      left = left.subtract(floor);
    }
    BigInteger unit = BigInteger.valueOf(left.signum());
    List<Integer> largestFirst =
        IntStream.range(0, remainders.size())
            .boxed()
            .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
            .toList();
    for (int i = 0; i < left.abs().intValueExact(); i++) {
      int place = largestFirst.get(i);
      floors.set(place, floors.get(place).add(unit));
    }
    return floors.stream().map(f -> new Money(currency, f.longValueExact())).toList();
  }

  public int signum() {
    return Long.signum(minor);
  }

  public boolean isZero() {
    return minor == 0;
  }

  public BigDecimal toBigDecimal() {
    return BigDecimal.valueOf(minor, currency.digits());
  }

  /// Plain decimal string with the currency's own digits, e.g. `1234.50`, `-0.05`, `1200` for JPY.
  public String decimal() {
    return toBigDecimal().toPlainString();
  }

  /// `1234.50 EUR`
  @Override
  public String toString() {
    return decimal() + " " + currency.code();
  }

  private Currency same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
    }
    return currency;
  }
}
