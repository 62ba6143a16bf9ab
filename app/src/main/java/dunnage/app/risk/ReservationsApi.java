package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.Debtors;
import dunnage.app.evidence.EvidenceLog;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.risk.ReservationTable.Row;
import dunnage.kernel.money.Money;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Headroom kept for an order.
@RestController
class ReservationsApi {

  /// @param state `held`, `used` (the order is recorded), `released` or `expired`
  record ReservationView(
      String id,
      String check,
      String debtor,
      String order,
      Money amount,
      String state,
      Instant madeAt,
      Instant expiresAt) {}

  private final Access access;
  private final Debtors debtors;
  private final ReservationTable reservations;
  private final EvidenceLog log;

  ReservationsApi(Access access, Debtors debtors, ReservationTable reservations, EvidenceLog log) {
    this.access = access;
    this.debtors = debtors;
    this.reservations = reservations;
    this.log = log;
  }

  @GetMapping("/api/v1/reservations/{id}")
  ReservationView one(@PathVariable("id") String id) {
    access.require(Permission.READ);
    Row row = found(id);
    return new ReservationView(
        TypeId.of("res", row.id()),
        TypeId.of("chk", row.check()),
        TypeId.of("deb", row.debtor()),
        row.order(),
        row.amount(),
        row.state(),
        row.madeAt().toInstant(),
        row.expiresAt().toInstant());
  }

  /// Gives the headroom back; a second time does nothing.
  @DeleteMapping("/api/v1/reservations/{id}")
  ResponseEntity<Void> release(@PathVariable("id") String id) {
    access.require(Permission.CHECK_ORDERS);
    Row row = found(id);
    if (reservations.release(row.id())) {
      Map<String, ?> body =
          Map.of("reservation", TypeId.of("res", row.id()), "amount", row.amount());
      UUID ignored = log.append("reservation.released", TypeId.of("deb", row.debtor()), body);
    }
    return ResponseEntity.noContent().build();
  }

  private Row found(String id) {
    Row row =
        reservations
            .find(TypeId.parse("res", id))
            .orElseThrow(() -> Problem.notFound("reservation"));
    UUID ignored = debtors.require(row.debtor());
    return row;
  }
}
