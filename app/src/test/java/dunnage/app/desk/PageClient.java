package dunnage.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Asks for pages and sends forms, as a browser without a script does.
final class PageClient {

  static final String PASSWORD = "nine copper kettles sing";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Client client;
  private String cookie = "";

  PageClient(Client client) {
    this.client = client;
  }

  /// Signed in as the owner of the client's organisation.
  static PageClient of(Client client) {
    assertThat(
            client
                .post("/api/v1/me/password", "{\"password\":\"%s\"}".formatted(PASSWORD))
                .status())
        .isEqualTo(204);
    return signedIn(client, client.get("/api/v1/me").text("email"), PASSWORD);
  }

  /// Signed in as someone by a password.
  static PageClient signedIn(Client client, String email, String password) {
    PageClient pages = new PageClient(client);
    Answer in = pages.form("/sign-in", "email", email, "password", password, "to", "/debtors");
    assertThat(in.status()).as(in.body()).isEqualTo(302);
    assertThat(in.header("Location")).endsWith("/debtors");
    return with(client, in.header("Set-Cookie").split(";")[0]);
  }

  static PageClient with(Client client, String cookie) {
    PageClient pages = new PageClient(client);
    pages.cookie = cookie;
    return pages;
  }

  Answer get(String path) {
    return get(path, "");
  }

  Answer get(String path, String language) {
    String all = cookie + (language.isEmpty() ? "" : "; dunnage-language=" + language);
    return client
        .as("")
        .send("GET", path, "", new byte[0], Map.of("Cookie", all, "Sec-Fetch-Site", "same-origin"));
  }

  Answer form(String path, String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
          .append('&');
    }
    Map<String, String> headers = new HashMap<>(Map.of("Sec-Fetch-Site", "same-origin"));
    if (!cookie.isEmpty()) {
      headers.put("Cookie", cookie);
    }
    return client
        .as("")
        .send("POST", path, FORM, body.toString().getBytes(StandardCharsets.UTF_8), headers);
  }

  /// A file of a debtor, with what it shows.
  Answer uploaded(String path, String debtor, String name, String content) {
    String body =
        """
        --b\r
        Content-Disposition: form-data; name="debtor"\r
        \r
        %s\r
        --b\r
        Content-Disposition: form-data; name="words"\r
        \r
        the bill of lading\r
        --b\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: application/pdf\r
        \r
        %s\r
        --b--\r
        """
            .formatted(debtor, name, content);
    return client
        .as("")
        .send(
            "POST",
            path,
            "multipart/form-data; boundary=b",
            body.getBytes(StandardCharsets.UTF_8),
            Map.of("Sec-Fetch-Site", "same-origin", "Cookie", cookie));
  }

  String upload(String path, String debtor, String name, String content) {
    Answer answer = uploaded(path, debtor, name, content);
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    return answer.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  /// Where a page sends one on to.
  String sent(String path) {
    Answer answer = get(path);
    assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(302);
    return answer.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  /// A form that is taken.
  ///
  /// @return where one is sent to
  String done(String path, String... fields) {
    Answer answer = form(path, fields);
    assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(302);
    return answer.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  /// A form that comes back.
  ///
  /// @return the page
  String refused(String path, String... fields) {
    Answer answer = form(path, fields);
    assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(422);
    assertThat(answer.body()).contains("role=\"alert\"");
    return answer.body();
  }

  /// What the page says, without its tags.
  String text(String path) {
    Answer page = get(path);
    assertThat(page.status()).as(path + page.body()).isEqualTo(200);
    return page.body().replaceAll("<[^>]*>", " ").replaceAll("[\\s\\u00a0]+", " ");
  }

  String cookie() {
    return cookie;
  }
}
