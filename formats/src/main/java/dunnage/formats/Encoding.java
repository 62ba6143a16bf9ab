package dunnage.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The character set of a text file and where its text starts.
///
/// @param skip bytes of the byte order mark
/// @param suspect whether some rows may be written in something else, so that each has to be looked
///   at
record Encoding(Charset charset, int skip, boolean marked, TextScan scan, boolean suspect) {

  static final Charset GB18030 = Charset.forName("GB18030");
  static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final int HEAD_BYTES = 1 << 16;

  /// Recognises the character set; null when the bytes are no text at all.
  static @Nullable Encoding of(Path file, @Nullable Charset told) throws IOException {
    byte[] head = head(file);
    Encoding marked = byMark(file, head, told);
    if (marked != null) {
      return marked;
    }
    if (told != null) {
      boolean wide = told.name().startsWith("UTF-16");
      boolean big = !told.name().equals("UTF-16LE");
      Charset charset = told.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : told;
      return new Encoding(charset, 0, false, TextScan.of(file, 0, wide ? 2 : 1, big), true);
    }
    Charset wide = utf16WithoutMark(head);
    if (wide != null) {
      TextScan scan = TextScan.of(file, 0, 2, wide.equals(StandardCharsets.UTF_16BE));
      return new Encoding(wide, 0, false, scan, true);
    }
    if (isBinary(head)) {
      return null;
    }
    TextScan scan = TextScan.of(file, 0, 1, false);
    if (scan.invalidLines == 0) {
      return new Encoding(StandardCharsets.UTF_8, 0, false, scan, scan.hasNul);
    }
    Charset other = LegacyText.recognise(head, scan.sampleOfInvalid());
    boolean mostlyUtf8 = scan.validLines >= scan.invalidLines;
    return new Encoding(mostlyUtf8 ? StandardCharsets.UTF_8 : other, 0, false, scan, true);
  }

  /// A single NUL is a fault of its row; more than a few are no text.
  private static boolean isBinary(byte[] head) {
    int nuls = 0;
    for (byte b : head) {
      nuls += b == 0 ? 1 : 0;
    }
    return nuls * 50 > head.length;
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD_BYTES);
    }
  }

  private static @Nullable Encoding byMark(Path file, byte[] head, @Nullable Charset told)
      throws IOException {
    if (startsWith(head, 0xef, 0xbb, 0xbf)) {
      Charset charset = told == null ? StandardCharsets.UTF_8 : told;
      TextScan scan = TextScan.of(file, 3, 1, false);
      return new Encoding(charset, 3, true, scan, scan.invalidLines > 0 || scan.hasNul);
    }
    if (startsWith(head, 0xff, 0xfe)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2, true, TextScan.of(file, 2, 2, false), true);
    }
    if (startsWith(head, 0xfe, 0xff)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2, true, TextScan.of(file, 2, 2, true), true);
    }
    return null;
  }

  private static boolean startsWith(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /// The kind of UTF-16 the first bytes are, by their mark or without one; null when they are not.
  static @Nullable Charset utf16(byte[] head) {
    if (startsWith(head, 0xff, 0xfe)) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(head, 0xfe, 0xff) ? StandardCharsets.UTF_16BE : utf16WithoutMark(head);
  }

  /// Delimiters, digits and line ends have a zero byte in UTF-16, always on the same side.
  private static @Nullable Charset utf16WithoutMark(byte[] head) {
    int first = 0;
    int second = 0;
    int pairs = head.length / 2;
    for (int i = 0; i < pairs; i++) {
      first += head[2 * i] == 0 ? 1 : 0;
      second += head[2 * i + 1] == 0 ? 1 : 0;
    }
    if (pairs < 4) {
      return null;
    }
    if (second * 10 >= pairs && first * 50 <= second) {
      return StandardCharsets.UTF_16LE;
    }
    return first * 10 >= pairs && second * 50 <= first ? StandardCharsets.UTF_16BE : null;
  }

  /// Whether some lines of a file that is not in Unicode are valid UTF-8 all the same.
  boolean mayHoldUtf8() {
    return !charset.name().startsWith("UTF-") && scan.validLines > 0;
  }

  /// Whether a text that was decoded in this character set is really UTF-8. A few bytes fit by
  /// chance, so Chinese and Russian need two letters that do.
  boolean isUtf8(String text) {
    try {
      String other =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(text.getBytes(charset)))
              .toString();
      long letters =
          other.chars().filter(c -> c >= (charset.equals(GB18030) ? 0x800 : 0x80)).count();
      return letters >= (charset.equals(WINDOWS_1252) ? 1 : 2);
    } catch (CharacterCodingException no) {
      return false;
    }
  }

  /// What the report calls it.
  String shown() {
    return charset.name();
  }
}
