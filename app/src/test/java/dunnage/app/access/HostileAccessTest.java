package dunnage.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What nobody would write by mistake, at the doors that are open to everybody and behind them.
class HostileAccessTest {

  private final RunningServer server = RunningServer.get();
  private final Client owner = server.organisation();

  @Test
  void signs_that_no_database_keeps_are_no_fault_of_the_server() {
    for (String sign : List.of("\\u0000", "\\ud800", "\\udc00\\ud800")) {
      String email = "a" + sign + "b@hostile.example";
      Answer in =
          owner
              .as("")
              .post(
                  "/api/v1/sessions",
                  "{\"email\":\"%s\",\"password\":\"%s long enough\"}".formatted(email, sign));
      assertThat(in.status()).as("sign in " + sign + in.body()).isEqualTo(401);
      Answer invited =
          owner.post(
              "/api/v1/invitations", "{\"email\":\"%s\",\"role\":\"sales\"}".formatted(email));
      assertThat(invited.status()).as("invite " + sign + invited.body()).isEqualTo(422);
      Answer token =
          owner.post("/api/v1/tokens", "{\"name\":\"a%sb\",\"scopes\":[\"read\"]}".formatted(sign));
      assertThat(token.status()).as("token " + sign + token.body()).isEqualTo(422);
    }
  }

  @Test
  void guesses_that_come_at_once_are_no_more_than_guesses_one_after_the_other() throws Exception {
    int many = 16;
    String body =
        "{\"email\":\"at.once@%s.example\",\"password\":\"a wrong guess\"}"
            .formatted(owner.organisation().replace('_', '-'));
    Map<String, String> from = Map.of("X-Forwarded-For", "203.0.113.9");
    CyclicBarrier start = new CyclicBarrier(many);
    List<Future<Answer>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return owner.as("").send("POST", "/api/v1/sessions", body, from);
                }));
      }
    }
    Map<Integer, Integer> counted = new TreeMap<>();
    for (Future<Answer> answer : answers) {
      counted.merge(answer.get().status(), 1, Integer::sum);
    }
    assertThat(counted).isEqualTo(Map.of(401, 5, 429, many - 5));
  }

  @Test
  void a_content_type_that_says_something_else_changes_nothing() {
    String id = owner.post("/api/v1/tokens", "{\"name\":\"t\",\"scopes\":[\"read\"]}").text("id");
    byte[] body = "x".getBytes(StandardCharsets.UTF_8);
    assertThat(owner.send("GET", "/api/v1/people", "text/plain", body, Map.of()).status())
        .isEqualTo(200);
    assertThat(owner.send("DELETE", "/api/v1/tokens/" + id, "text/plain", body, Map.of()).status())
        .isEqualTo(204);
  }

  @Test
  void an_address_written_in_another_way_changes_nothing() {
    assertThat(owner.get("/%61pi/v1/people").status()).isIn(200, 400, 404);
  }
}
