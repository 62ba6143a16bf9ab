package dunnage.kernel.evidence;

import org.jspecify.annotations.Nullable;

/// Where the tiles of a [TiledTree] are kept: on the server in a table, in a test in a map.
///
/// A tile on the right edge is written again, longer, until it is full; from then on it never
/// changes. What it holds of a tree stays where it is, so whoever reads an earlier size is not
/// disturbed by an append. Only what an append left behind that stopped before its size was kept
/// may be overwritten by something shorter.
public interface TileStore {

  /// @param level 0 for leaf hashes, 1 for the roots of 256 leaves each, 2 for those of 65,536
  /// @param index of the tile in its level, from 0
  /// @return the hashes last written there, one after the other, or null if none were
  byte @Nullable [] read(int level, long index);

  /// Keeps the tile in place of what was there.
  ///
  /// @param hashes 1 to 256 hashes of 32 bytes, one after the other
  void write(int level, long index, byte[] hashes);
}
