package dunnage.app.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The embedded PostgreSQL: durable, reachable from this machine only and by password only, run by
/// [Account], outliving nothing: what a killed process left behind is stopped before the next
/// start.
final class Postgres {

  private static final Duration INIT_LONGEST = Duration.ofMinutes(3);

  /// After a crash it first replays its log.
  private static final int START_SECONDS = 600;

  private static final int STOP_SECONDS = 60;
  private static final Duration SLACK = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 3;

  /// Given on its command line, where neither a file nor `ALTER SYSTEM` can undo it. What was
  /// answered is on disk: `fsync`, `synchronous_commit` and `full_page_writes` are on.
  private static final String OPTIONS =
      String.join(
          " -c ",
          "",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "password_encryption=scram-sha-256",
          "max_connections=50",
          "shared_buffers=128MB",
          "timezone=UTC",
          "log_timezone=UTC",
          "logging_collector=on",
          "log_directory=../run/log",
          "log_filename=postgres-%a.log",
          "log_truncate_on_rotation=on",
          "log_rotation_age=1d",
          "log_rotation_size=0");

  /// Nobody comes in without a password, and nobody from elsewhere.
  private static final String WHO_MAY_ENTER =
      """
      host all     dunnage_admin             127.0.0.1/32 scram-sha-256
      host dunnage dunnage_owner,dunnage_app 127.0.0.1/32 scram-sha-256
      """;

  private final DataFolder folder;
  private final Account account;
  private final Programs programs;
  private final int port;

  private Postgres(DataFolder folder, Account account, Programs programs, int port) {
    this.folder = folder;
    this.account = account;
    this.programs = programs;
    this.port = port;
  }

  /// Starts it, made first where there is none.
  ///
  /// @throws Refusal if it does not start, with the end of its log
  static Postgres start(DataFolder folder, Account account, Secrets secrets) {
    refuseOddPath(folder.path());
    try {
      Programs programs = Programs.in(folder.programs());
      DataFolder.makeClosed(folder.run());
      account.own(folder.run());
      refuseClosedPath(folder, account);
      Postgres stopped = new Postgres(folder, account, programs, 0);
      if (!Files.exists(folder.database())) {
        stopped.make(secrets);
      }
      return stopped.startOnFreePort();
    } catch (IOException unwritable) {
      throw DataFolder.unwritable(folder.path(), unwritable);
    }
  }

  /// `pg_ctl` hands paths to a shell between double quotes.
  private static void refuseOddPath(Path home) {
    String path = home.toString();
    if (path.chars().anyMatch(c -> "\"$`\\".indexOf(c) >= 0 || c < ' ')) {
      throw Refusal.setting(
          "DUNNAGE_HOME is "
              + path
              + "; PostgreSQL cannot work in a folder with quotes, dollar signs or backslashes in its name.");
    }
  }

  private static void refuseClosedPath(DataFolder folder, Account account) {
    account
        .closedOnTheWayTo(folder.run())
        .ifPresent(
            path -> {
              throw closed(path, account);
            });
  }

  static Refusal closed(Path path, Account account) {
    String name = account.name().orElse("us");
    return Refusal.setting(
        "PostgreSQL does not run as root, so it runs as %s, and %s is closed to %s. Choose another folder with DUNNAGE_HOME, or open that one: chmod o+x %s"
            .formatted(name, path, name, path));
  }

  /// Makes the database's files aside and moves them, so that a start cut short leaves no half of
  /// them. The collation is PostgreSQL's own, so that sorting does not change with the system's
  /// libraries.
  private void make(Secrets secrets) throws IOException {
    removeDrafts();
    Path draft = folder.path().resolve("pgdata-" + ProcessHandle.current().pid() + ".part");
    Files.createDirectory(draft);
    account.own(draft);
    Path password = folder.run().resolve("password");
    DataFolder.write(password, secrets.admin() + "\n", "rw-------");
    account.own(password);
    Shell.Ended made;
    try {
      made =
          run(
              INIT_LONGEST,
              programs.program("initdb"),
              "--pgdata=" + draft,
              "--username=dunnage_admin",
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--data-checksums",
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--locale=C.UTF-8",
              "--no-instructions");
    } finally {
      Files.deleteIfExists(password);
    }
    if (!made.ok()) {
      throw Refusal.failure("PostgreSQL could not be set up:\n" + made.output());
    }
    DataFolder.flush(draft);
    Files.move(draft, folder.database());
    DataFolder.flush(folder.path());
  }

  /// Of starts cut short. One may still be written, by an `initdb` whose server was killed; it is
  /// left for the next start.
  private void removeDrafts() throws IOException {
    try (Stream<Path> all = Files.list(folder.path())) {
      for (Path old : all.filter(p -> p.getFileName().toString().endsWith(".part")).toList()) {
        try {
          Programs.remove(old);
        } catch (IOException | UncheckedIOException stillWritten) {
          continue;
        }
      }
    }
  }

  private Postgres startOnFreePort() throws IOException {
    stop();
    DataFolder.write(folder.database().resolve("pg_hba.conf"), WHO_MAY_ENTER, "rw-------");
    account.own(folder.database().resolve("pg_hba.conf"));
    String said = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Postgres next = new Postgres(folder, account, programs, freePort());
      Shell.Ended ended = next.startNow();
      if (ended.ok()) {
        return next;
      }
      said = ended.output() + "\n" + Shell.tail(next.startLog());
      if (!said.contains("could not bind")) {
        break;
      }
    }
    throw Refusal.failure("PostgreSQL did not start:\n" + said.strip());
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private Path startLog() {
    return folder.run().resolve("start.log");
  }

  private Shell.Ended startNow() throws IOException {
    Files.deleteIfExists(startLog());
    return run(
        Duration.ofSeconds(START_SECONDS).plus(SLACK),
        programs.program("pg_ctl"),
        "start",
        "--pgdata=" + folder.database(),
        "--log=" + startLog(),
        "--wait",
        "--timeout=" + START_SECONDS,
        "--silent",
        "--options=-p " + port + OPTIONS);
  }

  /// Starts it again on the port it had, after its process ended by itself.
  boolean startAgain() {
    try {
      new Leftovers(folder.database()).clear();
      return startNow().ok();
    } catch (IOException | Refusal failed) {
      return false;
    }
  }

  /// Stops whatever runs on the folder, and clears what is left of what no longer runs.
  void stop() {
    Leftovers leftovers = new Leftovers(folder.database());
    try {
      if (leftovers.server().isPresent() && !stop("fast").ok()) {
        Shell.Ended ended = stop("immediate");
        if (!ended.ok()) {
          throw Refusal.failure(
              "PostgreSQL on %s does not stop:\n%s".formatted(folder.path(), ended.output()));
        }
      }
      leftovers.clear();
    } catch (IOException unreadable) {
      throw DataFolder.unwritable(folder.path(), unreadable);
    }
  }

  private Shell.Ended stop(String mode) {
    return run(
        Duration.ofSeconds(STOP_SECONDS).plus(SLACK),
        programs.program("pg_ctl"),
        "stop",
        "--pgdata=" + folder.database(),
        "--mode=" + mode,
        "--wait",
        "--timeout=" + STOP_SECONDS,
        "--silent");
  }

  private Shell.Ended run(Duration longest, String... command) {
    return Shell.run(folder.run(), longest, account.as(List.of(command)));
  }

  /// Whether its process lives. Costs a look at one file and one link.
  boolean runs() {
    return process().isPresent();
  }

  /// The server's process, while it lives.
  Optional<ProcessHandle> process() {
    return new Leftovers(folder.database()).server();
  }

  /// @param database its name
  String jdbc(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  Optional<String> accountName() {
    return account.name();
  }
}
