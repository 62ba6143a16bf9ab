package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Actor;
import dunnage.app.access.Permission;
import dunnage.app.evidence.EvidenceLog;
import dunnage.app.ledger.Input;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import dunnage.app.risk.DeskRulesTable.Rules;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// When a reminder is a task, and whether letters may be opened in mail.
@RestController
class DeskRulesApi {

  private static final int MOST_DAYS = 60;

  /// What is left out stays as it is.
  ///
  /// @param remindAfterDays days late before a reminder is a task, 0 to 60
  record NewRules(@Nullable Integer remindAfterDays, @Nullable Boolean mail) {}

  private final Access access;
  private final DeskRulesTable rules;
  private final EvidenceLog log;

  DeskRulesApi(Access access, DeskRulesTable rules, EvidenceLog log) {
    this.access = access;
    this.rules = rules;
    this.log = log;
  }

  /// In version 0 while nobody decided anything.
  @GetMapping("/api/v1/desk-rules")
  ResponseEntity<Rules> now() {
    access.require(Permission.READ);
    Rules now = rules.find();
    return Versions.answer(now.version(), now);
  }

  @PutMapping("/api/v1/desk-rules")
  ResponseEntity<Rules> set(
      @RequestHeader(name = Versions.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody NewRules wanted) {
    Actor actor = access.require(Permission.ADMINISTER);
    int seen = Versions.seen(ifMatch);
    Rules before = rules.find();
    int days =
        wanted.remindAfterDays() == null ? before.remindAfterDays() : wanted.remindAfterDays();
    Input input = new Input();
    if (days < 0 || days > MOST_DAYS) {
      input.wrong("/remind_after_days", "is " + days, "Give 0 to " + MOST_DAYS + " days.");
    }
    input.done();
    boolean mail = wanted.mail() == null ? before.mail() : wanted.mail();
    if (!rules.set(new Rules(days, mail, seen))) {
      throw Versions.changed();
    }
    UUID ignored =
        log.append(
            "desk.rules_set",
            TypeId.of("org", actor.organisation()),
            Map.of("remind_after_days", days, "mail", mail));
    return now();
  }
}
