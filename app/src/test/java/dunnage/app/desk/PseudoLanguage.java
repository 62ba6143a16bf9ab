package dunnage.app.desk;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Puts in the place of Russian a language that nobody speaks: each message stands between ⟦ and ⟧
/// and has no letter of ASCII but those that come in as values. What shows such a letter anyway was
/// never a message.
final class PseudoLanguage implements AutoCloseable {

  private static final int TO_FULL_WIDTH = 'Ａ' - 'A';
  private static final Set<Part.Type> BEFORE_TEXT =
      Set.of(
          Part.Type.MSG_START,
          Part.Type.SKIP_SYNTAX,
          Part.Type.INSERT_CHAR,
          Part.Type.REPLACE_NUMBER,
          Part.Type.ARG_LIMIT);

  private final Map<String, Map<String, String>> words;
  private final Map<?, ?> formats;
  private final Map<String, String> russian;

  PseudoLanguage(PageWords page) {
    words = field(page, "words");
    formats = field(page, "formats");
    russian = Map.copyOf(java.util.Objects.requireNonNull(words.get("ru")));
    Map<String, String> pseudo = new HashMap<>();
    russian.forEach((key, text) -> pseudo.put(key, "⟦" + disguised(text) + "⟧"));
    words.put("ru", pseudo);
    formats.clear();
  }

  @Override
  public void close() {
    words.put("ru", russian);
    formats.clear();
  }

  @SuppressWarnings("unchecked")
  private static <T> T field(PageWords page, String name) {
    try {
      Field field = PageWords.class.getDeclaredField(name);
      field.setAccessible(true);
      return (T) field.get(page);
    } catch (ReflectiveOperationException gone) {
      throw new AssertionError(gone);
    }
  }

  /// The pattern with every letter of ASCII written wide, its arguments left alone.
  static String disguised(String text) {
    MessagePattern pattern = new MessagePattern(text);
    StringBuilder all = new StringBuilder(text);
    for (int i = 1; i < pattern.countParts(); i++) {
      Part before = pattern.getPart(i - 1);
      if (BEFORE_TEXT.contains(before.getType())) {
        for (int at = before.getLimit(); at < pattern.getPart(i).getIndex(); at++) {
          char c = text.charAt(at);
          if (c < 128 && Character.isLetter(c)) {
            all.setCharAt(at, (char) (c + TO_FULL_WIDTH));
          }
        }
      }
    }
    return all.toString();
  }
}
