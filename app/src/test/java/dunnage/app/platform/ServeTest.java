package dunnage.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `dunnage serve` as a process of its own, killed and stopped as processes are.
class ServeTest {

  private static final String ORGANISATION = "00000000-0000-0000-0000-00000000000a";
  private static final Pattern ADDRESS = Pattern.compile("address +(http://\\S+)");
  private static final int SIGTERM_CODE = 143;

  @TempDir Path temporary;

  private final List<Process> started = new ArrayList<>();
  private Path home;

  @BeforeEach
  void make() throws IOException {
    home = Folders.home(temporary);
  }

  @AfterEach
  void end() throws Exception {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
    Path database = home.resolve("pgdata");
    if (Files.exists(database)) {
      new Leftovers(database).server().ifPresent(ServeTest::kill);
    }
  }

  @Test
  void what_was_acknowledged_survives_kills_and_the_next_start_needs_no_help() throws Exception {
    home = Folders.homeOnceStarted(temporary);
    Process first = start(Map.of());
    healthy(first);
    insert("before any kill");
    refusedWhileAnotherRuns();

    kill(first.toHandle());
    ProcessHandle left = new Leftovers(home.resolve("pgdata")).server().orElseThrow();
    assertThat(left.isAlive()).as("its database is left behind").isTrue();

    Process second = start(Map.of());
    healthy(second);
    assertThat(new Leftovers(home.resolve("pgdata")).worksHere(left)).isFalse();
    assertThat(keys()).containsExactly("before any kill");
    insert("before the kill of everything");
    ProcessHandle database = new Leftovers(home.resolve("pgdata")).server().orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(database.children().toList());
    kill(second.toHandle());
    kill(database);
    all.forEach(ServeTest::kill);

    Process third = start(Map.of("PATH", ""));
    healthy(third);
    assertThat(keys()).containsExactly("before any kill", "before the kill of everything");
    third.destroy();
    assertThat(third.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(third.exitValue()).isEqualTo(SIGTERM_CODE);
    assertThat(new Leftovers(home.resolve("pgdata")).server()).isEmpty();
    assertThat(home.resolve("pgdata/postmaster.pid")).doesNotExist();
  }

  private void refusedWhileAnotherRuns() throws Exception {
    Process other = launch(Map.of());
    assertThat(ended(other)).isEqualTo(5);
    assertThat(said(other))
        .contains("already runs on " + home)
        .containsPattern("http://127\\.0\\.0\\.1:[1-9]")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void a_taken_port_an_older_program_and_a_wrong_setting_are_answered_before_anything_is_made()
      throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      Process refused = launch(Map.of("DUNNAGE_PORT", String.valueOf(port)));
      assertThat(ended(refused)).isEqualTo(1);
      assertThat(said(refused))
          .contains("Port " + port + " on 127.0.0.1 is taken", "dunnage serve --port")
          .doesNotContain("Exception");
    }
    Process wrong = launch(Map.of("DUNNAGE_DB_ULR", "x"));
    assertThat(ended(wrong)).isEqualTo(2);
    assertThat(said(wrong)).contains("Did you mean DUNNAGE_DB_URL?");
    assertThat(home).doesNotExist();

    Files.createDirectories(home);
    Files.writeString(home.resolve("VERSION"), "release=9.0.0\nlayout=1\npostgresql=18\n");
    Process older = launch(Map.of());
    assertThat(ended(older)).isEqualTo(5);
    assertThat(said(older)).contains("written by Dunnage 9.0.0").doesNotContain("Exception");
    assertThat(home.resolve("pgdata")).doesNotExist();
  }

  /// A process that has said it is ready.
  private Process start(Map<String, String> environment) throws Exception {
    Process process = launch(environment);
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (!said(process).contains("Ready in")) {
      assertThat(process.isAlive()).as(said(process)).isTrue();
      assertThat(System.nanoTime()).as(said(process)).isLessThan(end);
      boolean ignored = process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    return process;
  }

  private Process launch(Map<String, String> environment) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "dunnage.app.cli.Dunnage",
            "serve",
            "--any-jdk");
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> all = new HashMap<>(environment);
    all.put("DUNNAGE_HOME", home.toString());
    all.putIfAbsent("DUNNAGE_PORT", "0");
    builder.environment().keySet().removeIf(name -> name.startsWith("DUNNAGE_"));
    builder.environment().putAll(all);
    builder.redirectErrorStream(true);
    builder.redirectOutput(output(started.size()));
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private File output(int number) {
    return temporary.resolve("said-" + number).toFile();
  }

  private String said(Process process) throws IOException {
    return Files.readString(output(started.indexOf(process)).toPath());
  }

  private static int ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private void healthy(Process process) throws Exception {
    Matcher address = ADDRESS.matcher(said(process));
    assertThat(address.find()).isTrue();
    URI health = URI.create(address.group(1) + "/actuator/health/readiness");
    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private void insert(String key) throws Exception {
    try (Connection application = Sql.connect(home, "dunnage", "dunnage_app", "application")) {
      Sql.insert(application, ORGANISATION, key);
    }
  }

  private List<String> keys() throws Exception {
    try (Connection admin = Sql.connect(home, "dunnage", "dunnage_admin", "admin")) {
      return Sql.texts(admin, "SELECT key FROM dunnage.idempotency ORDER BY created_at");
    }
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
