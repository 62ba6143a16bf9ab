package dunnage.formats;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells Chinese, Russian and western text apart where it is not written in Unicode. Headers that
/// are known words decide; else the shape of the bytes does: Chinese ones come in pairs, Russian
/// ones form words of their own, western ones stand between ASCII letters.
final class LegacyText {

  private static final List<Charset> CANDIDATES =
      List.of(Encoding.GB18030, Encoding.WINDOWS_1251, Encoding.WINDOWS_1252);

  /// The share of bytes that must fit the shape.
  private static final double SURE = 0.7;

  /// How much surer ICU must be of Korean or Japanese than of Chinese, percent: their bytes lie in
  /// the same ranges.
  private static final int ICU_MARGIN = 20;

  private LegacyText() {}

  /// @param head the first bytes of the file, where the headers are
  /// @param sample lines that are no UTF-8
  static Charset recognise(byte[] head, byte[] sample) {
    Charset byHeader = byKnownHeaders(head);
    if (byHeader != null) {
      return byHeader;
    }
    double chinese = chinese(sample);
    double russian = russian(sample);
    double western = western(sample);
    if (chinese >= SURE && chinese >= russian && chinese >= western) {
      Charset neighbour = koreanOrJapanese(sample);
      return neighbour == null ? Encoding.GB18030 : neighbour;
    }
    if (russian >= SURE && russian >= western) {
      return Encoding.WINDOWS_1251;
    }
    return byIcu(sample, western >= SURE);
  }

  /// What ICU takes it for. Where the shape is western, only one that ICU is twice as sure of takes
  /// it east or to Turkey: short texts give weak guesses.
  private static Charset byIcu(byte[] sample, boolean western) {
    int west = 0;
    CharsetMatch best = null;
    for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
      String name = match.getName();
      boolean latin = name.startsWith("ISO-8859-") || name.startsWith("windows-125");
      if (name.equals("ISO-8859-1") || name.equals("windows-1252")) {
        west = Math.max(west, match.getConfidence());
      } else if (best == null
          && !name.startsWith("UTF-")
          && Charset.isSupported(name)
          && (latin || !western)) {
        best = match;
      }
    }
    if (best == null || best.getConfidence() < (western ? 2 : 1) * west) {
      return Encoding.WINDOWS_1252;
    }
    return switch (best.getName()) { // the supersets that are really written
      case "ISO-8859-2" -> Charset.forName("windows-1250");
      case "ISO-8859-9" -> Charset.forName("windows-1254");
      default -> Charset.forName(best.getName());
    };
  }

  private static @Nullable Charset byKnownHeaders(byte[] head) {
    Charset best = null;
    int most = 0;
    for (Charset charset : CANDIDATES) {
      int found = knownHeaders(new String(head, charset));
      if (found > most) {
        most = found;
        best = charset;
      }
    }
    return best;
  }

  private static int knownHeaders(String text) {
    int found = 0;
    int lines = 0;
    for (String line : (Iterable<String>) text.lines().limit(40)::iterator) {
      lines++;
      if (line.length() > 4_000) {
        continue;
      }
      for (String cell : line.split("[,;\\t|\"]")) {
        if (!isAscii(cell) && KnownHeaders.exact(cell) != null) {
          found++;
        }
      }
    }
    return lines == 0 ? 0 : found;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /// Share of lines that decode without an error and whose pairs are characters of everyday use (GB
  /// 2312).
  private static double chinese(byte[] sample) {
    int lines = 0;
    int fit = 0;
    int start = 0;
    for (int i = 0; i < sample.length; i++) {
      if (sample[i] == '\n') {
        lines++;
        fit += isChinese(sample, start, i) ? 1 : 0;
        start = i + 1;
      }
    }
    return lines == 0 ? 0 : (double) fit / lines;
  }

  private static boolean isChinese(byte[] sample, int from, int to) {
    try {
      Encoding.GB18030.newDecoder().decode(ByteBuffer.wrap(sample, from, to - from));
    } catch (CharacterCodingException notChinese) {
      return false;
    }
    int pairs = 0;
    int everyday = 0;
    for (int i = from; i + 1 < to; i++) {
      int lead = sample[i] & 0xff;
      if (lead >= 0x81) {
        int trail = sample[i + 1] & 0xff;
        pairs++;
        everyday +=
            trail >= 0xa1 && (lead >= 0xb0 && lead <= 0xf7 || lead >= 0xa1 && lead <= 0xa9) ? 1 : 0;
        i++;
      }
    }
    return everyday * 10 >= pairs * 9;
  }

  /// Share of the bytes beyond ASCII that stand in runs written like Russian words.
  private static double russian(byte[] sample) {
    int all = 0;
    int good = 0;
    for (int i = 0; i < sample.length; i++) {
      if (sample[i] >= 0) {
        continue;
      }
      int end = i;
      while (end < sample.length && sample[end] < 0) {
        end++;
      }
      all += end - i;
      if (end - i >= 2
          && !isLetter(sample, i - 1)
          && !isLetter(sample, end)
          && isRussianWord(sample, i, end)) {
        good += end - i;
      }
      i = end;
    }
    return all == 0 ? 0 : (double) good / all;
  }

  /// All small, all capital, or a capital first; quotation marks and № around it do not matter.
  private static boolean isRussianWord(byte[] sample, int from, int to) {
    int small = 0;
    int capital = 0;
    boolean startsCapital = false;
    for (int i = from; i < to; i++) {
      int b = sample[i] & 0xff;
      if (b >= 0xe0 || b == 0xb8) {
        small++;
      } else if (b >= 0xc0 || b == 0xa8) {
        startsCapital |= small + capital == 0;
        capital++;
      } else if (b != 0xab && b != 0xbb && b != 0xb9 && b != 0x96 && b != 0x97 && b != 0xa0
          && b != 0x93 && b != 0x94) {
        return false;
      }
    }
    return capital == 0 || small == 0 || capital == 1 && startsCapital;
  }

  /// Share of the bytes beyond ASCII that are accented letters next to plain ones, or usual signs.
  private static double western(byte[] sample) {
    int all = 0;
    int good = 0;
    for (int i = 0; i < sample.length; i++) {
      if (sample[i] >= 0) {
        continue;
      }
      all++;
      int b = sample[i] & 0xff;
      boolean accented =
          b >= 0xc0
              && b != 0xd7
              && b != 0xf7
              && (isLetter(sample, i - 1)
                  || isLetter(sample, i + 1)
                  || isLetter(sample, i - 2)
                  || isLetter(sample, i + 2));
      boolean sign =
          b == 0x80 || b == 0xa3 || b == 0xa7 || b == 0xb0 || b == 0xa0 || b == 0x96 || b == 0x92
              || b == 0xba || b == 0xaa;
      good += accented || sign ? 1 : 0;
    }
    return all == 0 ? 0 : (double) good / all;
  }

  private static boolean isLetter(byte[] sample, int i) {
    return i >= 0
        && i < sample.length
        && (sample[i] >= 'a' && sample[i] <= 'z' || sample[i] >= 'A' && sample[i] <= 'Z');
  }

  private static @Nullable Charset koreanOrJapanese(byte[] sample) {
    int chinese = 0;
    int other = 0;
    String name = "";
    for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
      if (match.getName().startsWith("GB")) {
        chinese = Math.max(chinese, match.getConfidence());
      } else if (match.getName().equals("EUC-KR") || match.getName().equals("EUC-JP")) {
        if (match.getConfidence() > other) {
          other = match.getConfidence();
          name = match.getName();
        }
      }
    }
    return other >= chinese + ICU_MARGIN && Charset.isSupported(name)
        ? Charset.forName(name)
        : null;
  }
}
