package dunnage.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Someone else of the organisation, who signed in.
///
/// @param person `per_…`
record Colleague(String person, Map<String, String> headers, Client nobody) {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String PASSWORD = "seven quiet herons wade";

  static Colleague of(Client owner, String role) {
    String email = "colleague" + NUMBER.incrementAndGet() + "@ledger.example";
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
    return new Colleague(
        joined.text("person"),
        Map.of(
            "Cookie", session.header("Set-Cookie").split(";")[0], "Sec-Fetch-Site", "same-origin"),
        nobody);
  }

  Answer get(String path) {
    return nobody.send("GET", path, "", headers);
  }

  Answer post(String path, String json) {
    return nobody.send("POST", path, json, headers);
  }
}
