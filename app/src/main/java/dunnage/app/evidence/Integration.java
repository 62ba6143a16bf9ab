package dunnage.app.evidence;

import dunnage.app.evidence.HeadTable.Head;
import dunnage.app.evidence.HeadTable.Key;
import dunnage.app.evidence.PlaceTable.Waiting;
import dunnage.app.platform.Tenancy;
import dunnage.kernel.evidence.DamagedTile;
import dunnage.kernel.evidence.SignedNote;
import dunnage.kernel.evidence.TiledTree;
import dunnage.kernel.evidence.VerifyingKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Gives entries their places: positions, tiles, head and signed checkpoint in one transaction, so
/// that whatever ends it half-way leaves nothing of it. Who integrates holds the row of the head;
/// nobody else waits for it.
@Component
class Integration {

  /// Entries in one transaction.
  static final int BATCH = 10_000;

  /// What a batch did.
  ///
  /// @param more whether to go on
  record Done(int entries, boolean more) {}

  private final Tenancy tenancy;
  private final ServerLog log;
  private final LogEntryTable entries;
  private final PlaceTable places;
  private final HeadTable heads;
  private final TileTable tiles;
  private final LogKey key;
  private final Clock clock;
  private final Timer timer;

  Integration(
      Tenancy tenancy,
      ServerLog log,
      LogEntryTable entries,
      PlaceTable places,
      HeadTable heads,
      TileTable tiles,
      LogKey key,
      Clock clock,
      MeterRegistry meters) {
    this.tenancy = tenancy;
    this.log = log;
    this.entries = entries;
    this.places = places;
    this.heads = heads;
    this.tiles = tiles;
    this.key = key;
    this.clock = clock;
    this.timer =
        Timer.builder("dunnage.evidence.integration")
            .description("Time to give a batch of entries their places in the log")
            .register(meters);
  }

  /// One batch, in a transaction of its own.
  ///
  /// @throws DamagedLog if what is kept does not fit together; then nothing is put on top of it
  Done batch(UUID organisation) {
    if (tenancy.open()) {
      throw new IllegalStateException("entries get their places in a transaction of their own");
    }
    long started = System.nanoTime();
    Done done = tenancy.in(organisation, this::batch);
    if (done.entries() > 0) {
      timer.record(java.time.Duration.ofNanos(System.nanoTime() - started));
    }
    return done;
  }

  private Done batch() {
    Optional<Head> leased = heads.lease();
    if (leased.isEmpty()) {
      boolean held = heads.begun();
      if (!held) {
        heads.begin();
      }
      return new Done(0, !held);
    }
    Head head = leased.get();
    List<Waiting> waiting = places.waiting(BATCH);
    if (waiting.isEmpty()) {
      return new Done(0, false);
    }
    log.check(head);
    boolean keyChanged = sayWhichKey(head.size());
    Head grown = grow(head, waiting);
    places.place(waiting, head.size());
    heads.move(head, grown);
    String origin = log.origin();
    String note = SignedNote.sign(log.text(grown), origin, key.key()).written();
    heads.sign(grown, note, clock.instant());
    return new Done(waiting.size(), keyChanged || waiting.size() == BATCH);
  }

  private Head grow(Head head, List<Waiting> waiting) {
    TileTable.Written store = tiles.open();
    try {
      TiledTree tree = log.tree(head.size(), store);
      TiledTree grown = tree.append(waiting.stream().map(Waiting::leaf).toList());
      store.keep();
      return new Head(grown.size(), grown.root());
    } catch (DamagedTile damaged) {
      throw new DamagedLog(damaged);
    }
  }

  /// Another key than before is recorded, and told in the log itself, so that it is as lasting as
  /// everything there.
  ///
  /// @return whether an entry was appended that waits for a place
  private boolean sayWhichKey(long size) {
    VerifyingKey ours = key.key().verifyingKey();
    List<Key> known = heads.keys();
    if (!known.isEmpty() && known.getLast().key().equals(ours)) {
      return false;
    }
    Instant now = clock.instant();
    heads.addKey(size, ours, now);
    if (known.isEmpty()) {
      return false;
    }
    Map<String, Object> body =
        Map.of(
            "before", known.getLast().key().fingerprint().hex(),
            "after", ours.fingerprint().hex(),
            "from_size", size);
    List<UUID> ignored =
        entries.add(
            List.of(new EvidenceLog.Statement("evidence.key_changed", log.origin(), body)), "sys");
    return true;
  }
}
