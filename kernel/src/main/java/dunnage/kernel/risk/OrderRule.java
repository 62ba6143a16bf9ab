package dunnage.kernel.risk;

import dunnage.kernel.money.Money;
import dunnage.kernel.risk.OrderDecision.Hold;
import dunnage.kernel.risk.OrderDecision.Refer;
import dunnage.kernel.risk.OrderDecision.Ship;
import dunnage.kernel.risk.OrderDecision.ShipOnTerms;
import dunnage.kernel.risk.OrderDecision.Why;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hold, ask or ship: the decision from the numbers, and which terms would turn it to ship. Pure.
/// The rules and worked examples stand in `docs/methodology/limit-and-terms.md`.
public final class OrderRule {

  /// A deposit of more than this share of the order is no deposit any more but a no, percent.
  static final int MOST_DEPOSIT_PERCENT = 50;

  private final OrderCase known;
  private final Money amount;
  private final OrderTerms asked;
  private final List<Why> whys = new ArrayList<>();

  /// Terms as much harder as it takes; null where no terms count.
  private @Nullable OrderTerms instead;

  private OrderRule(OrderCase known, Money amount, OrderTerms asked) {
    this.known = known;
    this.amount = amount;
    this.asked = asked;
  }

  /// @param amount of the order, in the currency of the case
  /// @param asked the terms it is to be shipped on
  public static OrderDecision decide(OrderCase known, Money amount, OrderTerms asked) {
    OrderRule rule = new OrderRule(known, amount, asked);
    OrderDecision decision = rule.decision();
    return decision instanceof Hold hold && rule.instead != null
        ? new Hold(hold.reasons(), rule.turned(rule.instead))
        : decision;
  }

  /// What the debtor would owe at most with the order.
  public static Money after(OrderCase known, Money amount, OrderTerms asked) {
    return known.exposure().plus(asked.trusted(amount));
  }

  /// Share of a limit, percent; null for a limit of nothing.
  public static @Nullable Double percent(Money exposure, Money limit) {
    return limit.signum() <= 0 ? null : 100.0 * Math.max(0, exposure.minor()) / limit.minor();
  }

  private OrderDecision decision() {
    if (known.insolvent()) {
      why("insolvent", "insolvency proceedings are opened");
      return new Hold(List.copyOf(whys), null);
    }
    if (known.blocked()) {
      why("blocked", "a person set the limit to nothing");
      return new Hold(List.copyOf(whys), null);
    }
    if (paidBefore()) {
      why("paid_before_shipment", "nothing is left unpaid when the goods leave");
      return new Ship(List.copyOf(whys));
    }
    return missing() ? new Refer(List.copyOf(whys), prepaid()) : judged();
  }

  /// Whether it is paid in full before shipment, and with a deposit that earns the name. Without a
  /// rate nobody knows how much that is.
  private boolean paidBefore() {
    boolean priced = known.missingRate() == null;
    boolean deposited = asked.deposit().minor() >= share(OrderTerms.DEPOSIT_PERCENT).minor();
    return switch (asked.kind()) {
      case PREPAYMENT -> true;
      case DEPOSIT_AND_BALANCE -> priced && deposited && known.advised() != TermsAdvice.PREPAYMENT;
      case OPEN_ACCOUNT, SHORTER_TERMS -> priced && asked.trusted(amount).isZero();
    };
  }

  private boolean missing() {
    if (known.missingRate() != null) {
      why("rate_missing", "no exchange rate of the last days is known for " + known.missingRate());
    }
    if (known.limit() == null) {
      why("limit_missing", "no limit is known: nothing was sold to them yet");
    } else if (known.grade() == Grade.NONE && !known.byPerson()) {
      why("grade_missing", "there are too few payments to judge by");
    }
    return !whys.isEmpty();
  }

  private OrderDecision judged() {
    Money limit = java.util.Objects.requireNonNull(known.limit());
    Money after = after(known, amount, asked);
    boolean over = after.minor() > limit.minor();
    if (over) {
      Double percent = percent(after, limit);
      why(
          "over_limit",
          percent == null
              ? "the limit is nothing"
              : "this order takes exposure to " + Phrase.percent(percent) + " of the limit");
    }
    Degree degree = known.degree();
    boolean late = degree.compareTo(Degree.MODERATE) >= 0;
    if (late) {
      overdue();
    }
    OrderTerms harder = terms(over ? after.minus(limit) : Money.zero(amount.currency()), late);
    instead = harder;
    if (stopped(degree) || over && (late || !bearable(harder))) {
      return new Hold(List.copyOf(whys), null);
    }
    if (!over && harder.equals(asked)) {
      Double percent = percent(after, limit);
      whys.addFirst(
          new Why(
              "within_limit",
              percent == null
                  ? "nothing is owed"
                  : "exposure is " + Phrase.percent(percent) + " of the limit with this order"));
      if (degree == Degree.LIGHT) {
        overdue();
      }
      return new Ship(List.copyOf(whys));
    }
    return new ShipOnTerms(List.copyOf(whys), harder);
  }

  private void overdue() {
    why("overdue", Phrase.money(known.overdue()) + " is " + Phrase.days(known.oldestDaysLate()));
  }

  private boolean bearable(OrderTerms terms) {
    return terms.deposit().minor() <= share(MOST_DEPOSIT_PERCENT).minor();
  }

  /// Arrears, the next step or the grade leave no open account.
  private boolean stopped(Degree degree) {
    NextStep.Action step = known.step();
    boolean held = step != null && step.compareTo(NextStep.Action.HOLD) <= 0;
    if (held) {
      why("desk_holds", "the desk advises to hold new orders");
    }
    boolean prepay = known.advised() == TermsAdvice.PREPAYMENT;
    if (prepay) {
      why("prepayment_advised", "experience supports payment in advance only");
    }
    return held || prepay || degree.compareTo(Degree.SERIOUS) >= 0;
  }

  /// The asked terms, as much harder as it takes. Whoever gives a limit to someone without a grade
  /// has decided to trust them.
  private OrderTerms terms(Money excess, boolean late) {
    Money deposit = asked.deposit().plus(roundedUp(excess)).min(amount);
    boolean trusted = known.byPerson() && known.grade() == Grade.NONE;
    boolean advised = known.advised() == TermsAdvice.DEPOSIT_AND_BALANCE && !trusted;
    if (advised || asked.kind() == TermsAdvice.DEPOSIT_AND_BALANCE) {
      why(
          advised ? "deposit_advised" : "deposit_low",
          advised
              ? "experience supports deposit and balance"
              : "the deposit is less than " + OrderTerms.DEPOSIT_PERCENT + " %");
      Money least = share(OrderTerms.DEPOSIT_PERCENT).max(asked.deposit());
      return new OrderTerms(TermsAdvice.DEPOSIT_AND_BALANCE, asked.days(), least);
    }
    boolean shorter = known.advised() == TermsAdvice.SHORTER_TERMS || late;
    if (known.advised() == TermsAdvice.SHORTER_TERMS && asked.longer()) {
      why("shorter_advised", "experience supports shorter terms");
    }
    if (!known.worse().isEmpty()) {
      why("worse", known.worse());
    }
    return shorter && asked.longer()
        ? new OrderTerms(TermsAdvice.SHORTER_TERMS, OrderTerms.SHORT_DAYS, deposit)
        : new OrderTerms(asked.kind(), asked.days(), deposit);
  }

  /// The mildest terms on which the answer would be to ship; the rule itself is asked.
  private @Nullable OrderTerms turned(OrderTerms harder) {
    Money deposit = share(OrderTerms.DEPOSIT_PERCENT).max(asked.deposit()).min(amount);
    OrderTerms half = new OrderTerms(TermsAdvice.DEPOSIT_AND_BALANCE, asked.days(), deposit);
    for (OrderTerms terms : List.of(harder, half, prepaid())) {
      boolean ships = new OrderRule(known, amount, terms).decision() instanceof Ship;
      if (ships && (terms != harder || bearable(harder))) {
        return terms;
      }
    }
    return null;
  }

  private OrderTerms prepaid() {
    return new OrderTerms(TermsAdvice.PREPAYMENT, OrderTerms.USUAL, amount);
  }

  private Money share(int percent) {
    return amount.times(BigDecimal.valueOf(percent).movePointLeft(2), RoundingMode.UP);
  }

  /// To the next whole unit of the currency, so that nobody is asked for EUR 3,104.17; never less.
  private static Money roundedUp(Money money) {
    return Money.rounded(
        money.currency(), money.toBigDecimal().setScale(0, RoundingMode.UP), RoundingMode.UP);
  }

  private void why(String code, String words) {
    whys.add(new Why(code, words));
  }
}
