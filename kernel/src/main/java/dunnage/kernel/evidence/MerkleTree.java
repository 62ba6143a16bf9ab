package dunnage.kernel.evidence;

import java.util.ArrayList;
import java.util.List;

/// The Merkle tree of RFC 9162 section 2.1 (the same as in RFC 6962): a leaf is `SHA-256(0x00 ||
/// entry)`, a node `SHA-256(0x01 || left || right)`, and the left subtree is the largest power of
/// two that is less than the size.
public final class MerkleTree {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  /// `levels.get(k).get(i)` is the subtree over the leaves from `i * 2^k`, at most `2^k` of them:
  /// the same subtrees as those of the recursive definition.
  private final List<List<Hash>> levels = new ArrayList<>();

  private MerkleTree(List<Hash> leaves) {
    List<Hash> level = List.copyOf(leaves);
    levels.add(level);
    while (level.size() > 1) {
      List<Hash> above = new ArrayList<>(level.size() / 2 + 1);
      for (int i = 0; i < level.size(); i += 2) {
        above.add(i + 1 < level.size() ? node(level.get(i), level.get(i + 1)) : level.get(i));
      }
      levels.add(above);
      level = above;
    }
  }

  /// @param leaves leaf hashes in order, see [#leaf]
  public static MerkleTree of(List<Hash> leaves) {
    return new MerkleTree(leaves);
  }

  /// The leaf hash of an entry.
  public static Hash leaf(byte[] entry) {
    return Hash.of(LEAF, entry);
  }

  static Hash node(Hash left, Hash right) {
    return Hash.of(NODE, left.bytes(), right.bytes());
  }

  public int size() {
    return levels.getFirst().size();
  }

  /// Of no leaves it is the hash of nothing.
  public Hash root() {
    return size() == 0 ? Hash.of() : levels.getLast().getFirst();
  }

  /// That the leaf at this index is in the tree.
  ///
  /// @param index from 0
  public InclusionProof inclusion(int index) {
    List<Hash> path = new ArrayList<>();
    int at = java.util.Objects.checkIndex(index, size());
    for (List<Hash> level : levels) {
      int sibling = at ^ 1;
      if (sibling < level.size()) {
        path.add(level.get(sibling));
      }
      at >>= 1;
    }
    return new InclusionProof(index, size(), path);
  }

  /// That the tree of the first `earlier` leaves is the beginning of this one.
  ///
  /// @param earlier from 1 to the size
  public ConsistencyProof consistency(int earlier) {
    if (earlier < 1 || earlier > size()) {
      throw new IllegalArgumentException("no earlier tree of size " + earlier + " in " + size());
    }
    List<Hash> path = new ArrayList<>();
    prove(earlier, 0, size(), true, path);
    return new ConsistencyProof(earlier, size(), path);
  }

  /// SUBPROOF of RFC 9162 section 2.1.4.1 over the leaves from `low` to before `high`.
  private void prove(int first, int low, int high, boolean known, List<Hash> path) {
    int size = high - low;
    if (first == size) {
      if (!known) {
        path.add(subtree(low, high));
      }
      return;
    }
    int left = Integer.highestOneBit(size - 1);
    if (first <= left) {
      prove(first, low, low + left, known, path);
      path.add(subtree(low + left, high));
    } else {
      prove(first - left, low + left, high, false, path);
      path.add(subtree(low, low + left));
    }
  }

  /// Every range the recursion asks for is a whole power of two or reaches to the end, so it stands
  /// in a level.
  private Hash subtree(int low, int high) {
    int level = Integer.SIZE - Integer.numberOfLeadingZeros(high - low - 1);
    return levels.get(level).get(low >> level);
  }
}
