package dunnage.app.cli;

import dunnage.app.platform.Refusal;
import dunnage.app.platform.Server;
import dunnage.app.platform.Settings;
import dunnage.app.platform.SetupKey;
import dunnage.app.sample.SampleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The desk with the sample exporter, on a server of its own in the folder `demo`: never the one
/// with one's own data.
final class DemoDesk {

  private static final String EMAIL = "sample@dunnage.example";
  private static final String SECRET = "sign-in";
  private static final int SECRET_BYTES = 9;
  private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();
  private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final @Nullable String port;
  private final boolean once;
  private final boolean browser;

  DemoDesk(@Nullable String port, boolean once, boolean browser) {
    this.port = port;
    this.once = once;
    this.browser = browser;
  }

  /// Starts, brings the files in, and stays until it is stopped.
  ExitCode serve(List<String> files, Terminal terminal) {
    Map<String, String> environment = new HashMap<>(terminal.environment());
    Path home = ServerHome.of(environment).resolve("demo");
    environment
        .keySet()
        .removeAll(Set.of("DUNNAGE_DB_URL", "DUNNAGE_DB_USER", "DUNNAGE_DB_PASSWORD"));
    environment.put("DUNNAGE_HOME", home.toString());
    Map<String, String> flags = port == null ? Map.of() : Map.of("--port", port);
    try {
      Server.serve(
          Settings.of(environment, flags, Server.asRoot()),
          terminal.err(),
          address -> {
            show(home, address, files, terminal);
            return !once;
          });
      return ExitCode.OK;
    } catch (Refusal refusal) {
      throw new Stop(ServeCommand.exit(refusal.kind()), refusal.sentence());
    }
  }

  private void show(Path home, String address, List<String> files, Terminal terminal) {
    String password = password(home);
    ApiClient server = server(home, address, password);
    for (String file : files) {
      Path path = Path.of(file);
      String name = ApiClient.encoded(String.valueOf(path.getFileName()));
      Object ignored =
          server.upload(
              "/imports?commit=true&wait=60&name=" + name, "application/octet-stream", path);
    }
    awaitScores(server);
    terminal.out().println();
    terminal.out().println("The desk:   " + address);
    terminal.out().println("Sign in:    " + EMAIL + "   password " + password);
    if (!once) {
      terminal.out().println("To stop:    Ctrl-C");
      open(address, terminal);
    }
    terminal.out().flush();
  }

  /// As the organisation of the sample, which is added the first time.
  private static ApiClient server(Path home, String address, String password) {
    ClientFile saved = ClientFile.read(home);
    if (!saved.token().isEmpty()) {
      return ApiClient.at(address, "Bearer " + saved.token());
    }
    try {
      String key = Files.readString(SetupKey.in(home)).strip();
      String token =
          ApiClient.at(address, "Setup " + key)
              .post("/organisations", organisation(password))
              .json()
              .text("token");
      new ClientFile(address, token).write(home);
      return ApiClient.at(address, "Bearer " + token);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, Object> organisation(String password) {
    return Map.of(
        "name",
        SampleBook.COMPANY,
        "base_currency",
        SampleBook.CURRENCY,
        "time_zone",
        SampleBook.ZONE,
        "owner",
        Map.of("name", "Li Na (sample)", "email", EMAIL, "password", password));
  }

  /// Made once and kept beside the data, for its owner alone.
  private static String password(Path home) {
    Path file = home.resolve(SECRET);
    try {
      if (!Files.exists(file)) {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        Path draft =
            Files.createTempFile(
                home,
                ".sign-in-",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, "shoes-" + HexFormat.of().formatHex(bytes));
        Files.move(draft, file);
      }
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void awaitScores(ApiClient server) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < until) {
      List<JsonTree> scores = server.get("/scores?limit=1").json().list("data");
      if (!scores.isEmpty() && !scores.getFirst().flag("pending")) {
        return;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /// Where there is a screen; a person can type the address all the same.
  private void open(String address, Terminal terminal) {
    Map<String, String> environment = terminal.environment();
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    if (!browser
        || !mac
            && !environment.containsKey("DISPLAY")
            && !environment.containsKey("WAYLAND_DISPLAY")) {
      return;
    }
    try {
      Process ignored =
          new ProcessBuilder(mac ? "open" : "xdg-open", address)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException none) {
      terminal.err().println("No browser could be opened.");
    }
  }
}
