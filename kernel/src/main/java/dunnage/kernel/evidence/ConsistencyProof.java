package dunnage.kernel.evidence;

import java.util.List;

/// That an earlier tree is the beginning of a later one, so that nothing was taken out or put
/// before (RFC 9162 section 2.1.4).
///
/// @param first size of the earlier tree, at least 1
/// @param second size of the later tree
public record ConsistencyProof(long first, long second, List<Hash> path) {

  public ConsistencyProof {
    path = List.copyOf(path);
  }

  public boolean proves(Hash firstRoot, Hash secondRoot) {
    if (first < 1 || first > second) {
      return false;
    }
    if (first == second) {
      return path.isEmpty() && firstRoot.equals(secondRoot);
    }
    boolean whole = Long.bitCount(first) == 1;
    if (!whole && path.isEmpty()) {
      return false;
    }
    return walk(whole ? firstRoot : path.getFirst(), whole ? 0 : 1, firstRoot, secondRoot);
  }

  private boolean walk(Hash start, int from, Hash firstRoot, Hash secondRoot) {
    int shift = Long.numberOfTrailingZeros(first);
    long at = (first - 1) >> shift;
    long last = (second - 1) >> shift;
    Hash earlier = start;
    Hash later = start;
    for (Hash next : path.subList(from, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        earlier = MerkleTree.node(next, earlier);
        later = MerkleTree.node(next, later);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        later = MerkleTree.node(later, next);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && earlier.equals(firstRoot) && later.equals(secondRoot);
  }
}
