package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The worked examples of the pages on pricing are what the command prints.
/// `-Ddunnage.golden=rewrite` writes them anew.
class PricePagesTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("(?<=```example\\n)(?==== ).*?(?=```)", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(strings = {"borrowing-base.md", "cost-of-finance.md"})
  void worked_examples_are_what_the_command_prints(String name, @TempDir Path temporary)
      throws IOException {
    Path page = Sources.root().resolve("docs/methodology").resolve(name);
    String text = Files.readString(page);
    List<String> examples = EXAMPLE.matcher(text).results().map(MatchResult::group).toList();
    assertThat(examples).isNotEmpty();
    StringBuilder anew = new StringBuilder(text);
    for (String example : examples) {
      String seen = CommandGoldenTest.play(example, CommandGoldenTest.home(temporary));
      int at = anew.indexOf(example);
      anew.replace(at, at + example.length(), seen);
    }
    if (Golden.rewrite()) {
      Files.writeString(page, anew.toString());
    } else {
      assertThat(anew.toString()).as(name).isEqualTo(text);
    }
  }
}
