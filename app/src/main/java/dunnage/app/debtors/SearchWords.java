package dunnage.app.debtors;

import dunnage.app.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What someone types to find a debtor: each of the words must be found, in its own script or as it
/// is spelt in Latin letters.
final class SearchWords {

  private static final int LONGEST = 300;
  private static final int MOST = 8;

  private SearchWords() {}

  /// For each word the patterns of which one must fit; none for no question.
  static List<List<String>> of(@Nullable String typed) {
    String text = typed == null ? "" : typed.replace('\u0000', ' ').strip();
    if (text.length() > LONGEST) {
      throw Problem.invalid(
          "q", "has " + text.length() + " characters", "Give at most " + LONGEST + ".");
    }
    List<List<String>> words = new ArrayList<>();
    for (String word : text.split("\\s+")) {
      if (!word.isEmpty() && words.size() < MOST) {
        words.add(patterns(word));
      }
    }
    return words;
  }

  /// Chinese characters are meant as they stand: what merely sounds alike is no answer.
  private static List<String> patterns(String word) {
    String own = Folding.simplified(word);
    List<String> patterns = new ArrayList<>(List.of(literal(own)));
    String folded = Folding.fold(word);
    boolean characters = word.codePoints().anyMatch(Character::isIdeographic);
    if (!folded.isEmpty() && !folded.equals(own) && !characters) {
      patterns.add(literal(folded));
    }
    return patterns;
  }

  private static String literal(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
