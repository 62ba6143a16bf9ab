package dunnage.formats;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides in which character set a table is written: a byte order mark, the zeros of UTF-16, valid
/// UTF-8; else of GB18030, windows-1251 and windows-1252 the one in which the header reads as words
/// we know, and failing that the one the statistics of letters favour.
final class Charsets {

  static final Charset GB18030 = Charset.forName("GB18030");
  static final Charset CYRILLIC = Charset.forName("windows-1251");
  static final Charset WESTERN = Charset.forName("windows-1252");

  private Charsets() {}

  static @Nullable Charset byMark(byte[] head) {
    if (head.length >= 3
        && (head[0] & 0xff) == 0xef
        && (head[1] & 0xff) == 0xbb
        && (head[2] & 0xff) == 0xbf) {
      return StandardCharsets.UTF_8;
    }
    if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    return byZeros(head);
  }

  /// Text in UTF-16 has a zero in every other byte wherever it is ASCII.
  private static @Nullable Charset byZeros(byte[] head) {
    int even = 0;
    int odd = 0;
    int length = Math.min(head.length, 4096);
    for (int i = 0; i < length; i++) {
      if (head[i] == 0) {
        even += i % 2 == 0 ? 1 : 0;
        odd += i % 2 == 1 ? 1 : 0;
      }
    }
    if (odd > length / 5 && even < odd / 20) {
      return StandardCharsets.UTF_16LE;
    }
    return even > length / 5 && odd < even / 20 ? StandardCharsets.UTF_16BE : null;
  }

  static Charset guess(ByteScan scan) {
    Charset marked = byMark(scan.head.toByteArray());
    if (marked != null) {
      return marked;
    }
    if (scan.ascii() || scan.invalidMultibyte == 0 || scan.validMultibyte > scan.invalidMultibyte) {
      return StandardCharsets.UTF_8;
    }
    Charset best = WESTERN;
    int most = 0;
    for (Charset candidate : List.of(GB18030, CYRILLIC, WESTERN)) {
      int words = headerWords(scan.head.toByteArray(), candidate);
      if (words > most && reads(scan.foreign.toByteArray(), candidate)) {
        most = words;
        best = candidate;
      }
    }
    // ASCII headers read alike everywhere: then the letters decide.
    return allAlike(scan, most) ? byLetters(scan.foreign.toByteArray()) : best;
  }

  private static boolean allAlike(ByteScan scan, int most) {
    byte[] head = scan.head.toByteArray();
    return headerWords(head, GB18030) == most
        && headerWords(head, CYRILLIC) == most
        && headerWords(head, WESTERN) == most;
  }

  private static int headerWords(byte[] head, Charset charset) {
    int most = 0;
    String text = new String(head, charset);
    for (String line : text.lines().limit(30).toList()) {
      int known = 0;
      for (String cell : line.split("[,;\t|]", -1)) {
        known += Headers.meaning(cell.replace("\"", "")) == null ? 0 : 1;
      }
      most = Math.max(most, known);
    }
    return most;
  }

  private static Charset byLetters(byte[] lines) {
    if (reads(lines, GB18030)) {
      String chinese = new String(lines, GB18030);
      long han = chinese.codePoints().filter(c -> c >= 0x4e00 && c <= 0x9fa5).count();
      long foreign = chinese.codePoints().filter(c -> c > 127).count();
      boolean common =
          chinese.codePoints().filter(c -> "的公司有限厂市金额年月日中国店商贸易电子上海深圳广州".indexOf(c) >= 0).count()
                  * 20
              > foreign;
      if (common && han * 10 >= foreign * 7) {
        return GB18030;
      }
    }
    CharsetDetector detector = new CharsetDetector();
    detector.setText(lines);
    for (CharsetMatch match : detector.detectAll()) {
      switch (match.getName()) {
        case "GB18030" -> {
          return GB18030;
        }
        case "windows-1251", "KOI8-R", "ISO-8859-5" -> {
          return match.getName().equals("KOI8-R") ? Charset.forName("KOI8-R") : CYRILLIC;
        }
        case "ISO-8859-1", "windows-1252" -> {
          return WESTERN;
        }
        default -> {}
      }
    }
    return WESTERN;
  }

  private static boolean reads(byte[] bytes, Charset charset) {
    try {
      charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException notThisOne) {
      return false;
    }
  }
}
