package dunnage.app.report;

import java.io.IOException;
import java.util.ArrayDeque;

/// Writes elements and text so that nothing a file contains can become markup. What it writes is
/// also well-formed XML: that lets a strict parser check it.
final class Html {

  private static final char SHOWN_INSTEAD = '\uFFFD';

  private final Appendable out;
  private final ArrayDeque<String> open = new ArrayDeque<>();

  Html(Appendable out) {
    this.out = out;
  }

  Html doctype() throws IOException {
    out.append("<!DOCTYPE html>\n");
    return this;
  }

  /// @param attributes names and values in turn; an empty value is written, not left out, but for
  ///   `class`
  Html open(String tag, String... attributes) throws IOException {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /// Ends the element opened last, which the caller names so that a slip shows at once.
  Html close(String tag) throws IOException {
    String last = open.pop();
    if (!last.equals(tag)) {
      throw new IllegalStateException("closing " + tag + " but " + last + " is open");
    }
    out.append("</").append(tag).append('>');
    if (BLOCKS.contains(' ' + tag + ' ')) {
      out.append('\n');
    }
    return this;
  }

  /// An element without content, such as `meta` or `rect`.
  Html empty(String tag, String... attributes) throws IOException {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  /// An element that holds only text.
  Html leaf(String tag, String text, String... attributes) throws IOException {
    return open(tag, attributes).text(text).close(tag);
  }

  Html text(String text) throws IOException {
    escape(text);
    return this;
  }

  /// The style sheet, verbatim: its hash stands in the page's policy.
  Html style(String css) throws IOException {
    if (css.indexOf('<') >= 0 || css.indexOf('&') >= 0) {
      throw new IllegalArgumentException("a style sheet with < or & cannot be inlined");
    }
    out.append("<style>").append(css).append("</style>\n");
    return this;
  }

  private static final String BLOCKS =
      " p div section header footer main table thead tbody tfoot tr ul ol li dl figure details svg head title h1 h2 h3 ";

  private void start(String tag, String... attributes) throws IOException {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1].isEmpty() && attributes[i].equals("class")) {
        continue;
      }
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  private void escape(String text) throws IOException {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\t', '\n', '\r' -> out.append(' ');
        default -> {
          if (forbidden(c)) {
            out.append(SHOWN_INSTEAD);
          } else if (c < 0x10000) {
            out.append((char) c);
          } else {
            out.append(Character.highSurrogate(c)).append(Character.lowSurrogate(c));
          }
        }
      }
    }
  }

  /// Controls, lone surrogates and non-characters are not allowed in XML. Direction overrides and
  /// isolates could make a name pass for another one, or reach out of the element that holds it.
  private static boolean forbidden(int c) {
    boolean control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    boolean noCharacter = (c >= 0xD800 && c < 0xE000) || (c & 0xFFFE) == 0xFFFE;
    boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || noCharacter || direction;
  }
}
