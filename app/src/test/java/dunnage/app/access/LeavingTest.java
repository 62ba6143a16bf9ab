package dunnage.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Ways in that are made at the moment in which someone leaves, or that were left unused: none of
/// them opens anything later.
class LeavingTest {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String PASSWORD = "four wooden bridges hum";

  private final RunningServer server = RunningServer.get();
  private final Client owner = server.organisation();
  private final Client nobody = owner.as("");
  private final UUID organisation = TypeId.parse("org", owner.organisation());
  private final String email = "leaving" + NUMBER.incrementAndGet() + "@leaving.example";
  private final String person = join();

  private String join() {
    Answer invited =
        owner.post("/api/v1/invitations", "{\"email\":\"%s\",\"role\":\"sales\"}".formatted(email));
    Answer joined =
        nobody.post(
            "/api/v1/invitations/accept",
            "{\"secret\":\"%s\",\"name\":\"Li Na\",\"password\":\"%s\"}"
                .formatted(invited.text("secret"), PASSWORD));
    assertThat(joined.status()).as(joined.body()).isEqualTo(201);
    return joined.text("person");
  }

  /// Makes a way in and ends the membership before that is committed.
  private String madeWhileLeaving(Supplier<String> making) throws Exception {
    CompletableFuture<Answer> leaving = new CompletableFuture<>();
    String made =
        server
            .part(Tenancy.class)
            .in(
                organisation,
                () -> {
                  String secret = making.get();
                  Thread.startVirtualThread(
                      () -> leaving.complete(owner.post("/api/v1/people/" + person + "/end", "")));
                  try {
                    Answer ignored = leaving.get(2, TimeUnit.SECONDS);
                  } catch (TimeoutException waitsForUs) {
                    // as it should: then it sees what was made
                  } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                  }
                  return secret;
                });
    Answer left = leaving.get(20, TimeUnit.SECONDS);
    assertThat(left.status()).as(left.body()).isEqualTo(200);
    return made;
  }

  @Test
  void a_token_made_at_the_moment_someone_leaves_stays_dead_when_they_are_back() throws Exception {
    String token =
        madeWhileLeaving(
            () ->
                server
                    .part(Tokens.class)
                    .make(
                        TypeId.parse("per", person),
                        "late",
                        Set.of(Scope.READ),
                        server.part(Clock.class).instant().plus(Duration.ofDays(1)))
                    .text());
    Client program = owner.as("Bearer " + token);
    assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(join()).isEqualTo(person);
    assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void a_session_begun_at_the_moment_someone_leaves_stays_dead_when_they_are_back()
      throws Exception {
    SignIn signIn = server.part(SignIn.class);
    SignIn.Known known = signIn.prove(email, PASSWORD, "192.0.2.7");
    String secret =
        madeWhileLeaving(
            () -> signIn.begin(known, organisation, new Sessions.Place("", "")).secret());
    Map<String, String> cookie = Map.of("Cookie", "dunnage=" + secret);
    assertThat(nobody.send("GET", "/api/v1/me", "", cookie).status()).isEqualTo(401);
    assertThat(join()).isEqualTo(person);
    assertThat(nobody.send("GET", "/api/v1/me", "", cookie).status()).isEqualTo(401);
  }

  @Test
  void a_cookie_that_was_unused_too_long_is_not_made_fresh_by_a_token_beside_it() {
    Answer signedIn =
        nobody.post(
            "/api/v1/sessions",
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
    String cookie = signedIn.header("Set-Cookie").split(";")[0];
    int aged =
        server
            .part(JdbcClient.class)
            .sql(
                "UPDATE session SET last_seen_at = last_seen_at - interval '2 days'"
                    + " WHERE session_hash = :hash")
            .param("hash", Secret.hash(cookie.substring("dunnage=".length())))
            .update();
    assertThat(aged).isEqualTo(1);
    assertThat(nobody.send("GET", "/api/v1/me", "", Map.of("Cookie", cookie)).status())
        .isEqualTo(401);
    Answer moved =
        server
            .organisation()
            .send(
                "POST",
                "/api/v1/sessions/current/organisation",
                "{\"organisation\":\"%s\"}".formatted(owner.organisation()),
                Map.of("Cookie", cookie));
    assertThat(moved.status()).as(moved.body()).isEqualTo(404);
    assertThat(moved.header("Set-Cookie")).isEmpty();
  }
}
