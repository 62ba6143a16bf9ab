package dunnage.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// No fact without its entry, and neither is ever changed: held by keys and rights of the database,
/// not by care. A table of facts says so by a comment that starts with `fact:`.
class FactTablesTest {

  private static final String FACTS =
      """
      SELECT c.oid, c.relname FROM pg_class c
       WHERE c.relnamespace = 'dunnage'::regnamespace AND c.relkind IN ('r', 'p')
         AND obj_description(c.oid, 'pg_class') LIKE 'fact:%'
      """;

  private static final String WITHOUT_ENTRY =
      """
      SELECT f.relname FROM (%s) f
       WHERE NOT EXISTS (
         SELECT FROM pg_constraint k
           JOIN pg_attribute o ON o.attrelid = k.conrelid AND o.attname = 'org_id'
           JOIN pg_attribute e ON e.attrelid = k.confrelid AND e.attname = 'entry_id'
           JOIN pg_index p ON p.indrelid = f.oid AND p.indisprimary
          WHERE k.conrelid = f.oid AND k.contype = 'f'
            AND k.confrelid = 'dunnage.evidence_entry'::regclass
            AND array_length(k.conkey, 1) = 2 AND k.conkey[1] = o.attnum
            AND k.confkey[2] = e.attnum AND k.conkey[2] = ANY (p.indkey::int2[])
            AND NOT k.condeferrable)
      """
          .formatted(FACTS);

  private static final String CHANGEABLE =
      """
      SELECT t.relname || ': ' || r.right_of
        FROM (SELECT oid, relname FROM (%s) f
              UNION ALL
              SELECT oid, relname FROM pg_class
               WHERE relnamespace = 'dunnage'::regnamespace
                 AND relname IN ('evidence_entry', 'evidence_position', 'evidence_checkpoint',
                                 'evidence_key')) t,
             (VALUES ('UPDATE'), ('DELETE'), ('TRUNCATE')) AS r (right_of)
       WHERE has_table_privilege('dunnage_app', t.oid, r.right_of)
          OR (r.right_of = 'UPDATE' AND has_any_column_privilege('dunnage_app', t.oid, 'UPDATE'))
      """
          .formatted(FACTS);

  private static List<String> texts(Statement statement, String sql) throws SQLException {
    List<String> all = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }

  @Test
  void every_fact_has_its_entry_and_neither_can_be_changed() throws Exception {
    try (Connection admin = RunningServer.get().admin();
        Statement statement = admin.createStatement()) {
      assertThat(texts(statement, "SELECT relname FROM (%s) f".formatted(FACTS)))
          .contains("ledger_fact", "debtor_fact");
      assertThat(texts(statement, WITHOUT_ENTRY)).isEmpty();
      assertThat(texts(statement, CHANGEABLE)).isEmpty();
    }
  }

  @Test
  void the_rules_bite() throws Exception {
    try (Connection admin = RunningServer.get().admin();
        Statement statement = admin.createStatement()) {
      admin.setAutoCommit(false);
      statement.execute(
          """
          CREATE TABLE dunnage.loose_fact (org_id uuid, fact_id uuid, PRIMARY KEY (org_id, fact_id));
          COMMENT ON TABLE dunnage.loose_fact IS 'fact: nobody knows which';
          GRANT SELECT, INSERT, UPDATE (fact_id), DELETE ON dunnage.loose_fact TO dunnage_app;
          GRANT UPDATE (note) ON dunnage.evidence_checkpoint TO dunnage_app;
          """);
      assertThat(texts(statement, WITHOUT_ENTRY)).containsExactly("loose_fact");
      assertThat(texts(statement, CHANGEABLE))
          .containsExactlyInAnyOrder(
              "loose_fact: UPDATE", "loose_fact: DELETE", "evidence_checkpoint: UPDATE");
      admin.rollback();
    }
  }
}
