package dunnage.app.debtors;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.DebtorHistory.FactView;
import dunnage.app.debtors.DebtorLists.Filter;
import dunnage.app.debtors.DebtorLists.Group;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import dunnage.app.platform.Versions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Debtors: found, entered, changed.
@RestController
class DebtorsApi {

  /// @param number the customer number in the accounts
  /// @param country ISO 3166 alpha-2
  /// @param language the debtor's, like `zh`
  /// @param timeZone IANA
  /// @param terms in words, like `30% deposit, 70% O/A 60`
  /// @param owner `per_…`, the person responsible: sales people see their own debtors only
  record DebtorFields(
      @Nullable String number,
      @Nullable String name,
      @Nullable String country,
      @Nullable String language,
      @Nullable String timeZone,
      @Nullable String terms,
      @Nullable String owner,
      @Nullable String group,
      @Nullable String note) {

    boolean isNoteAlone() {
      return equals(new DebtorFields(null, null, null, null, null, null, null, null, note));
    }
  }

  private final Access access;
  private final Debtors door;
  private final DebtorTable debtors;
  private final DebtorLists lists;
  private final DebtorHistory history;
  private final DebtorFacts facts;
  private final Uuid7 ids;
  private final Clock clock;

  DebtorsApi(
      Access access,
      Debtors door,
      DebtorTable debtors,
      DebtorLists lists,
      DebtorHistory history,
      DebtorFacts facts,
      Uuid7 ids,
      Clock clock) {
    this.access = access;
    this.door = door;
    this.debtors = debtors;
    this.lists = lists;
    this.history = history;
    this.facts = facts;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param q words of the name in any script, number, identifier, contact
  /// @param contactMissing a role that no contact has, like `approver`
  /// @param sort `name`, `number` or `created` (the latest first)
  @GetMapping("/api/v1/debtors")
  Listing<DebtorView> list(
      @RequestParam(name = "q", required = false) @Nullable String q,
      @RequestParam(name = "country", required = false) @Nullable String country,
      @RequestParam(name = "group", required = false) @Nullable String group,
      @RequestParam(name = "owner", required = false) @Nullable String owner,
      @RequestParam(name = "contact_missing", required = false) @Nullable String contactMissing,
      @RequestParam(name = "sort", defaultValue = "name") String sort,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    access.require(Permission.READ);
    Fields fields = new Fields();
    String place = country == null ? null : fields.country("country", country);
    String together = group == null ? null : fields.line("group", group, Fields.SHORT);
    String missing =
        contactMissing == null
            ? null
            : fields.oneOf("contact_missing", contactMissing, ContactRow.ROLES);
    fields.done();
    UUID person = owner == null ? null : TypeId.parse("per", owner);
    return lists.list(new Filter(q, place, together, person, missing), sort, limit, after);
  }

  @PostMapping("/api/v1/debtors")
  ResponseEntity<DebtorView> add(@RequestBody DebtorFields wanted) {
    access.require(Permission.EDIT_DEBTORS);
    Fields fields = new Fields();
    String name = fields.required("/name", wanted.name(), Wording.NAME);
    DebtorRow empty = DebtorRow.empty(ids.next(), clock.instant().atOffset(ZoneOffset.UTC));
    DebtorRow row = changed(empty, wanted, name, fields);
    debtors.add(row);
    facts.add("debtor.added", row.id(), row.told());
    return shown(row.id(), HttpStatus.CREATED);
  }

  /// Also of a record that was merged into another: it names that one.
  @GetMapping("/api/v1/debtors/{id}")
  ResponseEntity<DebtorView> one(@PathVariable("id") String id) {
    access.require(Permission.READ);
    UUID debtor = TypeId.parse("deb", id);
    UUID ignored = door.require(debtor);
    return shown(debtor, HttpStatus.OK);
  }

  /// What is left out stays as it is; an empty text empties it. A note alone needs no more than the
  /// permission to note.
  @PatchMapping("/api/v1/debtors/{id}")
  ResponseEntity<DebtorView> change(
      @PathVariable("id") String id,
      @RequestHeader(name = Versions.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody DebtorFields wanted) {
    access.require(wanted.isNoteAlone() ? Permission.NOTE : Permission.EDIT_DEBTORS);
    DebtorRow before = standing(id);
    Versions.check(ifMatch, before.version());
    Fields fields = new Fields();
    String name =
        wanted.name() == null
            ? before.name()
            : fields.required("/name", wanted.name(), Wording.NAME);
    DebtorRow row = changed(before, wanted, name, fields);
    Map<String, Object> changes = row.changedFrom(before);
    if (!changes.isEmpty()) {
      debtors.change(row);
      facts.add("debtor.changed", row.id(), changes);
    }
    return shown(row.id(), HttpStatus.OK);
  }

  /// The groups that debtors are in.
  @GetMapping("/api/v1/groups")
  Listing<Group> groups() {
    access.require(Permission.READ);
    return new Listing<>(lists.groups(), false, null);
  }

  /// What became known of the debtor itself, the latest first.
  @GetMapping("/api/v1/debtors/{id}/facts")
  Listing<FactView> facts(
      @PathVariable("id") String id,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    access.require(Permission.READ);
    return history.facts(door.require(TypeId.parse("deb", id)), limit, after);
  }

  private DebtorRow changed(DebtorRow before, DebtorFields wanted, String name, Fields fields) {
    String number =
        wanted.number() == null
            ? before.number()
            : fields.line("/number", wanted.number(), Wording.NUMBER);
    String country =
        wanted.country() == null ? before.country() : fields.country("/country", wanted.country());
    String language =
        wanted.language() == null
            ? before.language()
            : fields.language("/language", wanted.language());
    String zone =
        wanted.timeZone() == null ? before.zone() : fields.zone("/time_zone", wanted.timeZone());
    String terms =
        wanted.terms() == null
            ? before.terms()
            : fields.lines("/terms", wanted.terms(), Fields.WORDS);
    String group =
        wanted.group() == null
            ? before.group()
            : fields.line("/group", wanted.group(), Fields.SHORT);
    String note =
        wanted.note() == null ? before.note() : fields.lines("/note", wanted.note(), Fields.NOTE);
    fields.done();
    return new DebtorRow(
        before.id(),
        number == null || number.isEmpty() ? null : number,
        name,
        country,
        language,
        zone,
        terms,
        wanted.owner() == null ? before.owner() : owner(wanted.owner()),
        group,
        note,
        before.mergedInto(),
        before.version(),
        before.createdAt());
  }

  /// @throws Problem 404 if it is nobody of the organisation
  private @Nullable UUID owner(String given) {
    if (given.isBlank()) {
      return null;
    }
    UUID person = TypeId.parse("per", given.strip());
    if (!debtors.isMember(person)) {
      throw Problem.notFound("person");
    }
    return person;
  }

  /// A debtor that can be changed.
  private DebtorRow standing(String id) {
    UUID debtor = TypeId.parse("deb", id);
    UUID current = door.require(debtor);
    if (!current.equals(debtor)) {
      throw Problem.conflict(
          "debtor_merged", "It is part of " + TypeId.of("deb", current) + " by now: change that.");
    }
    return debtors.find(debtor).orElseThrow(() -> Problem.notFound("debtor"));
  }

  private ResponseEntity<DebtorView> shown(UUID id, HttpStatus status) {
    DebtorView view = DebtorView.of(debtors.find(id).orElseThrow(() -> Problem.notFound("debtor")));
    var answer = ResponseEntity.status(status).eTag(Versions.tag(view.version()));
    if (status == HttpStatus.CREATED) {
      answer.header("Location", "/api/v1/debtors/" + view.id());
    }
    return answer.body(view);
  }
}
