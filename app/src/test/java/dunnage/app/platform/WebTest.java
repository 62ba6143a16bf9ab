package dunnage.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LoggingSystem;
import tools.jackson.databind.json.JsonMapper;

/// One server on a new folder, asked everything over its socket.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path temporary;

  private final ByteArrayOutputStream talk = new ByteArrayOutputStream();
  private Path home;
  private Server server;

  @BeforeAll
  void start() throws IOException {
    home = Folders.homeOnceStarted(temporary);
    // a server of another test in this JVM would keep the log
    LoggingSystem.get(WebTest.class.getClassLoader()).cleanUp();
    Settings settings =
        Folders.settings(
            Map.of(
                "DUNNAGE_HOME",
                home.toString(),
                "DUNNAGE_PORT",
                "0",
                "DUNNAGE_BODY_MB",
                "1",
                "DUNNAGE_HOSTS",
                "Desk.example"));
    server =
        Server.open(settings, new PrintStream(talk, true, StandardCharsets.UTF_8), opened -> {});
  }

  @AfterAll
  void stop() {
    server.close();
    assertThat(new Leftovers(home.resolve("pgdata")).server()).as("database after close").isEmpty();
  }

  @Test
  void a_person_is_told_on_one_screen_where_it_is_and_how_to_stop_it() {
    String said = talk.toString(StandardCharsets.UTF_8);
    assertThat(said)
        .contains("http://127.0.0.1:" + server.port(), home.toString(), "Ctrl-C", "Ready in");
    assertThat(said.lines()).hasSizeLessThan(20);
  }

  @Test
  void it_is_healthy_alive_and_ready() throws Exception {
    for (String part : new String[] {"", "/liveness", "/readiness"}) {
      HttpResponse<String> answer = get("/actuator/health" + part);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(JSON.readTree(answer.body()).path("status").asString()).isEqualTo("UP");
    }
    assertThat(get("/actuator/health").body()).contains("\"db\":{\"status\":\"UP\"}");
  }

  @Test
  void metrics_are_there_and_nothing_else_of_the_machinery() throws Exception {
    assertThat(get("/actuator/prometheus").body())
        .contains("jdbc_connections_max", "jvm_memory_used_bytes");
    for (String hidden : new String[] {"/actuator", "/actuator/env", "/actuator/heapdump"}) {
      assertThat(get(hidden).statusCode()).as(hidden).isEqualTo(404);
    }
  }

  @Test
  void every_error_is_a_problem_with_a_code_and_the_id_of_the_request() throws Exception {
    problem(get("/nowhere"), 404, "not_found");
    problem(get("/error"), 404, "not_found");
    problem(get("/trouble/number/nine"), 400, "malformed_request");
    problem(get("/trouble/no"), 409, "already_there");
    problem(get("/trouble/echo"), 405, "method_not_allowed");
    problem(post("text/plain", "x"), 415, "unsupported_media_type");
    problem(post("application/json", "{\"a\":"), 400, "malformed_request");
    problem(
        send(request("/trouble/no").header("Accept", "application/xml").GET()),
        409,
        "already_there");
  }

  @Test
  void a_person_before_a_browser_is_told_on_a_page_and_in_their_language() throws Exception {
    String russian =
        page("/nowhere", 404, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    assertThat(russian).contains("lang=\"ru\"", "Не найдено", "href=\"/\"").doesNotContain("??");
    assertThat(page("/trouble/no", 409, "text/html")).contains("It is there already.");
    assertThat(page("/trouble/number/nine", 400, "text/html")).doesNotContain("nine", "Exception");
    assertThat(page("/error", 404, "text/html")).contains("Не найдено");
    String bug = page("/trouble/bug", 500, "application/json;q=0.5, text/html");
    assertThat(bug)
        .contains("внутри Dunnage")
        .doesNotContain("secret inside", "Exception", "at dunnage", home.toString());
    HttpResponse<String> refused = send(browser("/trouble/echo", "text/html").GET());
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow")).hasValue("POST");
  }

  private String page(String path, int status, String accept) throws Exception {
    HttpResponse<String> answer = send(browser(path, accept).GET());
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("script-src 'self'", "default-src 'none'");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
    assertThat(answer.body()).contains(id).doesNotContain("class=\"rail\"");
    assertThat(send(browser(path, accept).HEAD()).statusCode()).isEqualTo(status);
    return answer.body();
  }

  private HttpRequest.Builder browser(String path, String accept) {
    return request(path).header("Accept", accept).header("Accept-Language", "ru,en;q=0.5");
  }

  @Test
  void programs_are_told_as_programs_whatever_else_they_accept() throws Exception {
    for (String accept :
        new String[] {
          "*/*",
          "application/json",
          "application/json, text/html;q=0.9",
          "text/html;q=0",
          "text/*",
          "text/html;q=nonsense",
          "/",
          ";;;"
        }) {
      problem(send(request("/nowhere").header("Accept", accept).GET()), 404, "not_found");
    }
    for (String path : new String[] {"/v3/nowhere", "/assets/x/y.css", "/actuator/env"}) {
      problem(send(browser(path, "text/html").GET()), 404, "not_found");
    }
    problem(send(browser("/api/v1/nowhere", "text/html").GET()), 401, "unauthorized");
  }

  @Test
  void a_bug_is_told_to_the_log_and_not_to_the_caller() throws Exception {
    HttpResponse<String> answer = get("/trouble/bug");
    String id = problem(answer, 500, "internal_error");
    assertThat(answer.body()).doesNotContain("secret inside", "Exception", "at dunnage");
    assertThat(Files.readString(home.resolve("logs/dunnage.log")))
        .contains("the secret inside", id)
        .contains("\"ecs\":{\"version\"");
  }

  @Test
  void the_callers_own_id_is_kept_unless_it_could_forge_a_line_of_the_log() throws Exception {
    HttpResponse<String> kept =
        send(request("/nowhere").header("X-Request-Id", "import-7.b").GET());
    assertThat(problem(kept, 404, "not_found")).isEqualTo("import-7.b");
    HttpResponse<String> forged = send(request("/nowhere").header("X-Request-Id", "a b\"c").GET());
    assertThat(problem(forged, 404, "not_found")).hasSize(36);
  }

  @Test
  void answers_forbid_framing_sniffing_keeping_and_loading() throws Exception {
    for (String path : new String[] {"/actuator/health", "/nowhere", "/trouble/bug"}) {
      assertThat(get(path).headers().map())
          .as(path)
          .containsKeys(
              "content-security-policy",
              "x-content-type-options",
              "x-frame-options",
              "referrer-policy",
              "cross-origin-opener-policy",
              "cross-origin-resource-policy",
              "cache-control",
              "x-request-id")
          .doesNotContainKeys("server", "x-powered-by", "set-cookie");
    }
  }

  @Test
  void a_body_over_the_limit_is_refused_whether_it_says_its_length_or_not() throws Exception {
    byte[] large = ("{\"a\":\"" + "x".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder said = request("/trouble/echo").header("Content-Type", "application/json");
    problem(send(said.copy().POST(BodyPublishers.ofByteArray(large))), 413, "body_too_large");
    problem(
        send(said.copy().POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
        413,
        "body_too_large");
    assertThat(post("application/json", "{\"a\":1}").body()).isEqualTo("{\"a\":1}");
  }

  @Test
  void a_name_that_is_not_ours_is_refused() throws Exception {
    assertThat(raw("GET /actuator/health HTTP/1.1\r\nHost: rebound.example\r\n"))
        .startsWith("HTTP/1.1 421")
        .contains("application/problem+json", "\"host_unknown\"", "X-Request-Id");
    assertThat(raw("GET /actuator/health HTTP/1.1\r\nHost: desk.example:80\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void what_the_container_itself_refuses_is_a_problem_too() throws Exception {
    String answer = raw("GET /% HTTP/1.1\r\nHost: localhost\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "\"malformed_request\"", "request_id")
        .doesNotContain("<html", "Tomcat");
  }

  @Test
  void the_database_is_durable_closed_to_others_and_sorted_by_itself() throws Exception {
    try (Connection admin = database("postgres", "dunnage_admin", "admin")) {
      assertThat(Sql.texts(admin, "SELECT name || '=' || setting FROM pg_settings"))
          .contains(
              "fsync=on",
              "synchronous_commit=on",
              "full_page_writes=on",
              "data_checksums=on",
              "listen_addresses=127.0.0.1",
              "unix_socket_directories=",
              "password_encryption=scram-sha-256");
      assertThat(Sql.texts(admin, "SELECT DISTINCT auth_method FROM pg_hba_file_rules"))
          .containsExactly("scram-sha-256");
      assertThat(Sql.texts(admin, "SELECT datlocprovider FROM pg_database")).containsOnly("b");
    }
    assertThat(Files.getPosixFilePermissions(home.resolve("secrets"))).hasSize(2);
  }

  @Test
  void rows_of_one_organisation_are_hidden_from_another_by_the_database_itself() throws Exception {
    try (Connection application = database("dunnage", "dunnage_app", "application");
        Statement statement = application.createStatement()) {
      Sql.insert(application, "00000000-0000-0000-0000-00000000000a", "one");
      statement.execute("SET dunnage.org_id = '00000000-0000-0000-0000-00000000000b'");
      assertThat(Sql.texts(application, "SELECT key FROM dunnage.idempotency")).isEmpty();
      statement.execute("RESET dunnage.org_id");
      assertThat(Sql.texts(application, "SELECT key FROM dunnage.idempotency")).isEmpty();
      statement.execute("SET dunnage.org_id = '00000000-0000-0000-0000-00000000000a'");
      assertThat(Sql.texts(application, "SELECT key FROM dunnage.idempotency"))
          .containsExactly("one");
    }
  }

  @Test
  void the_schema_keeps_the_rules_of_sharding() throws Exception {
    try (Connection admin = database("dunnage", "dunnage_admin", "admin")) {
      assertThat(SchemaRules.broken(admin)).isEmpty();
    }
  }

  @Test
  void the_rules_of_sharding_bite() throws Exception {
    try (Connection admin = database("dunnage", "dunnage_admin", "admin");
        Statement statement = admin.createStatement()) {
      admin.setAutoCommit(false);
      statement.execute(
          """
          CREATE TABLE dunnage.loose (id bigserial PRIMARY KEY, org_id uuid, name text UNIQUE);
          CREATE FUNCTION dunnage.noop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
          CREATE TRIGGER t BEFORE INSERT ON dunnage.loose
            FOR EACH ROW EXECUTE FUNCTION dunnage.noop();
          CREATE TABLE dunnage.child (org_id uuid, loose_id bigint REFERENCES dunnage.loose,
            PRIMARY KEY (org_id, loose_id));
          """);
      assertThat(SchemaRules.broken(admin))
          .containsExactlyInAnyOrder(
              "sequence: loose_id_seq",
              "trigger: loose.t",
              "primary key does not start with org_id: loose",
              "unique without org_id: loose_name_key",
              "unique without org_id: loose_pkey",
              "foreign key without org_id: child_loose_id_fkey",
              "row-level security is not forced: child",
              "row-level security is not forced: loose");
      admin.rollback();
    }
  }

  private Connection database(String name, String user, String secret)
      throws SQLException, IOException {
    return Sql.connect(home, name, user, secret);
  }

  private String problem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    var body = JSON.readTree(answer.body());
    assertThat(body.path("code").asString()).isEqualTo(code);
    assertThat(body.path("status").asInt()).isEqualTo(status);
    assertThat(body.path("title").asString()).isNotEmpty();
    String id = body.path("request_id").asString();
    assertThat(id).isNotEmpty();
    assertThat(answer.headers().firstValue("X-Request-Id")).hasValue(id);
    return id;
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private HttpResponse<String> post(String type, String body)
      throws IOException, InterruptedException {
    return send(
        request("/trouble/echo").header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  /// What no client would send.
  private String raw(String head) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String all = head + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(all.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
