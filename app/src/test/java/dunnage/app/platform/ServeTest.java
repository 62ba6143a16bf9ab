package dunnage.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `dunnage serve` as a process of its own, killed and stopped as processes are.
class ServeTest {

  private static final String ORGANISATION = "00000000-0000-0000-0000-00000000000a";
  private static final int SIGTERM_CODE = 143;

  @TempDir Path temporary;

  private Path home;
  private Served served;

  @BeforeEach
  void make() throws IOException {
    home = Folders.home(temporary);
    served = new Served(temporary, home);
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void what_was_acknowledged_survives_kills_and_the_next_start_needs_no_help() throws Exception {
    home = Folders.homeOnceStarted(temporary);
    Process first = served.start(Map.of());
    healthy(first);
    insert("before any kill");
    refusedWhileAnotherRuns();

    Served.kill(first.toHandle());
    ProcessHandle left = served.database();
    assertThat(left.isAlive()).as("its database is left behind").isTrue();

    Process second = served.start(Map.of());
    healthy(second);
    assertThat(new Leftovers(home.resolve("pgdata")).worksHere(left)).isFalse();
    assertThat(keys()).containsExactly("before any kill");
    insert("before the kill of everything");
    served.killAll(second);

    Process third = served.start(Map.of("PATH", ""));
    healthy(third);
    assertThat(keys()).containsExactly("before any kill", "before the kill of everything");
    third.destroy();
    assertThat(third.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(third.exitValue()).isEqualTo(SIGTERM_CODE);
    assertThat(new Leftovers(home.resolve("pgdata")).server()).isEmpty();
    assertThat(home.resolve("pgdata/postmaster.pid")).doesNotExist();
  }

  private void refusedWhileAnotherRuns() throws Exception {
    Process other = served.launch(Map.of());
    assertThat(ended(other)).isEqualTo(5);
    assertThat(served.said(other))
        .contains("already runs on " + home)
        .containsPattern("http://127\\.0\\.0\\.1:[1-9]")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void a_taken_port_an_older_program_and_a_wrong_setting_are_answered_before_anything_is_made()
      throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      Process refused = served.launch(Map.of("DUNNAGE_PORT", String.valueOf(port)));
      assertThat(ended(refused)).isEqualTo(1);
      assertThat(served.said(refused))
          .contains("Port " + port + " on 127.0.0.1 is taken", "dunnage serve --port")
          .doesNotContain("Exception");
    }
    Process wrong = served.launch(Map.of("DUNNAGE_DB_ULR", "x"));
    assertThat(ended(wrong)).isEqualTo(2);
    assertThat(served.said(wrong)).contains("Did you mean DUNNAGE_DB_URL?");
    assertThat(home).doesNotExist();

    Files.createDirectories(home);
    Files.writeString(home.resolve("VERSION"), "release=9.0.0\nlayout=1\npostgresql=18\n");
    Process older = served.launch(Map.of());
    assertThat(ended(older)).isEqualTo(5);
    assertThat(served.said(older)).contains("written by Dunnage 9.0.0").doesNotContain("Exception");
    assertThat(home.resolve("pgdata")).doesNotExist();
  }

  private static int ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private void healthy(Process process) throws Exception {
    URI health = URI.create(served.address(process) + "/actuator/health/readiness");
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
}
