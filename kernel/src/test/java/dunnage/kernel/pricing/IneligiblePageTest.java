package dunnage.kernel.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IneligiblePageTest {

  @Test
  void the_page_lists_the_reasons_in_the_order_in_which_they_count() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "methodology", "borrowing-base.md"));
    List<String> rows =
        page.lines()
            .filter(l -> l.startsWith("| `"))
            .map(l -> l.split(" \\| "))
            .filter(cells -> cells.length == 3)
            .map(cells -> cells[0] + " | " + cells[1])
            .toList();
    List<String> code =
        Arrays.stream(Ineligible.values()).map(r -> "| `" + r.code() + "` | " + r.words()).toList();
    assertThat(rows).isEqualTo(code);
  }
}
