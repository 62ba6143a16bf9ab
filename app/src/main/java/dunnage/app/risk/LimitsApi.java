package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.Debtors;
import dunnage.app.evidence.EvidenceLog;
import dunnage.app.ledger.Input;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import dunnage.kernel.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// A person's own limit, which counts instead of the advised one.
@RestController
class LimitsApi {

  /// @param limit null: the advice counts again
  record NewLimit(@Nullable Money limit, @Nullable String reason, @Nullable LocalDate until) {}

  /// @param limit null: nobody set one, and the advice counts
  /// @param counts whether it counts today
  record LimitView(
      String debtor,
      @Nullable Money limit,
      boolean counts,
      String reason,
      @Nullable LocalDate until,
      @Nullable String by,
      @Nullable Instant at,
      int version) {}

  private final Access access;
  private final Debtors debtors;
  private final LimitTable limits;
  private final EvidenceLog log;
  private final Today today;

  LimitsApi(Access access, Debtors debtors, LimitTable limits, EvidenceLog log, Today today) {
    this.access = access;
    this.debtors = debtors;
    this.limits = limits;
    this.log = log;
    this.today = today;
  }

  /// Also where nobody set one: then it is in version 0.
  @GetMapping("/api/v1/debtors/{id}/limit")
  ResponseEntity<LimitView> one(@PathVariable("id") String id) {
    access.require(Permission.READ);
    return shown(debtors.require(TypeId.parse("deb", id)));
  }

  @PutMapping("/api/v1/debtors/{id}/limit")
  ResponseEntity<LimitView> set(
      @PathVariable("id") String id,
      @RequestHeader(name = Versions.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody NewLimit wanted) {
    String actor = access.require(Permission.OVERRIDE).actor();
    UUID debtor = debtors.require(TypeId.parse("deb", id));
    int seen = Versions.seen(ifMatch);
    Input input = new Input();
    Money limit = wanted.limit() == null ? null : input.amount("/limit", wanted.limit(), 0);
    String reason = input.required("/reason", wanted.reason(), Input.WORDS);
    LocalDate until = wanted.until();
    if (until != null && (until.isBefore(today.day()) || until.getYear() > 2199)) {
      input.wrong("/until", "is " + until, "Give today or a later day, up to 2199-12-31.");
    }
    input.done();
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("limit", limit);
    body.put("reason", reason);
    body.put("until", until);
    UUID fact = log.append("limit.set", TypeId.of("deb", debtor), body);
    LimitTable.Row row = new LimitTable.Row(limit, reason, until, actor, today.now(), seen);
    if (!limits.set(debtor, fact, row)) {
      throw Versions.changed();
    }
    return shown(debtor);
  }

  private ResponseEntity<LimitView> shown(UUID debtor) {
    LocalDate day = today.day();
    String id = TypeId.of("deb", debtor);
    LimitView view =
        limits
            .find(debtor)
            .map(
                row -> {
                  LocalDate until = row.until();
                  boolean counts = row.limit() != null && (until == null || !until.isBefore(day));
                  Instant at = row.at().toInstant();
                  return new LimitView(
                      id, row.limit(), counts, row.reason(), until, row.actor(), at, row.version());
                })
            .orElseGet(() -> new LimitView(id, null, false, "", null, null, null, 0));
    return Versions.answer(view.version(), view);
  }
}
