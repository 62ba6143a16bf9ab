package dunnage.kernel.pricing;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.waterfall.Distribution;
import dunnage.kernel.waterfall.RankedClaim;
import dunnage.kernel.waterfall.Waterfall;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What a financier's offer comes to in one currency, and what becomes of it when the debtors do
/// not do as expected.
final class FinancingQuote {

  private static final int LATER_DAYS = 30;
  private static final BigDecimal SHORT = new BigDecimal("0.9");

  /// Names of the claims by rank; the advance comes after them.
  private static final List<String> BEFORE_ADVANCE = List.of("costs", "fees", "interest");

  private final Financing offer;
  private final LocalDate asOf;
  private final Pool pool;
  private final boolean fromExperience;
  private final ChargeRule rule;
  private final Money zero;
  private final Money advance;
  private final Charge expected;
  private final Money paidUpFront;
  private final Money cash;

  FinancingQuote(Financing offer, LocalDate asOf, Pool pool, boolean fromExperience) {
    this.fromExperience = fromExperience;
    this.offer = offer;
    this.asOf = asOf;
    this.pool = pool;
    this.rule = new ChargeRule(offer.charges(), pool);
    this.advance = pool.base.available();
    this.zero = Money.zero(advance.currency());
    this.expected = rule.charge(Verdict::days);
    this.paidUpFront = offer.charges().upFront() ? expected.total() : zero;
    this.cash = advance.minus(paidUpFront);
  }

  CurrencyQuote quote() {
    Currency currency = zero.currency();
    if (advance.isZero()) {
      Charge none = new Charge(zero, zero, zero);
      return new CurrencyQuote(
          currency, pool.base, 0, zero, zero, none, zero, 0, zero, null, null, null, List.of());
    }
    List<Scenario> scenarios = scenarios();
    Money later = scenarios.getFirst().seller().minus(cash);
    return new CurrencyQuote(
        currency,
        pool.base,
        pool.taken(),
        pool.face(),
        advance,
        expected,
        cash,
        0,
        later,
        days(Verdict::days),
        cost(expected, Verdict::days),
        offer.recourse() || !fromExperience ? null : lossTransferred(),
        scenarios);
  }

  private List<Scenario> scenarios() {
    Money face = pool.face();
    List<Scenario> all = new ArrayList<>();
    ToIntFunction<Verdict> later = v -> v.days() + LATER_DAYS;
    all.add(scenario(Scenario.Kind.IN_FULL, face, Verdict::days));
    all.add(scenario(Scenario.Kind.LATE_30, face, later));
    all.add(
        scenario(Scenario.Kind.SHORT_10, face.times(SHORT, RoundingMode.HALF_UP), Verdict::days));
    all.add(
        scenario(Scenario.Kind.NEVER, zero, offer.recourse() ? this::buyBackDays : Verdict::days));
    return all;
  }

  /// What was kept back up front is paid already and not given back; what grows beyond it is still
  /// claimed.
  private Scenario scenario(Scenario.Kind kind, Money received, ToIntFunction<Verdict> days) {
    Charge due = rule.charge(days);
    boolean enough = due.total().minor() <= paidUpFront.minor();
    Charge charge = enough && offer.charges().upFront() ? expected : due;
    List<RankedClaim> claims = claims(charge);
    Distribution split = Waterfall.distribute(received, claims);
    boolean bears = kind == Scenario.Kind.NEVER && !offer.recourse();
    Money paysBack = bears ? zero : split.shortfall();
    boolean inFull = received.equals(pool.face());
    return new Scenario(
        kind,
        received,
        charge,
        split,
        paysBack,
        bears ? split.shortfall() : zero,
        cash.plus(split.rest()).minus(paysBack),
        inFull ? cost(charge, days) : null);
  }

  private List<RankedClaim> claims(Charge charge) {
    List<RankedClaim> claims = new ArrayList<>();
    Money paid = paidUpFront;
    List<Money> due = List.of(charge.costs(), charge.fees(), charge.interest());
    for (int i = 0; i < due.size(); i++) {
      Money covered = paid.min(due.get(i));
      paid = paid.minus(covered);
      claims.add(new RankedClaim(i + 1, BEFORE_ADVANCE.get(i), due.get(i).minus(covered)));
    }
    claims.add(new RankedClaim(due.size() + 1, "advance", advance));
    return claims;
  }

  private int buyBackDays(Verdict verdict) {
    LocalDate day = verdict.receivable().due().plusDays(offer.recourseDays());
    return (int) Math.max(1, ChronoUnit.DAYS.between(asOf, day));
  }

  private @Nullable AnnualCost cost(Charge charge, ToIntFunction<Verdict> days) {
    return AnnualCost.of(charge.total(), cash, days(days));
  }

  /// Mean days, weighted by what is counted.
  private double days(ToIntFunction<Verdict> days) {
    BigDecimal sum = BigDecimal.ZERO;
    for (DebtorShare share : pool.shares) {
      sum = sum.add(share.byCounted(v -> BigDecimal.valueOf(days.applyAsInt(v))));
    }
    return sum.doubleValue() / pool.base.counted().minor();
  }

  /// Σ advance on a receivable × its chance of never being paid.
  private Money lossTransferred() {
    BigDecimal sum = BigDecimal.ZERO;
    for (DebtorShare share : pool.shares) {
      sum = sum.add(share.byCounted(v -> BigDecimal.valueOf(v.never())));
    }
    BigDecimal units = sum.multiply(rule.advanced()).setScale(0, RoundingMode.HALF_UP);
    return new Money(zero.currency(), units.longValueExact());
  }
}
