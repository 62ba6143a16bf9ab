package dunnage.app.access;

import dunnage.app.evidence.EvidenceLog;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Asking people to join: `ivs_<organisation>_<invitation>_<secret>`, good once and for a week.
@Component
class Invitations {

  private static final Duration LASTS = Duration.ofDays(7);

  /// @param state `open`, `accepted`, `withdrawn` or `expired`
  record Invitation(
      UUID id,
      UUID organisation,
      String email,
      Role role,
      UUID by,
      Instant made,
      Instant expires,
      String state) {}

  record Made(UUID id, String secret) {}

  private static final String ADD =
      """
      INSERT INTO invitation (org_id, invitation_id, email, role, secret_hash, invited_by,
                              created_at, expires_at)
      VALUES (:org, :id, :email, :role, :hash, :by, :now, :expires)
      """;

  /// A new invitation takes the place of an earlier one.
  private static final String WITHDRAW_EARLIER =
      """
      UPDATE invitation SET withdrawn_at = :now
       WHERE org_id = :org AND email = :email AND accepted_at IS NULL AND withdrawn_at IS NULL
      """;

  private static final String MEMBER =
      "SELECT count(*) FROM membership WHERE org_id = :org AND email = :email AND ended_at IS NULL";

  private static final String COLUMNS =
      """
      SELECT invitation_id, org_id, email, role, invited_by, created_at, expires_at, secret_hash,
             CASE WHEN accepted_at IS NOT NULL THEN 'accepted'
                  WHEN withdrawn_at IS NOT NULL THEN 'withdrawn'
                  WHEN expires_at <= :now THEN 'expired'
                  ELSE 'open' END AS state
        FROM invitation
      """;

  private static final String LIST =
      COLUMNS
          + " WHERE org_id = :org AND invitation_id > :after ORDER BY invitation_id LIMIT :limit";

  private static final String ONE = COLUMNS + " WHERE org_id = :org AND invitation_id = :id";

  private static final String WITHDRAW =
      """
      UPDATE invitation SET withdrawn_at = :now
       WHERE org_id = :org AND invitation_id = :id AND accepted_at IS NULL AND withdrawn_at IS NULL
      """;

  /// Of two at once, one gets the row.
  private static final String ACCEPT =
      """
      UPDATE invitation SET accepted_at = :now
       WHERE org_id = :org AND invitation_id = :id
         AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > :now
      """;

  private record Found(Invitation invitation, byte[] hash) {}

  private final Tenancy tenancy;
  private final Organisations organisations;
  private final People people;
  private final EvidenceLog log;
  private final Uuid7 ids;
  private final Clock clock;

  Invitations(
      Tenancy tenancy,
      Organisations organisations,
      People people,
      EvidenceLog log,
      Uuid7 ids,
      Clock clock) {
    this.tenancy = tenancy;
    this.organisations = organisations;
    this.people = people;
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  /// In the open transaction.
  ///
  /// @throws Problem 409 if they belong to the organisation already
  Made invite(String email, Role role, UUID by) {
    if (tenancy.sql(MEMBER).param("email", email).query(Long.class).single() > 0) {
      throw Problem.conflict("already_member", email + " belongs to the organisation already.");
    }
    tenancy.sql(WITHDRAW_EARLIER).param("email", email).param("now", now()).update();
    UUID id = ids.next();
    String secret = Secret.random();
    tenancy
        .sql(ADD)
        .param("id", id)
        .param("email", email)
        .param("role", role.code())
        .param("hash", Secret.hash(secret))
        .param("by", by)
        .param("now", now())
        .param("expires", now().plus(LASTS))
        .update();
    log.append("person.invited", TypeId.of("ivt", id), Map.of("role", role.code()));
    return new Made(
        id, TypeId.of("ivs", tenancy.organisation()) + TypeId.of("", id) + "_" + secret);
  }

  List<Invitation> list(UUID after, int limit) {
    return tenancy
        .sql(LIST)
        .param("after", after)
        .param("limit", limit)
        .param("now", now())
        .query((row, n) -> found(row).invitation())
        .list();
  }

  Optional<Invitation> find(UUID id) {
    return one(id).map(Found::invitation);
  }

  private Optional<Found> one(UUID id) {
    return tenancy
        .sql(ONE)
        .param("id", id)
        .param("now", now())
        .query((row, n) -> found(row))
        .optional();
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        new Invitation(
            row.getObject("invitation_id", UUID.class),
            row.getObject("org_id", UUID.class),
            row.getString("email"),
            Role.of(row.getString("role")).orElseThrow(),
            row.getObject("invited_by", UUID.class),
            Tokens.instant(row, "created_at").orElseThrow(),
            Tokens.instant(row, "expires_at").orElseThrow(),
            row.getString("state")),
        row.getBytes("secret_hash"));
  }

  void withdraw(UUID id) {
    if (tenancy.sql(WITHDRAW).param("id", id).param("now", now()).update() == 1) {
      log.append("invitation.withdrawn", TypeId.of("ivt", id), Map.of());
    }
  }

  /// The invitation of a secret, whatever became of it; in a transaction of its own.
  Optional<Invitation> of(String text) {
    String[] parts = text.split("_", -1);
    if (parts.length != 4 || parts[3].length() != Secret.LENGTH) {
      return Optional.empty();
    }
    Optional<UUID> organisation = TypeId.read("ivs", parts[0] + "_" + parts[1]);
    Optional<UUID> id = TypeId.read("", "_" + parts[2]);
    if (organisation.isEmpty() || id.isEmpty()) {
      return Optional.empty();
    }
    return tenancy
        .in(organisation.get(), () -> one(id.get()))
        .filter(found -> MessageDigest.isEqual(found.hash(), Secret.hash(parts[3])))
        .map(Found::invitation);
  }

  /// Joins by an invitation, as someone known or as someone new; in a transaction of its own.
  ///
  /// @param known the person, or empty for a new one
  /// @param hash of the new one's password
  UUID accept(
      Invitation invitation, Optional<UUID> known, Organisations.Person person, String hash) {
    return tenancy.in(
        invitation.organisation(),
        () -> {
          int taken = tenancy.sql(ACCEPT).param("id", invitation.id()).param("now", now()).update();
          if (taken == 0) {
            throw over("used");
          }
          UUID joined = known.isPresent() ? known.get() : organisations.addPerson(person, hash);
          people.countOwners(Role.AUDITOR, invitation.role());
          organisations.join(joined, person.name(), invitation.email(), invitation.role());
          String id = TypeId.of("per", joined);
          List<UUID> ignored =
              log.append(
                  List.of(
                      new EvidenceLog.Statement(
                          "person.joined",
                          id,
                          Map.of(
                              "role", invitation.role().code(),
                              "invitation", TypeId.of("ivt", invitation.id())))),
                  id);
          return joined;
        });
  }

  static Problem over(String how) {
    return Problem.conflict(
        "invitation_over", "This invitation is " + how + ". Ask for another one.");
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
