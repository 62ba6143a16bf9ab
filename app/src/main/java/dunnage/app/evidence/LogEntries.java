package dunnage.app.evidence;

import dunnage.app.platform.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Entries as they are read.
@Component
class LogEntries {

  /// @param position its place in the log; null while it waits for one
  record Entry(
      UUID id,
      String kind,
      String subject,
      byte[] bytes,
      byte[] leafHash,
      Instant recordedAt,
      @Nullable Long position) {}

  /// @param position from 0
  record Placed(long position, UUID id, byte[] bytes) {}

  private static final String SHOWN =
      """
      SELECT e.entry_id, e.kind, e.subject, e.bytes, e.leaf_hash, e.recorded_at, p.position
        FROM evidence_entry e
        LEFT JOIN evidence_position p ON p.org_id = :org AND p.entry_id = e.entry_id
       WHERE e.org_id = :org
      """;

  private static final String OF_SUBJECT = " AND e.subject = :subject";
  private static final String OF_KIND = " AND e.kind = :kind";
  private static final String BEFORE = " AND e.entry_id < :before";
  private static final String NEWEST = " ORDER BY e.entry_id DESC LIMIT :limit";

  private static final String PLACED =
      """
      SELECT p.position, e.entry_id, e.bytes
        FROM evidence_position p
        JOIN evidence_entry e ON e.org_id = :org AND e.entry_id = p.entry_id
       WHERE p.org_id = :org AND p.position >= :from AND p.position < :to
       ORDER BY p.position
      """;

  private final Tenancy tenancy;

  LogEntries(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  Optional<Entry> find(UUID id) {
    return tenancy
        .sql(SHOWN + " AND e.entry_id = :id")
        .param("id", id)
        .query((row, n) -> entry(row))
        .optional();
  }

  /// The newest first, by their ids.
  List<Entry> list(
      @Nullable String subject, @Nullable String kind, @Nullable UUID before, int limit) {
    String chosen =
        SHOWN
            + (subject == null ? "" : OF_SUBJECT)
            + (kind == null ? "" : OF_KIND)
            + (before == null ? "" : BEFORE)
            + NEWEST;
    StatementSpec statement = tenancy.sql(chosen).param("limit", limit);
    statement = subject == null ? statement : statement.param("subject", subject);
    statement = kind == null ? statement : statement.param("kind", kind);
    statement = before == null ? statement : statement.param("before", before);
    return statement.query((row, n) -> entry(row)).list();
  }

  /// In the order of the log.
  ///
  /// @param from first position
  /// @param to the position after the last
  List<Placed> placed(long from, long to) {
    return tenancy
        .sql(PLACED)
        .param("from", from)
        .param("to", to)
        .query(
            (row, n) ->
                new Placed(
                    row.getLong("position"),
                    row.getObject("entry_id", UUID.class),
                    row.getBytes("bytes")))
        .list();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    long position = row.getLong("position");
    Long place = row.wasNull() ? null : position;
    return new Entry(
        row.getObject("entry_id", UUID.class),
        row.getString("kind"),
        row.getString("subject"),
        row.getBytes("bytes"),
        row.getBytes("leaf_hash"),
        HeadTable.instant(row, "recorded_at"),
        place);
  }
}
