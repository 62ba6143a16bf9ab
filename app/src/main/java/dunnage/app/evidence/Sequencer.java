package dunnage.app.evidence;

import dunnage.app.platform.TypeId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Has entries integrated in the background: each organisation by one thread at a time, a few
/// organisations at once, and each of them for one batch before the next has its turn.
@Component
class Sequencer implements DisposableBean {

  /// A damaged log is looked at again no sooner than this.
  static final Duration REST = Duration.ofMinutes(1);

  private static final int AT_ONCE = 2;
  private static final int STOP_SECONDS = 15;

  private enum Turn {
    RUNS,
    /// Something came while it ran: once more.
    RUNS_AND_AGAIN
  }

  private final Integration integration;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore batches = new Semaphore(AT_ONCE, true);
  private final Map<UUID, Turn> turns = new ConcurrentHashMap<>();
  private final Map<UUID, RuntimeException> failures = new ConcurrentHashMap<>();
  private final Map<UUID, Long> restUntilNanos = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  Sequencer(Integration integration) {
    this.integration = integration;
  }

  /// Begins, and returns at once.
  void wake(UUID organisation) {
    Long until = restUntilNanos.get(organisation);
    if (stopping || (until != null && System.nanoTime() - until < 0)) {
      return;
    }
    Turn turn = turns.merge(organisation, Turn.RUNS, (before, mine) -> Turn.RUNS_AND_AGAIN);
    if (turn == Turn.RUNS) {
      try {
        threads.execute(() -> run(organisation));
      } catch (RejectedExecutionException stopped) {
        turns.remove(organisation); // the next start takes it up
      }
    }
  }

  private void run(UUID organisation) {
    do {
      try {
        integrate(organisation);
        restUntilNanos.remove(organisation);
      } catch (DamagedLog damaged) {
        restUntilNanos.put(organisation, System.nanoTime() + REST.toNanos());
        failures.put(organisation, damaged);
      } catch (RuntimeException failed) {
        failures.put(organisation, failed);
      }
    } while (turns.computeIfPresent(
            organisation, (id, turn) -> turn == Turn.RUNS_AND_AGAIN ? Turn.RUNS : null)
        != null);
  }

  /// Integrates what waits, in this thread, unless someone else is at it.
  ///
  /// @return how many entries were given a place
  long integrate(UUID organisation) {
    long all = 0;
    while (!stopping) {
      Integration.Done done;
      batches.acquireUninterruptibly();
      try {
        done = integration.batch(organisation);
      } finally {
        batches.release();
      }
      all += done.entries();
      if (!done.more()) {
        break;
      }
    }
    return all;
  }

  /// What failed since it was last asked, each failure once, for the log of the server.
  Map<String, RuntimeException> failures() {
    Map<String, RuntimeException> told = new HashMap<>();
    for (UUID organisation : failures.keySet()) {
      RuntimeException failed = failures.remove(organisation);
      if (failed != null) {
        told.put(TypeId.of("org", organisation), failed);
      }
    }
    return told;
  }

  /// How many logs are known to be damaged.
  int damaged() {
    return restUntilNanos.size();
  }

  /// Lets the batch that runs end; what waits is taken up at the next start.
  @Override
  public void destroy() throws InterruptedException {
    stopping = true;
    threads.shutdown();
    boolean ignored = threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
  }
}
