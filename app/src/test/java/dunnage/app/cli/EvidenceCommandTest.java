package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Client;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `dunnage evidence verify`: what a server exported, and every way to change it.
class EvidenceCommandTest {

  @TempDir Path folder;

  private final Client client = RunningServer.get().organisation();
  private List<String> lines;
  private String key;

  @BeforeEach
  void export() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      String body = "{\"email\":\"someone%d@%s.example\",\"role\":\"sales\"}";
      var invited =
          client.post(
              "/api/v1/invitations", body.formatted(i, client.organisation().replace('_', '-')));
      assertThat(invited.status()).as(invited.body()).isEqualTo(201);
    }
    var where = client.get("/api/v1/evidence");
    for (int tries = 0; where.json().path("pending").asLong() > 0 && tries < 500; tries++) {
      Thread.sleep(10);
      where = client.get("/api/v1/evidence");
    }
    key = where.json().path("key").path("fingerprint").asString();
    lines = client.get("/api/v1/evidence/export").body().lines().toList();
    assertThat(lines).hasSizeGreaterThan(5);
  }

  private Run verify(List<String> changed, String... more) {
    try {
      Path file = Files.write(folder.resolve("log.ndjson"), changed);
      List<String> arguments = new ArrayList<>(List.of("evidence", "verify", file.toString()));
      arguments.addAll(List.of(more));
      return Run.of(arguments.toArray(String[]::new));
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private List<String> with(int line, String text) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(line, text);
    return changed;
  }

  @Test
  void an_export_is_proven_with_nothing_but_itself() {
    Run run = verify(lines);
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains(": valid", "dunnage/" + client.organisation(), key, "--trust-key")
        .contains("entries  " + (lines.size() - 2));
    assertThat(verify(lines, "--trust-key", key).code()).isZero();
    Run strange = verify(lines, "--trust-key", "0".repeat(64));
    assertThat(strange.code()).isEqualTo(1);
    assertThat(strange.out()).contains("NOT VALID", "not trusted");
  }

  @Test
  void whatever_is_changed_is_found() {
    String second = lines.get(2);
    String bytes = second.replaceAll(".*\"bytes\":\"([^\"]*)\".*", "$1");
    String text = new String(Base64.getDecoder().decode(bytes), StandardCharsets.UTF_8);
    String other =
        Base64.getEncoder()
            .encodeToString(text.replace("\"v\":1", "\"v\":2").getBytes(StandardCharsets.UTF_8));
    List<String> swapped = new ArrayList<>(lines);
    swapped.set(1, lines.get(2));
    swapped.set(2, lines.get(1));
    List<String> longer = new ArrayList<>(lines);
    longer.add(lines.getLast());
    List<String> without = new ArrayList<>(lines);
    without.remove(2);
    List<List<String>> all =
        List.of(
            with(2, second.replace(bytes, other)),
            with(2, second.replace(bytes, "!")),
            with(2, second.replace("evt_0", "evt_1")),
            with(2, "{}"),
            with(2, "no json"),
            swapped,
            longer,
            without,
            lines.subList(0, lines.size() - 1),
            lines.subList(0, 1),
            with(0, lines.getFirst().replaceFirst("\"root\":\"..", "\"root\":\"zz")),
            with(0, lines.getFirst().replace("\\n— ", "\\n- ")),
            with(0, lines.getFirst().replaceFirst("\"size\":\\d+", "\"size\":1")),
            with(0, lines.getFirst().replaceFirst("\"keys\":.*", "\"keys\":[]}")));
    for (List<String> changed : all) {
      assertThat(changed).isNotEqualTo(lines);
      Run run = verify(changed);
      assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
      assertThat(run.out()).contains("NOT VALID");
    }
  }

  @Test
  void what_is_no_export_is_refused() {
    assertThat(verify(List.of("invoice,due")).code()).isEqualTo(5);
    assertThat(verify(List.of()).code()).isEqualTo(5);
    assertThat(Run.of("evidence", "verify", folder.toString()).code()).isEqualTo(5);
    assertThat(Run.of("evidence", "verify", folder.resolve("none").toString()).code()).isEqualTo(4);
  }
}
