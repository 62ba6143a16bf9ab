package dunnage.app.cli;

/// How many cells of a terminal a text takes: Han, kana, hangul and full-width forms take two,
/// combining marks none. Source: Unicode Standard Annex 11, the ranges that names of firms use.
final class DisplayWidth {

  private DisplayWidth() {}

  static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  private static int of(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return wide(c) ? 2 : 1;
  }

  private static boolean wide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE4F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }

  /// The text cut to so many cells, with `…` where something is missing.
  static String cut(String text, int cells) {
    if (of(text) <= cells) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      if (used + of(c) > cells - 1) {
        break;
      }
      kept.appendCodePoint(c);
      used += of(c);
    }
    return kept.append('…').toString();
  }

  /// Words broken to lines of so many cells.
  static java.util.List<String> wrap(String text, int cells) {
    java.util.List<String> lines = new java.util.ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && of(line.toString()) + 1 + of(word) > cells) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
