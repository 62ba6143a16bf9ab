package dunnage.app.debtors;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// What the tests of debtors ask a server, in fewer words.
final class Ask {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String PASSWORD = "seven quiet herons wade";

  private Ask() {}

  /// A new debtor.
  ///
  /// @return its id
  static String debtor(Client client, String json) {
    Answer added = client.post("/api/v1/debtors", json);
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    return added.text("id");
  }

  static String named(Client client, String name) {
    return debtor(client, "{\"name\":\"" + name + "\"}");
  }

  static Answer patch(Client client, String path, String json, int version) {
    return client.send("PATCH", path, json, Map.of("If-Match", "\"" + version + "\""));
  }

  static Answer put(Client client, String path, String json, int version) {
    return client.send("PUT", path, json, Map.of("If-Match", "\"" + version + "\""));
  }

  static Answer merge(Client client, String id, String into) {
    return client.post(
        "/api/v1/debtors/" + id + "/merge",
        "{\"into\":\"%s\",\"reason\":\"the same firm\"}".formatted(into));
  }

  static Answer unmerge(Client client, String id) {
    return client.post("/api/v1/debtors/" + id + "/unmerge", "{\"reason\":\"another firm\"}");
  }

  /// The names of the debtors that a list shows.
  static List<String> names(Client client, String query) {
    Answer answer = client.get("/api/v1/debtors" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("data").findValuesAsString("name");
  }

  static List<String> found(Client client, String q) {
    return names(
        client, "?q=" + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8));
  }

  /// @param person `per_…`
  /// @param headers with which they ask
  record Member(String person, Map<String, String> headers, Client nobody) {

    Answer send(String method, String path, String json) {
      return nobody.send(method, path, json, headers);
    }
  }

  /// Someone who joined the organisation and signed in.
  static Member member(Client owner, String role) {
    String email = "member" + NUMBER.incrementAndGet() + "@debtors.example";
    Answer invited =
        owner.post(
            "/api/v1/invitations", "{\"email\":\"%s\",\"role\":\"%s\"}".formatted(email, role));
    Client nobody = owner.as("");
    Answer joined =
        nobody.post(
            "/api/v1/invitations/accept",
            "{\"secret\":\"%s\",\"name\":\"Li Na\",\"password\":\"%s\"}"
                .formatted(invited.text("secret"), PASSWORD));
    Answer session =
        nobody.post(
            "/api/v1/sessions",
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
    assertThat(session.status()).as(session.body()).isEqualTo(201);
    return new Member(
        joined.text("person"),
        Map.of(
            "Cookie", session.header("Set-Cookie").split(";")[0], "Sec-Fetch-Site", "same-origin"),
        nobody);
  }

  /// All at the same moment.
  static <T> List<T> together(List<Callable<T>> calls) throws Exception {
    CyclicBarrier start = new CyclicBarrier(calls.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> answers = new ArrayList<>();
      for (Callable<T> call : calls) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      List<T> all = new ArrayList<>();
      for (Future<T> answer : answers) {
        all.add(answer.get());
      }
      return all;
    }
  }
}
