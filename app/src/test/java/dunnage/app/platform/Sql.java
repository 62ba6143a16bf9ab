package dunnage.app.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// The embedded database as seen by someone who can read the data folder.
final class Sql {

  private static final int PORT_LINE = 3;

  private Sql() {}

  /// @param secret its name in the file of secrets
  static Connection connect(Path home, String database, String user, String secret)
      throws SQLException, IOException {
    String port = Files.readAllLines(home.resolve("pgdata/postmaster.pid")).get(PORT_LINE).strip();
    Properties secrets = new Properties();
    secrets.load(Files.newBufferedReader(home.resolve("secrets")));
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, secrets.getProperty(secret));
  }

  static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }

  /// A row as the application writes it, committed when this returns.
  static void insert(Connection application, String organisation, String key) throws SQLException {
    try (Statement statement = application.createStatement()) {
      statement.execute("SET dunnage.org_id = '" + organisation + "'");
      statement.execute(
          "INSERT INTO dunnage.idempotency (org_id, key, request_hash, created_at) VALUES ('"
              + organisation
              + "', '"
              + key
              + "', sha256(''), now())");
    }
  }
}
