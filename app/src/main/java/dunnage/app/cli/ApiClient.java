package dunnage.app.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A server asked by a command. Which one and with which token: `DUNNAGE_URL` and `DUNNAGE_TOKEN`,
/// else what `dunnage organisations create` saved.
///
/// ```java
/// ApiClient server = ApiClient.of(terminal);
/// JsonTree debtor = server.get("/debtors/deb_…").json();
/// server.each("/debtors?limit=500", debtor -> table.row(debtor.text("name")));
/// JsonTree check = server.post("/orders/check", Map.of("debtor", id, "amount", money)).json();
/// ```
///
/// A no of the server ends the command with its sentence: exit 4 for what is not there, 5 for what
/// is not allowed or cannot be as things stand, 2 for what is wrong with the request, 1 for the
/// rest.
final class ApiClient {

  private static final String API = "/api/v1";
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(10);
  private static final String JSON = "application/json";

  /// An answer that is no problem.
  ///
  /// @param body as it came, for `--json`
  /// @param etag for `If-Match` of an edit; empty if there is none
  record Answer(int status, JsonTree json, String body, String etag) {}

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final String address;
  private final String authorization;

  private ApiClient(String address, String authorization) {
    this.address = address;
    this.authorization = authorization;
  }

  /// @throws Stop if no token is known or the address is none
  static ApiClient of(Terminal terminal) {
    Map<String, String> environment = terminal.environment();
    ClientFile saved = ClientFile.read(ServerHome.of(environment));
    String url = environment.getOrDefault("DUNNAGE_URL", "").strip();
    String token = environment.getOrDefault("DUNNAGE_TOKEN", "").strip();
    String address = url.isEmpty() ? saved.address() : url;
    // the token that was saved goes to the server it was saved for, and to no other
    if (token.isEmpty() && clean(address).equals(clean(saved.address()))) {
      token = saved.token();
    }
    if (token.isEmpty()) {
      throw new Stop(
          ExitCode.USAGE,
          """
          No token for %s is known. On the server's machine, once: dunnage organisations create --help
          Elsewhere, set DUNNAGE_URL and DUNNAGE_TOKEN; a token is made by POST /api/v1/tokens."""
              .formatted(address.isEmpty() ? "a server" : address));
    }
    return at(address.isEmpty() ? ServerHome.address(environment) : address, "Bearer " + token);
  }

  /// @param authorization the header, with its scheme
  static ApiClient at(String address, String authorization) {
    String clean = clean(address);
    URI uri;
    try {
      uri = URI.create(clean);
    } catch (IllegalArgumentException wrong) {
      throw noAddress(address);
    }
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
      throw noAddress(address);
    }
    for (int i = 0; i < authorization.length(); i++) {
      if (authorization.charAt(i) < ' ' || authorization.charAt(i) > '~') {
        throw new Stop(
            ExitCode.USAGE, "The token holds signs that no token has; was it copied whole?");
      }
    }
    return new ApiClient(clean, authorization);
  }

  private static Stop noAddress(String address) {
    return new Stop(
        ExitCode.USAGE,
        "The server's address is "
            + address
            + "; write it like https://desk.example or"
            + " http://127.0.0.1:8080.");
  }

  private static String clean(String address) {
    return address.replaceAll("/+$", "");
  }

  String address() {
    return address;
  }

  /// A part of an address or query, as it must be written there.
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// @param path below `/api/v1`, with its query
  Answer get(String path) {
    return send(request(path).GET());
  }

  /// What is no text, into a file.
  void download(String path, OutputStream into) throws IOException {
    HttpResponse<InputStream> answer = ask(request(path).GET(), BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
        String said = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        throw refusal(answer.statusCode(), JsonTree.of(said));
      }
      body.transferTo(into);
    }
  }

  /// Each row of a list, page by page.
  ///
  /// @param path of the list, with its query if any
  void each(String path, Consumer<JsonTree> row) {
    String join = path.contains("?") ? "&" : "?";
    String after = "";
    do {
      JsonTree page = get(after.isEmpty() ? path : path + join + "after=" + encoded(after)).json();
      page.list("data").forEach(row);
      after = page.text("next");
    } while (!after.isEmpty());
  }

  /// @param body see [JsonBody]
  Answer post(String path, Map<String, ? extends @Nullable Object> body) {
    return post(path, JSON, BodyPublishers.ofString(JsonBody.of(body)));
  }

  /// A file, streamed as it is.
  Answer upload(String path, String type, Path file) {
    try {
      return post(path, type, BodyPublishers.ofFile(file));
    } catch (FileNotFoundException gone) {
      throw new Stop(ExitCode.NOT_FOUND, "There is no file " + file + ".");
    }
  }

  private Answer post(String path, String type, BodyPublisher body) {
    return send(
        request(path)
            .header("Content-Type", type)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(body));
  }

  /// An edit of the version that was read.
  Answer patch(String path, Map<String, ? extends @Nullable Object> body, String etag) {
    return send(
        request(path)
            .header("Content-Type", JSON)
            .header("If-Match", etag)
            .method("PATCH", BodyPublishers.ofString(JsonBody.of(body))));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + API + path))
        .timeout(ANSWER)
        .header("Accept", JSON + ", application/problem+json")
        .header("Authorization", authorization);
  }

  private Answer send(HttpRequest.Builder request) {
    HttpResponse<String> answer = ask(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    JsonTree json = JsonTree.of(answer.body());
    int status = answer.statusCode();
    if (status < 200 || status >= 300) {
      throw refusal(status, json);
    }
    return new Answer(status, json, answer.body(), answer.headers().firstValue("ETag").orElse(""));
  }

  private <T> HttpResponse<T> ask(HttpRequest.Builder request, BodyHandler<T> handler) {
    try {
      return http.send(request.build(), handler);
    } catch (ConnectException | HttpConnectTimeoutException nobody) {
      throw new Stop(
          ExitCode.FAILURE, "No server answers at " + address + ". Start one with: dunnage serve");
    } catch (IOException broken) {
      throw new Stop(
          ExitCode.FAILURE,
          "The server at %s did not answer to the end (%s). Whether it was done is not known."
              .formatted(address, broken.getMessage()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Stop(ExitCode.FAILURE, "Stopped while waiting for " + address + ".");
    }
  }

  private Stop refusal(int status, JsonTree problem) {
    if (problem.text("code").isEmpty()) {
      return new Stop(
          ExitCode.FAILURE,
          "What answers at %s is not Dunnage (status %d).".formatted(address, status));
    }
    String detail = problem.text("detail");
    StringBuilder said = new StringBuilder(detail.isEmpty() ? problem.text("title") + "." : detail);
    for (JsonTree error : problem.list("errors")) {
      said.append("\n  ").append(error.text("pointer")).append(": ").append(error.text("message"));
      if (!error.text("hint").isEmpty()) {
        said.append(". ").append(error.text("hint"));
      }
    }
    said.append("\n(%s, request %s)".formatted(problem.text("code"), problem.text("request_id")));
    return new Stop(exit(status), said.toString());
  }

  static ExitCode exit(int status) {
    return switch (status) {
      case 401, 403, 409 -> ExitCode.REFUSED;
      case 404 -> ExitCode.NOT_FOUND;
      case 422 -> ExitCode.USAGE;
      default -> ExitCode.FAILURE;
    };
  }
}
