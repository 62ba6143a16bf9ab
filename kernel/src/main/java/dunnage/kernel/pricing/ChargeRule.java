package dunnage.kernel.pricing;

import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What a financier takes for a pool whose receivables are paid on given days. Each component is
/// rounded once, half up.
final class ChargeRule {

  private static final BigDecimal TRANSFERS = BigDecimal.TWO;

  private final Charges charges;
  private final Pool pool;
  private final Money zero;

  ChargeRule(Charges charges, Pool pool) {
    this.charges = charges;
    this.pool = pool;
    this.zero = Money.zero(pool.base.available().currency());
  }

  /// @param days from now until a receivable is paid
  Charge charge(ToIntFunction<Verdict> days) {
    Money discount = rounded(discount(days));
    Money admin = pool.face().times(charges.adminRate(), RoundingMode.HALF_UP);
    boolean interest = charges.fee().per() instanceof Fee.Year;
    Money fees = interest ? admin : admin.plus(discount);
    Money minimum = charges.minimumFee();
    if (minimum != null && minimum.currency().equals(zero.currency())) {
      fees = fees.plus(zero.max(minimum.minus(admin.plus(discount))));
    }
    return new Charge(fees, interest ? discount : zero, costs());
  }

  /// Rate × Σ of what it is taken of × times due, in smallest units.
  private BigDecimal discount(ToIntFunction<Verdict> days) {
    Fee fee = charges.fee();
    BigDecimal sum = BigDecimal.ZERO;
    for (DebtorShare share : pool.shares) {
      sum =
          sum.add(
              switch (fee.on()) {
                case INVOICE -> share.byFace(v -> fee.times(days.applyAsInt(v)));
                case ADVANCE -> share.byCounted(v -> fee.times(days.applyAsInt(v)));
              });
    }
    BigDecimal part =
        switch (fee.on()) {
          case INVOICE -> BigDecimal.ONE;
          case ADVANCE -> advanced();
        };
    return sum.multiply(part).multiply(fee.rate());
  }

  /// Advance per unit counted.
  BigDecimal advanced() {
    if (pool.base.counted().isZero()) {
      return BigDecimal.ZERO;
    }
    return BigDecimal.valueOf(pool.base.available().minor())
        .divide(BigDecimal.valueOf(pool.base.counted().minor()), MathContext.DECIMAL128);
  }

  private Money costs() {
    return fixed(charges.perInvoice(), BigDecimal.valueOf(pool.taken()))
        .plus(fixed(charges.setup(), BigDecimal.ONE))
        .plus(fixed(charges.wire(), TRANSFERS));
  }

  private Money fixed(@Nullable Money each, BigDecimal times) {
    return each != null && each.currency().equals(zero.currency())
        ? each.times(times, RoundingMode.UNNECESSARY)
        : zero;
  }

  private Money rounded(BigDecimal units) {
    return new Money(zero.currency(), units.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }
}
