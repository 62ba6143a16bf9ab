package dunnage.app.debtors;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import dunnage.app.platform.Versions;
import java.time.LocalDate;
import java.util.List;
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
import org.springframework.web.bind.annotation.RestController;

/// The people at a debtor and what they decide there.
@RestController
class ContactsApi {

  /// @param role `accounts_payable`, `approver`, `finance_director`, `owner`, `guarantor`, `sales`
  ///   or `other`
  record ContactFields(
      @Nullable String name,
      @Nullable String role,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String wechat,
      @Nullable String language) {}

  /// @param on the day since which the person is gone; today when left out
  record Leaving(@Nullable LocalDate on) {}

  /// @param debtor the record that it was entered for
  /// @param domainStrange whether the address is of another domain than those known of the debtor
  ///   before: that is how payments are led astray
  record ContactView(
      String id,
      String debtor,
      String name,
      String role,
      String email,
      String phone,
      String wechat,
      String language,
      boolean domainStrange,
      @Nullable LocalDate leftOn,
      int version) {

    /// @param all of the debtor, in the order in which they became known
    static ContactView of(ContactRow row, List<ContactRow> all) {
      return new ContactView(
          TypeId.of("con", row.id()),
          TypeId.of("deb", row.debtor()),
          row.name(),
          row.role(),
          row.email(),
          row.phone(),
          row.wechat(),
          row.language(),
          isStrange(row, all),
          row.leftOn(),
          row.version());
    }

    private static boolean isStrange(ContactRow row, List<ContactRow> all) {
      List<String> before =
          all.stream()
              .takeWhile(other -> !other.id().equals(row.id()))
              .map(ContactRow::domain)
              .filter(domain -> !domain.isEmpty())
              .toList();
      return !row.email().isEmpty() && !before.isEmpty() && !before.contains(row.domain());
    }
  }

  private final Access access;
  private final Debtors door;
  private final DebtorTable debtors;
  private final ContactTable contacts;
  private final DebtorFacts facts;
  private final Uuid7 ids;

  ContactsApi(
      Access access,
      Debtors door,
      DebtorTable debtors,
      ContactTable contacts,
      DebtorFacts facts,
      Uuid7 ids) {
    this.access = access;
    this.door = door;
    this.debtors = debtors;
    this.contacts = contacts;
    this.facts = facts;
    this.ids = ids;
  }

  /// Those who have left included, in the order in which they became known.
  @GetMapping("/api/v1/debtors/{id}/contacts")
  Listing<ContactView> list(@PathVariable("id") String id) {
    access.require(Permission.READ);
    List<ContactRow> all = contacts.of(door.require(TypeId.parse("deb", id)));
    return new Listing<>(all.stream().map(row -> ContactView.of(row, all)).toList(), false, null);
  }

  @PostMapping("/api/v1/debtors/{id}/contacts")
  ResponseEntity<ContactView> add(
      @PathVariable("id") String id, @RequestBody ContactFields wanted) {
    access.require(Permission.EDIT_DEBTORS);
    UUID debtor = door.require(TypeId.parse("deb", id));
    ContactRow empty = new ContactRow(ids.next(), debtor, "", "", "", "", "", "", null, 1);
    Fields fields = new Fields();
    String name = fields.required("/name", wanted.name(), Fields.SHORT);
    String role = fields.oneOf("/role", wanted.role(), ContactRow.ROLES);
    ContactRow row = changed(empty, wanted, name, role, fields);
    contacts.add(row);
    debtors.index(debtor);
    facts.add("contact.added", debtor, row.told());
    return shown(row.id(), HttpStatus.CREATED);
  }

  @GetMapping("/api/v1/contacts/{id}")
  ResponseEntity<ContactView> one(@PathVariable("id") String id) {
    access.require(Permission.READ);
    return shown(found(id).id(), HttpStatus.OK);
  }

  /// What is left out stays as it is; an empty text empties it.
  @PatchMapping("/api/v1/contacts/{id}")
  ResponseEntity<ContactView> change(
      @PathVariable("id") String id,
      @RequestHeader(name = Versions.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ContactFields wanted) {
    access.require(Permission.EDIT_DEBTORS);
    ContactRow before = found(id);
    Versions.check(ifMatch, before.version());
    Fields fields = new Fields();
    String name =
        wanted.name() == null
            ? before.name()
            : fields.required("/name", wanted.name(), Fields.SHORT);
    String role =
        wanted.role() == null
            ? before.role()
            : fields.oneOf("/role", wanted.role(), ContactRow.ROLES);
    ContactRow row = changed(before, wanted, name, role, fields);
    if (!row.equals(before)) {
      contacts.change(row);
      debtors.index(row.debtor());
      facts.add("contact.changed", row.debtor(), row.told());
    }
    return shown(row.id(), HttpStatus.OK);
  }

  /// The person is no longer there.
  @PostMapping("/api/v1/contacts/{id}/left")
  ResponseEntity<ContactView> left(@PathVariable("id") String id, @RequestBody Leaving wanted) {
    access.require(Permission.EDIT_DEBTORS);
    ContactRow row = found(id);
    LocalDate today = contacts.today();
    LocalDate day = wanted.on() == null ? today : wanted.on();
    if (day.isAfter(today) || day.isBefore(LocalDate.EPOCH)) {
      throw Problem.invalid("/on", "is " + day, "Give a day up to today, " + today + ".");
    }
    contacts.leave(row.id(), day);
    debtors.index(row.debtor());
    facts.add(
        "contact.left",
        row.debtor(),
        Map.of("contact", TypeId.of("con", row.id()), "on", day.toString()));
    return shown(row.id(), HttpStatus.OK);
  }

  private static ContactRow changed(
      ContactRow before, ContactFields wanted, String name, String role, Fields fields) {
    String email = wanted.email() == null ? before.email() : fields.email("/email", wanted.email());
    String phone = wanted.phone() == null ? before.phone() : fields.phone("/phone", wanted.phone());
    String wechat =
        wanted.wechat() == null
            ? before.wechat()
            : fields.line("/wechat", wanted.wechat(), Fields.SHORT);
    String language =
        wanted.language() == null
            ? before.language()
            : fields.language("/language", wanted.language());
    fields.done();
    return new ContactRow(
        before.id(),
        before.debtor(),
        name,
        role,
        email,
        phone,
        wechat,
        language,
        before.leftOn(),
        before.version());
  }

  private ContactRow found(String id) {
    ContactRow row =
        contacts.find(TypeId.parse("con", id)).orElseThrow(() -> Problem.notFound("contact"));
    UUID ignored = door.require(row.debtor());
    return row;
  }

  private ResponseEntity<ContactView> shown(UUID id, HttpStatus status) {
    ContactRow row = contacts.find(id).orElseThrow(() -> Problem.notFound("contact"));
    ContactView view = ContactView.of(row, contacts.of(door.require(row.debtor())));
    var answer = ResponseEntity.status(status).eTag(Versions.tag(view.version()));
    if (status == HttpStatus.CREATED) {
      answer.header("Location", "/api/v1/contacts/" + view.id());
    }
    return answer.body(view);
  }
}
