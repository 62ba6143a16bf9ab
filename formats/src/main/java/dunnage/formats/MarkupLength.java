package dunnage.formats;

/// Watches how long one tag, comment, instruction or CDATA section grows. Text between tags may be
/// of any length, since the parser hands it out in pieces.
final class MarkupLength {

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

  private final int max;
  private final StringBuilder start = new StringBuilder(CDATA_START.length());
  private Inside inside = Inside.TEXT;
  private boolean opening;
  private char quote;
  private char before;
  private char beforeThat;
  private int length;

  MarkupLength(int max) {
    this.max = max;
  }

  /// Takes the next character and says whether the markup it stands in is too long.
  boolean tooLong(char c) {
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
      case COMMENT -> leave(c == '>' && before == '-' && beforeThat == '-', Inside.TEXT);
      case CDATA -> leave(c == '>' && before == ']' && beforeThat == ']', Inside.TEXT);
      case INSTRUCTION -> leave(c == '>' && before == '?', Inside.TEXT);
    }
    beforeThat = before;
    before = c;
    return inside != Inside.TEXT && ++length > max;
  }

  private void tag(char c) {
    if (opening && start.length() < CDATA_START.length()) {
      start.append(c);
      opening = start.charAt(1) == '!' || c == '?';
      if (start.length() == 2 && c == '?') {
        inside = Inside.INSTRUCTION;
      } else if (COMMENT_START.contentEquals(start)) {
        inside = Inside.COMMENT;
        before = ' '; // the dashes that open a comment do not close it
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
