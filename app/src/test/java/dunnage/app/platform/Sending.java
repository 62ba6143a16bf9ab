package dunnage.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Someone who imports files into a server that may end at any moment, and knows what it was sent.
final class Sending {

  /// A list of receivables as it was sent.
  ///
  /// @param cents what its lines add up to
  record Sheet(String name, byte[] bytes, int lines, long cents) {

    static Sheet of(String name, int lines, Random random) {
      StringBuilder text =
          new StringBuilder("invoice,customer_id,customer,issued,due,amount,currency\n");
      long cents = 0;
      for (int i = 0; i < lines; i++) {
        long amount = 100 + random.nextInt(1_000_000);
        cents += amount;
        int debtor = random.nextInt(300);
        text.append(name).append('-').append(i).append(",C").append(debtor);
        text.append(",Debtor ").append(debtor).append(" Ltd,2026-01-05,2026-02-04,");
        text.append(amount / 100)
            .append('.')
            .append("%02d".formatted(amount % 100))
            .append(",EUR\n");
      }
      return new Sheet(name, text.toString().getBytes(StandardCharsets.UTF_8), lines, cents);
    }
  }

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path home;
  private String address = "";
  private String token = "";

  Sending(Path home) {
    this.home = home;
  }

  /// From now on to the server there.
  void to(String there) {
    address = there;
  }

  /// Makes the organisation that imports.
  void begin() throws IOException, InterruptedException {
    token = "Setup " + Files.readString(SetupKey.in(home)).strip();
    String body =
        """
        {"name":"Kept","base_currency":"EUR","time_zone":"UTC",
         "owner":{"name":"Owner","email":"owner@test.example"}}
        """;
    HttpResponse<String> made =
        send(
            "POST",
            "/api/v1/organisations",
            "application/json",
            body.getBytes(StandardCharsets.UTF_8));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    token = "Bearer " + JSON.readTree(made.body()).path("token").asString();
  }

  /// Sends a file to be committed.
  ///
  /// @return what was answered; nothing when the server ended before it answered
  Optional<JsonNode> take(Sheet sheet) throws InterruptedException {
    try {
      HttpResponse<String> answer =
          send(
              "POST",
              "/api/v1/imports?commit=true&wait=60&name=" + sheet.name() + ".csv",
              "application/octet-stream",
              sheet.bytes());
      // an answer of 500 or more acknowledges nothing: the database may end before the server
      assertThat(answer.statusCode()).as(answer.body()).matches(s -> s < 300 || s >= 500);
      return answer.statusCode() < 300
          ? Optional.of(JSON.readTree(answer.body()))
          : Optional.empty();
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  /// All imports the server knows, the newest first.
  JsonNode imports() throws IOException, InterruptedException {
    return get("/api/v1/imports?limit=500").path("data");
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = send("GET", path, "", new byte[0]);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(String method, String path, String type, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", token)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
