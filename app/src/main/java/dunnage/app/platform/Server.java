package dunnage.app.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The door of the server: starts it, tells a person where it is, stops it when asked.
///
/// What it opened is closed in the reverse order: first the web, so that no request is cut, then
/// the database, then the folder's lock.
public final class Server implements AutoCloseable {

  private static final int WATCH_SECONDS = 1;

  private final Deque<Runnable> closing = new ArrayDeque<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Settings settings;
  private final PrintStream talk;
  private @Nullable Postgres postgres;
  private @Nullable Web web;
  private int port;
  private volatile @Nullable String failure;

  private Server(Settings settings, PrintStream talk) {
    this.settings = settings;
    this.talk = talk;
  }

  /// Whether this process runs as root, for [Settings#of].
  public static boolean asRoot() {
    return Account.weAreRoot();
  }

  /// What is wrong with the Java this runs on, for commands that only warn.
  public static Optional<String> javaProblem() {
    return JavaVersion.problem(Runtime.version());
  }

  /// Starts the server and returns when it has been stopped, by a signal or because its database
  /// was lost.
  ///
  /// @param talk for a person; the log goes where the settings say
  /// @throws Refusal if it does not start, or ended by itself
  public static void serve(Settings settings, PrintStream talk) {
    run(settings, talk, server -> {});
  }

  /// Starts, answers a few requests of its own, and stops: what the launcher learns start-up from.
  public static void rehearse(Settings settings, PrintStream talk) {
    run(settings, talk, Server::answerOnce);
  }

  /// As [#serve], and tells once where it answers.
  ///
  /// @param ready gets the address, and says whether to stay until it is stopped
  public static void serve(Settings settings, PrintStream talk, Predicate<String> ready) {
    run(
        settings,
        talk,
        server -> {
          if (!ready.test("http://127.0.0.1:" + server.port())) {
            server.close();
          }
        });
  }

  private static void run(Settings settings, PrintStream talk, Consumer<Server> then) {
    try (Server server = open(settings, talk, Server::closeOnSignal)) {
      then.accept(server);
      server.closed.await();
      if (server.failure != null) {
        throw Refusal.failure(server.failure);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// A started server.
  ///
  /// @param before what to do once there is something to close
  static Server open(Settings settings, PrintStream talk, Consumer<Server> before) {
    long started = System.nanoTime();
    refuse(settings);
    Server server = new Server(settings, talk);
    before.accept(server);
    try {
      server.start(started);
      return server;
    } catch (RuntimeException failed) {
      server.close();
      throw failed;
    }
  }

  private void closeOnSignal() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
  }

  /// The port it listens on.
  int port() {
    return port;
  }

  /// A part of the started server, to be looked at.
  <T> T part(Class<T> type) {
    return java.util.Objects.requireNonNull(web, "started").part(type);
  }

  /// Prints every setting, where it comes from and what is wrong.
  ///
  /// @return whether the server could start with them
  public static boolean check(Settings settings, PrintStream out) {
    return new ConfigCheck(settings).print(out);
  }

  private void answerOnce() {
    for (String path : List.of("/actuator/health", "/actuator/prometheus", "/nowhere")) {
      try {
        HttpURLConnection request =
            (HttpURLConnection) URI.create(address(port) + path).toURL().openConnection();
        int ignored = request.getResponseCode();
        request.disconnect();
      } catch (IOException unanswered) {
        throw Refusal.failure("The rehearsal failed: " + unanswered.getMessage());
      }
    }
    close();
  }

  private static void refuse(Settings settings) {
    settings
        .problems()
        .forEach(
            problem -> {
              throw Refusal.setting(
                  problem + "\nAll settings and where they come from: dunnage config check");
            });
    Optional<String> java = javaProblem();
    if (java.isPresent() && !settings.anyJdk()) {
      throw Refusal.unsafe(
          java.get() + " The server does not keep data on it, unless with --any-jdk.");
    }
  }

  private void start(long startedNanos) {
    try {
      refuseTakenPort(settings);
      talk.println("Dunnage " + FolderVersion.OURS.release());
      DataFolder folder = DataFolder.open(settings.home(), address(settings.port()));
      opened(folder::close);
      Database database = database(folder);
      long ready = System.nanoTime();
      Web web = Web.start(settings, database, folder);
      opened(web::close);
      this.web = web;
      port = web.port();
      folder.heldAt(address(port));
      FolderVersion.OURS.write(folder);
      watch();
      tell(folder, database);
      talk.printf(
          "Ready in %.1f s, of which the database took %.1f s.%n",
          seconds(startedNanos, System.nanoTime()), seconds(startedNanos, ready));
    } catch (IOException unwritable) {
      throw DataFolder.unwritable(settings.home(), unwritable);
    }
  }

  /// Asked before anything else is started. Another process may still take the port in between;
  /// that is answered in the same words.
  static void refuseTakenPort(Settings settings) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()), 1);
    } catch (UnknownHostException unknown) {
      throw Refusal.setting(
          "--host " + settings.host() + " is no address of this machine; try --host 127.0.0.1.");
    } catch (BindException taken) {
      throw taken(settings, taken);
    } catch (IOException other) {
      throw Refusal.failure(
          "Cannot listen on %s:%d: %s."
              .formatted(settings.host(), settings.port(), other.getMessage()));
    }
  }

  static Refusal taken(Settings settings, Exception why) {
    String said = String.valueOf(why.getMessage());
    if (said.contains("assign")) {
      return Refusal.setting(
          "--host " + settings.host() + " is no address of this machine; try --host 127.0.0.1.");
    }
    if (said.contains("ermission")) {
      return Refusal.failure(
          "Port %d needs more rights than this account has; try --port 8080."
              .formatted(settings.port()));
    }
    return Refusal.failure(
        "Port %d on %s is taken by another program. Try another: dunnage serve --port %d"
            .formatted(settings.port(), settings.host(), settings.port() % 65_535 + 1));
  }

  private Database database(DataFolder folder) throws IOException {
    Optional<FolderVersion> version = FolderVersion.of(folder.version());
    version.ifPresent(found -> found.checkOpenedBy(FolderVersion.OURS, folder.path()));
    version
        .filter(found -> !found.equals(FolderVersion.OURS))
        .ifPresent(
            old -> talk.printf("  update    from %s, which wrote this folder%n", old.release()));
    DataFolder.makeClosed(folder.logs());
    Optional<DatabaseUrl> own = settings.database();
    if (own.isPresent()) {
      return OwnDatabase.ask(own.get()).checked(own.get());
    }
    Account account = Account.choose(settings.account());
    Secrets secrets = Secrets.of(folder);
    if (version.isEmpty()) {
      talk.println("  first     setting up the database …");
    }
    Postgres started = Postgres.start(folder, account, secrets);
    postgres = started;
    opened(started::stop);
    if (version.isEmpty()) {
      EmbeddedRoles.make(started, secrets);
    }
    String runner = account.name().map(name -> ", run by " + name).orElse("");
    return new Database(
        started.jdbc(EmbeddedRoles.DATABASE),
        new Database.Login(EmbeddedRoles.OWNER, secrets.owner()),
        new Database.Login(EmbeddedRoles.APPLICATION, secrets.application()),
        "",
        "PostgreSQL " + Programs.VERSION + " of its own" + runner);
  }

  /// A database whose process ends by itself is started again on its port; if that fails, so does
  /// the server, and whoever supervises it sees it.
  private void watch() {
    Postgres watched = postgres;
    if (watched != null) {
      Thread.ofVirtual().name("database watch").start(() -> watch(watched));
    }
  }

  private void watch(Postgres watched) {
    try {
      while (!closed.await(WATCH_SECONDS, TimeUnit.SECONDS)) {
        if (!watched.runs() && !revived(watched)) {
          close();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return false when the server is to end
  private synchronized boolean revived(Postgres watched) {
    if (closing.isEmpty()) {
      return true; // stopped by us meanwhile
    }
    talk.println("The database's process has ended; starting it again …");
    if (watched.startAgain()) {
      talk.println("The database runs again.");
      return true;
    }
    failure =
        "The database's process ended and does not start again; its log is in "
            + settings.home().resolve("run/log")
            + ".";
    return false;
  }

  private void tell(DataFolder folder, Database database) {
    String address = address(port);
    talk.println("  address   " + address);
    talk.println("  health    " + address + "/actuator/health");
    talk.println("  data      " + folder.path());
    talk.println("  database  " + database.title());
    talk.println(
        "  log       "
            + (settings.logsToStderr() ? "standard error" : folder.logs().resolve("dunnage.log")));
    talk.println("  stop      Ctrl-C, or kill " + ProcessHandle.current().pid());
  }

  private String address(int port) {
    String host = settings.host();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  private static double seconds(long from, long to) {
    return Duration.ofNanos(to - from).toMillis() / 1000.0;
  }

  /// Remembers what is to be closed. A signal may come while something is being started: then it is
  /// closed at once.
  private synchronized void opened(Runnable close) {
    if (closed.getCount() == 0) {
      close.run();
      throw Refusal.failure("Stopped while starting.");
    }
    closing.push(close);
  }

  /// Stops everything; safe to call twice and from two threads.
  @Override
  public synchronized void close() {
    while (!closing.isEmpty()) {
      closing.pop().run();
    }
    closed.countDown();
  }
}
