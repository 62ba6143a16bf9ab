package dunnage.app.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// What a table must be, so that the same schema runs on one PostgreSQL and, by `org_id`, on many:
/// no trigger, no sequence, keys that start with the organisation, row-level security that binds
/// even the owner. A table that belongs to no organisation says so by a comment that starts with
/// `local:` or `shared by <column>:`.
final class SchemaRules {

  private static final String BROKEN =
      """
      WITH tables AS (
        SELECT c.oid, c.relname, c.relrowsecurity AND c.relforcerowsecurity
                 AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid) AS forced
          FROM pg_class c
         WHERE c.relnamespace = 'dunnage'::regnamespace AND c.relkind IN ('r', 'p')
           AND c.relname <> 'flyway_schema_history'
           AND COALESCE(obj_description(c.oid, 'pg_class'), '') !~ '^(local|shared by [a-z_]+):'
      ), org AS (
        SELECT t.oid, a.attnum FROM tables t
          JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'org_id' AND NOT a.attisdropped
      )
      SELECT 'sequence: ' || relname FROM pg_class
       WHERE relnamespace = 'dunnage'::regnamespace AND relkind = 'S'
      UNION ALL
      SELECT 'trigger: ' || c.relname || '.' || g.tgname
        FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
       WHERE c.relnamespace = 'dunnage'::regnamespace AND NOT g.tgisinternal
      UNION ALL
      SELECT 'primary key does not start with org_id: ' || t.relname FROM tables t
       WHERE NOT EXISTS (SELECT FROM pg_index i JOIN org o ON o.oid = i.indrelid
                          WHERE i.indrelid = t.oid AND i.indisprimary AND i.indkey[0] = o.attnum)
      UNION ALL
      SELECT 'unique without org_id: ' || (SELECT relname FROM pg_class WHERE oid = i.indexrelid)
        FROM pg_index i JOIN tables t ON t.oid = i.indrelid LEFT JOIN org o ON o.oid = t.oid
       WHERE i.indisunique AND (o.attnum IS NULL OR NOT o.attnum = ANY (i.indkey::int2[]))
      UNION ALL
      SELECT 'foreign key without org_id: ' || k.conname
        FROM pg_constraint k JOIN tables t ON t.oid = k.conrelid
        LEFT JOIN org o ON o.oid = t.oid LEFT JOIN org r ON r.oid = k.confrelid
       WHERE k.contype = 'f'
         AND (array_position(k.conkey, o.attnum) IS NULL
              OR array_position(k.conkey, o.attnum)
                 IS DISTINCT FROM array_position(k.confkey, r.attnum))
      UNION ALL
      SELECT 'row-level security is not forced: ' || relname FROM tables WHERE NOT forced
      UNION ALL
      SELECT 'owned by the application: ' || relname FROM pg_class
       WHERE relnamespace = 'dunnage'::regnamespace
         AND pg_get_userbyid(relowner) = 'dunnage_app'
      UNION ALL
      SELECT 'not bound by row-level security: ' || rolname FROM pg_roles
       WHERE rolname IN ('dunnage_app', 'dunnage_owner') AND (rolsuper OR rolbypassrls)
      """;

  private SchemaRules() {}

  /// Each breach, as `rule: name`.
  static List<String> broken(Connection connection) throws SQLException {
    return Sql.texts(connection, BROKEN);
  }
}
