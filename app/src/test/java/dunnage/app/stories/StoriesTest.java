package dunnage.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.assessment.RiskDesk;
import dunnage.kernel.assessment.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The five stories the product answers: dated facts in, and on each date what the risk desk says.
/// After a wanted change run with `-Ddunnage.golden=rewrite`; the diff of the files is the review.
class StoriesTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden/stories");

  static Stream<String> stories() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.endsWith(".txt"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void a_story_reads_on_each_day_as_it_is_written_down(String name) throws IOException {
    Story story = read(name);
    StringBuilder told = new StringBuilder(story.preface());
    for (Story.Scene scene : story.scenes()) {
      String said = StoryVoice.say(RiskDesk.assess(story.book(), scene.asOf(), Settings.plain()));
      told.append("== as of ").append(scene.asOf()).append('\n').append(said).append("\n\n");
    }
    String now = told.toString().stripTrailing() + "\n";
    if ("rewrite".equals(System.getProperty("dunnage.golden"))) {
      Files.writeString(FOLDER.resolve(name), now);
    }

    assertThat(story.scenes()).as("days of " + name).isNotEmpty();
    assertThat(Files.readString(FOLDER.resolve(name))).as(name).isEqualTo(now);
  }

  @Test
  void all_five_stories_are_told() throws IOException {
    assertThat(stories().map(n -> n.substring(0, 1)).distinct())
        .containsExactly("1", "2", "3", "4", "5");
  }

  private static Story read(String name) throws IOException {
    return Story.parse(name, Files.readString(FOLDER.resolve(name)));
  }

  static DebtorLine debtor(String story, String day, String name) throws IOException {
    Assessment assessment =
        RiskDesk.assess(read(story).book(), java.time.LocalDate.parse(day), Settings.plain());
    return assessment.debtors().stream()
        .filter(d -> d.debtor().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
