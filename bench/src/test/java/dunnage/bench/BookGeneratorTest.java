package dunnage.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookGeneratorTest {

  @Test
  void the_same_seed_writes_the_same_bytes(
      @TempDir Path one, @TempDir Path two, @TempDir Path other) throws IOException {
    BookGenerator.write(2_000, 50, 7, one, true);
    BookGenerator.write(2_000, 50, 7, two, true);
    BookGenerator.write(2_000, 50, 8, other, true);

    for (String name : List.of("book.csv", "book.journal", "open-total.txt")) {
      assertThat(one.resolve(name)).hasSameTextualContentAs(two.resolve(name));
      assertThat(Files.readString(other.resolve(name)))
          .isNotEqualTo(Files.readString(one.resolve(name)));
    }
  }

  @Test
  void table_and_journal_are_one_book_with_one_open_total(@TempDir Path folder) throws IOException {
    BookGenerator.write(2_000, 50, 7, folder, true);

    BigDecimal open = BigDecimal.ZERO;
    int paidInFull = 0;
    List<String> rows = Files.readAllLines(folder.resolve("book.csv"));
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      BigDecimal paid = cells[8].isEmpty() ? BigDecimal.ZERO : new BigDecimal(cells[8]);
      BigDecimal left = new BigDecimal(cells[5]).subtract(paid);
      open = open.add(left);
      paidInFull += left.signum() == 0 ? 1 : 0;
    }
    String journal = Files.readString(folder.resolve("book.journal"));
    BigDecimal owed =
        sum(journal, "assets:receivable:D\\d+  ([0-9.]+) EUR")
            .subtract(sum(journal, "assets:bank  ([0-9.]+) EUR"));

    assertThat(rows).hasSize(2_001);
    assertThat(paidInFull).isBetween(1_600, 1_800);
    assertThat(open + " EUR\n").isEqualTo(Files.readString(folder.resolve("open-total.txt")));
    assertThat(owed).isEqualByComparingTo(open);
  }

  private static BigDecimal sum(String text, String pattern) {
    return java.util.regex.Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(r -> new BigDecimal(r.group(1)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
