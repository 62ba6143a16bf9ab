package dunnage.app.access;

import dunnage.app.platform.Tenancy;
import dunnage.app.platform.Uuid7;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where people are signed in. What the browser holds is random and means nothing by itself; it is
/// new at each sign-in and at each change of organisation (ASVS 5.0 V7.2).
@Component
class Sessions {

  /// Whatever happens, the password is asked for again after that (NIST SP 800-63B asks for 30 days
  /// at the least strict level).
  static final Duration LONGEST = Duration.ofDays(7);

  /// Unused for so long, it ends: a working day, since a desk is left for a meeting and not for a
  /// night.
  private static final Duration IDLE = Duration.ofHours(8);

  /// For those who may move limits and people: the hour that NIST SP 800-63B names for its second
  /// level.
  private static final Duration IDLE_OF_POWER = Duration.ofHours(1);

  /// Written at most so often, so that reading does not become writing.
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private static final int LONGEST_BROWSER = 200;

  /// A new session.
  ///
  /// @param secret for the cookie
  record Begun(UUID id, String secret, Instant expires) {}

  /// Where a request comes from, as the person is shown later.
  record Place(String browser, String address) {
    Place {
      String plain = browser.replaceAll("\\p{Cntrl}", " ");
      browser = plain.substring(0, Math.min(LONGEST_BROWSER, plain.length()));
    }
  }

  record Session(
      UUID id, UUID person, UUID organisation, Instant created, Instant seen, Instant expires) {}

  /// One of the list.
  record Row(UUID id, UUID organisation, Place place, Instant created, Instant expires) {}

  private static final String ADD =
      """
      INSERT INTO session (session_hash, session_id, person_id, org_id, created_at, last_seen_at,
                           expires_at)
      VALUES (:hash, :id, :person, :organisation, :now, :now, :expires)
      """;

  private static final String ADD_TO_LIST =
      """
      INSERT INTO person_session (person_id, session_id, session_hash, org_id, browser, address,
                                  created_at, expires_at)
      VALUES (:person, :id, :hash, :organisation, :browser, :address, :now, :expires)
      """;

  private static final String FIND =
      """
      SELECT session_id, person_id, org_id, created_at, last_seen_at, expires_at FROM session
       WHERE session_hash = :hash AND expires_at > :now
      """;

  private static final String SEEN =
      "UPDATE session SET last_seen_at = :now WHERE session_hash = :hash";

  private static final String LIST =
      """
      SELECT session_id, org_id, browser, address, created_at, expires_at FROM person_session
       WHERE person_id = :person AND expires_at > :now
       ORDER BY session_id
      """;

  /// Which of a person's sessions: all; of one organisation; but one; one; or those long over.
  private static final String HASHES =
      """
      SELECT session_hash FROM person_session
       WHERE person_id = :person
      """;

  private static final String END =
      "DELETE FROM session WHERE session_hash IN (SELECT unnest(CAST(:hashes AS bytea[])))";
  private static final String END_IN_LIST =
      """
      DELETE FROM person_session
       WHERE person_id = :person
         AND session_hash IN (SELECT unnest(CAST(:hashes AS bytea[])))
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Organisations organisations;
  private final Uuid7 ids;
  private final Clock clock;

  Sessions(JdbcClient jdbc, Tenancy tenancy, Organisations organisations, Uuid7 ids, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.organisations = organisations;
    this.ids = ids;
    this.clock = clock;
  }

  /// A new session; those of the person that are over are forgotten by the way.
  Begun begin(UUID person, UUID organisation, Place place, Instant expires) {
    end(
        person,
        jdbc.sql(HASHES + " AND expires_at <= :now")
            .param("person", person)
            .param("now", now())
            .query((row, n) -> row.getBytes(1))
            .list());
    String secret = Secret.random();
    UUID id = ids.next();
    for (String statement : List.of(ADD, ADD_TO_LIST)) {
      jdbc.sql(statement)
          .param("hash", Secret.hash(secret))
          .param("id", id)
          .param("person", person)
          .param("organisation", organisation)
          .param("browser", place.browser())
          .param("address", place.address())
          .param("now", now())
          .param("expires", expires.atOffset(ZoneOffset.UTC))
          .update();
    }
    return new Begun(id, secret, expires);
  }

  /// The session of a cookie, unless it is over.
  Optional<Session> find(String secret) {
    if (secret.length() != Secret.LENGTH) {
      return Optional.empty();
    }
    return jdbc.sql(FIND)
        .param("hash", Secret.hash(secret))
        .param("now", now())
        .query((row, n) -> session(row))
        .optional();
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getObject("session_id", UUID.class),
        row.getObject("person_id", UUID.class),
        row.getObject("org_id", UUID.class),
        Tokens.instant(row, "created_at").orElseThrow(),
        Tokens.instant(row, "last_seen_at").orElseThrow(),
        Tokens.instant(row, "expires_at").orElseThrow());
  }

  /// Who acts by a cookie: nobody once the session is over, was not used for too long, or the
  /// person has left.
  Optional<Actor> actor(String secret) {
    Optional<Session> found = find(secret);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Session session = found.get();
    Optional<Role> role =
        tenancy.in(
            session.organisation(),
            () -> organisations.roleOf(session.organisation(), session.person()));
    Instant now = clock.instant();
    if (role.isEmpty() || !session.seen().plus(idle(role.get())).isAfter(now)) {
      return Optional.empty();
    }
    if (session.seen().plus(SEEN_EVERY).isBefore(now)) {
      jdbc.sql(SEEN).param("hash", Secret.hash(secret)).param("now", now()).update();
    }
    return Optional.of(
        new Actor(session.organisation(), session.person(), role.get(), Set.of(Scope.ADMIN)));
  }

  static Duration idle(Role role) {
    return switch (role) {
      case OWNER, CONTROLLER -> IDLE_OF_POWER;
      case SALES, COLLECTOR, ANALYST, AUDITOR -> IDLE;
    };
  }

  /// Those of a person that are not over.
  List<Row> list(UUID person) {
    return jdbc.sql(LIST)
        .param("person", person)
        .param("now", now())
        .query(
            (row, n) ->
                new Row(
                    row.getObject("session_id", UUID.class),
                    row.getObject("org_id", UUID.class),
                    new Place(row.getString("browser"), row.getString("address")),
                    Tokens.instant(row, "created_at").orElseThrow(),
                    Tokens.instant(row, "expires_at").orElseThrow()))
        .list();
  }

  /// Ends one session of the person.
  ///
  /// @return whether there was one
  boolean end(UUID person, UUID id) {
    List<byte[]> hashes =
        jdbc.sql(HASHES + " AND session_id = :id")
            .param("person", person)
            .param("id", id)
            .query((row, n) -> row.getBytes(1))
            .list();
    end(person, hashes);
    return !hashes.isEmpty();
  }

  /// Ends those of a person for one organisation.
  void endIn(UUID person, UUID organisation) {
    end(
        person,
        jdbc.sql(HASHES + " AND org_id = :organisation")
            .param("person", person)
            .param("organisation", organisation)
            .query((row, n) -> row.getBytes(1))
            .list());
  }

  /// Ends all of a person but one, if any.
  void endOthers(UUID person, Optional<UUID> kept) {
    end(
        person,
        jdbc.sql(HASHES + " AND session_id <> :kept")
            .param("person", person)
            .param("kept", kept.orElse(new UUID(0, 0)))
            .query((row, n) -> row.getBytes(1))
            .list());
  }

  private void end(UUID person, List<byte[]> hashes) {
    if (!hashes.isEmpty()) {
      byte[][] all = hashes.toArray(byte[][]::new);
      jdbc.sql(END).param("hashes", all).update();
      jdbc.sql(END_IN_LIST).param("person", person).param("hashes", all).update();
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
