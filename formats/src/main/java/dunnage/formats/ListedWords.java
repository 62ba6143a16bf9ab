package dunnage.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Reads the lists of words beside this class: one line is a meaning, a language or product, and
/// words with ` | ` between them.
final class ListedWords {

  /// @param words as written in the list, in its order
  record Line(String meaning, String source, List<String> words) {}

  private ListedWords() {}

  static List<Line> read(String resource) {
    List<Line> lines = new ArrayList<>();
    InputStream in =
        Objects.requireNonNull(ListedWords.class.getResourceAsStream(resource), resource);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(parse(line));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(resource, unreadable);
    }
    return lines;
  }

  private static Line parse(String line) {
    int first = line.indexOf('\t');
    int second = line.indexOf('\t', first + 1);
    List<String> words = new ArrayList<>();
    for (String word : line.substring(second + 1).split("\\|", -1)) {
      words.add(word.strip());
    }
    return new Line(line.substring(0, first), line.substring(first + 1, second), words);
  }
}
