package dunnage.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Against [MerkleTree], which has all leaves at hand.
class TiledTreeTest {

  private static final int MANY = 70_000;
  private static final List<Hash> LEAVES =
      IntStream.range(0, MANY).mapToObj(TiledTreeTest::leaf).toList();

  /// Computed by a program of its own from the definition in RFC 9162 section 2.1.1.
  private static final String ROOT_OF_THOUSAND =
      "638afa98022925bacfddadb15ef22fd0199c1ac99c2973b6158243d13fce05c2";

  private final KeptTiles store = new KeptTiles();

  private static Hash leaf(int number) {
    return MerkleTree.leaf(Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
  }

  private static MerkleTree whole(long size) {
    return MerkleTree.of(LEAVES.subList(0, (int) size));
  }

  private TiledTree tiled(int size) {
    return TiledTree.of(0, store).append(LEAVES.subList(0, size));
  }

  @Test
  void the_root_of_a_thousand_leaves_is_the_published_one() throws IOException {
    assertThat(tiled(1000).root().hex()).isEqualTo(ROOT_OF_THOUSAND);
    assertThat(Files.readString(Path.of("../docs/methodology/evidence.md")))
        .contains(ROOT_OF_THOUSAND);
  }

  @Test
  void leaf_by_leaf_every_size_has_the_root_and_the_proofs_of_the_whole_tree() {
    Random random = new Random(9162);
    TiledTree tree = TiledTree.of(0, store);
    assertThat(tree.root()).isEqualTo(whole(0).root());
    for (int size = 1; size <= 600; size++) {
      tree = tree.append(LEAVES.subList(size - 1, size));
      MerkleTree whole = whole(size);
      assertThat(tree.size()).isEqualTo(size);
      assertThat(tree.root()).as("size %d", size).isEqualTo(whole.root());
      for (int index : new int[] {0, size / 2, size - 1, random.nextInt(size)}) {
        assertThat(tree.inclusion(index)).as("size %d", size).isEqualTo(whole.inclusion(index));
        assertThat(tree.consistency(index + 1)).isEqualTo(whole.consistency(index + 1));
      }
    }
  }

  @Test
  void every_leaf_and_every_beginning_around_the_edge_of_a_tile_is_proven() {
    TiledTree last = tiled(513);
    for (int size : new int[] {1, 2, 3, 7, 255, 256, 257, 511, 512, 513}) {
      TiledTree tree = last.first(size);
      Hash root = whole(size).root();
      for (int i = 0; i < size; i++) {
        assertThat(tree.inclusion(i).proves(LEAVES.get(i), root)).as("%d of %d", i, size).isTrue();
        assertThat(tree.consistency(i + 1).proves(last.first(i + 1).root(), root))
            .as("%d of %d", i + 1, size)
            .isTrue();
      }
    }
  }

  @Test
  void batches_of_any_length_give_the_whole_tree_across_two_levels_of_tiles() {
    for (long seed = 1; seed <= 6; seed++) {
      KeptTiles kept = new KeptTiles();
      Random random = new Random(seed);
      TiledTree tree = TiledTree.of(0, kept);
      while (tree.size() < MANY) {
        int from = (int) tree.size();
        int batch = random.nextInt(1 << random.nextInt(15));
        tree = tree.append(LEAVES.subList(from, Math.min(MANY, from + batch)));
        if (random.nextInt(8) == 0 || tree.size() == MANY) {
          String told = "seed " + seed + ", size " + tree.size();
          assertThat(tree.root()).as(told).isEqualTo(whole(tree.size()).root());
        }
      }
      proofsOfManySizesVerify(tree, random, "seed " + seed);
    }
  }

  private static void proofsOfManySizesVerify(TiledTree last, Random random, String seed) {
    long[] edges = {1, 256, 65_535, 65_536, 65_537, 65_792, MANY};
    long[] any = LongStream.generate(() -> 1 + random.nextInt(MANY)).limit(60).toArray();
    for (long size : LongStream.concat(Arrays.stream(edges), Arrays.stream(any)).toArray()) {
      TiledTree tree = last.first(size);
      Hash root = tree.root();
      long index = random.nextLong(size);
      long earlier = 1 + random.nextLong(size);
      String told = seed + ", size " + size + ", index " + index + ", earlier " + earlier;
      Hash leaf = LEAVES.get((int) index);
      InclusionProof inclusion = tree.inclusion(index);
      assertThat(inclusion.proves(leaf, root)).as(told).isTrue();
      assertThat(inclusion.proves(Hash.of(leaf.bytes()), root)).as(told).isFalse();
      ConsistencyProof consistency = tree.consistency(earlier);
      assertThat(consistency.proves(last.first(earlier).root(), root)).as(told).isTrue();
      assertThat(consistency.proves(Hash.of(), root)).as(told).isFalse();
    }
    for (long size : edges) {
      assertThat(last.first(size).root()).as(seed).isEqualTo(whole(size).root());
    }
  }

  @Test
  void an_append_reads_the_right_edge_and_writes_only_what_grew() {
    TiledTree tree = tiled(66_000);
    store.forget();
    tree.append(LEAVES.subList(66_000, 66_010));
    assertThat(store.read).containsExactly(new KeptTiles.Place(0, 257));
    assertThat(store.written).containsExactly(new KeptTiles.Place(0, 257));
    store.forget();
    tree.append(LEAVES.subList(66_000, 69_000));
    assertThat(store.read).containsExactly(new KeptTiles.Place(0, 257), new KeptTiles.Place(1, 1));
    assertThat(store.written).hasSize(13 + 1).doesNotHaveDuplicates();
    store.forget();
    tree.append(List.of());
    assertThat(store.read).isEmpty();
    assertThat(store.written).isEmpty();
  }

  @Test
  void a_root_reads_one_tile_a_level_and_a_proof_no_tile_twice() {
    TiledTree tree = tiled(MANY);
    store.forget();
    tree.root();
    assertThat(store.read).hasSize(3);
    store.forget();
    tree.inclusion(12_345);
    assertThat(store.read).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(5);
    store.forget();
    tree.consistency(43_210);
    assertThat(store.read).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void a_full_tile_is_the_hashes_themselves() {
    tiled(256 * 256);
    assertThat(store.tiles.get(new KeptTiles.Place(0, 3)))
        .isEqualTo(Tiles.bytes(LEAVES.subList(768, 1024)));
    assertThat(Tiles.hash(store.tiles.get(new KeptTiles.Place(1, 0)), 3))
        .isEqualTo(MerkleTree.of(LEAVES.subList(768, 1024)).root());
    assertThat(store.tiles.get(new KeptTiles.Place(2, 0))).isEqualTo(whole(65_536).root().bytes());
  }

  @Test
  void an_append_that_stops_at_any_write_leaves_the_old_tree_and_is_mended_by_the_same_again() {
    List<Hash> before = LEAVES.subList(0, 65_000);
    List<Hash> more = LEAVES.subList(65_000, 66_000);
    for (int writes = 0; writes < 7; writes++) {
      KeptTiles kept = new KeptTiles();
      TiledTree tree = TiledTree.of(0, kept).append(before);
      kept.writesLeft = writes;
      assertThatThrownBy(() -> tree.append(more)).hasMessage("stopped half-way");
      kept.writesLeft = Integer.MAX_VALUE;
      assertThat(tree.root()).as("after %d writes", writes).isEqualTo(whole(65_000).root());
      TiledTree first = tree.append(more.subList(0, 700));
      TiledTree all = first.append(more.subList(700, 1000));
      assertThat(first.root()).isEqualTo(whole(65_700).root());
      assertThat(all.root()).as("after %d writes", writes).isEqualTo(whole(66_000).root());
    }
  }

  @Test
  void a_missing_tile_is_named_and_no_root_is_given() {
    TiledTree tree = tiled(66_000);
    store.tiles.remove(new KeptTiles.Place(1, 1));
    assertThatThrownBy(tree::root)
        .isInstanceOfSatisfying(
            DamagedTile.class,
            damaged -> {
              assertThat(damaged.level()).isEqualTo(1);
              assertThat(damaged.index()).isEqualTo(1);
            })
        .hasMessage(
            "Tile 1 of level 1 is missing. Restore it from a backup or write it again from the"
                + " entries.");
    assertThatThrownBy(() -> tree.inclusion(0)).isInstanceOf(DamagedTile.class);
    assertThatThrownBy(() -> tree.consistency(65_536)).isInstanceOf(DamagedTile.class);
    assertThatThrownBy(() -> tree.append(LEAVES.subList(66_000, 67_000)))
        .isInstanceOf(DamagedTile.class);
  }

  @Test
  void a_tile_of_a_wrong_length_is_named_and_no_root_is_given() {
    TiledTree tree = tiled(300);
    KeptTiles.Place edge = new KeptTiles.Place(0, 1);
    byte[] right = store.tiles.get(edge);
    for (int length : new int[] {0, 1, 43 * 32, 44 * 32 - 1, 44 * 32 + 1, 257 * 32}) {
      store.tiles.put(edge, Arrays.copyOf(right, length));
      assertThatThrownBy(tree::root)
          .as("length %d", length)
          .isInstanceOf(DamagedTile.class)
          .hasMessageContaining(
              "Tile 1 of level 0 has " + length + " bytes, not 44 to 256 hashes of 32 bytes");
    }
    store.tiles.put(edge, Arrays.copyOf(right, 45 * 32));
    assertThat(tree.root()).as("longer, of a later tree").isEqualTo(whole(300).root());
    store.tiles.put(new KeptTiles.Place(0, 0), Arrays.copyOf(right, 255 * 32));
    assertThatThrownBy(() -> tree.inclusion(5))
        .as("a full tile that lost a hash")
        .hasMessageContaining("Tile 0 of level 0 has 8160 bytes");
  }

  @Test
  void a_bit_turned_in_a_tile_gives_no_proof_that_proves() {
    long seed = 256;
    Random random = new Random(seed);
    TiledTree tree = tiled(2_000);
    Hash root = tree.root();
    for (int round = 0; round < 200; round++) {
      int index = random.nextInt(2_000);
      KeptTiles.Place place = new KeptTiles.Place(0, index / 256);
      byte[] right = store.tiles.get(place);
      byte[] turned = right.clone();
      int sibling = (index ^ 1) % 256;
      turned[sibling * 32 + random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
      store.tiles.put(place, turned);
      assertThat(tree.inclusion(index).proves(LEAVES.get(index), root))
          .as("seed %d, round %d", seed, round)
          .isFalse();
      store.tiles.put(place, right);
    }
  }

  @Test
  void sizes_beyond_an_int_are_proven_too() {
    long billions = 3L << 32;
    AlikeTiles same = new AlikeTiles();
    TiledTree tree = TiledTree.of(billions + 5, same);
    Hash root = tree.root();
    long index = (1L << 33) + 77;
    assertThat(tree.inclusion(index).proves(AlikeTiles.LEAF, root)).isTrue();
    assertThat(tree.inclusion(billions + 4).proves(AlikeTiles.LEAF, root)).isTrue();
    assertThat(tree.consistency(index).proves(tree.first(index).root(), root)).isTrue();
    assertThat(tree.consistency(index).proves(tree.first(index - 1).root(), root)).isFalse();
  }

  @Test
  void an_append_beyond_an_int_writes_the_right_edge() {
    AlikeTiles same = new AlikeTiles();
    long size = (3L << 32) + 5;
    TiledTree grown = TiledTree.of(size, same).append(Collections.nCopies(300, AlikeTiles.LEAF));
    assertThat(grown.size()).isEqualTo(size + 300);
    assertThat(same.written)
        .containsExactly(
            new KeptTiles.Place(0, 3L << 24),
            new KeptTiles.Place(0, (3L << 24) + 1),
            new KeptTiles.Place(1, 3L << 16));
  }

  @Test
  void what_cannot_be_is_refused() {
    TiledTree tree = tiled(3);
    assertThatThrownBy(() -> TiledTree.of(-1, store)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.first(4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.first(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.inclusion(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tree.inclusion(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tree.consistency(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.consistency(4)).isInstanceOf(IllegalArgumentException.class);
    TiledTree largest = TiledTree.of(Long.MAX_VALUE, store);
    assertThatThrownBy(() -> largest.append(LEAVES.subList(0, 1)))
        .isInstanceOf(ArithmeticException.class);
  }

  /// The tiles of a log whose entries are all the same, of any size, made when read.
  private static final class AlikeTiles implements TileStore {

    static final Hash LEAF = leaf(7);

    final List<KeptTiles.Place> written = new ArrayList<>();

    @Override
    public byte[] read(int level, long index) {
      Hash hash = LEAF;
      for (int height = 0; height < level * Tiles.HEIGHT; height++) {
        hash = MerkleTree.node(hash, hash);
      }
      return Tiles.bytes(Collections.nCopies(Tiles.WIDTH, hash));
    }

    @Override
    public void write(int level, long index, byte[] hashes) {
      assertThat(hashes).isEqualTo(Arrays.copyOf(read(level, index), hashes.length));
      written.add(new KeptTiles.Place(level, index));
    }
  }
}
