package dunnage.app.access;

import dunnage.app.access.NewOrganisation.Owner;
import dunnage.app.platform.Problem;
import dunnage.app.platform.SetupKey;
import dunnage.app.platform.TypeId;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Adding an organisation: with the key in the server's data folder, since nobody is signed in yet.
@RestController
class OrganisationsApi {

  private static final String SCHEME = "Setup ";
  private static final Set<String> KINDS = Set.of("creditor", "financier");
  private static final Set<String> LANGUAGES = Set.of("en", "zh", "ru");

  /// @param token of the owner, shown once
  record Added(String id, String name, String owner, String token) {}

  private final Organisations organisations;
  private final SetupKey key;

  OrganisationsApi(Organisations organisations, SetupKey key) {
    this.organisations = organisations;
    this.key = key;
  }

  @Operation(
      operationId = "addOrganisation",
      summary = "Adds an organisation with its owner, by the key of the server's data folder.")
  @PostMapping("/api/v1/organisations")
  @ResponseStatus(HttpStatus.CREATED)
  Added add(
      @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
      @RequestBody NewOrganisation wanted) {
    if (!authorization.startsWith(SCHEME)
        || !key.matches(authorization.substring(SCHEME.length()).strip())) {
      throw new Problem(
          HttpStatus.UNAUTHORIZED,
          "setup_key_wrong",
          "Adding an organisation needs the key in the file setup-key of the server's data folder: "
              + "Authorization: Setup <key>. On that machine: dunnage organisations create.");
    }
    check(wanted);
    Owner owner = Objects.requireNonNull(wanted.owner());
    Organisations.Added added =
        organisations.add(
            text(wanted.name()),
            wanted.kind() == null ? "creditor" : wanted.kind(),
            text(wanted.baseCurrency()),
            wanted.timeZone() == null ? "UTC" : wanted.timeZone(),
            new Organisations.Person(
                text(owner.name()),
                text(owner.email()),
                owner.language() == null ? "en" : owner.language(),
                owner.password()));
    return new Added(
        org(added.organisation()),
        text(wanted.name()),
        TypeId.of("per", added.owner()),
        added.token());
  }

  private static String org(UUID id) {
    return TypeId.of("org", id);
  }

  private static String text(@Nullable String given) {
    return Fields.text(given);
  }

  private static void check(NewOrganisation wanted) {
    Fields fields = new Fields();
    fields.name("/name", wanted.name());
    if (wanted.kind() != null && !KINDS.contains(wanted.kind())) {
      fields.wrong("/kind", "is " + wanted.kind(), "Write creditor or financier.");
    }
    fields.currency("/base_currency", wanted.baseCurrency());
    fields.zone("/time_zone", wanted.timeZone() == null ? "UTC" : wanted.timeZone());
    Owner owner = wanted.owner();
    if (owner == null) {
      fields.wrong("/owner", "is missing", "Give {\"name\":\"…\",\"email\":\"…\"}.");
    } else {
      fields.name("/owner/name", owner.name());
      fields.email("/owner/email", owner.email());
      if (owner.language() != null && !LANGUAGES.contains(owner.language())) {
        fields.wrong("/owner/language", "is not known", "Write en, zh or ru.");
      }
      if (owner.password() != null) {
        fields.password("/owner/password", owner.password(), text(owner.email()));
      }
    }
    fields.done();
  }
}
