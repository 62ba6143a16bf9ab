package dunnage.app.debtors;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// What registers call a debtor, and its other names. Each list is replaced as a whole, from the
/// version of the debtor that was read.
@RestController
class IdentifiersApi {

  private static final int MOST = 100;

  record IdentifierFields(@Nullable String scheme, @Nullable String value) {}

  record IdentifierList(@Nullable List<@Nullable IdentifierFields> identifiers) {}

  record NameList(@Nullable List<@Nullable String> names) {}

  /// @param debtor the record that it was entered for
  record IdentifierView(String debtor, String scheme, String value) {}

  record IdentifiersView(List<IdentifierView> identifiers) {}

  /// @param debtor the record that it was entered for
  record NameView(String debtor, String name) {}

  record NamesView(List<NameView> names) {}

  private final Access access;
  private final Debtors door;
  private final DebtorTable debtors;
  private final IdentifierTable identifiers;
  private final DebtorFacts facts;

  IdentifiersApi(
      Access access,
      Debtors door,
      DebtorTable debtors,
      IdentifierTable identifiers,
      DebtorFacts facts) {
    this.access = access;
    this.door = door;
    this.debtors = debtors;
    this.identifiers = identifiers;
    this.facts = facts;
  }

  @GetMapping("/api/v1/debtors/{id}/identifiers")
  ResponseEntity<IdentifiersView> identifiers(@PathVariable("id") String id) {
    access.require(Permission.READ);
    return shownIdentifiers(current(id));
  }

  @PutMapping("/api/v1/debtors/{id}/identifiers")
  ResponseEntity<IdentifiersView> replaceIdentifiers(
      @PathVariable("id") String id,
      @RequestHeader(name = Versions.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody IdentifierList wanted) {
    access.require(Permission.EDIT_DEBTORS);
    DebtorRow debtor = current(id);
    Versions.check(ifMatch, debtor.version());
    Fields fields = new Fields();
    check("/identifiers", wanted.identifiers(), fields);
    List<Identifier> all = new ArrayList<>();
    if (wanted.identifiers() != null) {
      for (IdentifierFields given : wanted.identifiers()) {
        all.add(read("/identifiers/" + all.size(), given, fields));
      }
    }
    fields.done();
    replace(debtor, false, all);
    facts.add(
        "debtor.identified",
        debtor.id(),
        Map.of(
            "identifiers",
            all.stream().map(i -> Map.of("scheme", i.scheme(), "value", i.value())).toList()));
    return shownIdentifiers(current(id));
  }

  private static Identifier read(String pointer, @Nullable IdentifierFields given, Fields fields) {
    String scheme =
        fields.oneOf(
            pointer + "/scheme", given == null ? null : given.scheme(), Identifier.SCHEMES);
    String value =
        fields.required(pointer + "/value", given == null ? null : given.value(), Wording.NAME);
    return Identifier.read(pointer + "/value", scheme, value, fields);
  }

  @GetMapping("/api/v1/debtors/{id}/names")
  ResponseEntity<NamesView> names(@PathVariable("id") String id) {
    access.require(Permission.READ);
    return shownNames(current(id));
  }

  @PutMapping("/api/v1/debtors/{id}/names")
  ResponseEntity<NamesView> replaceNames(
      @PathVariable("id") String id,
      @RequestHeader(name = Versions.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody NameList wanted) {
    access.require(Permission.EDIT_DEBTORS);
    DebtorRow debtor = current(id);
    Versions.check(ifMatch, debtor.version());
    Fields fields = new Fields();
    check("/names", wanted.names(), fields);
    List<Identifier> all = new ArrayList<>();
    if (wanted.names() != null) {
      for (String given : wanted.names()) {
        String name = fields.required("/names/" + all.size(), given, Wording.NAME);
        all.add(new Identifier(Identifier.ALIAS, name));
      }
    }
    fields.done();
    replace(debtor, true, all);
    facts.add(
        "debtor.named", debtor.id(), Map.of("names", all.stream().map(Identifier::value).toList()));
    return shownNames(current(id));
  }

  private static void check(String pointer, @Nullable List<?> given, Fields fields) {
    if (given == null) {
      fields.wrong(pointer, "is missing", "Give the whole list; [] for none.");
    } else if (given.size() > MOST) {
      throw Problem.invalid(
          pointer, "has " + given.size() + " entries", "Give at most " + MOST + ".");
    }
  }

  private void replace(DebtorRow debtor, boolean names, List<Identifier> all) {
    debtors.countUp(debtor.id(), debtor.version());
    identifiers.replace(debtor.id(), names, all);
    debtors.index(debtor.id());
  }

  private ResponseEntity<IdentifiersView> shownIdentifiers(DebtorRow debtor) {
    List<IdentifierView> all =
        identifiers.of(debtor.id()).stream()
            .filter(row -> !row.identifier().scheme().equals(Identifier.ALIAS))
            .map(
                row ->
                    new IdentifierView(
                        TypeId.of("deb", row.debtor()),
                        row.identifier().scheme(),
                        row.identifier().value()))
            .toList();
    return Versions.answer(debtor.version(), new IdentifiersView(all));
  }

  private ResponseEntity<NamesView> shownNames(DebtorRow debtor) {
    List<NameView> all =
        identifiers.of(debtor.id()).stream()
            .filter(row -> row.identifier().scheme().equals(Identifier.ALIAS))
            .map(row -> new NameView(TypeId.of("deb", row.debtor()), row.identifier().value()))
            .toList();
    return Versions.answer(debtor.version(), new NamesView(all));
  }

  /// Who the debtor is now.
  private DebtorRow current(String id) {
    return debtors
        .find(door.require(TypeId.parse("deb", id)))
        .orElseThrow(() -> Problem.notFound("debtor"));
  }
}
