package dunnage.formats;

import dunnage.kernel.findings.FindingCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The characters of an XML file, decoded by its byte order mark or declaration. Bytes that are no
/// text stop the reading at their line; so does a tag, comment or CDATA section so long that the
/// parser would fill the memory with it.
final class XmlText extends Reader {

  /// Longest single tag, comment, instruction or CDATA section, characters.
  private static final int MARKUP_MAX_CHARS = 1 << 20;

  /// A declaration stands within the first bytes or nowhere.
  private static final int DECLARATION_MAX_BYTES = 1 << 10;

  private static final Pattern DECLARED =
      Pattern.compile("\\A\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 14);
  private final MarkupGuard markup = new MarkupGuard(MARKUP_MAX_CHARS);
  private boolean ended;
  private boolean lastWasBracket;
  private long delivered;
  private int line = 1;
  private @Nullable XmlTrouble pending;

  /// @param declaredOverride character set the user named, or null
  XmlText(InputStream in, @Nullable Charset declaredOverride) throws IOException {
    this.in = in;
    bytes.flip();
    fill(DECLARATION_MAX_BYTES);
    Charset charset = byMark();
    if (charset == null) {
      charset = declaredOverride != null ? declaredOverride : declared();
    }
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  Charset charset() {
    return decoder.charset();
  }

  /// Characters handed out so far.
  long delivered() {
    return delivered;
  }

  /// Line up to which characters were handed out.
  int line() {
    return line;
  }

  /// Whether the file was read to its end.
  boolean ended() {
    return ended && !bytes.hasRemaining();
  }

  /// Whether the last character handed out that is no space closes a tag.
  boolean endsInTag() {
    return lastWasBracket;
  }

  @Override
  public int read(char[] to, int from, int length) throws IOException {
    if (pending != null) {
      throw pending;
    }
    CharBuffer out = CharBuffer.wrap(to, from, length).slice();
    while (out.position() == 0) {
      CoderResult result = decoder.decode(bytes, out, ended && !bytes.hasRemaining());
      if (result.isError()) {
        fail(result, out);
      } else if (out.position() == 0 && result.isUnderflow()) {
        if (ended) {
          if (bytes.hasRemaining()) {
            decoder.decode(bytes, out, true);
            stop(FindingCode.FILE_TRUNCATED, "the last character is cut in half", "a whole file");
          }
          return -1;
        }
        fill(bytes.remaining() + 1);
      } else if (out.position() == 0) {
        return 0;
      }
    }
    int count = out.position();
    count(to, from, count);
    return count;
  }

  private void fail(CoderResult result, CharBuffer out) throws XmlTrouble {
    int seenLine = line;
    char[] chars = out.array();
    for (int i = 0; i < out.position(); i++) {
      seenLine += chars[out.arrayOffset() + i] == '\n' ? 1 : 0;
    }
    int count = Math.min(result.length(), bytes.remaining());
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < count; i++) {
      hex.append(String.format("%02X ", bytes.get(bytes.position() + i)));
    }
    pending =
        new XmlTrouble(
            FindingCode.CHARSET_BAD,
            seenLine,
            "bytes " + hex.toString().strip(),
            "text in " + charset().name() + ", as the file declares");
    if (out.position() == 0) {
      throw pending;
    }
  }

  private void count(char[] chars, int from, int count) throws XmlTrouble {
    delivered += count;
    for (int i = from; i < from + count; i++) {
      char c = chars[i];
      if (c == '\n') {
        line++;
      } else if (c > ' ') {
        lastWasBracket = c == '>';
      }
      String refused = markup.refuse(c);
      if (refused != null) {
        stop(
            FindingCode.XML_REFUSED,
            refused,
            "elements and text, no document type, markup of usual length");
      }
    }
  }

  private void stop(FindingCode code, String seen, String expected) throws XmlTrouble {
    throw new XmlTrouble(code, line, seen, expected);
  }

  /// Reads until at least so many bytes are there, or the file ends.
  private void fill(int wanted) throws IOException {
    bytes.compact();
    while (bytes.position() < wanted && !ended) {
      int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
      if (count < 0) {
        ended = true;
      } else {
        bytes.position(bytes.position() + count);
      }
    }
    bytes.flip();
  }

  private @Nullable Charset byMark() {
    int first = at(0);
    int second = at(1);
    if (first == 0xEF && second == 0xBB && at(2) == 0xBF) {
      bytes.position(3);
      return StandardCharsets.UTF_8;
    }
    if (first == 0xFE && second == 0xFF) {
      bytes.position(2);
      return StandardCharsets.UTF_16BE;
    }
    if (first == 0xFF && second == 0xFE) {
      bytes.position(2);
      return StandardCharsets.UTF_16LE;
    }
    if (first == 0 && second == '<') {
      return StandardCharsets.UTF_16BE;
    }
    return first == '<' && second == 0 ? StandardCharsets.UTF_16LE : null;
  }

  private int at(int place) {
    return place < bytes.limit() ? bytes.get(place) & 0xFF : -1;
  }

  private Charset declared() throws XmlTrouble {
    int length = Math.min(bytes.limit(), DECLARATION_MAX_BYTES);
    String start = new String(bytes.array(), 0, length, StandardCharsets.ISO_8859_1);
    Matcher matcher = DECLARED.matcher(start);
    if (!matcher.find()) {
      return StandardCharsets.UTF_8;
    }
    String name = matcher.group(1);
    try {
      Charset found = Charset.forName(name);
      if (found.name().startsWith("UTF-16") || found.name().startsWith("UTF-32")) {
        return StandardCharsets.UTF_8; // the declaration could be read byte by byte, so it is wrong
      }
      return found;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new XmlTrouble(
          FindingCode.CHARSET_BAD,
          1,
          "encoding " + name,
          "a character set that is known, best UTF-8");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
