package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dunnage.app.platform.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that ask a server.
class ApiClientTest {

  @TempDir Path folder;

  private final RunningServer server = RunningServer.get();

  private Run create(Path home, String email, String... more) {
    String[] start = {
      "organisations",
      "create",
      "--name",
      "Nordsee",
      "--currency",
      "EUR",
      "--owner-name",
      "Li Na",
      "--owner-email",
      email
    };
    String[] all = Arrays.copyOf(start, start.length + more.length);
    System.arraycopy(more, 0, all, start.length, more.length);
    return Run.in(Map.of("DUNNAGE_HOME", home.toString(), "DUNNAGE_URL", server.address()), all);
  }

  /// A folder with the key of the server and nothing else of it.
  private Path home() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.writeString(home.resolve("setup-key"), server.setupKey() + "\n");
    return home;
  }

  private static Terminal terminal(Map<String, String> environment) {
    PrintStream nobody = new PrintStream(new ByteArrayOutputStream());
    return new Terminal(nobody, nobody, new HashMap<>(environment), false);
  }

  @Test
  void an_organisation_is_created_and_later_commands_speak_for_its_owner() throws IOException {
    Path home = home();
    Run created = create(home, "created@cli.example", "--time-zone", "Europe/Berlin");
    assertThat(created.err()).contains(home.resolve("client").toString());
    assertThat(created.code()).isZero();
    Matcher token = Pattern.compile("dun_[0-9a-z_]+").matcher(created.out());
    assertThat(token.find()).isTrue();
    Path saved = home.resolve("client");
    assertThat(Files.readString(saved)).contains(token.group(), server.address());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(saved)))
        .isEqualTo("rw-------");
    ApiClient client = ApiClient.of(terminal(Map.of("DUNNAGE_HOME", home.toString())));
    assertThat(client.address()).isEqualTo(server.address());
    assertThatThrownBy(() -> client.get("/nowhere")) // signed in: 404 and not 401
        .isInstanceOfSatisfying(
            Stop.class, stop -> assertThat(stop.exit()).isEqualTo(ExitCode.NOT_FOUND));
  }

  @Test
  void the_token_is_only_shown_when_it_is_not_to_be_saved() throws IOException {
    Path home = home();
    Run created = create(home, "shown@cli.example", "--no-save", "--kind", "financier");
    assertThat(created.code()).isZero();
    assertThat(created.out()).contains("dun_");
    assertThat(home.resolve("client")).doesNotExist();
  }

  @Test
  void a_refusal_of_the_server_is_told_with_its_remedy_and_an_exit_code() throws IOException {
    Path home = home();
    Run wrong = create(home, "nobody", "--time-zone", "Moon/Base");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("/time_zone: is no time zone. Write it like Asia/Shanghai.");
    assertThat(create(home, "twice@cli.example").code()).isZero();
    assertThat(create(home, "twice@cli.example").code()).isEqualTo(5);
    Files.writeString(home.resolve("setup-key"), "0000\n");
    assertThat(create(home, "other@cli.example").code()).isEqualTo(5);
    assertThat(create(folder.resolve("elsewhere"), "other@cli.example").code()).isEqualTo(4);
    assertThat(List.of(404, 422, 409, 429, 500))
        .extracting(ApiClient::exit)
        .containsExactly(
            ExitCode.NOT_FOUND,
            ExitCode.USAGE,
            ExitCode.REFUSED,
            ExitCode.FAILURE,
            ExitCode.FAILURE);
  }

  @Test
  void without_a_server_it_is_said_how_to_start_one() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    ApiClient client = ApiClient.at("http://127.0.0.1:" + free, "Bearer x");
    assertThatThrownBy(() -> client.get("/debtors"))
        .isInstanceOfSatisfying(
            Stop.class,
            stop -> {
              assertThat(stop.exit()).isEqualTo(ExitCode.FAILURE);
              assertThat(stop).hasMessageContaining("dunnage serve");
            });
  }

  @Test
  void a_saved_token_is_shown_to_no_other_server() throws IOException {
    Path home = home();
    new ClientFile("http://127.0.0.1:8080", "dun_x").write(home);
    Map<String, String> other =
        Map.of("DUNNAGE_HOME", home.toString(), "DUNNAGE_URL", "https://other.example");
    assertThatThrownBy(() -> ApiClient.of(terminal(other)))
        .isInstanceOf(Stop.class)
        .hasMessageContaining("DUNNAGE_TOKEN");
    for (String wrong : List.of("desk.example", "file:///etc/passwd", "http://a b", "http://u@h")) {
      assertThatThrownBy(() -> ApiClient.at(wrong, "Bearer x"))
          .isInstanceOf(Stop.class)
          .hasMessageContaining("https://desk.example");
    }
    assertThatThrownBy(() -> ApiClient.at("http://127.0.0.1:1", "Bearer x\r\nHost: y"))
        .isInstanceOf(Stop.class);
  }

  @Test
  void what_is_read_is_what_was_written() {
    JsonTree tree =
        JsonTree.of(
            JsonBody.of(
                Map.of(
                    "name",
                    "深圳 \"华强\"",
                    "flag",
                    true,
                    "count",
                    7L,
                    "rows",
                    List.of(Map.of("a", "1"), Map.of("a", "2")))));
    assertThat(tree.text("name")).isEqualTo("深圳 \"华强\"");
    assertThat(tree.flag("flag")).isTrue();
    assertThat(tree.number("count")).isEqualTo(7);
    assertThat(tree.list("rows")).extracting(row -> row.text("a")).containsExactly("1", "2");
    assertThat(tree.at("none").text("below")).isEmpty();
    assertThat(JsonTree.of("<html>").missing()).isTrue();
    assertThat(JsonTree.of("{\"a\":[1,").missing()).isTrue();
    assertThat(JsonTree.of("{\"m\":{\"amount\":\"1.50\",\"currency\":\"EUR\"}}").money("m"))
        .isEqualTo("1.50 EUR");
  }
}
