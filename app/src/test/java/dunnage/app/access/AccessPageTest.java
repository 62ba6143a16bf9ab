package dunnage.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The tables of docs/access.md are what the code says.
class AccessPageTest {

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static <E extends Enum<E>> String table(
      String head, E[] rows, BiPredicate<E, Permission> may) {
    String heads =
        Arrays.stream(Permission.values())
            .map(AccessPageTest::word)
            .collect(Collectors.joining(" | ", "| " + head + " | ", " |\n"));
    String rule = "|---".repeat(Permission.values().length + 1) + "|\n";
    return heads
        + rule
        + Arrays.stream(rows)
            .map(
                row ->
                    Arrays.stream(Permission.values())
                        .map(permission -> may.test(row, permission) ? "yes" : "")
                        .collect(Collectors.joining(" | ", "| " + word(row) + " | ", " |\n")))
            .collect(Collectors.joining());
  }

  @Test
  void roles_and_scopes_are_as_the_page_says() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("kernel/src"))) {
      root = root.getParent();
    }
    assertThat(Files.readString(root.resolve("docs/access.md")))
        .contains(table("role", Role.values(), Role::may))
        .contains(table("scope", Scope.values(), Scope::may));
  }
}
