package dunnage.app.evidence;

import dunnage.app.platform.Tenancy;
import dunnage.kernel.evidence.Hash;
import java.time.Instant;
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
      SELECT entry_id, leaf_hash FROM evidence_pending
       WHERE org_id = :org ORDER BY entry_id LIMIT :most
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
       WHERE org_id = :org AND entry_id = ANY (:ids::text[]::uuid[])
      """;

  private static final String OLDEST =
      """
      SELECT recorded_at FROM evidence_entry
       WHERE org_id = :org
         AND entry_id = (SELECT entry_id FROM evidence_pending
                          WHERE org_id = :org ORDER BY entry_id LIMIT 1)
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
    Instant since =
        tenancy
            .sql(OLDEST)
            .query((row, n) -> HeadTable.instant(row, "recorded_at"))
            .optional()
            .orElse(null);
    return new Window(since == null ? 0 : count(), since);
  }

  long count() {
    return tenancy.sql(COUNT).query(Long.class).single();
  }
}
