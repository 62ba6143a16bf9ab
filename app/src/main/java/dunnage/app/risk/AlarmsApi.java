package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.Debtors;
import dunnage.app.evidence.EvidenceLog;
import dunnage.app.ledger.Input;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.risk.AlarmLists.AlarmView;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who gets worse, or better, since when.
@RestController
class AlarmsApi {

  private static final Set<String> STATES = Set.of("open", "acknowledged", "gone", "all");
  private static final Set<String> DIRECTIONS = Set.of("worse", "better");

  private static final int LONGEST_DAYS = 92;

  record Acknowledgement(@Nullable String note) {}

  /// @param until left out, the next working day of the debtor's country
  record Snooze(@Nullable LocalDate until) {}

  private final Access access;
  private final Debtors debtors;
  private final AlarmTable alarms;
  private final AlarmLists lists;
  private final EvidenceLog log;
  private final Today today;

  AlarmsApi(
      Access access,
      Debtors debtors,
      AlarmTable alarms,
      AlarmLists lists,
      EvidenceLog log,
      Today today) {
    this.access = access;
    this.debtors = debtors;
    this.alarms = alarms;
    this.lists = lists;
    this.log = log;
    this.today = today;
  }

  @GetMapping("/api/v1/alarms")
  Listing<AlarmView> list(
      @RequestParam(name = "state", defaultValue = "open") String state,
      @RequestParam(name = "direction", required = false) @Nullable String direction,
      @RequestParam(name = "debtor", required = false) @Nullable String debtor,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    access.require(Permission.READ);
    ScoresApi.oneOf("state", state, STATES);
    ScoresApi.oneOf("direction", direction, DIRECTIONS);
    UUID of = debtor == null ? null : debtors.require(TypeId.parse("deb", debtor));
    return lists.list(state.equals("all") ? null : state, direction, of, limit, after);
  }

  @GetMapping("/api/v1/alarms/{id}")
  AlarmView one(@PathVariable("id") String id) {
    access.require(Permission.READ);
    return lists.one(TypeId.parse("alm", id));
  }

  /// Puts it off: it stays in the list and is out of Today until that day.
  @PostMapping("/api/v1/alarms/{id}/snooze")
  AlarmView snooze(@PathVariable("id") String id, @RequestBody Snooze wanted) {
    access.require(Permission.NOTE);
    UUID alarm = TypeId.parse("alm", id);
    AlarmView before = lists.one(alarm);
    LocalDate day = today.day();
    LocalDate given = wanted.until();
    if (given != null && (!given.isAfter(day) || given.isAfter(day.plusDays(LONGEST_DAYS)))) {
      throw Problem.invalid(
          "/until",
          "is " + given,
          "Give a day after today and up to %s.".formatted(day.plusDays(LONGEST_DAYS)));
    }
    UUID debtor = TypeId.parse("deb", before.debtor().id());
    LocalDate until =
        given != null
            ? given
            : There.workingDayAfter(
                debtors.find(debtor).map(Debtors.Known::country).orElse(""), day);
    if (!alarms.snooze(alarm, until)) {
      throw Problem.conflict("alarm_not_open", "It is acknowledged or over already.");
    }
    Map<String, String> body = Map.of("alarm", before.id(), "until", until.toString());
    UUID ignored = log.append("alarm.snoozed", before.debtor().id(), body);
    return lists.one(alarm);
  }

  /// It stands again.
  @PostMapping("/api/v1/alarms/{id}/wake")
  AlarmView wake(@PathVariable("id") String id) {
    access.require(Permission.NOTE);
    UUID alarm = TypeId.parse("alm", id);
    AlarmView before = lists.one(alarm);
    if (alarms.snooze(alarm, null) && before.snoozedUntil() != null) {
      UUID ignored = log.append("alarm.woken", before.debtor().id(), Map.of("alarm", before.id()));
    }
    return lists.one(alarm);
  }

  /// Someone has seen it and says what they make of it; the first to say so counts.
  @PostMapping("/api/v1/alarms/{id}/acknowledge")
  AlarmView acknowledge(@PathVariable("id") String id, @RequestBody Acknowledgement wanted) {
    String actor = access.require(Permission.NOTE).actor();
    UUID alarm = TypeId.parse("alm", id);
    AlarmView before = lists.one(alarm);
    Input input = new Input();
    String note = input.required("/note", wanted.note(), Input.WORDS);
    input.done();
    if (!alarms.acknowledge(alarm, actor, note, today.now())) {
      throw Problem.conflict("acknowledged_already", "Someone acknowledged this alarm before.");
    }
    Map<String, String> body =
        Map.of("alarm", before.id(), "kind", before.kind(), "words", before.words(), "note", note);
    UUID ignored = log.append("alarm.acknowledged", before.debtor().id(), body);
    return lists.one(alarm);
  }
}
