package dunnage.kernel.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tiles in a map. Tells what was read and written, refuses to change a hash that is there.
final class KeptTiles implements TileStore {

  record Place(int level, long index) {}

  final Map<Place, byte[]> tiles = new HashMap<>();
  final List<Place> read = new ArrayList<>();
  final List<Place> written = new ArrayList<>();

  /// Fails every write from this one on, as a server that stops half-way.
  int writesLeft = Integer.MAX_VALUE;

  @Override
  public byte @Nullable [] read(int level, long index) {
    read.add(new Place(level, index));
    byte[] tile = tiles.get(new Place(level, index));
    return tile == null ? null : tile.clone();
  }

  @Override
  public void write(int level, long index, byte[] hashes) {
    if (writesLeft-- <= 0) {
      throw new IllegalStateException("stopped half-way");
    }
    Place place = new Place(level, index);
    written.add(place);
    byte[] before = tiles.put(place, hashes.clone());
    int common = before == null ? 0 : Math.min(before.length, hashes.length);
    if (before != null && !Arrays.equals(before, 0, common, hashes, 0, common)) {
      throw new AssertionError("hashes that were there were changed: " + place);
    }
  }

  void forget() {
    read.clear();
    written.clear();
  }
}
