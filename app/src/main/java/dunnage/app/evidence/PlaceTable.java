package dunnage.app.evidence;

import dunnage.app.platform.Tenancy;
import dunnage.kernel.evidence.Hash;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which entries wait for a place, and which have one.
@Component
class PlaceTable {

  record Waiting(UUID entry, Hash leaf) {}

  /// @param count how many wait
  /// @param since when the first of them was recorded; null when none waits
  record Window(long count, @Nullable Instant since) {}

  private static final String WAITING =
      """
      SELECT e.entry_id, e.leaf_hash
        FROM (SELECT entry_id FROM evidence_pending
               WHERE org_id = :org ORDER BY entry_id LIMIT :most) w
        JOIN evidence_entry e ON e.org_id = :org AND e.entry_id = w.entry_id
       ORDER BY e.entry_id
      """;

  private static final String PLACE =
      """
      INSERT INTO evidence_position (org_id, position, entry_id)
      SELECT :org, :from + e.n - 1, e.id::uuid
        FROM unnest(:ids::text[]) WITH ORDINALITY AS e (id, n)
      """;

  private static final String NO_LONGER_WAITING =
      """
      DELETE FROM evidence_pending
       WHERE org_id = :org AND entry_id IN (SELECT e.id::uuid FROM unnest(:ids::text[]) AS e (id))
      """;

  private static final String WINDOW =
      """
      SELECT count(*) AS waiting, min(e.recorded_at) AS since
        FROM evidence_pending w
        JOIN evidence_entry e ON e.org_id = :org AND e.entry_id = w.entry_id
       WHERE w.org_id = :org
      """;

  private static final String COUNT = "SELECT count(*) FROM evidence_pending WHERE org_id = :org";

  private final Tenancy tenancy;

  PlaceTable(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  /// The first that wait, by their ids.
  List<Waiting> waiting(int most) {
    return tenancy
        .sql(WAITING)
        .param("most", most)
        .query(
            (row, n) ->
                new Waiting(
                    row.getObject("entry_id", UUID.class), Hash.known(row.getBytes("leaf_hash"))))
        .list();
  }

  /// Gives them places, one after the other.
  ///
  /// @param from the place of the first
  void place(List<Waiting> entries, long from) {
    String[] ids = entries.stream().map(entry -> entry.entry().toString()).toArray(String[]::new);
    tenancy.sql(PLACE).param("from", from).param("ids", ids).update();
    int done = tenancy.sql(NO_LONGER_WAITING).param("ids", ids).update();
    if (done != ids.length) {
      throw new IllegalStateException("entries were given places by two at once");
    }
  }

  Window window() {
    return tenancy
        .sql(WINDOW)
        .query(
            (row, n) -> {
              OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
              return new Window(row.getLong("waiting"), since == null ? null : since.toInstant());
            })
        .single();
  }

  long count() {
    return tenancy.sql(COUNT).query(Long.class).single();
  }
}
