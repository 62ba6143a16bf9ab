package dunnage.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The folder, its lock, its version and its secrets.
class DataFolderTest {

  private static final FolderVersion PROGRAM = new FolderVersion("0.2.0", 2, 18);

  @TempDir Path home;

  @Test
  void a_second_start_on_the_folder_is_told_who_holds_it() {
    try (DataFolder first = DataFolder.open(home, "http://127.0.0.1:8080")) {
      assertThatThrownBy(() -> DataFolder.open(home, "http://127.0.0.1:9090"))
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.UNSAFE))
          .hasMessageContaining("already runs on " + first.path())
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("http://127.0.0.1:8080");
    }
    assertThatCode(() -> DataFolder.open(home, "again").close()).doesNotThrowAnyException();
  }

  @Test
  void a_folder_that_cannot_be_made_is_explained() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    assertThatThrownBy(() -> DataFolder.open(file.resolve("x"), "a test"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("DUNNAGE_HOME");
  }

  @Test
  void a_folder_of_this_or_an_older_release_is_opened() throws IOException {
    opened("release=0.2.0\nlayout=2\npostgresql=18\n");
    opened("release=0.1.9\nlayout=1\npostgresql=18\n");
    assertThat(FolderVersion.of(home.resolve("none"))).isEmpty();
  }

  @Test
  void a_folder_of_a_newer_release_layout_or_another_postgresql_is_refused() throws IOException {
    refused("release=0.2.1\nlayout=2\npostgresql=18\n", "written by Dunnage 0.2.1");
    refused("release=0.10\nlayout=2\npostgresql=18\n", "written by Dunnage 0.10");
    refused("release=0.2.0\nlayout=3\npostgresql=18\n", "later one");
    refused("release=0.1.0\nlayout=1\npostgresql=17\n", "PostgreSQL 17");
  }

  @Test
  void a_version_that_cannot_be_read_is_no_new_folder() throws IOException {
    for (String broken : new String[] {"", "release=x", "release=0.1.0\nlayout=one", "\\u00zz"}) {
      refused(broken, "does not say which release");
    }
  }

  private void opened(String version) throws IOException {
    FolderVersion.of(Files.writeString(home.resolve("VERSION"), version))
        .orElseThrow()
        .checkOpenedBy(PROGRAM, home);
  }

  private void refused(String version, String words) throws IOException {
    Path file = Files.writeString(home.resolve("VERSION"), version);
    assertThatThrownBy(() -> FolderVersion.of(file).orElseThrow().checkOpenedBy(PROGRAM, home))
        .as(version)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(words);
  }

  @Test
  void what_is_written_is_read_again() throws IOException {
    try (DataFolder folder = DataFolder.open(home, "a test")) {
      FolderVersion.OURS.write(folder);
      assertThat(FolderVersion.of(folder.version())).hasValue(FolderVersion.OURS);
    }
  }

  @Test
  void secrets_are_made_once_readable_by_the_owner_alone_and_never_made_up_for_old_data()
      throws IOException {
    try (DataFolder folder = DataFolder.open(home, "a test")) {
      Secrets made = Secrets.of(folder);
      assertThat(Secrets.of(folder)).isEqualTo(made);
      assertThat(made.toString()).doesNotContain(made.owner());
      assertThat(java.util.Set.of(made.admin(), made.owner(), made.application())).hasSize(3);
      assertThat(Files.getPosixFilePermissions(folder.secrets())).hasSize(2);

      Files.createDirectory(folder.database());
      Files.writeString(folder.secrets(), "admin=" + made.admin());
      assertThatThrownBy(() -> Secrets.of(folder)).hasMessageContaining("password of owner");
      Files.delete(folder.secrets());
      assertThatThrownBy(() -> Secrets.of(folder)).hasMessageContaining("is missing");
    }
  }
}
