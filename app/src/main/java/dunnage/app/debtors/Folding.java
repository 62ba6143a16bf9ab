package dunnage.app.debtors;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/// Names as one types them on any keyboard: in Latin letters without accents, lower case, without
/// spaces and signs. 深圳市华强 is `shenzhenshihuaqiang`, ООО Ромашка `oooromaska`.
final class Folding {

  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII");

  /// Names of one firm are written in either kind of Chinese characters.
  private static final Transliterator SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");

  /// Characters that are read otherwise in these words than by themselves: places and trades of
  /// which firms' names are made.
  private static final Map<String, String> READINGS =
      Map.ofEntries(
          Map.entry("重庆", "chongqing"),
          Map.entry("厦门", "xiamen"),
          Map.entry("长", "chang"),
          Map.entry("银行", "yinhang"),
          Map.entry("商行", "shanghang"),
          Map.entry("洋行", "yanghang"),
          Map.entry("乐清", "yueqing"),
          Map.entry("音乐", "yinyue"),
          Map.entry("蚌埠", "bengbu"),
          Map.entry("六安", "luan"),
          Map.entry("朝阳", "chaoyang"),
          Map.entry("大厦", "dasha"));

  /// Longer keys would not fit into an index.
  private static final int LONGEST_KEY = 600;

  private Folding() {}

  /// Thread-safe, like a transliterator once it is made.
  static String fold(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String latin = isAscii(plain) ? plain : LATIN.transliterate(plain);
    return lettersOf(latin.toLowerCase(Locale.ROOT));
  }

  private static String lettersOf(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /// As it is spelt by those who write the language in plain Latin letters: ш is `sh`, and not `s`
  /// as the scholars have it; ü is `ue`; 重庆 is `chongqing`.
  private static String respelt(String plain) {
    if (isAscii(plain)) {
      return plain;
    }
    String read = plain;
    for (Map.Entry<String, String> reading : READINGS.entrySet()) {
      read = read.replace(reading.getKey(), reading.getValue());
    }
    StringBuilder spelt = new StringBuilder(read.length());
    for (char c : read.toCharArray()) {
      spelt.append(letter(c));
    }
    return spelt.toString();
  }

  private static String letter(char c) {
    return switch (c) {
      case 'ж' -> "zh";
      case 'х' -> "kh";
      case 'ц' -> "ts";
      case 'ч' -> "ch";
      case 'ш' -> "sh";
      case 'щ' -> "shch";
      case 'ю' -> "yu";
      case 'я' -> "ya";
      case 'ё' -> "e";
      case 'й', 'ы' -> "y";
      case 'ъ', 'ь' -> "";
      case 'ä' -> "ae";
      case 'ö', 'ø' -> "oe";
      case 'ü' -> "ue";
      case 'å' -> "aa";
      default -> String.valueOf(c);
    };
  }

  /// In its own script: lower case, wide letters narrow, Chinese characters simplified.
  static String simplified(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return plain.codePoints().anyMatch(Character::isIdeographic)
        ? SIMPLIFIED.transliterate(plain)
        : plain;
  }

  /// A name as it is found again: in its own script, in any case and spacing; marks of writing
  /// direction and other things one cannot see do not count.
  static String key(String name) {
    String key =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{Cf}", "")
            .replaceAll("\\s+", " ")
            .strip();
    return key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
  }

  /// What a search looks in: every way of writing each of the texts, one to a line.
  static String searchable(Iterable<String> texts) {
    StringBuilder all = new StringBuilder("\n");
    for (String text : texts) {
      if (text.isBlank()) {
        continue;
      }
      String own = simplified(text).replaceAll("\\s+", " ");
      String folded = fold(own);
      String respelt = respelt(own);
      String spelt = respelt.equals(own) ? folded : fold(respelt); // folding is what takes time
      all.append(own).append('\n');
      if (!folded.isEmpty() && !folded.equals(own)) {
        all.append(folded).append('\n');
      }
      if (!spelt.isEmpty() && !spelt.equals(folded)) {
        all.append(spelt).append('\n');
      }
    }
    return all.toString();
  }
}
