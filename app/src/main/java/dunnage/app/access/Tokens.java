package dunnage.app.access;

import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import java.security.MessageDigest;
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
import org.springframework.stereotype.Component;

/// Tokens for programs: `dun_<organisation>_<token>_<secret>`. The organisation stands in the token
/// so that it can be looked up where the organisation's rows are.
@Component
class Tokens {

  /// Written at most so often per token, so that reading does not become writing.
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(10);

  /// A new token.
  ///
  /// @param text shown once and never again
  record Made(UUID id, String text) {}

  /// A token as it is seen later: without its secret.
  record Row(
      UUID id,
      UUID person,
      String name,
      Set<Scope> scopes,
      Instant made,
      Instant expires,
      Optional<Instant> revoked,
      Optional<Instant> lastUsed) {}

  private record Found(UUID person, Role role, Set<Scope> scopes, byte[] hash, boolean useIsOld) {}

  /// Holds the membership, so that whoever ends it at the same moment waits, and then finds this
  /// token to revoke. The foreign key would hold the row's key alone, which ending leaves as it is.
  private static final String ADD =
      """
      INSERT INTO api_token (org_id, token_id, person_id, name, secret_hash, scopes, created_at,
                             expires_at)
      SELECT :org, :id, person_id, :name, :hash, :scopes, :now, :expires
        FROM membership
       WHERE org_id = :org AND person_id = :person AND ended_at IS NULL
         FOR SHARE
      """;

  private static final String FIND =
      """
      SELECT t.person_id, m.role, t.scopes, t.secret_hash,
             COALESCE(t.last_used_at < :noted, true) AS use_is_old
        FROM api_token t
        JOIN membership m ON m.org_id = t.org_id AND m.person_id = t.person_id
       WHERE t.org_id = :org AND t.token_id = :id
         AND t.revoked_at IS NULL AND t.expires_at > :now AND m.ended_at IS NULL
      """;

  private static final String COLUMNS =
      """
      SELECT token_id, person_id, name, scopes, created_at, expires_at, revoked_at, last_used_at
        FROM api_token
      """;

  private static final String LIST =
      COLUMNS
          + """
       WHERE org_id = :org AND person_id = COALESCE(CAST(:person AS uuid), person_id)
         AND token_id > :after
       ORDER BY token_id LIMIT :limit
      """;

  private static final String ONE = COLUMNS + " WHERE org_id = :org AND token_id = :id";

  private static final String REVOKE =
      """
      UPDATE api_token SET revoked_at = :now
       WHERE org_id = :org AND token_id = :id AND revoked_at IS NULL
      """;

  private static final String REVOKE_ALL =
      """
      UPDATE api_token SET revoked_at = :now
       WHERE org_id = :org AND person_id = :person AND revoked_at IS NULL
      """;

  private static final String USED =
      "UPDATE api_token SET last_used_at = :now WHERE org_id = :org AND token_id = :id";

  private final Tenancy tenancy;
  private final Uuid7 ids;
  private final Clock clock;

  Tokens(Tenancy tenancy, Uuid7 ids, Clock clock) {
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
  }

  /// A token for a person, in the open transaction of the organisation.
  ///
  /// @throws Problem 403 if they have left
  Made make(UUID person, String name, Set<Scope> scopes, Instant expires) {
    String hex = Secret.random();
    UUID id = ids.next();
    int made =
        tenancy
            .sql(ADD)
            .param("id", id)
            .param("person", person)
            .param("name", name)
            .param("hash", Secret.hash(hex))
            .param("scopes", Scope.written(scopes))
            .param("now", now())
            .param("expires", expires.atOffset(ZoneOffset.UTC))
            .update();
    if (made == 0) {
      throw Problem.forbidden("You do not belong to this organisation any more.");
    }
    String text = TypeId.of("dun", tenancy.organisation()) + TypeId.of("", id) + "_" + hex;
    return new Made(id, text);
  }

  /// Who a token acts as, while it is valid.
  Optional<Actor> actor(String text) {
    String[] parts = text.split("_", -1);
    if (parts.length != 4 || parts[3].length() != Secret.LENGTH) {
      return Optional.empty();
    }
    Optional<UUID> organisation = TypeId.read("dun", parts[0] + "_" + parts[1]);
    Optional<UUID> id = TypeId.read("", "_" + parts[2]);
    if (organisation.isEmpty() || id.isEmpty()) {
      return Optional.empty();
    }
    UUID org = organisation.get();
    return tenancy.in(org, () -> actor(org, id.get(), parts[3]));
  }

  private Optional<Actor> actor(UUID organisation, UUID id, String secret) {
    Optional<Found> found =
        tenancy
            .sql(FIND)
            .param("id", id)
            .param("now", now())
            .param("noted", now().minus(USE_NOTED_EVERY))
            .query(
                (row, n) ->
                    new Found(
                        row.getObject("person_id", UUID.class),
                        Role.of(row.getString("role")).orElseThrow(),
                        Scope.read(row.getString("scopes")),
                        row.getBytes("secret_hash"),
                        row.getBoolean("use_is_old")))
            .optional();
    if (found.isEmpty() || !MessageDigest.isEqual(found.get().hash(), Secret.hash(secret))) {
      return Optional.empty();
    }
    if (found.get().useIsOld()) {
      tenancy.sql(USED).param("id", id).param("now", now()).update();
    }
    return Optional.of(
        new Actor(organisation, found.get().person(), found.get().role(), found.get().scopes()));
  }

  /// Tokens of one person, or of everybody, the oldest first.
  List<Row> list(Optional<UUID> person, Optional<UUID> after, int limit) {
    return tenancy
        .sql(LIST)
        .param("person", person.orElse(null), java.sql.Types.OTHER)
        .param("after", after.orElse(new UUID(0, 0)))
        .param("limit", limit)
        .query((row, n) -> row(row))
        .list();
  }

  Optional<Row> find(UUID id) {
    return tenancy.sql(ONE).param("id", id).query((row, n) -> row(row)).optional();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("token_id", UUID.class),
        row.getObject("person_id", UUID.class),
        row.getString("name"),
        Scope.read(row.getString("scopes")),
        instant(row, "created_at").orElseThrow(),
        instant(row, "expires_at").orElseThrow(),
        instant(row, "revoked_at"),
        instant(row, "last_used_at"));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /// @return whether it was not revoked before
  boolean revoke(UUID id) {
    return tenancy.sql(REVOKE).param("id", id).param("now", now()).update() == 1;
  }

  /// Revokes whatever a person has: a later membership must not bring them back.
  void revokeAll(UUID person) {
    tenancy.sql(REVOKE_ALL).param("person", person).param("now", now()).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
