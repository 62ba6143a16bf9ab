package dunnage.app.access;

import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Shows by an address and a password who someone is. A second factor, a passkey or another
/// provider's word (OIDC) will stand where [#prove] does; sessions begin after it, whichever it is.
///
/// Nothing here runs within the transaction of a request: an attempt counts although the answer is
/// a no.
@Component
class SignIn {

  /// Who it is.
  ///
  /// @param hash of the password that was right; a session begins only while it still is
  record Known(UUID person, String hash) {}

  /// @param hash null while no password was chosen
  record Account(UUID person, String name, String email, String language, @Nullable String hash) {}

  /// An organisation to choose.
  record Choice(String id, String name, String kind, String role) {}

  private static final String COLUMNS =
      "SELECT person_id, name, email, language, password_hash FROM person WHERE person_id = ";

  private static final String BY_EMAIL =
      COLUMNS + "(SELECT person_id FROM person_email WHERE email = :email)";

  private static final String BY_ID = COLUMNS + ":person";

  private static final String WHERE =
      "SELECT org_id FROM person_organisation WHERE person_id = :person ORDER BY org_id";

  private static final String CHOICE =
      """
      SELECT o.name, o.kind, m.role
        FROM membership m JOIN organisation o ON o.org_id = m.org_id
       WHERE m.org_id = :org AND m.person_id = :person AND m.ended_at IS NULL
      """;

  /// Holds the password as it is until the session is there.
  private static final String STILL =
      """
      SELECT person_id FROM person
       WHERE person_id = :person AND password_hash = :hash
         FOR SHARE
      """;

  /// Holds the membership, so that whoever ends it at the same moment waits, and then finds the
  /// session to end.
  private static final String HOLD =
      """
      SELECT person_id FROM membership
       WHERE org_id = :org AND person_id = :person AND ended_at IS NULL
         FOR SHARE
      """;

  private static final String CHANGE =
      """
      UPDATE person SET password_hash = :hash, password_changed_at = :now
       WHERE person_id = :person AND password_hash IS NOT DISTINCT FROM CAST(:before AS text)
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Tenancy tenancy;
  private final Passwords passwords;
  private final SignInAttempts attempts;
  private final Sessions sessions;
  private final Clock clock;

  SignIn(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Tenancy tenancy,
      Passwords passwords,
      SignInAttempts attempts,
      Sessions sessions,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactions);
    this.tenancy = tenancy;
    this.passwords = passwords;
    this.attempts = attempts;
    this.sessions = sessions;
    this.clock = clock;
  }

  /// Whose address it is. What no database keeps is nobody's.
  Optional<Account> account(String email) {
    if (!Fields.canBeKept(email)) {
      return Optional.empty();
    }
    return jdbc.sql(BY_EMAIL)
        .param("email", email.toLowerCase(Locale.ROOT))
        .query(SignIn::account)
        .optional();
  }

  Account account(UUID person) {
    return jdbc.sql(BY_ID).param("person", person).query(SignIn::account).single();
  }

  private static Account account(java.sql.ResultSet row, int n) throws java.sql.SQLException {
    return new Account(
        row.getObject("person_id", UUID.class),
        row.getString("name"),
        row.getString("email"),
        row.getString("language"),
        row.getString("password_hash"));
  }

  /// Who it is. An address that is unknown, one without a password and a wrong password take the
  /// same work and get the same answer.
  ///
  /// @throws Problem 401 if it is wrong, 429 if it was tried too often
  Known prove(String email, String password, String networkAddress) {
    attempts.begin(email, networkAddress);
    Optional<Account> account = account(email);
    String hash = account.map(Account::hash).orElse(null);
    if (!passwords.matches(password, hash) || account.isEmpty() || hash == null) {
      throw new Problem(
          HttpStatus.UNAUTHORIZED, "unauthorized", "The address or the password is wrong.");
    }
    attempts.succeeded(email, networkAddress);
    return new Known(account.get().person(), hash);
  }

  /// The organisations a person belongs to.
  List<Choice> choices(UUID person) {
    List<UUID> all =
        jdbc.sql(WHERE)
            .param("person", person)
            .query((row, n) -> row.getObject(1, UUID.class))
            .list();
    List<Choice> choices = new ArrayList<>();
    for (UUID organisation : all) {
      choice(organisation, person).ifPresent(choices::add);
    }
    return choices;
  }

  private Optional<Choice> choice(UUID organisation, UUID person) {
    return tenancy.in(
        organisation,
        () ->
            tenancy
                .sql(CHOICE)
                .param("person", person)
                .query(
                    (row, n) ->
                        new Choice(
                            TypeId.of("org", organisation),
                            row.getString("name"),
                            row.getString("kind"),
                            row.getString("role")))
                .optional());
  }

  /// Which one to sign in to.
  ///
  /// @param wanted `org_…`, or empty where there is but one
  /// @throws Problem 409 with the list where there are several, 403 where they are no member
  UUID chosen(UUID person, String wanted) {
    List<Choice> choices = choices(person);
    if (wanted.isEmpty() && choices.size() > 1) {
      throw Problem.conflict("organisation_choice", "Say which organisation you sign in to.")
          .with("organisations", choices);
    }
    return choices.stream()
        .filter(choice -> wanted.isEmpty() || choice.id().equals(wanted))
        .findFirst()
        .map(choice -> TypeId.parse("org", choice.id()))
        .orElseThrow(() -> wanted.isEmpty() ? noMember() : Problem.notFound("organisation"));
  }

  /// A session, unless the password was changed since it was shown.
  Sessions.Begun begin(Known known, UUID organisation, Sessions.Place place) {
    return tenancy.in(
        organisation,
        () -> {
          holdMember(known.person());
          boolean still =
              jdbc.sql(STILL)
                  .param("person", known.person())
                  .param("hash", known.hash())
                  .query(UUID.class)
                  .optional()
                  .isPresent();
          if (!still) {
            throw Problem.conflict("busy", "The password was changed meanwhile. Sign in again.");
          }
          return sessions.begin(
              known.person(), organisation, place, clock.instant().plus(Sessions.LONGEST));
        });
  }

  /// The same session with a new secret, for another organisation.
  Sessions.Begun move(Sessions.Session from, UUID organisation, Sessions.Place place) {
    return tenancy.in(
        organisation,
        () -> {
          holdMember(from.person());
          if (!sessions.end(from.person(), from.id())) {
            throw Problem.notFound("session");
          }
          return sessions.begin(from.person(), organisation, place, from.expires());
        });
  }

  private void holdMember(UUID person) {
    if (tenancy.sql(HOLD).param("person", person).query(UUID.class).optional().isEmpty()) {
      throw noMember();
    }
  }

  private static Problem noMember() {
    return Problem.forbidden("You do not belong to this organisation.");
  }

  /// Gives a person another password and ends their other sessions.
  ///
  /// @param before the hash it replaces
  /// @throws Problem 409 if it was changed at the same moment
  void change(UUID person, @Nullable String before, String password, Optional<UUID> kept) {
    String hash = passwords.hash(password);
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    boolean ignored =
        written(
            () -> {
              int changed =
                  jdbc.sql(CHANGE)
                      .param("person", person)
                      .param("hash", hash)
                      .param("before", before, java.sql.Types.VARCHAR)
                      .param("now", now)
                      .update();
              if (changed == 0) {
                throw Problem.conflict("busy", "The password was changed at the same moment.");
              }
              sessions.endOthers(person, kept);
              return true;
            });
  }

  /// In which language pages speak to a person, wherever they sign in.
  void speak(UUID person, Locale language) {
    int ignored =
        jdbc.sql("UPDATE person SET language = :language WHERE person_id = :person")
            .param("person", person)
            .param("language", language.getLanguage())
            .update();
  }

  private <T> T written(java.util.function.Supplier<T> work) {
    return java.util.Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
