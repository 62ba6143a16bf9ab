package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exit codes and words through the real entry.
class DunnageTest {

  @TempDir Path folder;

  @Test
  void help_starts_with_examples_and_is_no_error() {
    Run run = Run.of("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("dunnage interest --law DE", "dunnage limitation --rule DE-REG")
        .contains("dunnage demo", "dunnage assess receivables.csv", "Exit codes: 0 ok, 1 failure");
    assertThat(run.out().indexOf("Examples:")).isLessThan(run.out().indexOf("Usage:"));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void each_command_has_its_own_help() {
    for (String command : new String[] {"assess", "read", "demo"}) {
      assertThat(Run.of(command, "--help").out()).contains("Examples:", "dunnage " + command);
      assertThat(Run.of("help", command).code()).isZero();
    }
  }

  @Test
  void no_command_at_all_is_a_usage_error_on_stderr() {
    Run run = Run.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Examples:");
  }

  @Test
  void a_misspelt_command_gets_a_suggestion() {
    Run run = Run.of("asess", "x.csv");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("assess").doesNotContain("Exception");
  }

  @Test
  void a_missing_file_is_not_found_and_nothing_is_assessed() throws IOException {
    Run run = Run.of("assess", book("a.csv").toString(), folder.resolve("b.csv").toString());
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("b.csv").doesNotContain("a.csv,");
  }

  @Test
  void a_day_that_does_not_exist_is_a_usage_error_with_an_example() throws IOException {
    Run run = Run.of("assess", book("a.csv").toString(), "--as-of", "2026-02-31");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("2026-02-31", "--as-of 2026-03-31");
  }

  @Test
  void base_and_rates_go_together() throws IOException {
    assertThat(Run.of("assess", book("a.csv").toString(), "--base", "EUR").code()).isEqualTo(2);
    assertThat(
            Run.of("assess", book("a.csv").toString(), "--rates", book("r.csv").toString()).code())
        .isEqualTo(2);
  }

  @Test
  void flags_that_cannot_be_meant_say_what_can() throws IOException {
    String file = book("a.csv").toString();
    assertThat(Run.of("read", file, "--currency", "ZZZ").err()).contains("--currency EUR");
    assertThat(Run.of("read", file, "--dates", "ymd").err()).contains("dmy", "mdy");
    assertThat(Run.of("read", file, "--decimal", "x").err()).contains("comma", "point");
    assertThat(Run.of("read", file, "--charset", "klingon").err()).contains("GB18030");
    assertThat(Run.of("read", file, "--issued-before-due", "-1").code()).isEqualTo(2);
  }

  @Test
  void the_page_never_overwrites_an_input() throws IOException {
    Path file = book("a.csv");
    Run run = Run.of("assess", file.toString(), "--html", file.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(file).content(StandardCharsets.UTF_8).startsWith("invoice");
  }

  @Test
  void a_page_without_a_folder_to_go_to_says_so() throws IOException {
    Run run =
        Run.of(
            "assess",
            book("a.csv").toString(),
            "--html",
            folder.resolve("no/where.html").toString());
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("no folder");
  }

  @Test
  void a_folder_in_place_of_a_file_is_explained() {
    Run run = Run.of("read", folder.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("file_unreadable", "/*.csv");
  }

  private Path book(String name) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        invoice,customer,issued,due,amount,currency
        1,Acme,2026-01-01,2026-01-31,100.00,EUR
        """);
  }
}
