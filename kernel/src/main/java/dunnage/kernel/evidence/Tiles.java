package dunnage.kernel.evidence;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tiles one answer needs, each read from the store at most once, and the hashes of the
/// subtrees within them.
final class Tiles {

  /// Levels of the tree in one level of tiles.
  static final int HEIGHT = 8;

  /// Hashes in a full tile.
  static final int WIDTH = 1 << HEIGHT;

  private record Place(int level, long index) {}

  private final long size;
  private final TileStore store;
  private final Map<Place, byte[]> read = new HashMap<>();

  /// @param size of the tree, in leaves
  Tiles(long size, TileStore store) {
    this.size = size;
    this.store = store;
  }

  /// The root over the leaves from `low` to before `high`, where `low` is a multiple of the least
  /// power of two that is not below their number: so it is with every range RFC 9162 asks for.
  Hash range(long low, long high) {
    long count = high - low;
    long left = Long.highestOneBit(count);
    Hash whole = whole(Long.numberOfTrailingZeros(left), low);
    return left == count ? whole : MerkleTree.node(whole, range(low + left, high));
  }

  /// The hashes a tree of this size has in the tile; a later, larger one may have more there.
  ///
  /// @throws DamagedTile if they are not all there
  byte[] tile(int level, long index) {
    return read.computeIfAbsent(new Place(level, index), place -> fetched(level, index));
  }

  static Hash hash(byte[] tile, int at) {
    return Hash.known(Arrays.copyOfRange(tile, at * Hash.BYTES, (at + 1) * Hash.BYTES));
  }

  /// The root of some hashes of a tile, as many as a power of two.
  static Hash root(byte[] tile, int from, int count) {
    if (count == 1) {
      return hash(tile, from);
    }
    int half = count / 2;
    return MerkleTree.node(root(tile, from, half), root(tile, from + half, half));
  }

  static byte[] bytes(List<Hash> hashes) {
    byte[] tile = new byte[hashes.size() * Hash.BYTES];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i).bytes(), 0, tile, i * Hash.BYTES, Hash.BYTES);
    }
    return tile;
  }

  /// The root of the `2^height` leaves from `low`. It stands in a tile, or is made of hashes that
  /// all stand in one.
  private Hash whole(int height, long low) {
    int level = height / HEIGHT;
    long first = low >> (level * HEIGHT);
    byte[] tile = tile(level, first / WIDTH);
    return root(tile, (int) (first % WIDTH), 1 << (height % HEIGHT));
  }

  private byte[] fetched(int level, long index) {
    long inLevel = size >> (level * HEIGHT);
    int needed = (int) Math.min(WIDTH, inLevel - index * WIDTH);
    byte[] stored = store.read(level, index);
    if (stored == null) {
      throw new DamagedTile(level, index, "is missing");
    }
    if (stored.length % Hash.BYTES != 0
        || stored.length < needed * Hash.BYTES
        || stored.length > WIDTH * Hash.BYTES) {
      throw new DamagedTile(
          level,
          index,
          "has %d bytes, not %d to %d hashes of %d bytes"
              .formatted(stored.length, needed, WIDTH, Hash.BYTES));
    }
    return Arrays.copyOf(stored, needed * Hash.BYTES);
  }
}
