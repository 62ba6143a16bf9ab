package dunnage.kernel.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The same tree as [MerkleTree], kept in tiles of 256 hashes (as in C2SP `tlog-tiles`), so that a
/// log of millions grows and proves itself without its leaves in memory. A level of tiles holds
/// every eighth level of the tree; what is between is computed when asked for.
///
/// A value: [#append] gives the grown tree and leaves this one valid, and after a crash between the
/// tiles and the size, the same append from the old size mends all. Two appends from one size with
/// different leaves would overwrite each other: the caller sees to it that there is one at a time.
///
/// A tile whose bytes were changed in place, length kept, is not noticed when it is read, and gives
/// another root. Compare [#root] with the last signed checkpoint before an append, and ask a proof
/// whether it proves before it is handed out.
public final class TiledTree {

  private final long size;
  private final TileStore store;

  private TiledTree(long size, TileStore store) {
    this.size = size;
    this.store = store;
  }

  /// The tree of the first leaves in the store; it may hold more.
  ///
  /// @param size in leaves
  public static TiledTree of(long size, TileStore store) {
    if (size < 0) {
      throw new IllegalArgumentException("no tree has " + size + " leaves");
    }
    return new TiledTree(size, store);
  }

  /// In leaves.
  public long size() {
    return size;
  }

  /// This tree as it was at an earlier size.
  ///
  /// @param earlier from 0 to the size
  public TiledTree first(long earlier) {
    if (earlier < 0 || earlier > size) {
      throw new IllegalArgumentException("no earlier tree of size " + earlier + " in " + size);
    }
    return new TiledTree(earlier, store);
  }

  /// Of no leaves it is the hash of nothing. Reads a tile per level, at most: three for 16 million
  /// leaves.
  ///
  /// @throws DamagedTile if a tile is missing or of the wrong length; so with all that follows
  public Hash root() {
    return size == 0 ? Hash.of() : new Tiles(size, store).range(0, size);
  }

  /// Reads the tiles on the right edge and writes those that are new or grew, lower levels first.
  ///
  /// @param leaves leaf hashes in order, see [MerkleTree#leaf]
  /// @return the grown tree
  public TiledTree append(List<Hash> leaves) {
    long grown = Math.addExact(size, leaves.size());
    Tiles tiles = new Tiles(size, store);
    List<Hash> added = leaves;
    for (int level = 0; !added.isEmpty(); level++) {
      added = append(tiles, level, added);
    }
    return new TiledTree(grown, store);
  }

  /// @return the roots of the tiles that became full, to append to the level above
  private List<Hash> append(Tiles tiles, int level, List<Hash> added) {
    long there = size >> (level * Tiles.HEIGHT);
    long index = there / Tiles.WIDTH;
    int filled = (int) (there % Tiles.WIDTH);
    List<Hash> hashes = new ArrayList<>(Tiles.WIDTH);
    if (filled > 0) {
      byte[] edge = tiles.tile(level, index);
      for (int i = 0; i < filled; i++) {
        hashes.add(Tiles.hash(edge, i));
      }
    }
    List<Hash> above = new ArrayList<>();
    for (Hash hash : added) {
      hashes.add(hash);
      if (hashes.size() == Tiles.WIDTH) {
        byte[] full = Tiles.bytes(hashes);
        store.write(level, index++, full);
        above.add(Tiles.root(full, 0, Tiles.WIDTH));
        hashes.clear();
      }
    }
    if (!hashes.isEmpty()) {
      store.write(level, index, Tiles.bytes(hashes));
    }
    return above;
  }

  /// That the leaf at this index is in the tree.
  ///
  /// @param index from 0
  public InclusionProof inclusion(long index) {
    Objects.checkIndex(index, size);
    Tiles tiles = new Tiles(size, store);
    List<Hash> path = new ArrayList<>();
    long last = size - 1;
    for (int height = 0; last >> height > 0; height++) {
      long sibling = (index >> height) ^ 1;
      if (sibling <= last >> height) {
        long low = sibling << height;
        path.add(tiles.range(low, low + Math.min(1L << height, size - low)));
      }
    }
    return new InclusionProof(index, size, path);
  }

  /// That the tree of the first `earlier` leaves is the beginning of this one.
  ///
  /// @param earlier from 1 to the size
  public ConsistencyProof consistency(long earlier) {
    if (earlier < 1 || earlier > size) {
      throw new IllegalArgumentException("no earlier tree of size " + earlier + " in " + size);
    }
    List<Hash> path = new ArrayList<>();
    prove(new Tiles(size, store), earlier, path);
    return new ConsistencyProof(earlier, size, path);
  }

  /// SUBPROOF of RFC 9162 section 2.1.4.1: down to where the earlier tree ends, its last whole
  /// subtree first unless the verifier knows it as the earlier root, then the siblings on the way
  /// up.
  private void prove(Tiles tiles, long earlier, List<Hash> path) {
    long low = 0;
    long high = size;
    while (high != earlier) {
      long middle = low + Long.highestOneBit(high - low - 1);
      if (earlier <= middle) {
        path.addFirst(tiles.range(middle, high));
        high = middle;
      } else {
        path.addFirst(tiles.range(low, middle));
        low = middle;
      }
    }
    if (low > 0) {
      path.addFirst(tiles.range(low, high));
    }
  }
}
