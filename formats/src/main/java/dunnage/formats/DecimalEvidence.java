package dunnage.formats;

import org.jspecify.annotations.Nullable;

/// Gathers, over all amounts of a file, whether the comma or the point is the decimal sign.
final class DecimalEvidence {

  private int point;
  private int comma;
  private int either;
  private String example = "";

  /// Looks at one cell that is not blank.
  void see(char[] text, int from, int to) {
    int points = 0;
    int commas = 0;
    int last = -1;
    boolean grouped = false;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c == '.' || c == ',') {
        boolean between = i > from && isDigit(text[i - 1]) || i + 1 < to && isDigit(text[i + 1]);
        if (between && i + 1 < to && isDigit(text[i + 1])) {
          points += c == '.' ? 1 : 0;
          commas += c == ',' ? 1 : 0;
          last = i;
        }
      } else if (i > from && i + 1 < to && isDigit(text[i - 1]) && isDigit(text[i + 1])) {
        grouped |= c == '\'' || c == '’' || c == ' ' || c == '\u00a0' || c == '\u202f';
      }
    }
    if (last >= 0) {
      weigh(text, from, to, points, commas, last, grouped);
    }
  }

  private void weigh(
      char[] text, int from, int to, int points, int commas, int last, boolean grouped) {
    boolean lastIsPoint = text[last] == '.';
    if (points > 0 && commas > 0) {
      count(lastIsPoint);
      return;
    }
    if (points + commas > 1) {
      count(!lastIsPoint); // a sign that stands twice groups thousands, so the other one is for
      // decimals
      return;
    }
    int before = digits(text, last - 1, -1, from, to);
    int behind = digits(text, last + 1, 1, from, to);
    boolean couldGroup =
        behind == 3 && before >= 1 && before <= 3 && !grouped && text[last - before] != '0';
    if (couldGroup) {
      either++;
      if (example.isEmpty()) {
        example = new String(text, from, to - from);
      }
    } else {
      count(lastIsPoint);
    }
  }

  private static int digits(char[] text, int at, int step, int from, int to) {
    int count = 0;
    for (int i = at; i >= from && i < to && isDigit(text[i]); i += step) {
      count++;
    }
    return count;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void count(boolean isPoint) {
    if (isPoint) {
      point++;
    } else {
      comma++;
    }
  }

  /// Whether any amount has a sign whose meaning depends on the answer.
  boolean isNeeded() {
    return point + comma + either > 0;
  }

  /// The decimal sign, or null when the amounts do not tell.
  @Nullable Character sign() {
    if (point >= 2 * comma && point > 0) {
      return '.';
    }
    return comma >= 2 * point && comma > 0 ? ',' : null;
  }

  /// An amount that can be read both ways.
  String example() {
    return example;
  }
}
