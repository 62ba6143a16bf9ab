package dunnage.app.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One server for all tests of a run, asked over its socket. Each test makes organisations of its
/// own, so that none sees what another left.
public final class RunningServer {

  private static final class Started {
    static final RunningServer SERVER = start();

    private static RunningServer start() {
      try {
        Path temporary = Files.createTempDirectory("dunnage-running-");
        Optional<LentDatabase> lent = LentDatabase.asked();
        Path home = lent.isPresent() ? Folders.home(temporary) : Folders.homeOnceStarted(temporary);
        Server server =
            Server.open(
                lent.map(own -> Folders.settings(home, own.url()))
                    .orElseGet(() -> Folders.settings(home)),
                new PrintStream(OutputStream.nullOutputStream()),
                opened -> {});
        Runtime.getRuntime()
            .addShutdownHook(
                new Thread(
                    () -> {
                      server.close();
                      lent.ifPresent(LentDatabase::close);
                      remove(temporary);
                    }));
        return new RunningServer(home, server, lent);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private static void remove(Path folder) {
      try {
        Programs.remove(folder);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /// An answer.
  ///
  /// @param json of its body; missing when there is none or it is something else
  public record Answer(int status, JsonNode json, String body, java.net.http.HttpHeaders headers) {

    public String code() {
      return json.path("code").asString("");
    }

    public String text(String name) {
      return json.path(name).asString("");
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Path home;
  private final Server server;
  private final Optional<LentDatabase> lent;

  private RunningServer(Path home, Server server, Optional<LentDatabase> lent) {
    this.home = home;
    this.server = server;
    this.lent = lent;
  }

  public static RunningServer get() {
    return Started.SERVER;
  }

  public Path home() {
    return home;
  }

  public String address() {
    return "http://127.0.0.1:" + server.port();
  }

  /// A part of the server.
  public <T> T part(Class<T> type) {
    return server.part(type);
  }

  /// Sets the day its clock shows.
  public void setDay(java.time.LocalDate day) {
    ((SettableClock) part(java.time.Clock.class)).setDay(day);
  }

  /// Leaves the first fence between organisations out, or puts it back.
  public void withoutFilter(boolean off) {
    part(Tenancy.class).withoutFilter(off);
  }

  /// A new creditor, seen by its owner.
  public Client organisation() {
    int number = NUMBER.incrementAndGet();
    String body =
        """
        {"name":"Test %d","base_currency":"EUR","time_zone":"UTC",
         "owner":{"name":"Owner %d","email":"owner%d@test.example"}}
        """
            .formatted(number, number, number);
    Answer added = new Client(this, "Setup " + setupKey()).post("/api/v1/organisations", body);
    if (added.status() != 201) {
      throw new AssertionError(added.body());
    }
    return new Client(this, "Bearer " + added.text("token"), added.text("id"), added.text("owner"));
  }

  /// Its database, as one who may do everything there.
  public Connection admin() {
    try {
      return lent.isPresent()
          ? lent.get().admin()
          : Sql.connect(home, "dunnage", "dunnage_admin", "admin");
    } catch (IOException | SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  public String setupKey() {
    try {
      return Files.readString(SetupKey.in(home)).strip();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Someone who asks.
  public static final class Client {

    private final RunningServer server;
    private final String authorization;

    private final String organisation;
    private final String owner;

    Client(RunningServer server, String authorization) {
      this(server, authorization, "", "");
    }

    Client(RunningServer server, String authorization, String organisation, String owner) {
      this.server = server;
      this.authorization = authorization;
      this.organisation = organisation;
      this.owner = owner;
    }

    /// `org_…`, of a client that [#organisation] made.
    public String organisation() {
      return organisation;
    }

    /// `per_…` of its owner.
    public String owner() {
      return owner;
    }

    public String token() {
      return authorization.substring("Bearer ".length());
    }

    /// The same server asked with another `Authorization`, or none when it is empty.
    public Client as(String other) {
      return new Client(server, other, organisation, owner);
    }

    public Answer get(String path) {
      return send("GET", path, "", Map.of());
    }

    /// The answer as it is, of what is no text.
    public HttpResponse<byte[]> bytes(String path) {
      return bytes(path, Map.of("Authorization", authorization));
    }

    public HttpResponse<byte[]> bytes(String path, Map<String, String> headers) {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
      headers.forEach(request::header);
      try {
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }

    public Answer post(String path, String json) {
      return send("POST", path, json, Map.of());
    }

    public Answer send(String method, String path, String json, Map<String, String> headers) {
      byte[] body = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      return send(method, path, "application/json", body, headers);
    }

    public Answer send(
        String method, String path, String type, byte[] body, Map<String, String> headers) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(server.address() + path))
              .method(
                  method,
                  body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
      if (body.length > 0) {
        request.header("Content-Type", type);
      }
      if (!authorization.isEmpty()) {
        request.header("Authorization", authorization);
      }
      headers.forEach(request::header);
      try {
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        String said = answer.headers().firstValue("Content-Type").orElse("");
        JsonNode json =
            said.contains("json") && !said.contains("ndjson")
                ? JSON.readTree(answer.body())
                : JSON.missingNode();
        return new Answer(answer.statusCode(), json, answer.body(), answer.headers());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }
}
