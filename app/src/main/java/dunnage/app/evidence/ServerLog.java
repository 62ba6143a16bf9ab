package dunnage.app.evidence;

import dunnage.app.evidence.HeadTable.Head;
import dunnage.app.evidence.HeadTable.Key;
import dunnage.app.evidence.HeadTable.Signed;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.kernel.evidence.Checkpoint;
import dunnage.kernel.evidence.ConsistencyProof;
import dunnage.kernel.evidence.DamagedTile;
import dunnage.kernel.evidence.Hash;
import dunnage.kernel.evidence.InclusionProof;
import dunnage.kernel.evidence.SignedNote;
import dunnage.kernel.evidence.TiledTree;
import java.util.List;
import org.springframework.stereotype.Component;

/// The log of the organisation whose transaction is open, as it is kept: its head, checked against
/// tiles and signature, and proofs, each tried before it is handed out.
@Component
class ServerLog {

  private static final int TILE = 256;

  private final Tenancy tenancy;
  private final HeadTable heads;
  private final TileTable tiles;

  ServerLog(Tenancy tenancy, HeadTable heads, TileTable tiles) {
    this.tenancy = tenancy;
    this.heads = heads;
    this.tiles = tiles;
  }

  /// The name of the log and of the key that signs it.
  String origin() {
    return "dunnage/" + TypeId.of("org", tenancy.organisation());
  }

  /// What a head says when it is signed.
  String text(Head head) {
    return new Checkpoint(origin(), head.size(), head.root()).text();
  }

  /// That tiles, head and signed checkpoint say the same.
  ///
  /// @throws DamagedLog if they do not
  void check(Head head) {
    if (head.size() == 0) {
      return;
    }
    Signed signed = heads.signedOf(head.size());
    if (signed == null) {
      throw new DamagedLog("There is no checkpoint of its " + head.size() + " entries.");
    }
    if (!signed.root().equals(head.root())) {
      throw new DamagedLog("Its head says another root than the checkpoint of the same size.");
    }
    check(signed);
    if (!root(head.size()).equals(head.root())) {
      throw new DamagedLog(
          "The tiles on its right edge give another root than the checkpoint of "
              + head.size()
              + " entries. Restore table evidence_tile from a backup.");
    }
  }

  /// That a checkpoint is what one of the log's keys signed.
  private void check(Signed signed) {
    SignedNote note;
    try {
      note = SignedNote.parse(signed.note());
    } catch (IllegalArgumentException unreadable) {
      throw new DamagedLog("The checkpoint of " + signed.size() + " entries is no signed note.");
    }
    boolean says = note.text().equals(text(new Head(signed.size(), signed.root())));
    Key key = signer(signed.size());
    if (!says || !note.signedBy(origin(), key.key())) {
      throw new DamagedLog(
          "The checkpoint of %d entries is not what the key %s signed."
              .formatted(signed.size(), key.key().fingerprint()));
    }
  }

  /// The key of a checkpoint of this size.
  private Key signer(long size) {
    List<Key> keys = heads.keys();
    return keys.reversed().stream()
        .filter(key -> key.fromSize() < size)
        .findFirst()
        .orElseThrow(() -> new DamagedLog("No key is known that signed it."));
  }

  /// The tree at this size, from the tiles.
  TiledTree tree(long size, TileTable.Written store) {
    return TiledTree.of(size, store);
  }

  Hash root(long size) {
    try {
      return tree(size, tiles.open()).root();
    } catch (DamagedTile damaged) {
      throw new DamagedLog(damaged);
    }
  }

  /// That an entry is in the log at its place.
  ///
  /// @throws DamagedLog if the tiles do not prove it
  InclusionProof inclusion(Head head, long position, Hash leaf) {
    InclusionProof proof;
    try {
      proof = tree(head.size(), tiles.open()).inclusion(position);
    } catch (DamagedTile damaged) {
      throw new DamagedLog(damaged);
    }
    if (!proof.proves(leaf, head.root())) {
      throw new DamagedLog(
          "The tiles do not prove the entry at %d against the checkpoint of %d entries: look at tile %d of level 0 and those above it."
              .formatted(position, head.size(), position / TILE));
    }
    return proof;
  }

  /// That the log at one size is the beginning of the log at a later one.
  ///
  /// @throws DamagedLog if the tiles do not prove it, or a checkpoint says otherwise
  ConsistencyProof consistency(long from, long to) {
    ConsistencyProof proof;
    try {
      proof = tree(to, tiles.open()).consistency(from);
    } catch (DamagedTile damaged) {
      throw new DamagedLog(damaged);
    }
    if (!proof.proves(signedRoot(from), signedRoot(to))) {
      throw new DamagedLog(
          "The log of %d entries is not the beginning of that of %d.".formatted(from, to));
    }
    return proof;
  }

  /// The root at a size: what was signed if it was, else what the tiles give.
  Hash signedRoot(long size) {
    Signed signed = heads.signedOf(size);
    return signed == null ? root(size) : signed.root();
  }
}
