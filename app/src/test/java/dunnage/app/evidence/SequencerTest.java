package dunnage.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dunnage.app.evidence.HeadTable.Head;
import dunnage.app.evidence.HeadTable.Signed;
import dunnage.app.evidence.LogEntries.Placed;
import dunnage.app.platform.RunningServer;
import dunnage.kernel.evidence.Hash;
import dunnage.kernel.evidence.MerkleTree;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Entries get their places: dense, each once, never forked, whatever happens meanwhile.
class SequencerTest {

  private static final long SECOND_NANOS = 1_000_000_000L;

  private final RunningServer server = RunningServer.get();
  private final Appending one = new Appending();

  private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    List<Future<T>> futures = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < threads; i++) {
        futures.add(
            executor.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
    }
    List<T> all = new ArrayList<>();
    for (Future<T> future : futures) {
      all.add(future.get());
    }
    return all;
  }

  /// Every entry once, from 0 without gaps; the root, worked out anew from the exact bytes, is that
  /// of the checkpoint; every proof proves, of each entry and between all checkpoints.
  private void whole(Appending log, Collection<UUID> expected) {
    log.tenancy.in(
        log.organisation,
        () -> {
          Head head = server.part(HeadTable.class).find();
          ServerLog kept = server.part(ServerLog.class);
          kept.check(head);
          List<Placed> placed = server.part(LogEntries.class).placed(0, Long.MAX_VALUE);
          List<Hash> leaves = new ArrayList<>();
          Set<UUID> ids = new HashSet<>();
          for (Placed entry : placed) {
            assertThat(entry.position()).isEqualTo(leaves.size());
            leaves.add(MerkleTree.leaf(entry.bytes()));
            assertThat(ids.add(entry.id())).isTrue();
          }
          assertThat(ids).containsAll(expected);
          assertThat(head.size()).isEqualTo(leaves.size());
          assertThat(head.root()).isEqualTo(MerkleTree.of(leaves).root());
          for (int i = 0; i < leaves.size(); i++) {
            assertThat(kept.inclusion(head, i, leaves.get(i)).proves(leaves.get(i), head.root()))
                .isTrue();
          }
          consistent(kept, leaves);
          return head;
        });
  }

  private void consistent(ServerLog kept, List<Hash> leaves) {
    List<Signed> signed = server.part(HeadTable.class).signed(Long.MAX_VALUE, 40).reversed();
    for (int later = 0; later < signed.size(); later++) {
      Signed second = signed.get(later);
      assertThat(second.root())
          .isEqualTo(MerkleTree.of(leaves.subList(0, (int) second.size())).root());
      for (Signed first : signed.subList(0, later + 1)) {
        assertThat(
                kept.consistency(first.size(), second.size()).proves(first.root(), second.root()))
            .isTrue();
      }
    }
  }

  @Test
  void an_entry_has_its_place_and_a_signed_checkpoint_within_a_second() throws Exception {
    one.settled();
    long began = System.nanoTime();
    UUID id = one.append("inv_1", 1).getFirst();
    one.settled();
    assertThat(System.nanoTime() - began).isLessThan(SECOND_NANOS);
    whole(one, List.of(id));
  }

  @Test
  void many_at_once_get_dense_places_and_every_proof_proves() throws Exception {
    ConcurrentLinkedQueue<UUID> made = new ConcurrentLinkedQueue<>();
    int added =
        together(
                64,
                () -> {
                  for (int i = 0; i < 10; i++) {
                    made.addAll(one.append("busy", 1 + i % 3));
                  }
                  return 10;
                })
            .size();
    assertThat(added).isEqualTo(64);
    one.settled();
    whole(one, made);
  }

  @Test
  void organisations_at_once_do_not_mix() throws Exception {
    List<Appending> eight = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      eight.add(new Appending());
    }
    List<ConcurrentLinkedQueue<UUID>> made = new ArrayList<>();
    eight.forEach(any -> made.add(new ConcurrentLinkedQueue<>()));
    List<Integer> ignored =
        together(
            16,
            () -> {
              for (int i = 0; i < 80; i++) {
                made.get(i % 8).addAll(eight.get(i % 8).append("many", 2));
              }
              return 80;
            });
    for (int i = 0; i < 8; i++) {
      eight.get(i).settled();
      assertThat(made.get(i)).hasSize(320);
      whole(eight.get(i), made.get(i));
    }
  }

  @Test
  void two_sequencers_at_once_do_not_fork() throws Exception {
    one.settled();
    Integration integration = server.part(Integration.class);
    List<UUID> made = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      made.addAll(one.appendUnseen(300));
      List<Long> placed = together(6, () -> new Sequencer(integration).integrate(one.organisation));
      assertThat(placed.stream().mapToLong(Long::longValue).sum()).isLessThanOrEqualTo(300);
      one.settled();
    }
    whole(one, made);
  }

  @Test
  void what_a_crash_left_is_swept_up() throws Exception {
    List<UUID> left = one.appendUnseen(500);
    one.settled();
    whole(one, left);
  }

  @Test
  void an_integration_that_dies_half_way_leaves_nothing_and_the_next_does_it_all()
      throws Exception {
    one.append("before", 700);
    one.settled();
    Head before = one.head();
    List<UUID> left;
    try (Connection admin = server.admin();
        Statement statement = admin.createStatement()) {
      admin.setAutoCommit(false);
      // its last statement, the checkpoint, waits here; all others are done by then
      statement.execute("LOCK TABLE dunnage.evidence_checkpoint IN EXCLUSIVE MODE");
      left = one.append("half-way", 900);
      int killed = killed(statement);
      assertThat(killed).isPositive();
      assertThat(one.head()).isEqualTo(before);
      admin.rollback();
    }
    one.settled();
    assertThat(one.head().size()).isEqualTo(before.size() + 900);
    whole(one, left);
  }

  /// Kills the connection that waits for a lock on the checkpoints.
  private static int killed(Statement statement) throws Exception {
    for (int tries = 0; tries < 500; tries++) {
      try (ResultSet row =
          statement.executeQuery(
              """
              SELECT count(pg_terminate_backend(l.pid)) FROM pg_locks l
               WHERE NOT l.granted AND l.relation = 'dunnage.evidence_checkpoint'::regclass
              """)) {
        row.next();
        if (row.getInt(1) > 0) {
          return row.getInt(1);
        }
      }
      Thread.sleep(10);
    }
    return 0;
  }

  @Test
  void appends_wait_for_no_sequencer_and_no_organisation_for_another() throws Exception {
    one.append("first", 1);
    one.settled();
    Appending other = new Appending();
    try (Connection admin = server.admin();
        Statement statement = admin.createStatement()) {
      admin.setAutoCommit(false);
      statement.execute(
          "SELECT FROM dunnage.evidence_head WHERE org_id = '%s' FOR UPDATE"
              .formatted(one.organisation));
      long began = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        one.append("held", 1);
      }
      other.append("free", 3);
      other.settled();
      assertThat(System.nanoTime() - began).isLessThan(2 * SECOND_NANOS);
      assertThat(one.pending()).isEqualTo(20);
      assertThat(one.where().json().path("pending").asInt()).isEqualTo(20);
      assertThat(one.where().text("pending_since")).startsWith("20");
      admin.rollback();
    }
    one.settled();
    whole(one, List.of());
  }

  private void damage(String sql) {
    try (Connection admin = server.admin();
        Statement statement = admin.createStatement()) {
      assertThat(statement.executeUpdate(sql.formatted(one.organisation))).isPositive();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void a_missing_tile_is_named_and_nothing_is_put_on_top() throws Exception {
    List<UUID> ignored = one.append("tiles", 300);
    one.settled();
    Head before = one.head();
    damage("DELETE FROM dunnage.evidence_tile WHERE org_id = '%s' AND level = 0 AND index = 1");
    List<UUID> waiting = one.appendUnseen(1);
    Integration integration = server.part(Integration.class);
    assertThatThrownBy(() -> integration.batch(one.organisation))
        .isInstanceOf(DamagedLog.class)
        .hasMessageContaining("Tile 1 of level 0 is missing");
    assertThat(one.head()).isEqualTo(before);
    assertThat(one.pending()).isEqualTo(waiting.size());
    var answer = one.client.get("/api/v1/evidence");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("evidence_damaged");
    assertThat(answer.text("detail")).contains("Tile 1 of level 0 is missing");
  }

  @Test
  void a_tile_a_head_or_a_checkpoint_changed_in_place_is_noticed() throws Exception {
    one.append("tiles", 300);
    one.settled();
    List<UUID> ignored = one.append("one more", 1);
    one.settled();
    record Change(String change, String back, String said) {}
    List<Change> changes =
        List.of(
            new Change(
                "UPDATE dunnage.evidence_tile SET hashes = set_byte(hashes, 9, get_byte(hashes, 9) # 1) WHERE org_id = '%s' AND level = 0 AND index = 1",
                "UPDATE dunnage.evidence_tile SET hashes = set_byte(hashes, 9, get_byte(hashes, 9) # 1) WHERE org_id = '%s' AND level = 0 AND index = 1",
                "another root"),
            new Change(
                "UPDATE dunnage.evidence_head SET size = size - 2 WHERE org_id = '%s'",
                "UPDATE dunnage.evidence_head SET size = size + 2 WHERE org_id = '%s'",
                "There is no checkpoint of its"),
            new Change(
                "UPDATE dunnage.evidence_checkpoint SET note = replace(note, 'dunnage/', 'dunnagf/') WHERE org_id = '%s'",
                "UPDATE dunnage.evidence_checkpoint SET note = replace(note, 'dunnagf/', 'dunnage/') WHERE org_id = '%s'",
                "is not what the key"),
            new Change(
                "UPDATE dunnage.evidence_key SET key = sha256(key) WHERE org_id = '%s'",
                "", "is not what the key"));
    for (Change change : changes) {
      damage(change.change());
      var answer = one.client.get("/api/v1/evidence");
      assertThat(answer.code()).as(change.change()).isEqualTo("evidence_damaged");
      assertThat(answer.text("detail")).contains(change.said());
      if (!change.back().isEmpty()) {
        damage(change.back());
        assertThat(one.where().json().path("size").asInt()).isGreaterThan(299);
      }
    }
  }

  @Test
  void another_key_signs_on_and_it_is_said_in_the_log_itself(@TempDir Path folder)
      throws Exception {
    one.append("before", 5);
    one.settled();
    assertThat(one.where().json().path("notice").isNull()).isTrue();
    LogKey replaced = new LogKey(folder.resolve(LogKey.NAME));
    Integration other =
        new Integration(
            one.tenancy,
            server.part(ServerLog.class),
            server.part(LogEntryTable.class),
            server.part(PlaceTable.class),
            server.part(HeadTable.class),
            server.part(TileTable.class),
            replaced,
            server.part(Clock.class),
            new SimpleMeterRegistry());
    int placed = 0;
    for (int tries = 0; placed == 0 && tries < 50; tries++) {
      List<UUID> ignored = one.appendUnseen(1);
      placed = other.batch(one.organisation).entries(); // none if the server's own was quicker
    }
    assertThat(placed).isPositive();
    one.settled();
    String fingerprint = replaced.key().verifyingKey().fingerprint().hex();
    var where = one.where();
    assertThat(where.json().path("keys").toString()).contains(fingerprint);
    assertThat(where.text("notice")).contains(fingerprint);
    var told = one.client.get("/api/v1/evidence/entries?kind=evidence.key_changed").json();
    assertThat(told.path("data").size()).isPositive();
    whole(one, List.of());
  }

  @Test
  void what_waits_and_how_long_integration_takes_is_measured() throws Exception {
    one.append("metered", 1);
    one.settled();
    MeterRegistry meters = server.part(MeterRegistry.class);
    assertThat(meters.get("dunnage.evidence.integration").timer().count()).isPositive();
    assertThat(meters.get("dunnage.evidence.pending").gauge().value()).isNotNegative();
    assertThat(meters.get("dunnage.evidence.damaged").gauge().value()).isNotNegative();
  }
}
