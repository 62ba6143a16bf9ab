package dunnage.app.ledger;

import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Everything that was recorded of a debtor and of what was merged into it, the latest first.
@Component
public class Timeline {

  /// @param id `evt_…`, of the entry in the evidence log
  /// @param about the receivable, receipt, order, event or debtor
  /// @param debtor the record that it was told of, which may have been merged since
  /// @param on the day it counts from
  /// @param by `per_…`, `tok_…` or `sys`
  /// @param words the same in a few words
  /// @param counts false once it was taken back
  public record Told(
      String id,
      String kind,
      String about,
      String debtor,
      @Nullable LocalDate on,
      Instant recordedAt,
      String by,
      @Nullable String imported,
      String words,
      @Nullable String reason,
      boolean counts,
      JsonNode body) {}

  private static final String TOLD =
      """
      SELECT f.*,
             NOT EXISTS (SELECT FROM ledger_fact u
                          WHERE u.org_id = :org AND u.about = f.import_id
                            AND u.kind = 'import.undone')
             AND NOT EXISTS (SELECT FROM ledger_fact u
                              WHERE u.org_id = :org AND u.about = f.about
                                AND u.fact_id > f.fact_id
                                AND (u.corrects = f.fact_id OR u.kind IN (
                                  'receivable.withdrawn', 'receipt.withdrawn', 'order.withdrawn',
                                  'event.withdrawn', 'document.withdrawn'))) AS counts
        FROM (
          (SELECT l.fact_id, l.kind, l.about, l.debtor_id, l.on_day, l.import_id, l.reason, l.body,
                  l.actor, l.recorded_at
             FROM debtor_current c
             JOIN ledger_fact l ON l.org_id = :org AND l.debtor_id = c.debtor_id
            WHERE c.org_id = :org AND c.current_id = :debtor
              AND (CAST(:last AS uuid) IS NULL OR l.fact_id < CAST(:last AS uuid))
            ORDER BY l.fact_id DESC LIMIT :limit)
          UNION ALL
          (SELECT d.fact_id, d.kind, d.debtor_id, d.debtor_id, NULL, NULL, d.body->>'reason',
                  d.body, d.actor, d.recorded_at
             FROM debtor_current c
             JOIN debtor_fact d ON d.org_id = :org AND d.debtor_id = c.debtor_id
            WHERE c.org_id = :org AND c.current_id = :debtor
              AND (CAST(:last AS uuid) IS NULL OR d.fact_id < CAST(:last AS uuid))
            ORDER BY d.fact_id DESC LIMIT :limit)
        ) f
       ORDER BY f.fact_id DESC LIMIT :limit
      """;

  private final Tenancy tenancy;
  private final JsonMapper json;

  Timeline(Tenancy tenancy, JsonMapper json) {
    this.tenancy = tenancy;
    this.json = json;
  }

  /// @param debtor who that is now
  public Listing<Told> of(UUID debtor, @Nullable Integer wanted, @Nullable String after) {
    int limit = Listing.limit(wanted);
    List<String> last = Cursor.keys(after, 1);
    List<Told> rows =
        tenancy
            .sql(TOLD)
            .param("debtor", debtor)
            .param("last", last.isEmpty() ? null : TypeId.parse("evt", last.getFirst()))
            .param("limit", limit + 1)
            .query((row, n) -> told(row))
            .list();
    return Listing.of(rows, limit, row -> Cursor.of(row.id()));
  }

  private Told told(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    JsonNode body = json.readTree(row.getString("body"));
    UUID imported = row.getObject("import_id", UUID.class);
    return new Told(
        TypeId.of("evt", row.getObject("fact_id", UUID.class)),
        kind,
        FactKind.subject(kind, row.getObject("about", UUID.class)),
        TypeId.of("deb", row.getObject("debtor_id", UUID.class)),
        row.getObject("on_day", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        imported == null ? null : TypeId.of("imp", imported),
        FactWords.of(kind, body),
        row.getString("reason"),
        row.getBoolean("counts"),
        body);
  }
}
