package dunnage.app.evidence;

import dunnage.app.platform.RunningServer;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// How many entries a second are appended durably and have their places: no test, it is run by
/// name, and prints. See docs/benchmarks.md.
class EvidenceTrial {

  private static final int ROUNDS = 5;
  private static final double NANOS = 1e9;

  @Test
  void entries_a_second() throws Exception {
    round(4, 10, 2_000, false); // warm-up
    List<double[]> imports = new ArrayList<>();
    List<double[]> singles = new ArrayList<>();
    List<double[]> alone = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      imports.add(round(4, 12, 2_000, false));
      singles.add(round(16, 400, 1, false));
      alone.add(round(4, 12, 2_000, true));
    }
    print("4 threads, 2,000 entries a transaction, 96,000 entries", imports);
    print("16 threads, one entry a transaction, 6,400 entries", singles);
    print("96,000 entries that waited, integrated alone", alone);
  }

  /// @param held whether the log is held until all are appended
  /// @return entries a second appended, and with their places; counted from the start, or when held
  ///   from when it was let go
  private static double[] round(int threads, int transactions, int entries, boolean held)
      throws Exception {
    Appending log = new Appending();
    log.settled();
    long count = (long) threads * transactions * entries;
    try (Connection admin = RunningServer.get().admin();
        Statement statement = admin.createStatement()) {
      admin.setAutoCommit(false);
      if (held) {
        statement.execute(
            "SELECT FROM dunnage.evidence_head WHERE org_id = '%s' FOR UPDATE"
                .formatted(log.organisation));
      }
      long began = System.nanoTime();
      append(log, threads, transactions, entries);
      long appended = System.nanoTime();
      admin.rollback();
      if (held) {
        log.server.part(Sequencer.class).wake(log.organisation);
      }
      log.settled();
      long placed = System.nanoTime();
      return new double[] {
        count * NANOS / (appended - began), count * NANOS / (placed - (held ? appended : began))
      };
    }
  }

  private static void append(Appending log, int threads, int transactions, int entries)
      throws Exception {
    List<Future<List<UUID>>> futures = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads * transactions; i++) {
        futures.add(executor.submit(() -> log.append("trial", entries)));
      }
    }
    for (Future<List<UUID>> future : futures) {
      List<UUID> ignored = future.get();
    }
  }

  private static void print(String what, List<double[]> rounds) {
    for (int column = 0; column < 2; column++) {
      int at = column;
      double[] all = rounds.stream().mapToDouble(round -> round[at]).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "%-56s %-9s median %,9.0f/s, %,9.0f to %,9.0f%n",
          what,
          column == 0 ? "appended" : "placed",
          all[all.length / 2],
          Arrays.stream(all).min().orElseThrow(),
          Arrays.stream(all).max().orElseThrow());
    }
  }
}
