package dunnage.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/// Decodes a text file without ever replacing what is no text by a question mark: such a byte
/// becomes a lone surrogate, which no text contains, so that its row can be left out and told of.
final class TextReader extends Reader {

  private static final char ESCAPE = '\udc00';
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
  private final boolean wide;
  private boolean ended;
  private int escapes;
  private boolean flushed;

  TextReader(Path file, long offset, Charset charset) throws IOException {
    this.in = Files.newInputStream(file);
    in.skipNBytes(offset);
    this.wide = charset.name().startsWith("UTF-16");
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(target, offset, length);
    while (chars.position() == offset) {
      if (escapes > 0) {
        escape(chars);
        continue;
      }
      if (flushed) {
        return -1;
      }
      CoderResult result = decoder.decode(bytes, chars, ended);
      if (result.isError()) {
        escapes = result.length();
      } else if (result.isUnderflow()) {
        if (ended) {
          decoder.flush(chars);
          flushed = true;
        } else {
          fill();
        }
      }
    }
    return chars.position() - offset;
  }

  private void escape(CharBuffer chars) {
    while (escapes > 0 && chars.hasRemaining()) {
      int b = bytes.get() & 0xff;
      chars.put(b < 0x80 && !wide ? (char) b : (char) (ESCAPE | b)); // a line end stays one
      escapes--;
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (n < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + n);
    }
    bytes.flip();
  }

  /// Whether a text holds a byte that could not be decoded, or a NUL.
  static boolean isUnreadable(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c == 0) {
        return true;
      }
      if (Character.isLowSurrogate(c) && (i == from || !Character.isHighSurrogate(text[i - 1]))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
