package dunnage.app.evidence;

import dunnage.app.platform.Tenancy;
import dunnage.kernel.evidence.TileStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The tiles of a log's tree.
@Component
class TileTable {

  private static final String READ =
      """
      SELECT hashes FROM evidence_tile WHERE org_id = :org AND level = :level AND index = :index
      """;

  private static final String WRITE =
      """
      INSERT INTO evidence_tile (org_id, level, index, hashes)
      SELECT :org, t.level::smallint, t.index::bigint, t.hashes
        FROM unnest(:levels::text[], :indexes::text[], :hashes::bytea[])
             AS t (level, index, hashes)
          ON CONFLICT (org_id, level, index) DO UPDATE SET hashes = EXCLUDED.hashes
      """;

  private record Tile(int level, long index, byte[] hashes) {}

  private final Tenancy tenancy;

  TileTable(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  /// Those of the organisation whose transaction is open. What is written waits for [Written#keep],
  /// and is not read before.
  Written open() {
    return new Written();
  }

  final class Written implements TileStore {

    private final List<Tile> grown = new ArrayList<>();

    @Override
    public byte @Nullable [] read(int level, long index) {
      return tenancy
          .sql(READ)
          .param("level", level)
          .param("index", index)
          .query((row, n) -> row.getBytes("hashes"))
          .optional()
          .orElse(null);
    }

    @Override
    public void write(int level, long index, byte[] hashes) {
      grown.add(new Tile(level, index, hashes));
    }

    /// Keeps them all, in one statement.
    void keep() {
      int count = grown.size();
      String[] levels = new String[count];
      String[] indexes = new String[count];
      byte[][] hashes = new byte[count][];
      for (int i = 0; i < count; i++) {
        levels[i] = String.valueOf(grown.get(i).level());
        indexes[i] = String.valueOf(grown.get(i).index());
        hashes[i] = grown.get(i).hashes();
      }
      tenancy
          .sql(WRITE)
          .param("levels", levels)
          .param("indexes", indexes)
          .param("hashes", hashes)
          .update();
      grown.clear();
    }
  }
}
