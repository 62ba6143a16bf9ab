package dunnage.kernel.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrearsTest {

  private static final int[][] AGES = {
    {0, 0}, {1, 7}, {8, 30}, {31, 60}, {61, 90}, {91, 180}, {181, 4000}
  };
  private static final double[][] SHARES = {{0, 4.9}, {5, 24.9}, {25, 49.9}, {50, 100}};

  @Test
  void the_degree_is_as_the_table_of_the_page_has_it_at_every_edge() throws IOException {
    List<String> page =
        Files.readString(Path.of("..", "docs", "methodology", "grade.md"))
            .lines()
            .dropWhile(l -> !l.startsWith("| oldest part late"))
            .skip(2)
            .takeWhile(l -> l.startsWith("|"))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    for (String row : page) {
      String[] cells = row.split("\\|");
      rows.add(List.of(cells[2].strip(), cells[3].strip(), cells[4].strip(), cells[5].strip()));
    }
    assertThat(rows).hasSize(AGES.length);
    for (int a = 0; a < AGES.length; a++) {
      for (int s = 0; s < SHARES.length; s++) {
        for (int age : AGES[a]) {
          for (double share : SHARES[s]) {
            assertThat(Arrears.degree(age, share).code())
                .as("%d days, %s %%", age, share)
                .isEqualTo(rows.get(a).get(s));
          }
        }
      }
    }
  }
}
