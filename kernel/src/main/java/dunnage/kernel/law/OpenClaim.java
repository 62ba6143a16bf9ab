package dunnage.kernel.law;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What is open of a claim while its interest runs; exact, and mutable.
final class OpenClaim {

  private final Currency currency;
  private final Allocation order;
  private Fraction principal;
  private Fraction costs;
  private Fraction interest = Fraction.ZERO;

  OpenClaim(Money principal, Money costs, Allocation order) {
    this.currency = principal.currency();
    this.order = order;
    this.principal = Fraction.of(principal.toBigDecimal());
    this.costs = Fraction.of(costs.toBigDecimal());
  }

  Fraction principal() {
    return principal;
  }

  Fraction interest() {
    return interest;
  }

  void accrue(Fraction amount) {
    interest = interest.plus(amount);
  }

  /// Adds unpaid interest to the principal.
  void capitalise() {
    principal = principal.plus(interest);
    interest = Fraction.ZERO;
  }

  /// Pays in the order of allocation. What is less than half of the smallest unit is settled: it
  /// cannot be paid.
  AppliedPayment pay(InterestPayment payment) {
    Fraction left = Fraction.of(payment.amount().toBigDecimal());
    Fraction before = costs;
    Fraction interestBefore = interest;
    if (order == Allocation.COSTS_INTEREST_PRINCIPAL) {
      left = payCosts(left);
      left = payInterest(left);
      left = payPrincipal(left);
    } else {
      left = payPrincipal(left);
      left = payInterest(left);
      left = payCosts(left);
    }
    Money toCosts = money(before.minus(costs), RoundingMode.HALF_UP);
    Money toInterest = money(interestBefore.minus(interest), RoundingMode.HALF_UP);
    boolean settled = money(open(), RoundingMode.HALF_UP).isZero();
    Money surplus = settled ? money(left, RoundingMode.HALF_UP) : Money.zero(currency);
    Money toPrincipal = payment.amount().minus(toCosts).minus(toInterest).minus(surplus);
    if (settled) {
      principal = Fraction.ZERO;
      interest = Fraction.ZERO;
      costs = Fraction.ZERO;
    }
    return new AppliedPayment(payment, toCosts, toInterest, toPrincipal, surplus);
  }

  boolean settled() {
    return open().signum() == 0;
  }

  Money openCosts() {
    return money(costs, RoundingMode.HALF_UP);
  }

  private Fraction open() {
    return principal.plus(interest).plus(costs);
  }

  private Fraction payCosts(Fraction left) {
    Fraction part = left.min(costs);
    costs = costs.minus(part);
    return left.minus(part);
  }

  private Fraction payInterest(Fraction left) {
    Fraction part = left.min(interest);
    interest = interest.minus(part);
    return left.minus(part);
  }

  private Fraction payPrincipal(Fraction left) {
    Fraction part = left.min(principal);
    principal = principal.minus(part);
    return left.minus(part);
  }

  private Money money(Fraction amount, RoundingMode rounding) {
    BigDecimal exact =
        new BigDecimal(amount.over())
            .divide(new BigDecimal(amount.under()), currency.digits(), rounding);
    return Money.of(currency, exact);
  }
}
