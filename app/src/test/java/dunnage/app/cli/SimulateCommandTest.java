package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

  private static final String[] SMALL = {"--seed", "5", "--debtors", "12", "--marketplaces", "2"};

  @Test
  void what_it_writes_is_assessed_without_a_finding(@TempDir Path home) throws IOException {
    Path world = home.resolve("world");
    Run run = simulate(world);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("World 5, 2023-04-01 to 2026-03-31", "receivables.csv", "truth.csv");
    Run assessed =
        Run.of(
            "assess",
            world.resolve("receivables.csv").toString(),
            world.resolve("payments.csv").toString(),
            world.resolve("orders.csv").toString(),
            world.resolve("events.csv").toString(),
            "--json");
    assertThat(assessed.code()).as(assessed.err()).isZero();
    assertThat(assessed.out()).contains("\"findings\":[]");
    try (Stream<Path> inside = Files.list(world)) {
      assertThat(inside.map(f -> f.getFileName().toString()).sorted())
          .containsExactly(
              "events.csv",
              "orders.csv",
              "payments.csv",
              "payouts.csv",
              "receivables.csv",
              "truth.csv");
    }
  }

  @Test
  void a_folder_that_is_not_empty_is_left_alone_unless_forced(@TempDir Path home)
      throws IOException {
    Files.writeString(home.resolve("receivables.csv"), "mine\n");
    Run refused = simulate(home);
    assertThat(refused.code()).isEqualTo(5);
    assertThat(refused.err()).contains("--force");
    assertThat(Files.readString(home.resolve("receivables.csv"))).isEqualTo("mine\n");
    assertThat(simulate(home, "--force").code()).isZero();
    assertThat(Files.readString(home.resolve("receivables.csv"))).startsWith("receivable,debtor");
  }

  @Test
  void the_same_seed_writes_the_same_files_and_another_seed_others(@TempDir Path home)
      throws IOException {
    simulate(home.resolve("a"));
    simulate(home.resolve("b"));
    simulate(home.resolve("c"), "--seed", "6");
    Path receivables = home.resolve("a/receivables.csv");
    assertThat(Files.mismatch(receivables, home.resolve("b/receivables.csv"))).isEqualTo(-1);
    assertThat(Files.mismatch(receivables, home.resolve("c/receivables.csv"))).isNotEqualTo(-1);
  }

  @Test
  void as_json_it_tells_the_rows_of_each_file(@TempDir Path home) {
    Run run = simulate(home.resolve("world"), "--json");
    assertThat(run.out())
        .contains("\"from\":\"2023-04-01\"", "{\"name\":\"payouts.csv\",\"rows\":");
  }

  @Test
  void what_cannot_be_is_said_with_the_flag_that_asked_for_it(@TempDir Path home)
      throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    for (List<String> wrong :
        List.of(
            List.of("--years", "1"),
            List.of("--debtors", "-1"),
            List.of("--marketplaces", "9999999"),
            List.of("--end", "2026-02-30"),
            List.of("--end", "+999999999-12-31"))) {
      Run run = simulate(home.resolve("none"), wrong.toArray(String[]::new));
      assertThat(run.code()).as("%s: %s", wrong, run.err()).isEqualTo(2);
      assertThat(run.err()).contains(wrong.getFirst());
      assertThat(home.resolve("none")).doesNotExist();
    }
    assertThat(simulate(file).code()).isEqualTo(2);
  }

  private static Run simulate(Path folder, String... more) {
    List<String> words = new java.util.ArrayList<>(List.of("simulate", folder.toString()));
    List<String> small = new java.util.ArrayList<>(List.of(SMALL));
    for (String word : more) {
      int at = small.indexOf(word);
      if (at >= 0) {
        small.subList(at, at + 2).clear();
      }
    }
    words.addAll(small);
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }
}
