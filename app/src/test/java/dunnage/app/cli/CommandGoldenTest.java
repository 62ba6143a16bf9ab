package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each file of `golden/commands` says which files there are, which command runs and what it
/// prints:
///
/// ```
/// === book.csv
/// (its lines)
/// $ dunnage assess book.csv
/// (what stdout says; a line of stderr starts with "! ")
/// exit 0
/// ```
///
/// `-Ddunnage.golden=rewrite` writes what is printed now; the diff is the review.
class CommandGoldenTest {

  private static final int HOME_CHARS = 90;

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

  private static final String FILE = "=== ";
  private static final String COMMAND = "$ dunnage ";

  static Stream<String> cases() throws IOException {
    try (Stream<Path> all = Files.list(folder())) {
      return all
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".txt"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Path folder() {
    return Sources.root().resolve("app/src/test/resources/golden/commands");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_command_prints_what_its_file_says(String name, @TempDir Path temporary)
      throws IOException {
    Path home = home(temporary);
    Path file = folder().resolve(name);
    String expected = Files.readString(file);
    String seen = play(expected, home);
    if (Golden.rewrite()) {
      Files.writeString(file, seen);
    } else {
      assertThat(seen).as(name + "; -Ddunnage.golden=rewrite writes it anew").isEqualTo(expected);
    }
  }

  /// Lines wrap by their length, so the folder's name is always as long.
  static Path home(Path temporary) throws IOException {
    int padding = Math.max(1, HOME_CHARS - temporary.toString().length() - 1);
    return Files.createDirectories(temporary.resolve("x".repeat(padding)));
  }

  static String play(String script, Path home) throws IOException {
    StringBuilder seen = new StringBuilder();
    List<String> lines = script.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(FILE)) {
        List<String> content = new ArrayList<>();
        while (i + 1 < lines.size() && !marks(lines.get(i + 1))) {
          content.add(lines.get(++i));
        }
        Path target = home.resolve(line.substring(FILE.length()));
        Files.createDirectories(target.getParent());
        Files.writeString(target, String.join("\n", content) + "\n");
        seen.append(line).append('\n').append(String.join("\n", content)).append('\n');
      } else if (line.startsWith(COMMAND)) {
        seen.append(line).append('\n').append(output(line.substring(COMMAND.length()), home));
        while (i + 1 < lines.size() && !marks(lines.get(i + 1))) {
          i++;
        }
      } else {
        seen.append(line).append('\n');
      }
    }
    return seen.toString();
  }

  private static boolean marks(String line) {
    return line.startsWith(FILE) || line.startsWith(COMMAND);
  }

  /// Words apart by spaces; those within double quotes belong together, as in a shell.
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group() : word.group(1));
    }
    return words;
  }

  private static String output(String command, Path home) {
    List<String> arguments = new ArrayList<>();
    for (String word : words(command)) {
      boolean file =
          !word.isEmpty() && (Files.exists(home.resolve(word)) || word.contains("missing"));
      arguments.add(file ? home.resolve(word).toString() : word);
    }
    Run run = Run.of(arguments.toArray(String[]::new));
    String here = home + java.io.File.separator;
    StringBuilder text = new StringBuilder(run.out().replace(here, ""));
    run.err().replace(here, "").lines().forEach(l -> text.append("! ").append(l).append('\n'));
    return text.append("exit ").append(run.code()).append('\n').toString();
  }
}
