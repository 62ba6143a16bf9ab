package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo as a newcomer runs it, twice.
class DemoTest {

  @TempDir static Path temporary;

  private static Run demo(Path home, String... more) {
    String[] all = new String[more.length + 1];
    all[0] = "demo";
    System.arraycopy(more, 0, all, 1, more.length);
    return Run.in(Map.of("DUNNAGE_HOME", home.toString(), "DUNNAGE_TODAY", "2026-11-25"), all);
  }

  @Test
  void it_says_what_the_sample_says_and_where_the_desk_is_and_a_second_time_the_same()
      throws IOException {
    Path home = Folders.home(temporary);
    Run first = demo(home, "--once", "--port", "0");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out())
        .contains("overdue", "The desk:   http://127.0.0.1:", "sample@dunnage.example   password");
    Path secret = home.resolve("demo/sign-in");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    assertThat(home.resolve("pgdata")).as("the folder of one's own data").doesNotExist();
    Run again = demo(home, "--once", "--port", "0");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(said(again)).isEqualTo(said(first));
  }

  private static String said(Run run) {
    return run.out().replaceAll("127\\.0\\.0\\.1:\\d+", "…");
  }

  @Test
  void without_a_server_it_shows_the_day_for_which_the_sample_was_written() {
    Path home = temporary.resolve("page");
    Run run = demo(home, "--page-only");
    assertThat(run.out()).contains("The page:").doesNotContain("The desk:");
    assertThat(home.resolve("demo")).doesNotExist();
    assertThat(home.resolve("demo.html")).isNotEmptyFile();
  }

  @Test
  void the_folder_keeps_the_day_of_its_first_time() {
    Path folder = temporary.resolve("dates");
    LocalDate day = SampleDates.of(folder, LocalDate.of(2026, 11, 25));
    assertThat(day).isBetween(LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 25));
    assertThat(SampleDates.of(folder, LocalDate.of(2027, 1, 1))).isEqualTo(day);
  }
}
