package dunnage.app.platform;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/// A new database on a PostgreSQL that someone lends to the tests, in place of the embedded one:
/// set the variable [#VARIABLE] to a URL whose login is a superuser there, like
/// `postgresql://postgres:password@127.0.0.1:5432/postgres`. The server under test signs in as a
/// role without any rights of its own and takes on `dunnage_app`; the database is dropped at the
/// end.
///
/// Tests of the embedded PostgreSQL itself keep to that.
final class LentDatabase implements AutoCloseable {

  static final String VARIABLE = "DUNNAGE_TEST_DB_URL";
  private static final String LOGIN = "dunnage_test";

  private final DatabaseUrl lender;
  private final String server;
  private final String name;
  private final String password;

  private LentDatabase(String url) {
    lender = DatabaseUrl.of(url, "", "");
    URI uri = URI.create(url);
    server = uri.getHost() + ":" + uri.getPort();
    String unique = UUID.randomUUID().toString().replace("-", "");
    name = "dunnage_" + unique;
    password = unique;
  }

  static Optional<LentDatabase> asked() {
    String url = System.getenv(VARIABLE);
    if (url == null || url.isEmpty()) {
      return Optional.empty();
    }
    LentDatabase lent = new LentDatabase(url);
    lent.make();
    return Optional.of(lent);
  }

  private void make() {
    run(
        """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dunnage_app') THEN
            CREATE ROLE dunnage_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
          END IF;
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
            CREATE ROLE %1$s NOSUPERUSER NOBYPASSRLS;
          END IF;
        END $$
        """
            .formatted(LOGIN),
        "ALTER ROLE %s LOGIN PASSWORD '%s'".formatted(LOGIN, password),
        "GRANT dunnage_app TO " + LOGIN,
        "CREATE DATABASE %s OWNER %s ENCODING 'UTF8' TEMPLATE template0".formatted(name, LOGIN));
  }

  private void run(String... statements) {
    try (Connection connection =
            DriverManager.getConnection(lender.jdbc(), lender.user(), lender.password());
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    } catch (SQLException refused) {
      throw new AssertionError(VARIABLE + ": " + refused.getMessage(), refused);
    }
  }

  /// As the server under test is told of it.
  String url() {
    return "postgresql://%s:%s@%s/%s".formatted(LOGIN, password, server, name);
  }

  /// A connection of one who may do everything.
  Connection admin() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + server + "/" + name, lender.user(), lender.password());
  }

  @Override
  public void close() {
    run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }
}
