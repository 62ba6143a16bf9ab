package dunnage.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the server is told, and what is said when it is told wrong.
class SettingsTest {

  @TempDir Path folder;

  private static Settings of(Map<String, String> environment) {
    return Settings.of(environment, Map.of(), false);
  }

  private static List<String> problems(String variable, String value) {
    return of(Map.of(variable, value)).problems();
  }

  @Test
  void a_flag_wins_over_the_environment_and_that_over_the_default() {
    Map<String, String> environment = Map.of("DUNNAGE_PORT", "9000", "HOME", "/people/ann");
    Settings settings = Settings.of(environment, Map.of("--port", "9001"), false);
    assertThat(settings.port()).isEqualTo(9001);
    assertThat(of(environment).port()).isEqualTo(9000);
    assertThat(of(Map.of()).port()).isEqualTo(8080);
    assertThat(settings.home()).hasToString("/people/ann/.local/share/dunnage");
    assertThat(of(Map.of("XDG_DATA_HOME", "/data")).home()).hasToString("/data/dunnage");
    assertThat(Settings.of(environment, Map.of(), true).home()).hasToString("/var/lib/dunnage");
  }

  @Test
  void blank_counts_as_not_set() {
    assertThat(of(Map.of("DUNNAGE_PORT", " ", "DUNNAGE_DB_URL", "")).problems()).isEmpty();
  }

  @Test
  void numbers_out_of_range_say_the_range() {
    assertThat(problems("DUNNAGE_PORT", "80 80")).singleElement().asString().contains("0 to 65535");
    assertThat(problems("DUNNAGE_PORT", "65536")).hasSize(1);
    assertThat(problems("DUNNAGE_PORT", "99999999999999999999")).hasSize(1);
    assertThat(problems("DUNNAGE_PORT", "٣")).hasSize(1);
    assertThat(problems("DUNNAGE_DB_POOL", "1")).hasSize(1);
    assertThat(problems("DUNNAGE_BODY_MB", "-1")).hasSize(1);
    assertThat(Settings.of(Map.of(), Map.of("--port", "x"), false).problems())
        .singleElement()
        .asString()
        .startsWith("--port is x");
  }

  @Test
  void a_misspelt_setting_is_not_passed_over() {
    assertThat(problems("DUNNAGE_DB_ULR", "x"))
        .singleElement()
        .asString()
        .isEqualTo("DUNNAGE_DB_ULR is no setting. Did you mean DUNNAGE_DB_URL?");
  }

  @Test
  void every_variable_that_anything_reads_is_a_setting() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("kernel/src"))) {
      root = root.getParent();
    }
    String launcher = Files.readString(root.resolve("dunnage"));
    StringBuilder all = new StringBuilder(launcher);
    try (Stream<Path> files = Files.walk(root.resolve("app/src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    assertThat(
            Pattern.compile("DUNNAGE_[A-Z][A-Z_]*[A-Z]")
                .matcher(all)
                .results()
                .map(MatchResult::group))
        .hasSizeGreaterThan(20)
        .allMatch(variable -> SettingName.of(variable).isPresent());
  }

  @Test
  void other_wrong_settings_say_what_is_right() {
    assertThat(problems("DUNNAGE_LOG", "syslog").getFirst()).contains("file or stderr");
    assertThat(problems("DUNNAGE_TODAY", "2026-02-31").getFirst()).contains("2026-03-31");
    assertThat(problems("DUNNAGE_DB_PASSWORD", "x").getFirst()).contains("DUNNAGE_DB_URL");
    assertThat(problems("DUNNAGE_HOME", "a\u0000b").getFirst()).contains("no path");
  }

  @Test
  void a_database_is_named_in_either_way_of_writing() {
    DatabaseUrl short_ = DatabaseUrl.of("postgres://ann:p%40s+s@db.example:6432/book", "", "");
    assertThat(short_.jdbc()).isEqualTo("jdbc:postgresql://db.example:6432/book");
    assertThat(short_.user()).isEqualTo("ann");
    assertThat(short_.password()).isEqualTo("p@s+s");
    DatabaseUrl jdbc =
        DatabaseUrl.of(
            "jdbc:postgresql://db.example/book?user=ann&sslmode=require&password=x", "", "");
    assertThat(jdbc.jdbc()).isEqualTo("jdbc:postgresql://db.example/book?sslmode=require");
    assertThat(jdbc.password()).isEqualTo("x");
    assertThat(DatabaseUrl.of("postgresql://db/book", "bob", "y").user()).isEqualTo("bob");
  }

  @Test
  void a_database_written_wrong_is_explained_without_its_password() {
    for (String wrong :
        List.of(
            "mysql://ann:hidden@db/book",
            "postgresql://ann:hidden@db",
            "postgresql://ann:hid den@db/book",
            "hidden")) {
      assertThat(problems("DUNNAGE_DB_URL", wrong))
          .singleElement()
          .asString()
          .contains("postgresql://user:password@host:5432/dunnage")
          .matches(said -> wrong.equals("hidden") || !said.contains("hid"));
    }
  }

  @Test
  void the_check_names_each_setting_its_source_and_no_secret() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Settings settings =
        Settings.of(
            Map.of(
                "DUNNAGE_HOME",
                folder.resolve("new").toString(),
                "DUNNAGE_PORT",
                "0",
                "DUNNAGE_DB_URL",
                "postgresql://ann:hidden@127.0.0.1:1/book",
                "DUNNAGE_DB_PASSWORD",
                "hidden"),
            Map.of("--any-jdk", "yes"),
            false);
    boolean good = Server.check(settings, new PrintStream(out, true, StandardCharsets.UTF_8));
    String said = out.toString(StandardCharsets.UTF_8);
    assertThat(good).isFalse();
    assertThat(said)
        .containsPattern("DUNNAGE_PORT +0 +environment")
        .containsPattern("DUNNAGE_HOST +127.0.0.1 +default")
        .containsPattern("DUNNAGE_ANY_JDK +yes +--any-jdk")
        .containsPattern("DUNNAGE_DB_PASSWORD +\\(set\\) +environment")
        .contains("One problem:", "does not answer")
        .doesNotContain("hidden");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void a_java_that_can_corrupt_memory_is_refused_and_one_that_cannot_is_not() {
    assertThat(JavaVersion.problem(Runtime.Version.parse("25.0.2+10"))).isPresent();
    assertThat(JavaVersion.problem(Runtime.Version.parse("25+36"))).isPresent();
    assertThat(JavaVersion.problem(Runtime.Version.parse("25.0.3+9-LTS"))).isEmpty();
    assertThat(JavaVersion.problem(Runtime.Version.parse("26"))).isEmpty();
  }

  @Test
  void the_clock_can_be_set_and_goes_on() {
    Instant start = Instant.parse("2026-11-25T10:15:00Z");
    SettableClock clock = SettableClock.over(Clock.fixed(start, ZoneOffset.UTC));
    assertThat(clock.instant()).isEqualTo(start);
    clock.setDay(LocalDate.parse("2024-02-29"));
    assertThat(clock.instant()).isEqualTo("2024-02-29T10:15:00Z");
    Clock tokyo = clock.withZone(ZoneId.of("Asia/Tokyo"));
    clock.set(Instant.parse("2030-01-01T20:00:00Z"));
    assertThat(LocalDate.now(tokyo)).isEqualTo("2030-01-02");
  }

  @Test
  void names_that_lead_here_are_known_and_others_are_not() {
    HostNames names = HostNames.of(of(Map.of("DUNNAGE_HOSTS", "desk.example , B.example")));
    assertThat(List.of("localhost:8080", "127.0.0.1", "[::1]:80", "DESK.example", "b.example:1"))
        .allMatch(names::know);
    assertThat(List.of("evil.example", "", "localhost.evil.example", "127.0.0.1.evil", "1.2.3.4"))
        .noneMatch(names::know);
    assertThat(names.know(null)).isFalse();
    HostNames wide = HostNames.of(of(Map.of("DUNNAGE_HOST", "0.0.0.0")));
    assertThat(wide.know("192.168.1.7:8080")).isTrue();
    assertThat(wide.know("evil.example")).isFalse();
  }

  @Test
  void of_the_machinery_only_health_is_for_callers_from_elsewhere() {
    assertThat(List.of("/actuator/health", "/actuator/health/readiness", "/", "/api/v1/x"))
        .noneMatch(Gate::forThisMachine);
    assertThat(List.of("/actuator/prometheus", "/actuator/prometheus/", "/actuator/healthy"))
        .allMatch(Gate::forThisMachine);
  }

  @Test
  void what_ones_own_database_must_be() {
    OwnDatabase sound =
        new OwnDatabase(150_018, "15.18", false, false, false, true, "UTF8", List.of());
    assertThat(sound.problems("ann")).isEmpty();
    OwnDatabase wrong =
        new OwnDatabase(140_012, "14.12", true, true, false, false, "SQL_ASCII", List.of("fsync"));
    assertThat(wrong.problems("ann")).hasSize(6).anyMatch(p -> p.contains("14.12"));
  }

  @Test
  void the_archive_is_that_of_the_machine() {
    assertThat(Programs.archive("Linux", "amd64")).isEqualTo("/postgres-linux-x86_64.txz");
    assertThat(Programs.archive("Mac OS X", "aarch64")).isEqualTo("/postgres-darwin-arm_64.txz");
  }
}
