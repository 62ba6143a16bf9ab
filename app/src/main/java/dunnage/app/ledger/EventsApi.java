package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.Debtors;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import dunnage.app.platform.Versions;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What happens around the money: notes, calls, messages, promises. Whoever noted something wrongly
/// takes it back and enters it anew.
@RestController
class EventsApi {

  /// @param kind the kernel's word for it, or `note` or `call`
  /// @param on the day it happened; today when left out
  /// @param until the day of a promise
  /// @param receivable what it is about, where it is about one
  record NewEvent(
      @Nullable String kind,
      @Nullable LocalDate on,
      @Nullable String words,
      @Nullable Money amount,
      @Nullable LocalDate until,
      @Nullable String receivable) {}

  private final Access access;
  private final Debtors debtors;
  private final EventTable events;
  private final EventLists lists;
  private final Timeline timeline;
  private final ReceivableTable receivables;
  private final Noting noting;
  private final Day day;
  private final Uuid7 ids;

  EventsApi(
      Access access,
      Debtors debtors,
      EventTable events,
      EventLists lists,
      Timeline timeline,
      ReceivableTable receivables,
      Noting noting,
      Day day,
      Uuid7 ids) {
    this.access = access;
    this.debtors = debtors;
    this.events = events;
    this.lists = lists;
    this.timeline = timeline;
    this.receivables = receivables;
    this.noting = noting;
    this.day = day;
    this.ids = ids;
  }

  @GetMapping("/api/v1/debtors/{id}/events")
  Listing<EventView> list(
      @PathVariable("id") String id,
      @RequestParam(name = "kind", required = false) @Nullable String kind,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    access.require(Permission.READ);
    UUID debtor = debtors.require(TypeId.parse("deb", id));
    Input input = new Input();
    String only = kind == null ? null : input.oneOf("kind", kind, Events.known());
    input.done();
    return lists.list(new EventLists.Filter(debtor, only, "all"), limit, after);
  }

  /// Everything that was recorded of the debtor.
  @GetMapping("/api/v1/debtors/{id}/timeline")
  Listing<Timeline.Told> timeline(
      @PathVariable("id") String id,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    access.require(Permission.READ);
    return timeline.of(debtors.require(TypeId.parse("deb", id)), limit, after);
  }

  @GetMapping("/api/v1/events/{id}")
  ResponseEntity<EventView> one(@PathVariable("id") String id) {
    access.require(Permission.READ);
    EventView view = lists.one(TypeId.parse("evn", id));
    return Versions.answer(view.version(), view);
  }

  @PostMapping("/api/v1/debtors/{id}/events")
  ResponseEntity<EventView> add(@PathVariable("id") String id, @RequestBody NewEvent wanted) {
    access.require(Permission.NOTE);
    UUID debtor = debtors.require(TypeId.parse("deb", id));
    EventTable.Row row = read(debtor, wanted);
    noting.note(row);
    EventView view = lists.one(row.id());
    return ResponseEntity.status(HttpStatus.CREATED)
        .eTag(Versions.tag(view.version()))
        .header("Location", "/api/v1/events/" + view.id())
        .body(view);
  }

  private EventTable.Row read(UUID debtor, NewEvent wanted) {
    Input input = new Input();
    LocalDate today = day.today();
    String kind = input.required("/kind", wanted.kind(), Input.NUMBER);
    if (kind.equals(Event.DISPUTE_CLOSED.code())) {
      input.wrong("/kind", "ends a dispute", "Say which, with POST /api/v1/disputes/{id}/close.");
    } else if (!kind.isEmpty()) {
      Object ignored = input.oneOf("/kind", kind, Events.words());
    }
    LocalDate on = input.past("/on", wanted.on(), today);
    String words =
        kind.equals(Events.NOTE)
            ? input.required("/words", wanted.words(), Input.WORDS)
            : input.text("/words", wanted.words(), Input.WORDS);
    Money amount = wanted.amount() == null ? null : input.amount("/amount", wanted.amount());
    LocalDate until = until(kind, on, wanted.until(), input);
    input.done();
    UUID receivable =
        wanted.receivable() == null
            ? null
            : receivable(Input.id("/receivable", "inv", wanted.receivable()), debtor);
    return new EventTable.Row(
        ids.next(), debtor, receivable, kind, on, words, amount, until, null, 1, 0, "", "");
  }

  private static @Nullable LocalDate until(
      String kind, LocalDate on, @Nullable LocalDate given, Input input) {
    if (!kind.equals(Event.PROMISE.code())) {
      if (given != null) {
        input.wrong("/until", "is the day of a promise", "Leave it out, or enter a promise.");
      }
      return null;
    }
    LocalDate until = input.day("/until", given);
    if (given != null && until.isBefore(on)) {
      input.wrong("/until", "is before " + on + ", when it was promised", "Give a later day.");
    }
    return until;
  }

  private UUID receivable(UUID id, UUID debtor) {
    ReceivableTable.Row row =
        receivables.find(id).orElseThrow(() -> Problem.notFound("receivable"));
    if (!debtors.require(row.debtor()).equals(debtor)) {
      throw Problem.invalid(
          "/receivable", "is owed by another debtor", "Note it of that one, or leave it out.");
    }
    return row.id();
  }

  /// It never was so.
  @PostMapping("/api/v1/events/{id}/withdraw")
  ResponseEntity<Void> withdraw(
      @PathVariable("id") String id, @RequestBody OrdersApi.Reason wanted) {
    access.require(Permission.NOTE);
    EventTable.Row row =
        events.find(TypeId.parse("evn", id)).orElseThrow(() -> Problem.notFound("event"));
    UUID ignored = debtors.require(row.debtor());
    noting.withdraw(row, wanted.read());
    return ResponseEntity.noContent().build();
  }
}
