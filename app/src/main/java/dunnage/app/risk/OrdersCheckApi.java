package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.Debtors;
import dunnage.app.evidence.EvidenceLog;
import dunnage.app.ledger.Input;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.risk.OrderCheckTable.Invoiced;
import dunnage.app.risk.OrderCheckTable.Overruling;
import dunnage.app.risk.OrderCheckTable.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Hold, ask or ship?
@RestController
class OrdersCheckApi {

  private static final Set<String> DECISIONS = Set.of("ship", "ship_on_terms", "hold");

  record NewOverride(@Nullable String decision, @Nullable String reason) {}

  record OverrideView(String id, String decision, String reason, String by, Instant at) {}

  /// What became of the order.
  ///
  /// @param state `unknown` (the check names no order), `not_invoiced`, `open`, `overdue`,
  ///   `paid_on_time`, `paid_late` or `lost`
  /// @param daysLate of the last payment, or of today while it is overdue; null where nothing is
  ///   due
  record Outcome(String state, String words, @Nullable Long daysLate) {}

  /// A check as it was answered, and what came after it.
  ///
  /// @param overrides the last counts
  record CheckView(
      String id,
      String by,
      Instant at,
      JsonNode answer,
      List<OverrideView> overrides,
      Outcome outcome) {}

  private final Access access;
  private final Debtors debtors;
  private final OrderChecks orders;
  private final OrderCheckTable checks;
  private final EvidenceLog log;
  private final Today today;

  OrdersCheckApi(
      Access access,
      Debtors debtors,
      OrderChecks orders,
      OrderCheckTable checks,
      EvidenceLog log,
      Today today) {
    this.access = access;
    this.debtors = debtors;
    this.orders = orders;
    this.checks = checks;
    this.log = log;
    this.today = today;
  }

  @PostMapping("/api/v1/orders/check")
  OrderAnswer check(@RequestBody OrderWanted wanted) {
    access.require(Permission.CHECK_ORDERS);
    OrderWanted.Read order = wanted.read(today.day());
    if (wanted.debtor() == null || wanted.debtor().isBlank()) {
      throw Problem.invalid("/debtor", "is missing", "Give an id like deb_….");
    }
    return orders.check(TypeId.parse("deb", wanted.debtor()), order);
  }

  @GetMapping("/api/v1/orders/checks/{id}")
  CheckView one(@PathVariable("id") String id) {
    access.require(Permission.READ);
    return view(found(id));
  }

  @PostMapping("/api/v1/orders/checks/{id}/override")
  ResponseEntity<CheckView> override(
      @PathVariable("id") String id, @RequestBody NewOverride wanted) {
    String actor = access.require(Permission.OVERRIDE).actor();
    Row row = found(id);
    Input input = new Input();
    String reason = input.required("/reason", wanted.reason(), Input.WORDS);
    String decision = wanted.decision() == null ? "" : wanted.decision();
    if (!DECISIONS.contains(decision)) {
      input.wrong("/decision", "is " + decision, "Give ship, ship_on_terms or hold.");
    }
    input.done();
    Map<String, String> body =
        Map.of(
            "check",
            TypeId.of("chk", row.id()),
            "advised",
            row.decision(),
            "decision",
            decision,
            "reason",
            reason);
    UUID entry = log.append("order.overridden", TypeId.of("deb", row.debtor()), body);
    checks.override(row.id(), new Overruling(entry, decision, reason, actor, today.now()));
    return ResponseEntity.status(HttpStatus.CREATED).body(view(row));
  }

  private Row found(String id) {
    Row row = checks.find(TypeId.parse("chk", id)).orElseThrow(() -> Problem.notFound("check"));
    UUID ignored = debtors.require(row.debtor());
    return row;
  }

  /// What was asked last, the latest first.
  List<CheckView> lately(int most) {
    return checks.lately(access.onlyDebtorsOf().orElse(null), most).stream()
        .map(this::view)
        .toList();
  }

  private CheckView view(Row row) {
    return new CheckView(
        TypeId.of("chk", row.id()),
        row.actor(),
        row.at().toInstant(),
        row.answer(),
        checks.overrides(row.id()).stream()
            .map(
                o ->
                    new OverrideView(
                        TypeId.of("evt", o.id()),
                        o.decision(),
                        o.reason(),
                        o.actor(),
                        o.at().toInstant()))
            .toList(),
        row.order().isEmpty()
            ? new Outcome("unknown", "The check names no order, so nobody knows its invoice.", null)
            : outcome(
                checks.invoiced(debtors.require(row.debtor()), row.order()).orElse(null),
                today.day()));
  }

  static Outcome outcome(@Nullable Invoiced order, LocalDate today) {
    if (order == null) {
      return new Outcome("not_invoiced", "Nothing is invoiced under this order's number.", null);
    }
    LocalDate until = order.open().isZero() ? order.paidOn() : today;
    Long late = until == null ? null : ChronoUnit.DAYS.between(order.due(), until);
    if (order.writtenOff()) {
      return new Outcome("lost", "Part of it was written off.", late);
    }
    if (!order.open().isZero()) {
      return late != null && late > 0
          ? new Outcome("overdue", order.open() + " is unpaid, " + days(late) + " late.", late)
          : new Outcome("open", order.open() + " is open and not due.", null);
    }
    return late != null && late > 0
        ? new Outcome("paid_late", "Paid " + days(late) + " late.", late)
        : new Outcome("paid_on_time", "Paid on time.", late);
  }

  private static String days(long days) {
    return days + (days == 1 ? " day" : " days");
  }
}
