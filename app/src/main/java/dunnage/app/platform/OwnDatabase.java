package dunnage.app.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// One's own PostgreSQL: what must hold before anything is written there.
///
/// @param version as `server_version_num`, like 150018
/// @param versionText as the server says it, like `15.18`
/// @param unbound whether the login is a superuser or has BYPASSRLS, so that row-level security
///   would not bind it
/// @param applicationRole whether a role `dunnage_app` exists
/// @param mayTakeIt whether the login may `SET ROLE` to it
/// @param mayCreate whether the login may create its schema, or owns it
/// @param encoding of the database
/// @param switchedOff settings that durability needs and that are off
record OwnDatabase(
    int version,
    String versionText,
    boolean unbound,
    boolean applicationRole,
    boolean mayTakeIt,
    boolean mayCreate,
    String encoding,
    List<String> switchedOff) {

  private static final int OLDEST = 150_000;
  private static final String LOGIN_SECONDS = "10";

  private static final String QUESTION =
      """
      SELECT current_setting('server_version_num')::int,
             split_part(current_setting('server_version'), ' ', 1),
             (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = session_user),
             EXISTS (SELECT FROM pg_roles WHERE rolname = 'dunnage_app'),
             EXISTS (SELECT FROM pg_roles
                      WHERE rolname = 'dunnage_app'
                        AND pg_has_role(session_user, oid, CASE
                              WHEN current_setting('server_version_num')::int >= 160000
                              THEN 'SET' ELSE 'MEMBER' END)),
             COALESCE((SELECT pg_has_role(session_user, nspowner, 'USAGE')
                         FROM pg_namespace WHERE nspname = 'dunnage'),
                      has_database_privilege(session_user, current_database(), 'CREATE')),
             current_setting('server_encoding'),
             (SELECT array_to_string(array_agg(name ORDER BY name), ',') FROM pg_settings
               WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off')
      """;

  /// Asks the server.
  ///
  /// @throws Refusal if it does not answer
  static OwnDatabase ask(DatabaseUrl url) {
    Properties login = new Properties();
    login.setProperty("user", url.user());
    login.setProperty("password", url.password());
    login.setProperty("loginTimeout", LOGIN_SECONDS);
    try (Connection connection = DriverManager.getConnection(url.jdbc(), login);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUESTION)) {
      row.next();
      String off = row.getString(8);
      return new OwnDatabase(
          row.getInt(1),
          row.getString(2),
          row.getBoolean(3),
          row.getBoolean(4),
          row.getBoolean(5),
          row.getBoolean(6),
          row.getString(7),
          off == null ? List.of() : List.of(off.split(",")));
    } catch (SQLException refused) {
      throw Refusal.failure(
          "The database of DUNNAGE_DB_URL (%s) does not answer: %s"
              .formatted(url, DatabaseUrl.masked(String.valueOf(refused.getMessage()))));
    }
  }

  /// What must not be, each a sentence with its remedy.
  List<String> problems(String user) {
    List<String> found = new ArrayList<>();
    if (version < OLDEST) {
      found.add("The database is PostgreSQL %s; Dunnage needs 15 or later.".formatted(versionText));
    }
    if (unbound) {
      found.add(
          "%s is a superuser or has BYPASSRLS, so nothing in the database would keep organisations apart. Use a role without: CREATE ROLE dunnage LOGIN PASSWORD '…' NOSUPERUSER NOBYPASSRLS"
              .formatted(user));
    }
    if (applicationRole && !mayTakeIt) {
      found.add(
          "The role dunnage_app exists and %s may not take it on. As an administrator: GRANT dunnage_app TO %s"
              .formatted(user, user));
    }
    if (!mayCreate) {
      found.add(
          "%s may not create the schema dunnage. As an administrator: CREATE SCHEMA dunnage AUTHORIZATION %s"
              .formatted(user, user));
    }
    if (!encoding.equals("UTF8")) {
      found.add(
          "The database's encoding is %s; names in all scripts need UTF8: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0"
              .formatted(encoding));
    }
    for (String setting : switchedOff) {
      found.add(
          "%s is off on that server, so what was acknowledged may be lost. Switch it on in postgresql.conf."
              .formatted(setting));
    }
    return found;
  }

  /// The database, once nothing stands against it.
  ///
  /// @throws Refusal with the first problem
  Database checked(DatabaseUrl url) {
    List<String> found = problems(url.user());
    if (!found.isEmpty()) {
      throw Refusal.unsafe(found.getFirst());
    }
    Database.Login login = new Database.Login(url.user(), url.password());
    String role = applicationRole ? EmbeddedRoles.APPLICATION : "";
    return new Database(url.jdbc(), login, login, role, "PostgreSQL " + versionText + " at " + url);
  }
}
