package dunnage.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The embedded PostgreSQL through crashes, without the web. One folder, taken up again by each
/// test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTest {

  @TempDir static Path temporary;

  private DataFolder folder;
  private Account account;
  private Secrets secrets;

  @BeforeAll
  void make() throws IOException {
    folder = DataFolder.open(Folders.homeOnceStarted(temporary), "a test");
    account = Account.choose(Optional.empty());
    secrets = Secrets.of(folder);
    Postgres postgres = start();
    EmbeddedRoles.make(postgres, secrets); // as after a first start cut short before it was noted
    sql("CREATE TABLE fact (name text)");
    postgres.stop();
  }

  @AfterAll
  void stop() {
    start().stop();
    folder.close();
    assertThat(new Leftovers(folder.database()).server()).isEmpty();
  }

  private Postgres start() {
    return Postgres.start(folder, account, secrets);
  }

  private void sql(String statement) {
    try (Connection owner = Sql.connect(folder.path(), "dunnage", "dunnage_owner", "owner");
        Statement one = owner.createStatement()) {
      if (statement.startsWith("CREATE TABLE")) {
        one.execute("CREATE SCHEMA IF NOT EXISTS crash");
        one.execute("SET search_path = crash");
      }
      one.execute(statement);
    } catch (Exception failed) {
      throw new AssertionError(statement, failed);
    }
  }

  private List<String> facts() throws Exception {
    try (Connection owner = Sql.connect(folder.path(), "dunnage", "dunnage_owner", "owner")) {
      return Sql.texts(owner, "SELECT name FROM crash.fact ORDER BY name");
    }
  }

  @Test
  void after_a_kill_of_every_process_it_starts_again_on_its_port_with_every_row_acknowledged()
      throws Exception {
    Postgres killed = start();
    String address = killed.jdbc("dunnage");
    sql("INSERT INTO crash.fact VALUES ('kill of everything')");
    ProcessHandle server = killed.process().orElseThrow();
    List<ProcessHandle> all = server.children().toList();
    server.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    server.onExit().get(10, TimeUnit.SECONDS);
    assertThat(killed.runs()).isFalse();

    assertThat(killed.startAgain()).isTrue();
    assertThat(killed.runs()).isTrue();
    assertThat(killed.jdbc("dunnage")).isEqualTo(address);
    assertThat(facts()).contains("kill of everything");
  }

  @Test
  void a_server_left_running_is_stopped_and_started_anew() throws Exception {
    ProcessHandle left = start().process().orElseThrow();
    sql("INSERT INTO crash.fact VALUES ('left running')");

    Postgres next = start();
    assertThat(new Leftovers(folder.database()).worksHere(left)).isFalse();
    assertThat(next.process().orElseThrow().pid()).isNotEqualTo(left.pid());
    assertThat(facts()).contains("left running");
  }

  @Test
  void a_pid_file_that_names_somebody_elses_process_does_not_hinder_a_start() throws Exception {
    start().stop();
    Path file = folder.database().resolve("postmaster.pid");
    long stranger = ProcessHandle.current().pid();
    Files.writeString(file, stranger + "\n" + folder.database() + "\n1\n5432\n\n127.0.0.1\n");
    account.own(file);
    assertThat(new Leftovers(folder.database()).server()).isEmpty();

    assertThat(start().process()).isPresent();
    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  @Test
  void a_pid_file_of_rubbish_does_not_hinder_a_start() throws Exception {
    start().stop();
    Files.writeString(folder.database().resolve("postmaster.pid"), "\u0000 no number");
    assertThat(start().process()).isPresent();
  }

  @Test
  void nobody_comes_in_without_the_password() {
    Postgres postgres = start();
    assertThatThrownBy(
            () ->
                java.sql.DriverManager.getConnection(
                    postgres.jdbc("dunnage"), "dunnage_owner", "guess"))
        .hasMessageContaining("password authentication failed");
    DatabaseUrl stranger = new DatabaseUrl(postgres.jdbc("dunnage"), "postgres", "");
    assertThatThrownBy(() -> OwnDatabase.ask(stranger))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("does not answer");
  }

  @Test
  void it_taken_for_ones_own_database_is_fit_for_the_owner_and_refused_for_the_superuser() {
    Postgres postgres = start();
    DatabaseUrl owner = new DatabaseUrl(postgres.jdbc("dunnage"), "dunnage_owner", secrets.owner());
    assertThat(OwnDatabase.ask(owner).problems("dunnage_owner"))
        .singleElement()
        .asString()
        .contains("GRANT dunnage_app TO dunnage_owner");
    DatabaseUrl admin = new DatabaseUrl(postgres.jdbc("dunnage"), "dunnage_admin", secrets.admin());
    assertThatThrownBy(() -> OwnDatabase.ask(admin).checked(admin))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("NOBYPASSRLS");
  }

  @Test
  void its_programs_come_from_the_folder_whole_and_once() throws IOException {
    Path postgres = folder.programs().resolve(Programs.VERSION + "/bin/postgres");
    var first = Files.getLastModifiedTime(postgres);
    assertThat(Programs.in(folder.programs()).program("postgres")).isEqualTo(postgres.toString());
    assertThat(Files.getLastModifiedTime(postgres)).isEqualTo(first);
  }

  @Test
  void under_root_it_runs_as_another_account_by_either_tool_and_needs_no_user_namespace()
      throws IOException {
    if (!Account.weAreRoot()) {
      assertThat(account.name()).isEmpty();
      assertThatThrownBy(() -> Account.choose(Optional.of("nobody"))).isInstanceOf(Refusal.class);
      return;
    }
    assertThat(account.name()).isPresent();
    assertThat(account.as(List.of("x"))).noneMatch(word -> word.contains("unshare"));
    for (String tool : List.of("setpriv", "runuser")) {
      Account by = Account.underRoot(account.name(), List.of("no-such-tool", tool));
      Postgres postgres = Postgres.start(folder, by, secrets);
      long pid = postgres.process().orElseThrow().pid();
      assertThat(Files.getOwner(Path.of("/proc", String.valueOf(pid))).getName())
          .as(tool)
          .isEqualTo(account.name().orElseThrow());
    }
    assertThatThrownBy(() -> Account.underRoot(account.name(), List.of("no-such-tool")))
        .hasMessageContaining("Install util-linux");
    assertThatThrownBy(() -> Account.choose(Optional.of("no-such-account")))
        .hasMessageContaining("There is no account no-such-account");
  }

  @Test
  void under_root_a_folder_that_is_closed_to_the_account_is_named() throws IOException {
    Path closed = Files.createDirectory(temporary.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    if (Account.weAreRoot()) {
      assertThat(account.closedOnTheWayTo(closed.resolve("a/b"))).hasValue(closed);
    }
    assertThat(account.closedOnTheWayTo(folder.run())).isEmpty();
  }

  @Test
  void a_folder_whose_name_a_shell_would_read_is_refused() throws IOException {
    Path home = Files.createDirectory(temporary.resolve("a$(touch x)"));
    try (DataFolder odd = DataFolder.open(home, "a test")) {
      assertThatThrownBy(() -> Postgres.start(odd, account, secrets))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("dollar signs");
    }
  }
}
