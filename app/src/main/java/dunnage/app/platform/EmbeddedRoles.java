package dunnage.app.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Roles and database of a new embedded PostgreSQL. Safe to run again, when a first start was cut
/// short.
///
/// `dunnage_owner` owns the tables and migrates them; everything else runs as `dunnage_app`, which
/// owns nothing, so that row-level security binds it.
final class EmbeddedRoles {

  static final String ADMIN = "dunnage_admin";
  static final String OWNER = "dunnage_owner";
  static final String APPLICATION = "dunnage_app";
  static final String DATABASE = "dunnage";

  private EmbeddedRoles() {}

  static void make(Postgres postgres, Secrets secrets) {
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbc("postgres"), ADMIN, secrets.admin());
        Statement statement = connection.createStatement()) {
      role(connection, statement, OWNER, secrets.owner());
      role(connection, statement, APPLICATION, secrets.application());
      if (!there(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
        statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
      }
      statement.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
      statement.execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + APPLICATION);
    } catch (SQLException refused) {
      throw Refusal.failure("The new database could not be prepared: " + refused.getMessage());
    }
  }

  /// @param password hexadecimal, so that it needs no quoting
  private static void role(Connection connection, Statement statement, String name, String password)
      throws SQLException {
    boolean exists = there(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name);
    statement.execute(
        (exists ? "ALTER" : "CREATE")
            + " ROLE "
            + name
            + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '"
            + password
            + "'");
  }

  private static boolean there(Connection connection, String sql, String name) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }
}
