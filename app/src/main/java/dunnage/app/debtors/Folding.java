package dunnage.app.debtors;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/// Names as one types them on any keyboard: in Latin letters without accents, lower case, without
/// spaces and signs. 深圳市华强 is `shenzhenshihuaqiang`, ООО Ромашка `oooromaska`.
final class Folding {

  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII");

  private Folding() {}

  /// Thread-safe, like the transliterator once it is made.
  static String fold(String text) {
    String latin = LATIN.transliterate(text).toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder(latin.length());
    latin.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /// How Russian is spelt in Latin letters by those who write it: ш is `sh`, and not `s` as the
  /// scholars have it.
  static String spelt(String text) {
    StringBuilder spelt = new StringBuilder();
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      spelt.append(
          switch (c) {
            case 'ж' -> "zh";
            case 'х' -> "kh";
            case 'ц' -> "ts";
            case 'ч' -> "ch";
            case 'ш' -> "sh";
            case 'щ' -> "shch";
            case 'ю' -> "yu";
            case 'я' -> "ya";
            case 'ё' -> "e";
            case 'й' -> "y";
            case 'ы' -> "y";
            case 'ъ', 'ь' -> "";
            default -> String.valueOf(c);
          });
    }
    return fold(spelt.toString());
  }

  /// What a search looks in: every way of writing it, apart.
  static String searchable(Iterable<String> texts) {
    StringBuilder all = new StringBuilder();
    for (String text : texts) {
      if (text.isEmpty()) {
        continue;
      }
      String folded = fold(text);
      String spelt = spelt(text);
      all.append('|').append(text.toLowerCase(Locale.ROOT)).append('|').append(folded);
      if (!spelt.equals(folded)) {
        all.append('|').append(spelt);
      }
    }
    return all.append('|').toString();
  }
}
