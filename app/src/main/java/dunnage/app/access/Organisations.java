package dunnage.app.access;

import dunnage.app.evidence.EvidenceLog;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Organisations and who belongs to them.
@Component
class Organisations {

  private static final String CREDITOR = "creditor";

  /// How long the token lasts that the first owner gets.
  private static final Duration FIRST_TOKEN = Duration.ofDays(365);

  /// @param password null: none yet
  record Person(String name, String email, String language, @Nullable String password) {}

  /// @param token of the owner, with every scope
  record Added(UUID organisation, UUID owner, String token) {}

  private static final String ROLE =
      """
      SELECT role FROM membership
       WHERE org_id = :org AND person_id = :person AND ended_at IS NULL
      """;

  private static final String ADD =
      """
      INSERT INTO organisation (org_id, kind, name, base_currency, time_zone, sample_of, created_at)
      VALUES (:org, :kind, :name, :currency, :zone, :sample, :now)
      """;

  private static final String ADD_TENANT =
      "INSERT INTO tenant (org_id, created_at) VALUES (:org, :now)";

  private static final String ADD_PERSON =
      """
      INSERT INTO person (person_id, name, email, language, password_hash, password_changed_at,
                          created_at)
      VALUES (:person, :name, :email, :language, :hash, :now, :now)
      """;

  /// The first to ask gets it.
  private static final String SAMPLE =
      "UPDATE person SET sample_org = :sample WHERE person_id = :person AND sample_org IS NULL";

  private static final String ADD_EMAIL =
      "INSERT INTO person_email (email, person_id) VALUES (:email, :person) ON CONFLICT DO NOTHING";

  private static final String ADD_MEMBER =
      """
      INSERT INTO membership (org_id, person_id, name, email, role, since)
      VALUES (:org, :person, :name, :email, :role, :now)
      ON CONFLICT (org_id, person_id) DO UPDATE
         SET role = :role, since = :now, ended_at = NULL, version = membership.version + 1
       WHERE membership.ended_at IS NOT NULL
      """;

  private static final String ADD_MEMBER_OF =
      """
      INSERT INTO person_organisation (person_id, org_id) VALUES (:person, :org)
      ON CONFLICT DO NOTHING
      """;

  private final Tenancy tenancy;
  private final JdbcClient jdbc;
  private final Uuid7 ids;
  private final Clock clock;
  private final Passwords passwords;
  private final Tokens tokens;
  private final EvidenceLog log;

  Organisations(
      Tenancy tenancy,
      JdbcClient jdbc,
      Uuid7 ids,
      Clock clock,
      Passwords passwords,
      Tokens tokens,
      EvidenceLog log) {
    this.tenancy = tenancy;
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.passwords = passwords;
    this.tokens = tokens;
    this.log = log;
  }

  /// The person's role, while they belong to the organisation.
  Optional<Role> roleOf(UUID organisation, UUID person) {
    return tenancy.in(
        organisation,
        () ->
            tenancy
                .sql(ROLE)
                .param("person", person)
                .query(String.class)
                .optional()
                .flatMap(Role::of));
  }

  /// A new organisation with its owner, who gets a token with every scope.
  ///
  /// @throws Problem 409 if the address belongs to someone already: they are to be invited
  Added add(String name, String kind, String currency, String zone, Person owner) {
    UUID organisation = ids.next();
    String hash = owner.password() == null ? null : passwords.hash(owner.password());
    return tenancy.in(
        organisation,
        () -> {
          found(name, kind, currency, zone, null);
          UUID person = addPerson(owner, hash);
          join(person, owner.name(), owner.email(), Role.OWNER);
          tell(name, kind, currency, zone, person);
          Tokens.Made token =
              tokens.make(
                  person, "first token", Set.of(Scope.ADMIN), clock.instant().plus(FIRST_TOKEN));
          return new Added(organisation, person, token.text());
        });
  }

  /// The sample of someone who is known here already, with them as its owner. It gets no token.
  ///
  /// @throws Problem 409 if they have one: it is being made at this moment, or they left it
  UUID addSample(SignIn.Account owner, String name, String currency, String zone) {
    UUID organisation = ids.next();
    return tenancy.in(
        organisation,
        () -> {
          int theirs =
              jdbc.sql(SAMPLE)
                  .param("person", owner.person())
                  .param("sample", organisation)
                  .update();
          if (theirs == 0) {
            throw Problem.conflict("busy", "Others were changing the same. Ask again.");
          }
          found(name, CREDITOR, currency, zone, owner.person());
          join(owner.person(), owner.name(), owner.email(), Role.OWNER);
          tell(name, CREDITOR, currency, zone, owner.person());
          return organisation;
        });
  }

  private void found(
      String name, String kind, String currency, String zone, @Nullable UUID sampleOf) {
    OffsetDateTime now = now();
    tenancy.sql(ADD_TENANT).param("now", now).update();
    tenancy
        .sql(ADD)
        .param("kind", kind)
        .param("name", name)
        .param("currency", currency)
        .param("zone", zone)
        .param("sample", sampleOf)
        .param("now", now)
        .update();
  }

  private void tell(String name, String kind, String currency, String zone, UUID owner) {
    UUID organisation = tenancy.organisation();
    Map<String, Object> body =
        Map.of(
            "name", name,
            "kind", kind,
            "base_currency", currency,
            "time_zone", zone,
            "owner", TypeId.of("per", owner));
    List<UUID> ignored =
        log.append(
            List.of(
                new EvidenceLog.Statement(
                    "organisation.added", TypeId.of("org", organisation), body)),
            "sys");
  }

  /// A new person, in the open transaction.
  UUID addPerson(Person owner, @Nullable String hash) {
    UUID person = ids.next();
    String email = owner.email().toLowerCase(Locale.ROOT);
    if (jdbc.sql(ADD_EMAIL).param("email", email).param("person", person).update() == 0) {
      throw Problem.conflict(
          "person_exists", "Someone with the address " + owner.email() + " is known already.");
    }
    jdbc.sql(ADD_PERSON)
        .param("person", person)
        .param("name", owner.name())
        .param("email", email)
        .param("language", owner.language())
        .param("hash", hash)
        .param("now", now())
        .update();
    return person;
  }

  /// Makes someone a member, also one who was before.
  ///
  /// @throws Problem 409 if they are one
  void join(UUID person, String name, String email, Role role) {
    int joined =
        tenancy
            .sql(ADD_MEMBER)
            .param("person", person)
            .param("name", name)
            .param("email", email.toLowerCase(Locale.ROOT))
            .param("role", role.code())
            .param("now", now())
            .update();
    if (joined == 0) {
      throw Problem.conflict("already_member", "This person belongs to the organisation already.");
    }
    tenancy.sql(ADD_MEMBER_OF).param("person", person).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
