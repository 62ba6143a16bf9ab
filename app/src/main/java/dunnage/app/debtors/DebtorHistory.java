package dunnage.app.debtors;

import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What became known of a debtor and of what was merged into it, the latest first.
@Component
class DebtorHistory {

  /// @param id `evt_…`, of the entry in the evidence log
  /// @param debtor the record that it was told of, which may have been merged since
  /// @param by `per_…`, or `sys`
  record FactView(String id, String debtor, String kind, String by, Instant at, JsonNode body) {}

  private static final String FACTS =
      """
      SELECT f.fact_id, f.debtor_id, f.kind, f.body, f.actor, f.recorded_at FROM debtor_fact f
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = f.debtor_id
       WHERE f.org_id = :org AND c.current_id = :id
         AND (CAST(:last AS uuid) IS NULL OR f.fact_id < CAST(:last AS uuid))
       ORDER BY f.fact_id DESC LIMIT :limit
      """;

  private final Tenancy tenancy;
  private final JsonMapper json;

  DebtorHistory(Tenancy tenancy, JsonMapper json) {
    this.tenancy = tenancy;
    this.json = json;
  }

  Listing<FactView> facts(UUID current, @Nullable Integer wanted, @Nullable String after) {
    int limit = Listing.limit(wanted);
    List<String> last = Cursor.keys(after, 1);
    List<FactView> rows =
        tenancy
            .sql(FACTS)
            .param("id", current)
            .param("last", last.isEmpty() ? null : TypeId.parse("evt", last.getFirst()))
            .param("limit", limit + 1)
            .query(
                (row, n) ->
                    new FactView(
                        TypeId.of("evt", row.getObject("fact_id", UUID.class)),
                        TypeId.of("deb", row.getObject("debtor_id", UUID.class)),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        json.readTree(row.getString("body"))))
            .list();
    return Listing.of(rows, limit, fact -> Cursor.of(fact.id()));
  }
}
