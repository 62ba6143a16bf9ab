package dunnage.app.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.TypeId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Every row the database holds of an organisation, as counts and checksums per table, seen past
/// row-level security.
final class Rows implements AutoCloseable {

  private static final String TABLES =
      """
      SELECT c.relname FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE n.nspname = 'dunnage' AND c.relkind IN ('r', 'p') AND a.attname = 'org_id'
         AND NOT a.attisdropped
      """;

  private static final String SUM =
      """
      SELECT count(*) || ' ' || COALESCE(md5(string_agg(t::text, '|' ORDER BY t::text)), '')
        FROM dunnage.%s t WHERE org_id = '%s'
      """;

  private final Connection admin;
  private final UUID organisation;
  private final Map<String, String> before;

  private Rows(World world) throws SQLException {
    admin = RunningServer.get().admin();
    organisation = TypeId.read("org", world.client.organisation()).orElseThrow();
    before = sums();
    assertThat(before.values())
        .as("tables with something in them")
        .filteredOn(sum -> !sum.startsWith("0 "))
        .hasSizeGreaterThan(15);
  }

  static Rows of(World world) throws SQLException {
    return new Rows(world);
  }

  private Map<String, String> sums() throws SQLException {
    Map<String, String> tables = new TreeMap<>();
    try (Statement statement = admin.createStatement()) {
      try (ResultSet rows = statement.executeQuery(TABLES)) {
        while (rows.next()) {
          tables.put(rows.getString(1), "");
        }
      }
      for (Map.Entry<String, String> table : tables.entrySet()) {
        try (ResultSet row = statement.executeQuery(SUM.formatted(table.getKey(), organisation))) {
          row.next();
          table.setValue(row.getString(1));
        }
      }
    }
    return tables;
  }

  void mustBeAsItWas() throws SQLException {
    assertThat(sums()).isEqualTo(before);
  }

  @Override
  public void close() throws SQLException {
    admin.close();
  }
}
