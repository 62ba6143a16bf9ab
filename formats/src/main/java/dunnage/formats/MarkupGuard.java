package dunnage.formats;

import org.jspecify.annotations.Nullable;

/// Stands before the parser: refuses a document type before the parser has seen it, and a tag,
/// comment, instruction or CDATA section that would fill the memory. Text between tags may be of
/// any length, since the parser hands it out in pieces.
final class MarkupGuard {

  private enum Inside {
    TEXT,
    TAG,
    QUOTED,
    COMMENT,
    CDATA,
    INSTRUCTION
  }

  private static final String COMMENT_START = "<!--";
  private static final String CDATA_START = "<![CDATA[";
  private static final String DOCTYPE_START = "<!DOCTYPE";

  /// Length of `<!---->` without its last character: in `<!-->` the dashes open and do not close.
  private static final int SHORTEST_COMMENT = 6;

  private final int max;
  private final StringBuilder start = new StringBuilder(CDATA_START.length());
  private Inside inside = Inside.TEXT;
  private boolean opening;
  private char quote;
  private char before;
  private char beforeThat;
  private int length;

  MarkupGuard(int max) {
    this.max = max;
  }

  /// Takes the next character.
  ///
  /// @return what is refused, in words; null while there is nothing to refuse
  @Nullable String refuse(char c) {
    switch (inside) {
      case TEXT -> {
        if (c == '<') {
          inside = Inside.TAG;
          length = 0;
          start.setLength(0);
          start.append(c);
          opening = true;
        }
      }
      case TAG -> tag(c);
      case QUOTED -> leave(c == quote, Inside.TAG);
      case COMMENT ->
          leave(
              c == '>' && before == '-' && beforeThat == '-' && length >= SHORTEST_COMMENT,
              Inside.TEXT);
      case CDATA -> leave(c == '>' && before == ']' && beforeThat == ']', Inside.TEXT);
      case INSTRUCTION -> leave(c == '>' && before == '?', Inside.TEXT);
    }
    beforeThat = before;
    before = c;
    if (inside == Inside.TEXT) {
      return null;
    }
    if (++length > max) {
      return "a tag, comment or section of more than " + max + " characters";
    }
    return opening && length == DOCTYPE_START.length() && DOCTYPE_START.contentEquals(start)
        ? DOCTYPE_START
        : null;
  }

  private void tag(char c) {
    if (opening && start.length() < CDATA_START.length()) {
      start.append(c);
      opening = start.charAt(1) == '!' || c == '?';
      if (start.length() == 2 && c == '?') {
        inside = Inside.INSTRUCTION;
      } else if (COMMENT_START.contentEquals(start)) {
        inside = Inside.COMMENT;
      } else if (CDATA_START.contentEquals(start)) {
        inside = Inside.CDATA;
      }
    }
    if (inside != Inside.TAG) {
      return;
    }
    if (c == '>') {
      inside = Inside.TEXT;
    } else if (c == '"' || c == '\'') {
      quote = c;
      inside = Inside.QUOTED;
    }
  }

  private void leave(boolean closed, Inside next) {
    if (closed) {
      inside = next;
    }
  }
}
