package dunnage.app.debtors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Text from files, as the database can keep it. Files are not asked to mend anything here: what
/// cannot be kept is replaced, what is too long is cut.
final class Wording {

  static final int NAME = 300;
  static final int NUMBER = 300;
  static final int COUNTRY = 100;

  private static final char UNREADABLE = '\uFFFD';
  private static final int HASH_BYTES = 16;

  private Wording() {}

  /// On one line, without control characters, at most so long.
  static String line(String text, int most) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), most));
    text.codePoints()
        .limit(2L * most)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .map(c -> isSurrogate(c) ? UNREADABLE : c)
        .forEach(clean::appendCodePoint);
    return cut(clean.toString().strip(), most).strip();
  }

  /// A customer number: it is told apart from another one also where it is too long to be kept.
  static String number(String text) {
    String whole = line(text, text.length());
    if (whole.length() <= NUMBER) {
      return whole;
    }
    String hash = sha256(whole);
    return cut(whole, NUMBER - hash.length() - 1) + "~" + hash;
  }

  /// Half a character of two code units, which no encoding can write.
  static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean apart = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, apart ? most - 1 : most);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
