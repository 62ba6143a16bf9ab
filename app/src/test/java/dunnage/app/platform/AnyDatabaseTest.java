package dunnage.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What holds on whatever PostgreSQL the tests run: the embedded one, or one that is lent.
class AnyDatabaseTest {

  private static final String WHO =
      """
      SELECT current_setting('server_version_num')::int / 10000 || ' ' || r.rolname || ' '
             || (r.rolsuper OR r.rolbypassrls OR l.rolsuper OR l.rolbypassrls)
        FROM pg_roles r, pg_roles l
       WHERE r.rolname = current_user AND l.rolname = session_user
      """;

  private final RunningServer server = RunningServer.get();

  @Test
  void the_schema_keeps_its_rules() throws Exception {
    try (Connection admin = server.admin()) {
      assertThat(SchemaRules.broken(admin)).isEmpty();
    }
  }

  /// Else a suite meant for another server would pass on the embedded one and prove nothing.
  @Test
  void it_is_the_server_that_was_asked_for_and_row_level_security_binds_the_application() {
    String wanted = System.getenv("DUNNAGE_TEST_DB_VERSION");
    String version = wanted == null || wanted.isEmpty() ? "18" : wanted;
    assertThat(server.part(JdbcClient.class).sql(WHO).query(String.class).single())
        .isEqualTo(version + " dunnage_app false");
  }
}
