package dunnage.app.risk;

import dunnage.app.debtors.Debtors;
import dunnage.app.evidence.EvidenceLog;
import dunnage.app.platform.Caller;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import dunnage.app.risk.Numbers.Owed;
import dunnage.app.risk.Numbers.Standing;
import dunnage.app.risk.OrderAnswer.Figures;
import dunnage.app.risk.OrderAnswer.Rate;
import dunnage.app.risk.OrderAnswer.Reserved;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRates;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.Grade;
import dunnage.kernel.risk.OrderCase;
import dunnage.kernel.risk.OrderDecision;
import dunnage.kernel.risk.OrderRule;
import dunnage.kernel.risk.OrderTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether an order may be shipped: read, decided, kept. Two who reserve for one debtor come one
/// after the other; two who only ask do not wait.
@Component
class OrderChecks {

  private final Debtors debtors;
  private final NumbersReader numbers;
  private final ReservationTable reservations;
  private final OrderCheckTable checks;
  private final EvidenceLog log;
  private final Today today;
  private final Uuid7 ids;

  OrderChecks(
      Debtors debtors,
      NumbersReader numbers,
      ReservationTable reservations,
      OrderCheckTable checks,
      EvidenceLog log,
      Today today,
      Uuid7 ids) {
    this.debtors = debtors;
    this.numbers = numbers;
    this.reservations = reservations;
    this.checks = checks;
    this.log = log;
    this.today = today;
    this.ids = ids;
  }

  OrderAnswer check(UUID wanted, OrderWanted.Read order) {
    UUID debtor = debtors.require(wanted);
    if (order.reserve()) {
      reservations.lock(debtor);
    }
    Numbers known = numbers.read(debtor, order.date());
    InOneCurrency sums = sums(known, order.amount(), order.date());
    Money amount = sums.converted(order.amount());
    Money deposit = sums.converted(order.terms().deposit());
    OrderTerms terms =
        new OrderTerms(order.terms().kind(), order.terms().days(), deposit.min(amount));
    OrderCase situation = situation(known, sums, order.date());
    OrderDecision decision = OrderRule.decide(situation, amount, terms);
    OrderAnswer answer =
        new OrderAnswer(
            "",
            TypeId.of("deb", debtor),
            order.order(),
            order.date(),
            order.amount(),
            decision.code(),
            decision.light(),
            decision.sentence(),
            decision.reasons(),
            figures(known, sums, situation, amount, terms),
            OrderAnswer.Terms.of(decision.wouldShip()),
            null);
    return kept(debtor, order, answer, held(decision, amount, terms));
  }

  private InOneCurrency sums(Numbers known, Money amount, LocalDate day) {
    Money limit = known.standing().limit();
    Currency currency = limit == null ? amount.currency() : limit.currency();
    Set<Currency> all = new TreeSet<>(List.of(currency, amount.currency()));
    known.owed().stream().filter(o -> !o.nothing()).map(Owed::currency).forEach(all::add);
    FxRates rates = all.size() == 1 ? new FxRates() : numbers.rates(all, day);
    InOneCurrency sums = new InOneCurrency(currency, rates, day);
    known.owed().forEach(sums::add);
    return sums;
  }

  private static OrderCase situation(Numbers known, InOneCurrency sums, LocalDate day) {
    Standing standing = known.standing();
    return new OrderCase(
        standing.limit(),
        standing.byPerson(),
        sums.exposure(),
        sums.open,
        sums.overdue,
        known.oldestDaysLate(day),
        standing.grade(),
        standing.terms(),
        standing.step(),
        standing.worse(),
        sums.missing());
  }

  private static Figures figures(
      Numbers known, InOneCurrency sums, OrderCase situation, Money amount, OrderTerms terms) {
    Money limit = situation.limit();
    Money after = OrderRule.after(situation, amount, terms);
    Double percent = limit == null ? null : OrderRule.percent(after, limit);
    return new Figures(
        limit,
        limit == null ? null : situation.byPerson() ? "person" : "experience",
        amount,
        terms.deposit(),
        situation.exposure(),
        sums.open,
        sums.uninvoiced,
        sums.reserved,
        sums.unallocated,
        after,
        percent == null ? null : BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_UP),
        sums.overdue,
        situation.oldestDaysLate(),
        situation.grade() == Grade.NONE ? null : situation.grade().name(),
        known.standing().trend(),
        sums.used().stream()
            .map(r -> new Rate(r.from().code(), r.to().code(), r.rate(), r.date(), r.source()))
            .toList());
  }

  /// What is to be kept for the order: what would stay unpaid. Null for a no.
  private static @Nullable Money held(OrderDecision decision, Money amount, OrderTerms asked) {
    return switch (decision) {
      case OrderDecision.Ship ship -> asked.trusted(amount);
      case OrderDecision.ShipOnTerms terms -> terms.wouldShip().trusted(amount);
      case OrderDecision.Hold hold -> null;
      case OrderDecision.Refer refer -> null;
    };
  }

  private OrderAnswer kept(
      UUID debtor, OrderWanted.Read order, OrderAnswer answer, @Nullable Money held) {
    boolean reserves = order.reserve() && held != null && held.signum() > 0;
    UUID reservation = ids.next();
    OffsetDateTime now = today.now();
    OffsetDateTime expires = now.plusMinutes(order.minutes());
    Reserved reserved =
        reserves && held != null
            ? new Reserved(TypeId.of("res", reservation), held, expires.toInstant())
            : null;
    OrderAnswer said = answer.with("", reserved);
    UUID check = log.append("order.checked", said.debtor(), body(said));
    OrderAnswer whole = said.with(TypeId.of("chk", check), reserved);
    checks.keep(check, debtor, whole, Caller.current().actor(), now);
    if (reserved != null) {
      reservations.hold(
          new ReservationTable.Row(
              reservation, check, debtor, order.order(), reserved.amount(), "held", now, expires));
    }
    return whole;
  }

  private static Map<String, ?> body(OrderAnswer answer) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("order", answer.order());
    body.put("date", answer.date());
    body.put("amount", answer.amount());
    body.put("decision", answer.decision());
    body.put("sentence", answer.sentence());
    body.put("reasons", answer.reasons());
    body.put("numbers", answer.numbers());
    body.put("what_would_ship", answer.whatWouldShip());
    body.put("reservation", answer.reservation());
    return body;
  }
}
