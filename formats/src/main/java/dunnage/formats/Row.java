package dunnage.formats;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// One row while it is being read: its cells, trimmed, as slices of one buffer. The same object is
/// handed on for every row, so that a million rows make no garbage; nobody keeps it.
final class Row {

  /// More columns are no table of receivables.
  static final int CELLS_MAX = 10_000;

  /// Half of a pair, as [TextReader] marks what it cannot decode.
  private static final Pattern NO_TEXT = Pattern.compile("\\p{Cs}");

  char[] text = new char[512];
  int[] from = new int[32];
  int[] to = new int[32];

  /// Where each cell ends with its blanks; the next begins there.
  private int[] end = new int[32];

  /// Physical line or spreadsheet row, 1-based.
  int line;

  /// Cells in this row; those behind them are blank.
  int cells;

  /// Whether the row holds bytes that are no text.
  boolean unreadable;

  private boolean[] typed = new boolean[32];
  private int used;

  Row startAt(int newLine) {
    line = newLine;
    cells = 0;
    used = 0;
    unreadable = false;
    return this;
  }

  void add(char[] source, int at, int length) {
    makeRoom(length);
    System.arraycopy(source, at, text, used, length);
    int start = used;
    int end = used + length;
    used = end;
    while (start < end && isSpace(text[start])) {
      start++;
    }
    while (end > start && isSpace(text[end - 1])) {
      end--;
    }
    from[cells] = start;
    to[cells] = end;
    this.end[cells] = used;
    typed[cells] = false;
    cells++;
  }

  void add(String cell) {
    add(cell.toCharArray(), 0, cell.length());
  }

  /// A cell the spreadsheet holds as a number: digits with a decimal point, whatever the file's
  /// habits are.
  void addNumber(String plain) {
    add(plain);
    typed[cells - 1] = true;
  }

  /// Whether the cell is a number by type.
  boolean isTyped(int cell) {
    return cell < cells && typed[cell];
  }

  boolean blank(int cell) {
    return cell < 0 || cell >= cells || from[cell] == to[cell];
  }

  /// The trimmed text of a cell; empty behind the last one.
  String cell(int cell) {
    return blank(cell) ? "" : new String(text, from[cell], to[cell] - from[cell]);
  }

  boolean isBlank() {
    for (int i = 0; i < cells; i++) {
      if (from[i] != to[i]) {
        return false;
      }
    }
    return true;
  }

  /// How many cells hold something.
  int filled() {
    int count = 0;
    for (int i = 0; i < cells; i++) {
      count += from[i] == to[i] ? 0 : 1;
    }
    return count;
  }

  int firstFilled() {
    for (int i = 0; i < cells; i++) {
      if (from[i] != to[i]) {
        return i;
      }
    }
    return -1;
  }

  boolean cellEquals(int cell, String other) {
    int length = blank(cell) ? 0 : to[cell] - from[cell];
    if (length != other.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text[from[cell] + i] != other.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// A copy of the cells, for the few rows that are kept.
  String[] toArray() {
    String[] copy = new String[cells];
    for (int i = 0; i < cells; i++) {
      copy[i] = cell(i);
    }
    return copy;
  }

  /// The cells as written, blanks included; a byte that is no text is `�`.
  List<String> written() {
    String[] written = new String[cells];
    for (int i = 0; i < cells; i++) {
      int start = i == 0 ? 0 : end[i - 1];
      written[i] = NO_TEXT.matcher(new String(text, start, end[i] - start)).replaceAll("\ufffd");
    }
    return List.of(written);
  }

  /// All cells as one text.
  String all() {
    return new String(text, 0, used);
  }

  /// The row in one line, for a finding.
  String shown() {
    return String.join(" | ", toArray());
  }

  private void makeRoom(int length) {
    if (cells == from.length) {
      from = Arrays.copyOf(from, cells * 2);
      to = Arrays.copyOf(to, cells * 2);
      end = Arrays.copyOf(end, cells * 2);
      typed = Arrays.copyOf(typed, cells * 2);
    }
    if (used + length > text.length) {
      text = Arrays.copyOf(text, Math.max(text.length * 2, used + length));
    }
  }

  /// Blanks of every kind, byte order marks included.
  static boolean isSpace(char c) {
    return c <= ' '
        || c == '\u00a0'
        || c == '\u3000'
        || c == '\ufeff'
        || c == '\u202f'
        || c == '\u2007'
        || c == '\u200b'
        || c == '\u2009';
  }
}
