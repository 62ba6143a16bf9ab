package dunnage.app.access;

import dunnage.app.evidence.EvidenceLog;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The people of an organisation: who they are, what they may do, when they leave. In the open
/// transaction.
@Component
class People {

  /// A member, also a former one.
  record Person(
      UUID id,
      String name,
      String email,
      Role role,
      Instant since,
      Optional<Instant> ended,
      int version) {}

  private static final String COLUMNS =
      "SELECT person_id, name, email, role, since, ended_at, version FROM membership";

  private static final String LIST =
      COLUMNS
          + """
       WHERE org_id = :org AND person_id > :after AND (:ended OR ended_at IS NULL)
       ORDER BY person_id LIMIT :limit
      """;

  private static final String ONE = COLUMNS + " WHERE org_id = :org AND person_id = :person";

  private static final String CHANGE =
      """
      UPDATE membership SET name = :name, role = :role, version = version + 1
       WHERE org_id = :org AND person_id = :person AND version = :seen AND ended_at IS NULL
      """;

  private static final String END =
      """
      UPDATE membership SET ended_at = :now, version = version + 1
       WHERE org_id = :org AND person_id = :person AND version = :seen AND ended_at IS NULL
      """;

  private static final String FORGET_WHERE =
      "DELETE FROM person_organisation WHERE person_id = :person AND org_id = :org";

  private static final String ONE_OWNER_MORE =
      "UPDATE organisation SET owners = owners + 1 WHERE org_id = :org";

  /// Waits for whoever changes the same number, and finds what they left.
  private static final String ONE_OWNER_LESS =
      "UPDATE organisation SET owners = owners - 1 WHERE org_id = :org AND owners > 1";

  private final Tenancy tenancy;
  private final Tokens tokens;
  private final Sessions sessions;
  private final EvidenceLog log;
  private final Clock clock;

  People(Tenancy tenancy, Tokens tokens, Sessions sessions, EvidenceLog log, Clock clock) {
    this.tenancy = tenancy;
    this.tokens = tokens;
    this.sessions = sessions;
    this.log = log;
    this.clock = clock;
  }

  /// In the order in which they became known.
  ///
  /// @param ended whether those who left are shown too
  List<Person> list(boolean ended, UUID after, int limit) {
    return tenancy
        .sql(LIST)
        .param("ended", ended)
        .param("after", after)
        .param("limit", limit)
        .query((row, n) -> person(row))
        .list();
  }

  Optional<Person> find(UUID person) {
    return tenancy.sql(ONE).param("person", person).query((row, n) -> person(row)).optional();
  }

  /// @throws Problem 404 if the organisation never had them
  Person require(UUID person) {
    return find(person).orElseThrow(() -> Problem.notFound("person"));
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(
        row.getObject("person_id", UUID.class),
        row.getString("name"),
        row.getString("email"),
        Role.of(row.getString("role")).orElseThrow(),
        Tokens.instant(row, "since").orElseThrow(),
        Tokens.instant(row, "ended_at"),
        row.getInt("version"));
  }

  /// Gives someone a name or a role; the role counts from their next request on.
  ///
  /// @throws Problem 412 if they were changed meanwhile, 409 for the last owner
  void change(Person was, String name, Role role) {
    countOwners(was.role(), role);
    int changed =
        tenancy
            .sql(CHANGE)
            .param("person", was.id())
            .param("name", name)
            .param("role", role.code())
            .param("seen", was.version())
            .update();
    if (changed == 0) {
      throw Versions.changed();
    }
    String id = TypeId.of("per", was.id());
    if (was.role() != role) {
      log.append("person.role_changed", id, Map.of("from", was.role().code(), "to", role.code()));
    }
    if (!was.name().equals(name)) {
      log.append("person.renamed", id, Map.of("version", was.version() + 1));
    }
  }

  /// Ends a membership: tokens and sessions for this organisation stop at once.
  ///
  /// @throws Problem 412 if they were changed meanwhile, 409 for the last owner
  void end(Person person) {
    countOwners(person.role(), Role.AUDITOR);
    int ended =
        tenancy
            .sql(END)
            .param("person", person.id())
            .param("seen", person.version())
            .param("now", now())
            .update();
    if (ended == 0) {
      throw Versions.changed();
    }
    tokens.revokeAll(person.id());
    tenancy.sql(FORGET_WHERE).param("person", person.id()).update();
    sessions.endIn(person.id(), tenancy.organisation());
    log.append("person.ended", TypeId.of("per", person.id()), Map.of("role", person.role().code()));
  }

  /// Keeps the number of owners, which never falls to none.
  void countOwners(Role from, Role to) {
    if (from != Role.OWNER && to == Role.OWNER) {
      tenancy.sql(ONE_OWNER_MORE).update();
    } else if (from == Role.OWNER
        && to != Role.OWNER
        && tenancy.sql(ONE_OWNER_LESS).update() == 0) {
      throw Problem.conflict(
          "last_owner",
          "This is the only owner. Make someone else an owner first, so that somebody can.");
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
