package dunnage.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the first bytes of a file say it is.
enum Content {
  EMPTY,
  ZIP,
  XML,
  BINARY,
  TEXT;

  private static final int HEAD_BYTES = 4_096;

  static Content of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    if (head.length == 0) {
      return EMPTY;
    }
    if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] <= 8 && head[3] <= 8) {
      return ZIP;
    }
    Charset wide = Encoding.utf16(head);
    String start = new String(head, wide == null ? StandardCharsets.ISO_8859_1 : wide);
    if (start.startsWith("\u00ef\u00bb\u00bf")) {
      start = start.substring(3);
    }
    int at = 0;
    while (at < start.length() && Row.isSpace(start.charAt(at))) {
      at++;
    }
    if (at < start.length() && start.charAt(at) == '<') {
      return XML;
    }
    return wide == null && isBinary(head) ? BINARY : TEXT;
  }

  /// Control characters other than blanks have no place in text, nor has a NUL.
  private static boolean isBinary(byte[] head) {
    int control = 0;
    for (byte c : head) {
      boolean usual = c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == 0x1a || c == 0x1b;
      control += c > 0 && c < ' ' && !usual ? 1 : 0;
    }
    return control * 50 > head.length;
  }
}
