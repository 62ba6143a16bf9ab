package dunnage.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Signing in with a browser.
class SessionsTest {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String PASSWORD = "nine copper kettles sing";

  private final RunningServer server = RunningServer.get();
  private final Client owner = server.organisation();
  private final Client nobody = owner.as("");
  private final String email = owner().text("email");

  private Answer owner() {
    assertThat(
            owner.post("/api/v1/me/password", "{\"password\":\"%s\"}".formatted(PASSWORD)).status())
        .isEqualTo(204);
    return owner.get("/api/v1/me");
  }

  private Answer signIn(String password, Map<String, String> headers) {
    return nobody.send(
        "POST",
        "/api/v1/sessions",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password),
        headers);
  }

  private static String cookie(Answer answer) {
    return answer.header("Set-Cookie").split(";")[0];
  }

  private Answer ask(String method, String path, String cookie, String site) {
    Map<String, String> headers = new HashMap<>(Map.of("Cookie", cookie));
    if (!site.isEmpty()) {
      headers.put("Sec-Fetch-Site", site);
    }
    return nobody.send(method, path, "", headers);
  }

  @Test
  void the_cookie_is_for_this_server_alone_and_closed_to_scripts() {
    Answer plain = signIn(PASSWORD, Map.of());
    assertThat(plain.status()).as(plain.body()).isEqualTo(201);
    assertThat(plain.header("Set-Cookie"))
        .startsWith("dunnage=")
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Secure", "Domain");
    Answer tls = signIn(PASSWORD, Map.of("X-Forwarded-Proto", "https"));
    assertThat(tls.header("Set-Cookie")).startsWith("__Host-dunnage=").contains("Secure");
    assertThat(ask("GET", "/api/v1/me", cookie(plain), "").text("email")).isEqualTo(email);
  }

  @Test
  void a_cookie_that_was_there_before_the_sign_in_is_worth_nothing_after_it() {
    String planted = "dunnage=" + "a".repeat(64);
    Answer first = signIn(PASSWORD, Map.of("Cookie", planted));
    assertThat(cookie(first)).isNotEqualTo(planted);
    assertThat(ask("GET", "/api/v1/me", planted, "").status()).isEqualTo(401);
    Answer second = signIn(PASSWORD, Map.of("Cookie", cookie(first)));
    assertThat(ask("GET", "/api/v1/me", cookie(first), "").status()).isEqualTo(401);
    assertThat(ask("GET", "/api/v1/me", cookie(second), "").status()).isEqualTo(200);
  }

  @Test
  void a_page_of_another_site_cannot_make_a_browser_change_anything() {
    String cookie = cookie(signIn(PASSWORD, Map.of()));
    for (String site : new String[] {"cross-site", "same-site", ""}) {
      Answer refused = ask("DELETE", "/api/v1/sessions/current", cookie, site);
      assertThat(refused.status()).as(site).isEqualTo(403);
      assertThat(refused.code()).isEqualTo("cross_site");
    }
    Map<String, String> evil = Map.of("Cookie", cookie, "Origin", "http://evil.example");
    assertThat(nobody.send("DELETE", "/api/v1/sessions/current", "", evil).code())
        .isEqualTo("cross_site");
    assertThat(signIn(PASSWORD, Map.of("Sec-Fetch-Site", "cross-site")).code())
        .isEqualTo("cross_site");
    Map<String, String> ours = Map.of("Cookie", cookie, "Origin", server.address());
    Answer out = nobody.send("DELETE", "/api/v1/sessions/current", "", ours);
    assertThat(out.status()).isEqualTo(204);
    assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
    assertThat(ask("GET", "/api/v1/me", cookie, "").status()).isEqualTo(401);
  }

  @Test
  void a_new_password_ends_the_sessions_elsewhere_and_keeps_the_one_that_asked() {
    String here = cookie(signIn(PASSWORD, Map.of()));
    String elsewhere = cookie(signIn(PASSWORD, Map.of()));
    Map<String, String> asking = Map.of("Cookie", here, "Sec-Fetch-Site", "same-origin");
    String path = "/api/v1/me/password";
    String next = "ten brass lanterns swing";
    Answer wrong =
        nobody.send(
            "POST", path, "{\"current\":\"no\",\"password\":\"%s\"}".formatted(next), asking);
    assertThat(wrong.status()).isEqualTo(422);
    Answer worn =
        nobody.send(
            "POST",
            path,
            "{\"current\":\"%s\",\"password\":\"Password123!\"}".formatted(PASSWORD),
            asking);
    assertThat(worn.status()).isEqualTo(422);
    Answer changed =
        nobody.send(
            "POST",
            path,
            "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(PASSWORD, next),
            asking);
    assertThat(changed.status()).as(changed.body()).isEqualTo(204);
    assertThat(ask("GET", "/api/v1/me", here, "").status()).isEqualTo(200);
    assertThat(ask("GET", "/api/v1/me", elsewhere, "").status()).isEqualTo(401);
    assertThat(signIn(PASSWORD, Map.of()).status()).isEqualTo(401);
    assertThat(signIn(next, Map.of()).status()).isEqualTo(201);
  }

  @Test
  void where_one_is_signed_in_is_seen_and_can_be_ended_there() {
    String here = cookie(signIn(PASSWORD, Map.of("User-Agent", "Here")));
    Answer there = signIn(PASSWORD, Map.of("User-Agent", "There"));
    Answer list = ask("GET", "/api/v1/sessions", here, "");
    assertThat(list.json().path("data").findValuesAsString("browser"))
        .containsExactly("Here", "There");
    String path = "/api/v1/sessions/" + there.text("id");
    assertThat(server.organisation().send("DELETE", path, "", Map.of()).status()).isEqualTo(404);
    assertThat(ask("DELETE", path, here, "same-origin").status()).isEqualTo(204);
    assertThat(ask("GET", "/api/v1/me", cookie(there), "").status()).isEqualTo(401);
  }

  @Test
  void guessing_is_slowed_down_alike_for_an_address_that_is_known_and_one_that_is_not() {
    for (String address :
        new String[] {email, "nobody" + NUMBER.incrementAndGet() + "@no.example"}) {
      String body = "{\"email\":\"%s\",\"password\":\"a wrong guess\"}".formatted(address);
      Map<String, String> from = Map.of("X-Forwarded-For", "192.0.2." + NUMBER.incrementAndGet());
      for (int i = 0; i < 5; i++) {
        Answer no = nobody.send("POST", "/api/v1/sessions", body, from);
        assertThat(no.status()).isEqualTo(401);
        assertThat(no.text("detail")).isEqualTo("The address or the password is wrong.");
      }
      Answer locked = nobody.send("POST", "/api/v1/sessions", body, from);
      assertThat(locked.status()).isEqualTo(429);
      assertThat(locked.code()).isEqualTo("too_many_attempts");
      assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(20, 30);
    }
    assertThat(signIn(PASSWORD, Map.of()).status()).isEqualTo(429);
  }

  @Test
  void a_crowd_of_guesses_from_one_network_address_has_to_wait() {
    SignInAttempts attempts = server.part(SignInAttempts.class);
    String from = "198.51.100." + NUMBER.incrementAndGet();
    for (int i = 0; i < SignInAttempts.PER_NETWORK_ADDRESS; i++) {
      attempts.begin("crowd" + i + "@" + from + ".example", from);
    }
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> attempts.begin("another@crowd.example", from))
        .hasMessageContaining("Too many attempts");
    attempts.begin("another@crowd.example", "198.51.100.250");
  }
}
