package dunnage.kernel.law;

import dunnage.kernel.law.DayRates.DayRate;
import dunnage.kernel.law.DayRates.Known;
import dunnage.kernel.law.DayRates.Unknown;
import dunnage.kernel.law.InterestStatement.Status;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Walks through a delay once, from rate to rate, payment to payment, rest to rest.
///
/// Interest runs from the first day after the due date through the day of payment or of the
/// statement. Every amount is exact; the total is rounded once, half up, to the currency's units.
final class InterestRun {

  private static final int DIGITS_SHOWN = 10;

  private final InterestRule rule;
  private final InterestClaim claim;
  private final LocalDate start;
  private final DayRates rates;
  private final Allocation order;
  private final OpenClaim open;
  private final List<InterestPayment> ahead;
  private final List<InterestSegment> segments = new ArrayList<>();
  private final List<MissingPeriod> missing = new ArrayList<>();
  private final List<AppliedPayment> applied = new ArrayList<>();
  private final Set<InterestRule> used = new LinkedHashSet<>();
  private Fraction total = Fraction.ZERO;
  private Money owedAtStart;
  private @Nullable LocalDate settledOn;

  InterestRun(
      InterestRule asked,
      List<InterestRule> family,
      Map<String, RateSeries> series,
      InterestClaim claim,
      BigDecimal multiplier) {
    LocalDate from = claim.from();
    this.claim = claim;
    start = from == null ? asked.startAfter(claim.due()) : from;
    rule = family.stream().filter(r -> r.validOn(start)).findFirst().orElse(asked);
    rates = new DayRates(family, series, start, claim.due(), multiplier, claim.atFault());
    Allocation chosen = claim.allocation();
    order = chosen == null ? rule.allocation() : chosen;
    open = new OpenClaim(claim.principal(), claim.costs(), order);
    owedAtStart = claim.principal();
    ahead =
        new ArrayList<>(
            claim.payments().stream().filter(p -> !p.date().isAfter(claim.asOf())).toList());
  }

  InterestStatement statement() {
    takePaymentsThrough(start.minusDays(1));
    owedAtStart = money(open.principal());
    boolean none = rule.entitlement() == Entitlement.NONE;
    if (none) {
      takePaymentsThrough(claim.asOf());
    } else {
      walk();
    }
    // surplus of payments after everything was paid
    takePaymentsThrough(claim.asOf());
    Status status = status(none);
    Money interest = status == Status.UNKNOWN ? null : money(total);
    return finished(status, interest);
  }

  /// The sum of all segments, unrounded.
  Fraction exactInterest() {
    return total;
  }

  private void walk() {
    LocalDate day = start;
    while (!day.isAfter(claim.asOf()) && settledOn == null) {
      DayRate rate = rates.on(day);
      LocalDate end = end(day, rate);
      switch (rate) {
        case Known known -> accrue(known, day, end);
        case Unknown unknown -> miss(unknown, day, end);
      }
      takePaymentsThrough(end);
      Compounding.Period period = rule.compounding().around(day, start);
      if (period != null && period.to().equals(end) && end.isBefore(claim.asOf())) {
        open.capitalise();
      }
      day = end.plusDays(1);
    }
  }

  /// The last day from `day` on which nothing changes.
  private LocalDate end(LocalDate day, DayRate rate) {
    LocalDate end = earlier(claim.asOf(), rate.lastDay());
    if (!ahead.isEmpty()) {
      end = earlier(end, ahead.getFirst().date());
    }
    LocalDate year = rule.dayCount().lastDay(day);
    end = year == null ? end : earlier(end, year);
    Compounding.Period period = rule.compounding().around(day, start);
    return period == null ? end : earlier(end, period.to());
  }

  private void accrue(Known rate, LocalDate from, LocalDate to) {
    if (open.principal().signum() == 0) {
      return;
    }
    used.add(rate.rule());
    boolean whole = inWholeMonth(from);
    Fraction part = whole ? monthPart(from, to) : rule.dayCount().yearPart(from, to);
    Fraction percent = Fraction.of(rate.percent()).times(Fraction.of(1, 100));
    Fraction amount = open.principal().times(percent).times(part);
    Confidence sure = rate.rule().confidence();
    RatePoint base = rate.base();
    segments.add(
        new InterestSegment(
            from,
            to,
            days(from, to),
            rate.rule().id(),
            open.principal().rounded(DIGITS_SHOWN),
            base,
            rate.percent(),
            whole,
            amount.rounded(DIGITS_SHOWN),
            base == null ? sure : sure.and(base.confidence())));
    open.accrue(amount);
    total = total.plus(amount);
  }

  /// A monthly rest counts a twelfth of a year for a whole month that ends by the statement, and
  /// actual days for the broken one at the end.
  private boolean inWholeMonth(LocalDate day) {
    Compounding.Period period = rule.compounding().around(day, start);
    return rule.compounding() == Compounding.MONTHLY
        && period != null
        && !period.to().isAfter(claim.asOf());
  }

  private Fraction monthPart(LocalDate from, LocalDate to) {
    Compounding.Period month = rule.compounding().around(from, start);
    int of = month == null ? 1 : days(month.from(), month.to());
    return Fraction.of(days(from, to), 12L * of);
  }

  private void miss(Unknown unknown, LocalDate from, LocalDate to) {
    if (!missing.isEmpty()) {
      MissingPeriod last = missing.getLast();
      boolean same = last.to().plusDays(1).equals(from);
      String series = unknown.what().split("[ :]", 2)[0];
      if (same && last.what().startsWith(series)) {
        String what =
            last.what().equals(unknown.what())
                ? last.what()
                : last.what().replaceAll(" and following.*", "")
                    + " and following, to "
                    + unknown.what().substring(unknown.what().lastIndexOf(' ') + 1);
        missing.set(missing.size() - 1, new MissingPeriod(last.from(), to, what));
        return;
      }
    }
    missing.add(new MissingPeriod(from, to, unknown.what()));
  }

  private void takePaymentsThrough(LocalDate day) {
    while (!ahead.isEmpty() && !ahead.getFirst().date().isAfter(day)) {
      InterestPayment payment = ahead.removeFirst();
      applied.add(open.pay(payment));
      if (settledOn == null && open.settled()) {
        settledOn = payment.date();
      }
    }
  }

  private Status status(boolean none) {
    if (none) {
      return Status.NONE;
    }
    if (rule.entitlement() == Entitlement.GAP) {
      return Status.UNKNOWN;
    }
    if (!missing.isEmpty()) {
      return segments.isEmpty() ? Status.UNKNOWN : Status.PARTIAL;
    }
    return rule.entitlement().estimate() ? Status.ESTIMATE : Status.COMPUTED;
  }

  private InterestStatement finished(Status status, @Nullable Money interest) {
    Money zero = Money.zero(claim.principal().currency());
    Money surplus = zero;
    Money paid = zero;
    for (AppliedPayment one : applied) {
      surplus = surplus.plus(one.surplus());
      paid = paid.plus(one.payment().amount().minus(one.surplus()));
    }
    Money due = claim.principal().plus(claim.costs()).plus(interest == null ? zero : interest);
    Money left = settledOn == null ? due.minus(paid) : zero;
    Money openCosts = open.openCosts();
    Money openInterest = money(open.interest()).min(left.minus(openCosts));
    return new InterestStatement(
        rule,
        List.copyOf(used),
        claim,
        start,
        status,
        interest,
        total.rounded(DIGITS_SHOWN),
        compensation(),
        order,
        List.copyOf(segments),
        List.copyOf(missing),
        List.copyOf(applied),
        claim.payments().stream().filter(p -> p.date().isAfter(claim.asOf())).toList(),
        openCosts,
        openInterest,
        left.minus(openCosts).minus(openInterest),
        surplus,
        settledOn);
  }

  private FixedCompensation compensation() {
    FixedSum sum = rule.fixedSum();
    Money zero = Money.zero(claim.principal().currency());
    if (sum == null) {
      return new FixedCompensation(zero, false, "This rule gives no fixed sum.");
    }
    if (!rule.validOn(start)) {
      return new FixedCompensation(zero, false, "The rule was not in force when the delay began.");
    }
    if (claim.asOf().isBefore(start) || owedAtStart.isZero()) {
      return new FixedCompensation(zero, false, "Nothing was late.");
    }
    return sum.on(owedAtStart, rule.row().text("comp_note"));
  }

  private Money money(Fraction amount) {
    int digits = claim.principal().currency().digits();
    return Money.of(claim.principal().currency(), amount.rounded(digits));
  }

  private static int days(LocalDate from, LocalDate to) {
    return (int) ChronoUnit.DAYS.between(from, to) + 1;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
