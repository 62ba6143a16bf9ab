package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The style of the house, kept by a test. Each ban names what to write instead.
class TidyTest {

  private static final int FILE_LINES_MAX = 400;
  private static final int METHOD_LINES_MAX = 70;

  /// @param pattern what may not stand in shipped code
  /// @param allowed ends of the paths of the files that may, separated by `|`, or empty
  private record Ban(String pattern, String allowed, String instead) {}

  private static final List<Ban> BANS =
      List.of(
          new Ban(
              "LocalDate\\.now|LocalDateTime\\.now|ZonedDateTime\\.now|Year\\.now|Clock\\.system",
              "cli/Today.java|platform/SettableClock.java",
              "Today.in, on the server the Clock that is handed in"),
          new Ban("Instant\\.now|System\\.currentTimeMillis|new Date\\(\\)", "", "a day handed in"),
          new Ban(
              "System\\.(out|err)",
              "Trial.java|evidence/Verify.java",
              "Terminal.out() or Terminal.err()"),
          new Ban("System\\.exit", "cli/Dunnage.java|evidence/Verify.java", "an ExitCode or Stop"),
          new Ban("printStackTrace", "cli/Dunnage.java", "a finding, or let it propagate"),
          new Ban("new Random\\(\\)|Math\\.random|ThreadLocalRandom", "", "a seed handed in"),
          new Ban(
              "(double|float|Double|Float) +(amount|money|price|balance)\\b",
              "forecast/CashSum.java",
              "Money; a probability-weighted forecast is no amount"),
          new Ban("new BigDecimal\\((double|[0-9.]+\\))", "", "BigDecimal.valueOf or a string"),
          new Ban("\\.toUpperCase\\(\\)|\\.toLowerCase\\(\\)", "", "the same with Locale.ROOT"),
          new Ban("\\bFIXME\\b|\\bTODO\\b|\\bXXX:", "", "the work itself, or an issue"),
          new Ban("@author|@SuppressWarnings\\(\"NullAway", "", "nothing"),
          new Ban(
              "static (?!final|class|record|enum|interface)[A-Za-z<>\\[\\], ]+ [a-z][A-Za-z]* *(=|;)",
              "",
              "a field of an object"),
          new Ban(
              "java\\.util\\.logging|org\\.slf4j",
              "platform/Gate.java|platform/ProblemAdvice.java|platform/RequestId.java",
              "a Finding; on the server a Problem"),
          new Ban("Thread\\.sleep", "", "waiting for what is awaited"));

  private static final Pattern MACHINE_PATH =
      Pattern.compile("\"(/home/|/root/|/Users/|/work/|[A-Z]:\\\\\\\\)");
  private static final Pattern REGISTRY =
      Pattern.compile(
          "(repo\\d*|registry|files|proxy|deb)\\.(maven|npm|python|golang|debian)[a-z]*\\.",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TYPE_NAME =
      Pattern.compile(
          "\\b(?:class|record|interface|enum) +(Abstract[A-Z]\\w*|\\w+(?:Impl|Manager|Helper|Utils?|Dto|DTO|Data|Base|Abstract))\\b");

  /// A method or constructor of a type or of a type within it; constants of an enum and fields are
  /// none.
  private static final Pattern METHOD_START =
      Pattern.compile(
          "^(?:  |    )(?![A-Z_0-9]+\\()(?:@\\w+ )*(?:[\\w.<>\\[\\]?@]+,? )*[\\w]+\\([^=]*(?<=[{(,])$");

  private static final Pattern TYPE_HEAD =
      Pattern.compile("\\b(?:class|record|interface|enum|return|new|throw) ");

  @Test
  void banned_words_are_replaced_by_what_the_ban_names() {
    List<String> broken = new ArrayList<>();
    for (Path file : Sources.java("main")) {
      int number = 0;
      for (String line : Sources.lines(file)) {
        number++;
        String code = withoutComment(line);
        for (Ban ban : BANS) {
          boolean exempt =
              Pattern.compile("\\|")
                  .splitAsStream(ban.allowed())
                  .anyMatch(
                      end -> !end.isEmpty() && file.toString().replace('\\', '/').endsWith(end));
          if (!exempt && Pattern.compile(ban.pattern()).matcher(code).find()) {
            broken.add(
                Sources.name(file) + ":" + number + ": " + line.strip() + "  → " + ban.instead());
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void types_are_named_for_what_they_are() {
    List<String> broken = new ArrayList<>();
    for (String part : List.of("main", "test")) {
      for (Path file : Sources.java(part)) {
        for (String line : Sources.lines(file)) {
          if (TYPE_NAME.matcher(withoutComment(line)).find()) {
            broken.add(Sources.name(file) + ": " + line.strip());
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void files_stay_short() {
    assertThat(
            Sources.java("main").stream()
                .filter(f -> Sources.lines(f).size() > FILE_LINES_MAX)
                .map(f -> Sources.name(f) + ": " + Sources.lines(f).size() + " lines")
                .toList())
        .as("files over %d lines", FILE_LINES_MAX)
        .isEmpty();
  }

  @Test
  void methods_stay_short() {
    List<String> tooLong = new ArrayList<>();
    for (Path file : Sources.java("main")) {
      List<String> lines = Sources.lines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (METHOD_START.matcher(lines.get(i)).matches()
            && !TYPE_HEAD.matcher(lines.get(i)).find()) {
          int length = length(lines, i);
          if (length > METHOD_LINES_MAX) {
            tooLong.add(Sources.name(file) + ":" + (i + 1) + ": " + length + " lines");
          }
        }
      }
    }
    assertThat(tooLong).as("methods over %d lines", METHOD_LINES_MAX).isEmpty();
  }

  @Test
  void every_package_is_null_marked_and_says_what_it_is_for() {
    List<String> broken = new ArrayList<>();
    Sources.java("main").stream()
        .map(Path::getParent)
        .distinct()
        .forEach(
            folder -> {
              Path info = folder.resolve("package-info.java");
              if (!Files.exists(info)) {
                broken.add(Sources.name(folder) + ": no package-info.java");
                return;
              }
              String text = String.join("\n", Sources.lines(info));
              if (!text.contains("@NullMarked") || !text.startsWith("///")) {
                broken.add(Sources.name(info) + ": needs @NullMarked and a sentence");
              }
            });
    assertThat(broken).isEmpty();
  }

  @Test
  void nothing_names_a_machine_or_a_registry() {
    List<String> broken = new ArrayList<>();
    for (String part : List.of("main", "test")) {
      for (Path file : Sources.java(part)) {
        if (file.endsWith("TidyTest.java")) {
          continue;
        }
        for (String line : Sources.lines(file)) {
          if (MACHINE_PATH.matcher(line).find() || REGISTRY.matcher(line).find()) {
            broken.add(Sources.name(file) + ": " + line.strip());
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void the_bans_bite() {
    assertThat(TYPE_NAME.matcher("final class OrderHelper {").find()).isTrue();
    assertThat(TYPE_NAME.matcher("final class Database {").find()).isFalse();
    assertThat(METHOD_START.matcher("  private static void one(FileReport report) {").matches())
        .isTrue();
    assertThat(METHOD_START.matcher("  public static FileReport read(").matches()).isTrue();
    assertThat(METHOD_START.matcher("  FILE_EMPTY(").matches()).isFalse();
    List<String> lines = List.of("  void a() {", "    b();", "  }", "", "  void c() {}");
    assertThat(length(lines, 0)).isEqualTo(3);
    assertThat(
            BANS.stream()
                .filter(b -> Pattern.compile(b.pattern()).matcher("double amount = 0;").find()))
        .hasSize(1);
    assertThat(
            BANS.stream()
                .filter(
                    b -> Pattern.compile(b.pattern()).matcher("  static int calls = 0;").find()))
        .hasSize(1);
    assertThat(
            BANS.stream()
                .filter(
                    b ->
                        Pattern.compile(b.pattern()).matcher("  static final int MAX = 0;").find()))
        .isEmpty();
  }

  /// Lines from the head to the brace that closes at the head's own depth; 1 for a head without a
  /// body.
  private static int length(List<String> lines, int start) {
    String indent = lines.get(start).replaceAll("\\S.*", "");
    for (int i = start; i < lines.size(); i++) {
      if (i > start && lines.get(i).startsWith(indent + "}")) {
        return i - start + 1;
      }
      if (lines.get(i).strip().endsWith(";") && i == start
          || i > start && lines.get(i).isBlank() && i == start + 1) {
        return 1;
      }
      if (i == start && lines.get(i).strip().endsWith("{}")) {
        return 1;
      }
    }
    return 1;
  }

  private static String withoutComment(String line) {
    String code = line.strip();
    if (code.startsWith("//") || code.startsWith("*") || code.startsWith("/*")) {
      return "";
    }
    return code.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "\"\"").replaceAll("//.*", "");
  }
}
