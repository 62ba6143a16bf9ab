package dunnage.kernel.pricing;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One currency of a book under one financier's rules, from gross to available.
final class Pool {

  private static final BigDecimal ALL = BigDecimal.ONE;

  private final Currency currency;
  private final Money zero;
  final List<DebtorShare> shares = new ArrayList<>();

  /// Verdicts that were eligible but whose account is set off as a whole.
  final Set<Verdict> setOff = Collections.newSetFromMap(new IdentityHashMap<>());

  final Availability base;

  Pool(
      Currency currency,
      List<DebtorSide> debtors,
      PoolRules rules,
      BigDecimal advanceRate,
      @Nullable BigDecimal measuredDilution) {
    this.currency = currency;
    this.zero = Money.zero(currency);
    BaseSheet sheet = receivables(debtors);
    Money gross = sheet.lines.getFirst().amount();
    accounts(sheet, debtors, rules);
    Money eligible = sheet.running();
    concentration(sheet, rules);
    Money counted = sheet.running();
    BigDecimal dilution = rules.dilution() == null ? measuredDilution : rules.dilution();
    advance(sheet, counted, advanceRate, rules, dilution);
    base =
        new Availability(
            sheet.lines,
            gross,
            eligible,
            counted,
            sheet.running(),
            dilution == null ? null : dilution.doubleValue());
  }

  int taken() {
    return shares.stream().mapToInt(s -> s.taken.size()).sum();
  }

  Money face() {
    return shares.stream().map(s -> s.face).reduce(zero, Money::plus);
  }

  /// Whole receivables that are out, by the first reason of each.
  private BaseSheet receivables(List<DebtorSide> debtors) {
    Money gross = zero;
    int receivables = 0;
    Map<Ineligible, Money> amounts = new EnumMap<>(Ineligible.class);
    Map<Ineligible, Integer> counts = new EnumMap<>(Ineligible.class);
    for (DebtorSide side : debtors) {
      List<Verdict> taken = new ArrayList<>();
      for (Verdict verdict : side.in(currency)) {
        receivables++;
        gross = gross.plus(verdict.open());
        Ineligible reason = verdict.reason();
        if (reason == null) {
          taken.add(verdict);
        } else {
          amounts.merge(reason, verdict.open(), Money::plus);
          counts.merge(reason, 1, Integer::sum);
        }
      }
      shares.add(new DebtorShare(currency, taken));
    }
    BaseSheet sheet = new BaseSheet(gross, receivables);
    amounts.forEach(
        (reason, amount) ->
            sheet.deduct(reason.code(), reason.words(), counts.getOrDefault(reason, 0), amount));
    return sheet;
  }

  /// What lowers a debtor's account as a whole: amounts in dispute, credits, contra.
  private void accounts(BaseSheet sheet, List<DebtorSide> debtors, PoolRules rules) {
    Money disputed = zero;
    Money credits = zero;
    Money contra = zero;
    for (int i = 0; i < debtors.size(); i++) {
      DebtorSide side = debtors.get(i);
      DebtorShare share = shares.get(i);
      disputed = disputed.plus(share.take(side.disputed().in(currency)));
      credits = credits.plus(share.take(credit(side, rules)));
      contra = contra.plus(share.take(rules.contra(side.debtor(), currency)));
      if (share.counted.isZero() && !share.taken.isEmpty()) {
        setOff.addAll(share.taken);
      }
    }
    shares.removeIf(s -> s.counted.isZero());
    sheet.deduct("disputed_amounts", "amounts in dispute that name no receivable", 0, disputed);
    sheet.deduct("credits", "credits held by the debtors, old ones too", 0, credits);
    sheet.deduct("contra", "contra: what you owe the same debtors", 0, contra);
    sheet.subtotal("eligible", "eligible", taken());
  }

  private Money credit(DebtorSide side, PoolRules rules) {
    Money credit = side.credits().in(currency);
    if (!rules.creditsNetted()) {
      return credit;
    }
    Money out =
        side.in(currency).stream()
            .filter(v -> !v.eligible())
            .map(Verdict::open)
            .reduce(zero, Money::plus);
    return zero.max(credit.minus(out));
  }

  private void concentration(BaseSheet sheet, PoolRules rules) {
    BigDecimal share = rules.concentrationShare();
    if (share == null) {
      return;
    }
    List<Long> amounts = shares.stream().map(s -> s.counted.minor()).toList();
    Money cap = new Money(currency, Concentration.cap(amounts, share, rules.ofCappedPool()));
    Money excess = zero;
    for (DebtorShare debtor : shares) {
      excess = excess.plus(debtor.take(zero.max(debtor.counted.minus(cap))));
    }
    String words =
        "above "
            + percent(share)
            + " of the pool "
            + (rules.ofCappedPool() ? "after" : "before")
            + " the cap, a debtor";
    sheet.deduct("concentration", words, 0, excess);
    sheet.subtotal("counted", "counted", 0);
  }

  /// Advances are rounded down and deductions up: the financier never advances a cent too much.
  private static void advance(
      BaseSheet sheet,
      Money counted,
      BigDecimal rate,
      PoolRules rules,
      @Nullable BigDecimal dilution) {
    String words = "not advanced: advance rate " + percent(rate);
    sheet.deduct("advance_rate", words, 0, up(counted, ALL.subtract(rate)));
    BigDecimal share = rules.reserveShare();
    if (share != null) {
      sheet.deduct("reserve", "reserve of " + percent(share), 0, up(counted, share));
    }
    Money amount = rules.reserveAmount();
    if (amount != null && amount.currency().equals(counted.currency())) {
      sheet.deduct("reserve", "reserve of a fixed amount", 0, amount);
    }
    if (dilution != null && dilution.compareTo(rules.dilutionTolerance()) > 0) {
      BigDecimal excess = dilution.subtract(rules.dilutionTolerance());
      String above =
          "dilution " + percent(dilution) + ", tolerated " + percent(rules.dilutionTolerance());
      sheet.deduct("dilution", above, 0, up(counted, excess));
    }
    Money limit = rules.limit();
    if (limit != null && limit.currency().equals(counted.currency())) {
      Money over = Money.zero(counted.currency()).max(sheet.running().minus(limit));
      sheet.deduct("limit", "above the facility's limit", 0, over);
    }
    sheet.subtotal("available", "available", 0);
  }

  private static Money up(Money amount, BigDecimal share) {
    return amount.times(share, RoundingMode.CEILING);
  }

  /// `85 %`, `2.75 %`, at most two decimals.
  static String percent(BigDecimal share) {
    BigDecimal hundredfold = share.movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    return hundredfold.signum() == 0
        ? "0 %"
        : hundredfold.stripTrailingZeros().toPlainString() + " %";
  }
}
