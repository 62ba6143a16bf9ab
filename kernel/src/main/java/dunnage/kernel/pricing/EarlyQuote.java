package dunnage.kernel.pricing;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a discount for early payment comes to in one currency if every debtor asked accepts.
final class EarlyQuote {

  private final EarlyPayment offer;
  private final LocalDate asOf;

  EarlyQuote(EarlyPayment offer, LocalDate asOf) {
    this.offer = offer;
    this.asOf = asOf;
  }

  /// Asking for what would come by then anyway only gives money away.
  List<Verdict> judged(List<Verdict> verdicts) {
    return verdicts.stream().map(this::judged).toList();
  }

  private Verdict judged(Verdict verdict) {
    List<Ineligible> reasons = new ArrayList<>(verdict.reasons());
    if (verdict.days() <= offer.inDays()) {
      reasons.add(Ineligible.PAID_BEFORE);
    }
    if (paidEarly(verdict) <= 0) {
      reasons.add(Ineligible.DUE_BEFORE);
    }
    return new Verdict(
        verdict.receivable(), verdict.open(), reasons, verdict.days(), verdict.never());
  }

  private int paidEarly(Verdict verdict) {
    LocalDate payment = asOf.plusDays(offer.inDays());
    return (int) ChronoUnit.DAYS.between(payment, verdict.receivable().due());
  }

  CurrencyQuote quote(Currency currency, List<Verdict> verdicts) {
    Money zero = Money.zero(currency);
    Money face = zero;
    Money discount = zero;
    double weighted = 0;
    int taken = 0;
    for (Verdict verdict : verdicts) {
      if (verdict.open().currency().equals(currency) && verdict.eligible()) {
        taken++;
        face = face.plus(verdict.open());
        discount = discount.plus(offer.discount(verdict.open(), paidEarly(verdict)));
        weighted += (double) verdict.open().minor() * (verdict.days() - offer.inDays());
      }
    }
    Money cash = face.minus(discount);
    Double gained = taken == 0 ? null : weighted / face.minor();
    return new CurrencyQuote(
        currency,
        base(currency, verdicts, discount),
        taken,
        face,
        cash,
        new Charge(discount, zero, zero),
        cash,
        offer.inDays(),
        zero,
        gained,
        gained == null ? null : AnnualCost.of(discount, cash, gained),
        null,
        List.of());
  }

  private static Availability base(Currency currency, List<Verdict> verdicts, Money discount) {
    Money gross = Money.zero(currency);
    int receivables = 0;
    int out = 0;
    Map<Ineligible, Money> amounts = new EnumMap<>(Ineligible.class);
    Map<Ineligible, Integer> counts = new EnumMap<>(Ineligible.class);
    for (Verdict verdict : verdicts) {
      if (!verdict.open().currency().equals(currency)) {
        continue;
      }
      receivables++;
      gross = gross.plus(verdict.open());
      Ineligible reason = verdict.reason();
      if (reason != null) {
        out++;
        amounts.merge(reason, verdict.open(), Money::plus);
        counts.merge(reason, 1, Integer::sum);
      }
    }
    BaseSheet sheet = new BaseSheet(gross, receivables);
    amounts.forEach(
        (reason, amount) ->
            sheet.deduct(reason.code(), reason.words(), counts.getOrDefault(reason, 0), amount));
    sheet.subtotal("eligible", "asked to pay early", receivables - out);
    Money asked = sheet.running();
    sheet.deduct("discount", "discount for paying early", 0, discount);
    sheet.subtotal("available", "paid early if all accept", 0);
    return new Availability(sheet.lines, gross, asked, asked, sheet.running(), null);
  }
}
