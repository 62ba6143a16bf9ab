package dunnage.kernel.evidence;

/// A tile that a tree of this size must have is not there, or is not of the length it must have. No
/// root and no proof is given then, as it would be wrong.
public final class DamagedTile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int level;
  private final long index;

  DamagedTile(int level, long index, String what) {
    super(
        "Tile %d of level %d %s. Restore it from a backup or write it again from the entries."
            .formatted(index, level, what));
    this.level = level;
    this.index = index;
  }

  /// 0 for leaf hashes, see [TileStore#read].
  public int level() {
    return level;
  }

  /// Of the tile in its level, from 0.
  public long index() {
    return index;
  }
}
