package dunnage.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// People, invitations and tokens of an organisation.
class PeopleTest {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String PASSWORD = "seven quiet herons wade";

  private final RunningServer server = RunningServer.get();
  private final Client owner = server.organisation();

  private static String someone() {
    return "someone" + NUMBER.incrementAndGet() + "@people.example";
  }

  private Answer invite(String email, String role) {
    Answer answer =
        owner.post(
            "/api/v1/invitations", "{\"email\":\"%s\",\"role\":\"%s\"}".formatted(email, role));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  private Answer accept(String secret, String password) {
    return owner
        .as("")
        .post(
            "/api/v1/invitations/accept",
            "{\"secret\":\"%s\",\"name\":\"Li Na\",\"password\":\"%s\"}"
                .formatted(secret, password));
  }

  /// @return `per_…` of a new member
  private String member(String email, String role) {
    Answer joined = accept(invite(email, role).text("secret"), PASSWORD);
    assertThat(joined.status()).as(joined.body()).isEqualTo(201);
    return joined.text("person");
  }

  /// A new member who signed in.
  private Map<String, String> signedIn(String email) {
    Answer answer =
        owner
            .as("")
            .post(
                "/api/v1/sessions",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return Map.of(
        "Cookie", answer.header("Set-Cookie").split(";")[0], "Sec-Fetch-Site", "same-origin");
  }

  private Answer patch(String person, String body, String version) {
    return owner.send(
        "PATCH", "/api/v1/people/" + person, body, Map.of("If-Match", "\"" + version + "\""));
  }

  private static List<Answer> together(List<Callable<Answer>> calls) throws Exception {
    CyclicBarrier start = new CyclicBarrier(calls.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers =
          calls.stream()
              .map(
                  call ->
                      threads.submit(
                          () -> {
                            start.await();
                            return call.call();
                          }))
              .toList();
      List<Answer> all = new java.util.ArrayList<>();
      for (Future<Answer> answer : answers) {
        all.add(answer.get());
      }
      return all;
    }
  }

  @Test
  void a_role_counts_from_the_next_request_on() {
    String email = someone();
    String person = member(email, "auditor");
    Map<String, String> cookie = signedIn(email);
    Client nobody = owner.as("");
    assertThat(nobody.send("GET", "/api/v1/invitations", "", cookie).status()).isEqualTo(403);
    assertThat(patch(person, "{\"role\":\"owner\"}", "1").status()).isEqualTo(200);
    assertThat(nobody.send("GET", "/api/v1/invitations", "", cookie).status()).isEqualTo(200);
  }

  @Test
  void an_edit_needs_the_version_it_was_made_from() {
    String person = member(someone(), "sales");
    Answer without = owner.send("PATCH", "/api/v1/people/" + person, "{}", Map.of());
    assertThat(without.status()).isEqualTo(428);
    assertThat(without.code()).isEqualTo("precondition_required");
    assertThat(patch(person, "{\"role\":\"analyst\"}", "7").code())
        .isEqualTo("precondition_failed");
    Answer changed = patch(person, "{\"role\":\"analyst\",\"name\":\"Ann\"}", "1");
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    assertThat(changed.text("role") + changed.text("name")).isEqualTo("analystAnn");
    assertThat(patch(person, "{\"role\":\"king\"}", "2").status()).isEqualTo(422);
  }

  @Test
  void the_last_owner_can_neither_be_demoted_nor_leave() {
    assertThat(patch(owner.owner(), "{\"role\":\"analyst\"}", "1").code()).isEqualTo("last_owner");
    Answer left = owner.post("/api/v1/people/" + owner.owner() + "/end", "");
    assertThat(left.code()).isEqualTo("last_owner");
    assertThat(owner.get("/api/v1/people").status()).isEqualTo(200);
  }

  @Test
  void two_owners_who_demote_each_other_at_the_same_moment_leave_one() throws Exception {
    String email = someone();
    String second = member(email, "owner");
    Map<String, String> cookie = new java.util.HashMap<>(signedIn(email));
    cookie.put("If-Match", "\"1\"");
    List<Answer> answers =
        together(
            List.of(
                () -> patch(second, "{\"role\":\"sales\"}", "1"),
                () ->
                    owner
                        .as("")
                        .send(
                            "PATCH",
                            "/api/v1/people/" + owner.owner(),
                            "{\"role\":\"sales\"}",
                            cookie)));
    assertThat(answers.stream().filter(answer -> answer.status() == 200).count())
        .as(answers.toString())
        .isEqualTo(1);
    Answer people = owner.get("/api/v1/people");
    assertThat(people.json().path("data").findValuesAsString("role"))
        .containsExactlyInAnyOrder("owner", "sales");
  }

  @Test
  void someone_who_has_left_is_out_at_once_and_stays_out_with_old_tokens_when_back() {
    String email = someone();
    String person = member(email, "collector");
    Map<String, String> cookie = signedIn(email);
    Answer token =
        owner
            .as("")
            .send("POST", "/api/v1/tokens", "{\"name\":\"t\",\"scopes\":[\"write\"]}", cookie);
    assertThat(token.status()).as(token.body()).isEqualTo(201);
    Client program = owner.as("Bearer " + token.text("token"));
    assertThat(program.get("/api/v1/me").text("person")).isEqualTo(person);
    assertThat(owner.post("/api/v1/people/" + person + "/end", "").status()).isEqualTo(200);
    assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(owner.as("").send("GET", "/api/v1/me", "", cookie).status()).isEqualTo(401);
    assertThat(accept(invite(email, "sales").text("secret"), PASSWORD).status()).isEqualTo(201);
    assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(owner.get("/api/v1/people/" + person).text("role")).isEqualTo("sales");
  }

  @Test
  void an_invitation_used_twice_at_once_gives_one_membership() throws Exception {
    String secret = invite(someone(), "sales").text("secret");
    List<Answer> answers =
        together(List.of(() -> accept(secret, PASSWORD), () -> accept(secret, PASSWORD)));
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
    assertThat(owner.get("/api/v1/people").json().path("data").size()).isEqualTo(2);
    assertThat(accept(secret, PASSWORD).code()).isEqualTo("invitation_over");
  }

  @Test
  void someone_known_joins_with_their_own_password_and_nobody_else_in_their_name() {
    String email = someone();
    String person = member(email, "sales");
    Client other = server.organisation();
    Answer invited =
        other.post(
            "/api/v1/invitations", "{\"email\":\"%s\",\"role\":\"analyst\"}".formatted(email));
    assertThat(accept(invited.text("secret"), "not their password").status()).isEqualTo(401);
    Answer joined = accept(invited.text("secret"), PASSWORD);
    assertThat(joined.text("person")).isEqualTo(person);
    Answer choice =
        owner
            .as("")
            .post(
                "/api/v1/sessions",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
    assertThat(choice.code()).isEqualTo("organisation_choice");
    assertThat(choice.json().path("organisations").findValuesAsString("id"))
        .containsExactlyInAnyOrder(owner.organisation(), other.organisation());
    Answer here =
        owner
            .as("")
            .post(
                "/api/v1/sessions",
                "{\"email\":\"%s\",\"password\":\"%s\",\"organisation\":\"%s\"}"
                    .formatted(email, PASSWORD, owner.organisation()));
    Answer moved = move(here, other.organisation());
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    assertThat(move(moved, server.organisation().organisation()).status()).isEqualTo(404);
    assertThat(me(here).status()).isEqualTo(401);
    assertThat(me(moved).text("organisation")).isEqualTo(other.organisation());
    assertThat(me(moved).text("role")).isEqualTo("analyst");
  }

  private Answer move(Answer signedIn, String organisation) {
    return owner
        .as("")
        .send(
            "POST",
            "/api/v1/sessions/current/organisation",
            "{\"organisation\":\"%s\"}".formatted(organisation),
            Map.of(
                "Cookie",
                signedIn.header("Set-Cookie").split(";")[0],
                "Sec-Fetch-Site",
                "same-origin"));
  }

  private Answer me(Answer signedIn) {
    String cookie = signedIn.header("Set-Cookie").split(";")[0];
    return owner.as("").send("GET", "/api/v1/me", "", Map.of("Cookie", cookie));
  }

  @Test
  void a_withdrawn_invitation_and_a_made_up_one_open_nothing() {
    Answer invited = invite(someone(), "sales");
    String path = "/api/v1/invitations/" + invited.text("id");
    assertThat(server.organisation().send("DELETE", path, "", Map.of()).status()).isEqualTo(404);
    assertThat(owner.send("DELETE", path, "", Map.of()).status()).isEqualTo(204);
    assertThat(accept(invited.text("secret"), PASSWORD).code()).isEqualTo("invitation_over");
    String forged = invited.text("secret").replaceAll(".{64}$", "0".repeat(64));
    assertThat(accept(forged, PASSWORD).status()).isEqualTo(404);
  }

  @Test
  void a_revoked_token_stops_at_once() {
    Answer made =
        owner.post("/api/v1/tokens", "{\"name\":\"erp\",\"scopes\":[\"read\",\"import\"]}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    Client program = owner.as("Bearer " + made.text("token"));
    assertThat(program.get("/api/v1/people").status()).isEqualTo(200);
    assertThat(program.get("/api/v1/invitations").status()).isEqualTo(403);
    String path = "/api/v1/tokens/" + made.text("id");
    assertThat(server.organisation().send("DELETE", path, "", Map.of()).status()).isEqualTo(404);
    assertThat(owner.send("DELETE", path, "", Map.of()).status()).isEqualTo(204);
    assertThat(program.get("/api/v1/people").status()).isEqualTo(401);
  }

  @Test
  void a_token_may_do_no_more_than_its_maker() {
    String email = someone();
    String ignored = member(email, "sales");
    Map<String, String> cookie = signedIn(email);
    Client nobody = owner.as("");
    for (String scope : List.of("admin", "import")) {
      Answer refused =
          nobody.send(
              "POST",
              "/api/v1/tokens",
              "{\"name\":\"t\",\"scopes\":[\"%s\"]}".formatted(scope),
              cookie);
      assertThat(refused.status()).as(scope).isEqualTo(403);
    }
    Answer read = owner.post("/api/v1/tokens", "{\"name\":\"r\",\"scopes\":[\"read\"]}");
    assertThat(
            owner
                .as("Bearer " + read.text("token"))
                .post("/api/v1/tokens", "{\"name\":\"t\",\"scopes\":[\"read\"]}")
                .status())
        .isEqualTo(403);
    String late = Instant.parse("2999-01-01T00:00:00Z").toString();
    assertThat(
            owner
                .post(
                    "/api/v1/tokens",
                    "{\"name\":\"t\",\"scopes\":[\"read\"],\"expires_at\":\"%s\"}".formatted(late))
                .status())
        .isEqualTo(422);
  }

  @Test
  void a_token_asked_for_twice_with_one_key_is_shown_once() {
    Map<String, String> key = Map.of("Idempotency-Key", "make-" + owner.organisation());
    String body = "{\"name\":\"once\",\"scopes\":[\"read\"]}";
    Answer first = owner.send("POST", "/api/v1/tokens", body, key);
    Answer again = owner.send("POST", "/api/v1/tokens", body, key);
    assertThat(first.text("token")).startsWith("dun_");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertThat(again.text("token")).isEmpty();
  }

  @Test
  void the_organisation_is_changed_by_its_owner() {
    Answer own = owner.get("/api/v1/organisation");
    assertThat(own.text("base_currency")).isEqualTo("EUR");
    Answer changed =
        owner.send(
            "PATCH",
            "/api/v1/organisation",
            "{\"time_zone\":\"Asia/Shanghai\",\"base_currency\":\"CNY\"}",
            Map.of("If-Match", own.header("ETag")));
    assertThat(changed.text("time_zone")).isEqualTo("Asia/Shanghai");
    Answer stale =
        owner.send(
            "PATCH",
            "/api/v1/organisation",
            "{\"name\":\"x\"}",
            Map.of("If-Match", own.header("ETag")));
    assertThat(stale.status()).isEqualTo(412);
    assertThat(owner.get("/api/v1/me").json().path("permissions").toString())
        .contains("administer");
  }
}
