package dunnage.formats;

import java.util.Arrays;

/// Remembers by a 64-bit print which rows of a file were there before, and where. For a million
/// rows it takes 24 MB; beyond [#ROWS_MAX] rows nothing more is remembered.
final class RowPrints {

  static final int ROWS_MAX = 4_000_000;

  private long[] prints = new long[1 << 12];
  private int[] lines = new int[1 << 12];
  private int size;

  /// The line on which the same row stood before; 0 if it is new.
  int before(Row row) {
    long print = print(row);
    int mask = prints.length - 1;
    int at = (int) (print ^ print >>> 32) & mask;
    while (lines[at] != 0) {
      if (prints[at] == print) {
        return lines[at];
      }
      at = at + 1 & mask;
    }
    if (size < ROWS_MAX) {
      prints[at] = print;
      lines[at] = row.line;
      size++;
      if (size * 2 > prints.length) {
        grow();
      }
    }
    return 0;
  }

  private void grow() {
    long[] oldPrints = prints;
    int[] oldLines = lines;
    prints = new long[oldPrints.length * 2];
    lines = Arrays.copyOf(new int[0], oldLines.length * 2);
    int mask = prints.length - 1;
    for (int i = 0; i < oldPrints.length; i++) {
      if (oldLines[i] != 0) {
        int at = (int) (oldPrints[i] ^ oldPrints[i] >>> 32) & mask;
        while (lines[at] != 0) {
          at = at + 1 & mask;
        }
        prints[at] = oldPrints[i];
        lines[at] = oldLines[i];
      }
    }
  }

  private static long print(Row row) {
    long hash = 0xcbf29ce484222325L;
    for (int cell = 0; cell < row.cells; cell++) {
      for (int i = row.from[cell]; i < row.to[cell]; i++) {
        hash = (hash ^ row.text[i]) * 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 29;
      }
      hash = (hash ^ 0x1f) * 0x9e3779b97f4a7c15L;
    }
    return hash ^ hash >>> 32;
  }
}
