package dunnage.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Against the published vectors of Certificate Transparency (RFC 6962 reference implementation)
/// and against the recursive definition of RFC 9162.
class MerkleTreeTest {

  private static final List<Hash> LEAVES =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(entry -> MerkleTree.leaf(HexFormat.of().parseHex(entry)))
          .toList();

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static final String ALPHA =
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
  private static final String BETA =
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
  private static final String GAMMA =
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
  private static final String DELTA =
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
  private static final String EPSILON =
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";

  private static MerkleTree tree(int size) {
    return MerkleTree.of(LEAVES.subList(0, size));
  }

  private static List<String> hex(List<Hash> path) {
    return path.stream().map(Hash::hex).toList();
  }

  @Test
  void roots_are_those_published() {
    for (int size = 0; size < ROOTS.size(); size++) {
      assertThat(tree(size).root().hex()).as("size %d", size).isEqualTo(ROOTS.get(size));
    }
  }

  @Test
  void inclusion_proofs_are_those_published() {
    assertThat(hex(tree(8).inclusion(0).path())).containsExactly(ALPHA, BETA, GAMMA);
    assertThat(hex(tree(8).inclusion(5).path())).containsExactly(DELTA, EPSILON, ROOTS.get(4));
    assertThat(hex(tree(3).inclusion(2).path())).containsExactly(ROOTS.get(2));
    assertThat(hex(tree(5).inclusion(1).path())).containsExactly(ROOTS.get(1), BETA, DELTA);
    assertThat(tree(1).inclusion(0).path()).isEmpty();
  }

  @Test
  void consistency_proofs_are_those_published() {
    assertThat(tree(1).consistency(1).path()).isEmpty();
    assertThat(hex(tree(8).consistency(1).path())).containsExactly(ALPHA, BETA, GAMMA);
    assertThat(hex(tree(8).consistency(6).path()))
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            EPSILON,
            ROOTS.get(4));
    assertThat(hex(tree(5).consistency(2).path())).containsExactly(BETA, DELTA);
  }

  @Test
  void every_leaf_of_every_size_is_proven_and_no_other() {
    for (int size = 1; size <= 70; size++) {
      List<Hash> leaves = leaves(size);
      MerkleTree tree = MerkleTree.of(leaves);
      assertThat(tree.root()).as("size %d", size).isEqualTo(defined(leaves));
      for (int i = 0; i < size; i++) {
        InclusionProof proof = tree.inclusion(i);
        assertThat(proof.proves(leaves.get(i), tree.root())).as("%d of %d", i, size).isTrue();
        assertThat(proof.proves(MerkleTree.leaf(new byte[] {7}), tree.root())).isFalse();
        assertThat(new InclusionProof(i + 1, size, proof.path()).proves(leaves.get(i), tree.root()))
            .as("another index: %d of %d", i, size)
            .isFalse();
      }
    }
  }

  @Test
  void every_beginning_is_consistent_and_no_other() {
    for (int size = 1; size <= 40; size++) {
      List<Hash> leaves = leaves(size);
      MerkleTree tree = MerkleTree.of(leaves);
      for (int first = 1; first <= size; first++) {
        Hash earlier = MerkleTree.of(leaves.subList(0, first)).root();
        ConsistencyProof proof = tree.consistency(first);
        assertThat(proof.proves(earlier, tree.root())).as("%d of %d", first, size).isTrue();
        assertThat(proof.proves(Hash.of(), tree.root())).isFalse();
        assertThat(proof.proves(earlier, Hash.of())).isFalse();
      }
    }
  }

  @Test
  void no_changed_proof_proves() {
    long seed = 6962;
    Random random = new Random(seed);
    for (int round = 0; round < 10_000; round++) {
      int size = 2 + random.nextInt(60);
      List<Hash> leaves = leaves(size);
      MerkleTree tree = MerkleTree.of(leaves);
      int first = 1 + random.nextInt(size - 1);
      int index = random.nextInt(size);
      String told = "seed " + seed + ", round " + round + ", " + size + ", " + first + ", " + index;
      InclusionProof inclusion = tree.inclusion(index);
      List<Hash> path = mutated(inclusion.path(), random);
      assertThat(new InclusionProof(index, size, path).proves(leaves.get(index), tree.root()))
          .as(told)
          .isFalse();
      List<Hash> grown = mutated(tree.consistency(first).path(), random);
      assertThat(
              new ConsistencyProof(first, size, grown)
                  .proves(MerkleTree.of(leaves.subList(0, first)).root(), tree.root()))
          .as(told)
          .isFalse();
    }
  }

  @Test
  void what_cannot_be_is_refused() {
    assertThatThrownBy(() -> tree(3).inclusion(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tree(3).consistency(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree(3).consistency(4)).isInstanceOf(IllegalArgumentException.class);
    Hash root = tree(3).root();
    assertThat(new InclusionProof(-1, 3, List.of()).proves(LEAVES.get(0), root)).isFalse();
    assertThat(new ConsistencyProof(0, 3, List.of()).proves(root, root)).isFalse();
    assertThat(new ConsistencyProof(3, 3, List.of(root)).proves(root, root)).isFalse();
    assertThat(new ConsistencyProof(4, 3, List.of()).proves(root, root)).isFalse();
  }

  /// A bit turned, a hash dropped, doubled or added, or two swapped.
  private static List<Hash> mutated(List<Hash> path, Random random) {
    List<Hash> other = new ArrayList<>(path);
    int at = path.isEmpty() ? 0 : random.nextInt(path.size());
    switch (path.isEmpty() ? 2 : random.nextInt(4)) {
      case 0 -> {
        byte[] bytes = path.get(at).bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        other.set(at, Hash.known(bytes));
      }
      case 1 -> other.remove(at);
      case 2 -> other.add(at, Hash.of(new byte[] {(byte) random.nextInt()}));
      default -> other.add(at, path.get(at));
    }
    return other;
  }

  private static List<Hash> leaves(int size) {
    List<Hash> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      leaves.add(MerkleTree.leaf(new byte[] {(byte) i, 1}));
    }
    return leaves;
  }

  /// MTH of RFC 9162 section 2.1.1, word for word.
  private static Hash defined(List<Hash> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int k = 1;
    while (k * 2 < leaves.size()) {
      k *= 2;
    }
    return MerkleTree.node(
        defined(leaves.subList(0, k)), defined(leaves.subList(k, leaves.size())));
  }
}
