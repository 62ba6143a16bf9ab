package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

  private static final String BOOK =
      """
      invoice,customer,issued,due,amount,currency,paid_on
      1,Acme,2026-01-01,2026-01-31,100.00,EUR,2026-02-01
      """;

  @TempDir Path folder;

  private Path book() throws IOException {
    return Files.writeString(folder.resolve("book.csv"), BOOK);
  }

  @Test
  void an_input_is_not_overwritten_through_a_link() throws IOException {
    Path book = book();
    Path link = Files.createSymbolicLink(folder.resolve("out.csv"), book);
    Run forecasts = Run.of("backtest", book.toString(), "--predictions", link.toString());
    Run page = Run.of("assess", book.toString(), "--html", link.toString());
    assertThat(forecasts.code()).isEqualTo(2);
    assertThat(page.code()).isEqualTo(2);
    assertThat(forecasts.err()).contains("--predictions", "would overwrite an input file");
    assertThat(page.err()).contains("--html", "would overwrite an input file");
    assertThat(book).hasContent(BOOK);
  }

  @Test
  void a_folder_that_is_not_there_is_said_before_anything_is_read() throws IOException {
    String out = folder.resolve("missing/out.csv").toString();
    Run run = Run.of("backtest", book().toString(), "--predictions", out);
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("there is no folder");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void the_forecasts_are_written_whole_and_no_draft_is_left() throws IOException {
    Path out = folder.resolve("out.csv");
    Run run = Run.of("backtest", book().toString(), "--predictions", out.toString());
    assertThat(run.code()).isEqualTo(0);
    assertThat(Files.readAllLines(out)).hasSize(2);
    assertThat(Files.readAllLines(out).getFirst()).endsWith("p_late_30,actual_days_late");
    try (var left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("book.csv", "out.csv");
    }
  }

  @Test
  void text_of_others_is_neither_a_formula_nor_a_second_cell() throws IOException {
    Path book = Files.writeString(folder.resolve("b.csv"), BOOK.replace("\n1,", "\n\"=1,x\","));
    Path out = folder.resolve("out.csv");
    Run run = Run.of("backtest", book.toString(), "--predictions", out.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(0);
    assertThat(Files.readAllLines(out).getLast()).startsWith("\"'=1,x\",");
  }

  @Test
  void a_full_disk_is_a_failure_and_leaves_nothing() throws IOException {
    Path out = folder.resolve("out.csv");
    assertThatThrownBy(
            () ->
                OutputFile.write(
                    out,
                    "The forecasts",
                    to -> {
                      throw new UncheckedIOException(new IOException("no space left"));
                    }))
        .isInstanceOf(Stop.class)
        .hasMessageContaining("The forecasts could not be written to")
        .hasMessageEndingWith("no space left");
    assertThat(folder).isEmptyDirectory();
  }
}
