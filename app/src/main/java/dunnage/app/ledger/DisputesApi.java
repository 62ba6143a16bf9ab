package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.Debtors;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import dunnage.app.platform.Versions;
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

/// Receivables that a debtor will not pay as they stand.
@RestController
class DisputesApi {

  /// @param amount how much of it is disputed; all of it when left out
  /// @param code one's own word for the reason, like `quality`
  record NewDispute(
      @Nullable LocalDate on,
      @Nullable String words,
      @Nullable Money amount,
      @Nullable String code) {}

  record Ending(@Nullable LocalDate on, @Nullable String outcome) {}

  private final Access access;
  private final Debtors debtors;
  private final EventTable events;
  private final EventLists lists;
  private final ReceivableTable receivables;
  private final Noting noting;
  private final Day day;
  private final Uuid7 ids;

  DisputesApi(
      Access access,
      Debtors debtors,
      EventTable events,
      EventLists lists,
      ReceivableTable receivables,
      Noting noting,
      Day day,
      Uuid7 ids) {
    this.access = access;
    this.debtors = debtors;
    this.events = events;
    this.lists = lists;
    this.receivables = receivables;
    this.noting = noting;
    this.day = day;
    this.ids = ids;
  }

  @GetMapping("/api/v1/disputes")
  Listing<EventView> list(
      @RequestParam(name = "debtor", required = false) @Nullable String debtor,
      @RequestParam(name = "state", defaultValue = "open") String state,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    access.require(Permission.READ);
    Input input = new Input();
    String chosen = input.oneOf("state", state, EventLists.STATES);
    input.done();
    UUID of = debtor == null ? null : debtors.require(TypeId.parse("deb", debtor));
    return lists.list(new EventLists.Filter(of, Events.DISPUTE, chosen), limit, after);
  }

  @GetMapping("/api/v1/disputes/{id}")
  ResponseEntity<EventView> one(@PathVariable("id") String id) {
    access.require(Permission.READ);
    return shown(found(id).id(), HttpStatus.OK);
  }

  @PostMapping("/api/v1/receivables/{id}/disputes")
  ResponseEntity<EventView> open(@PathVariable("id") String id, @RequestBody NewDispute wanted) {
    access.require(Permission.NOTE);
    ReceivableTable.Row receivable =
        receivables.find(TypeId.parse("inv", id)).orElseThrow(() -> Problem.notFound("receivable"));
    UUID debtor = debtors.require(receivable.debtor());
    Input input = new Input();
    LocalDate on = input.past("/on", wanted.on(), day.today());
    String words = input.required("/words", wanted.words(), Input.WORDS);
    String code = input.text("/code", wanted.code(), Input.NUMBER);
    Money amount = wanted.amount() == null ? null : input.amount("/amount", wanted.amount());
    if (amount != null && !amount.currency().equals(receivable.amount().currency())) {
      input.wrong(
          "/amount/currency",
          "is not " + receivable.amount().currency(),
          "Give it in that of the receivable.");
    } else if (amount != null && amount.minor() > receivable.amount().minor()) {
      input.wrong("/amount", "is more than " + receivable.amount(), "Give that or less.");
    }
    input.done();
    EventTable.Row row =
        new EventTable.Row(
            ids.next(),
            debtor,
            receivable.id(),
            Events.DISPUTE,
            on,
            words,
            amount,
            null,
            null,
            1,
            0,
            code,
            "");
    noting.note(row);
    return shown(row.id(), HttpStatus.CREATED);
  }

  @PostMapping("/api/v1/disputes/{id}/close")
  ResponseEntity<EventView> close(@PathVariable("id") String id, @RequestBody Ending wanted) {
    access.require(Permission.NOTE);
    EventTable.Row row = found(id);
    Input input = new Input();
    LocalDate on = input.past("/on", wanted.on(), day.today());
    String outcome = input.required("/outcome", wanted.outcome(), Input.WORDS);
    if (on.isBefore(row.on())) {
      input.wrong("/on", "is before " + row.on() + ", when it began", "Give a later day.");
    }
    input.done();
    noting.close(row, on, outcome);
    return shown(row.id(), HttpStatus.OK);
  }

  private EventTable.Row found(String id) {
    EventTable.Row row =
        events
            .find(TypeId.parse("evn", id))
            .filter(EventTable.Row::isDispute)
            .orElseThrow(() -> Problem.notFound("dispute"));
    UUID ignored = debtors.require(row.debtor());
    return row;
  }

  private ResponseEntity<EventView> shown(UUID id, HttpStatus status) {
    EventView view = lists.one(id);
    var answer = ResponseEntity.status(status).eTag(Versions.tag(view.version()));
    if (status == HttpStatus.CREATED) {
      answer.header("Location", "/api/v1/disputes/" + view.id());
    }
    return answer.body(view);
  }
}
