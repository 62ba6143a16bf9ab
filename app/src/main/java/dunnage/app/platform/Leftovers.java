package dunnage.app.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// What a process that was killed may have left behind: a PostgreSQL that still runs, single
/// processes of one that no longer does, or a `postmaster.pid` whose number now belongs to somebody
/// else, which PostgreSQL itself would take for a running server and refuse to start.
///
/// A process belongs to a database folder when it works in it: PostgreSQL's processes all do.
final class Leftovers {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LOOK_MILLIS = 50;

  private final Path database;

  Leftovers(Path database) {
    this.database = database;
  }

  private Path file() {
    return database.resolve("postmaster.pid");
  }

  /// The server that runs on the folder now, if any.
  Optional<ProcessHandle> server() {
    return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::worksHere);
  }

  private Optional<Long> pid() {
    try {
      if (!Files.exists(file())) {
        return Optional.empty();
      }
      String first = Files.readString(file()).lines().findFirst().orElse("").strip();
      return Optional.of(Long.parseLong(first));
    } catch (IOException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  /// Whether a process works in the folder: alive, and not only waiting to be collected.
  boolean worksHere(ProcessHandle process) {
    Path folder = Path.of("/proc", String.valueOf(process.pid()), "cwd");
    if (Files.exists(Path.of("/proc/self"))) {
      try {
        return Files.readSymbolicLink(folder).equals(database.toRealPath());
      } catch (IOException | SecurityException notOurs) {
        return false;
      }
    }
    String command = process.info().commandLine().orElse("");
    return command.contains("postgres") && command.contains(database.toString());
  }

  /// Waits for processes of a server that is gone, ends those that stay, and removes a
  /// `postmaster.pid` that names nobody of ours. To be called when no server runs.
  void clear() throws IOException {
    if (!gone(PATIENCE)) {
      here().forEach(ProcessHandle::destroyForcibly);
      if (!gone(PATIENCE)) {
        throw new IOException("processes still work in " + database);
      }
    }
    Files.deleteIfExists(file());
  }

  /// Waits until nobody works here. Looked at again and again, since a process whose parent does
  /// not collect it never ends in the books.
  private boolean gone(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    for (List<ProcessHandle> left = here(); !left.isEmpty(); left = here()) {
      if (System.nanoTime() > end) {
        return false;
      }
      await(left.getFirst());
    }
    return true;
  }

  private List<ProcessHandle> here() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(this::worksHere).toList();
    }
  }

  private static void await(ProcessHandle process) {
    try {
      process.onExit().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException notYet) {
      return;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Refusal.failure("Stopped while waiting for the database to end.");
    }
  }
}
