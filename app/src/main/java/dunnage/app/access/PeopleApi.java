package dunnage.app.access;

import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The people of one's organisation.
@RestController
class PeopleApi {

  /// @param endedAt since when they belong to it no more; null while they do
  record PersonView(
      String id,
      String name,
      String email,
      String role,
      Instant since,
      @Nullable Instant endedAt,
      int version) {}

  /// What is left out stays as it is.
  record PersonChange(@Nullable String name, @Nullable String role) {}

  private final Access access;
  private final People people;

  PeopleApi(Access access, People people) {
    this.access = access;
    this.people = people;
  }

  @Operation(
      operationId = "listPeople",
      summary = "Who belongs to the organisation, in the order in which they became known.")
  @GetMapping("/api/v1/people")
  Listing<PersonView> list(
      @RequestParam(name = "ended", defaultValue = "false") boolean ended,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Actor ignored = access.require(Permission.READ);
    int most = Listing.limit(limit);
    List<PersonView> rows =
        people.list(ended, place("per", after), most + 1).stream().map(PeopleApi::view).toList();
    return Listing.of(rows, most, person -> Cursor.of(person.id()));
  }

  /// The id after which a page of a list by id starts.
  static UUID place(String prefix, @Nullable String after) {
    List<String> keys = Cursor.keys(after, 1);
    return keys.isEmpty()
        ? new UUID(0, 0)
        : TypeId.read(prefix, keys.getFirst())
            .orElseThrow(
                () ->
                    Problem.invalid(
                        "after", "after is no place in this list", "Give the next of the page."));
  }

  @Operation(operationId = "getPerson", summary = "One person, also one who has left.")
  @GetMapping("/api/v1/people/{id}")
  ResponseEntity<PersonView> one(@PathVariable("id") String id) {
    Actor ignored = access.require(Permission.READ);
    People.Person person = people.require(TypeId.parse("per", id));
    return Versions.answer(person.version(), view(person));
  }

  @Operation(
      operationId = "changePerson",
      summary = "Gives a person another role (owners) or name (owners and they themselves).")
  @PatchMapping("/api/v1/people/{id}")
  ResponseEntity<PersonView> change(
      @PathVariable("id") String id,
      @RequestHeader(name = Versions.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody PersonChange change) {
    People.Person person = concerned(id, change.role() == null);
    if (person.ended().isPresent()) {
      throw Problem.conflict("person_ended", "This person has left. Invite them again.");
    }
    Versions.check(ifMatch, person.version());
    Fields fields = new Fields();
    String name = change.name() == null ? person.name() : fields.name("/name", change.name());
    Role role = change.role() == null ? person.role() : fields.role("/role", change.role());
    fields.done();
    people.change(person, name, role);
    return one(id);
  }

  @Operation(
      operationId = "endPerson",
      summary = "Ends a membership: their tokens and sessions stop at once.")
  @PostMapping("/api/v1/people/{id}/end")
  ResponseEntity<PersonView> end(@PathVariable("id") String id) {
    People.Person person = concerned(id, true);
    if (person.ended().isEmpty()) {
      people.end(person);
    }
    People.Person left = people.require(person.id());
    return Versions.answer(left.version(), view(left));
  }

  /// Whom the caller may change: everybody as an owner, else themselves where that is allowed.
  private People.Person concerned(String id, boolean oneself) {
    Actor actor = access.actor();
    boolean self = oneself && actor.actor().equals(id) && actor.scopes().contains(Scope.ADMIN);
    if (!self) {
      Actor ignored = access.require(Permission.ADMINISTER);
    }
    return people.require(TypeId.parse("per", id));
  }

  static PersonView view(People.Person person) {
    return new PersonView(
        TypeId.of("per", person.id()),
        person.name(),
        person.email(),
        person.role().code(),
        person.since(),
        person.ended().orElse(null),
        person.version());
  }
}
