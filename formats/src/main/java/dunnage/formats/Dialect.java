package dunnage.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a text table is cut into cells.
///
/// @param rows the first rows
/// @param lines their physical lines
record Dialect(char delimiter, List<String[]> rows, List<Integer> lines) {

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int SAMPLE_CHARS = 1 << 17;
  private static final int SAMPLE_ROWS = 120;

  /// The delimiter under which the most headers are known; failing that, the one that cuts the most
  /// rows into the same number of cells.
  static Dialect of(Path file, Encoding encoding, ReadOptions options) throws IOException {
    String text = sample(file, encoding);
    Dialect best = null;
    long bestScore = -1;
    for (char delimiter : DELIMITERS) {
      List<Integer> lines = new ArrayList<>();
      List<String[]> rows = TextRows.sample(text, delimiter, SAMPLE_ROWS, lines);
      int known = Math.max(HeaderRow.bestScore(rows, options), MarketplaceColumns.bestScore(rows));
      long score = 1_000L * known + evenRows(rows);
      if (text.startsWith("sep=" + delimiter)) {
        score = Long.MAX_VALUE; // Excel's own way of saying it
      }
      if (score > bestScore) {
        best = new Dialect(delimiter, rows, lines);
        bestScore = score;
      }
    }
    return java.util.Objects.requireNonNull(best);
  }

  private static String sample(Path file, Encoding encoding) throws IOException {
    char[] text = new char[SAMPLE_CHARS];
    int filled = 0;
    try (TextReader reader = new TextReader(file, encoding.skip(), encoding.charset())) {
      int n = reader.read(text, 0, SAMPLE_CHARS);
      while (n > 0 && filled < SAMPLE_CHARS) {
        filled += n;
        n = filled == SAMPLE_CHARS ? -1 : reader.read(text, filled, SAMPLE_CHARS - filled);
      }
    }
    return new String(text, 0, filled);
  }

  private static int evenRows(List<String[]> rows) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (String[] row : rows) {
      if (row.length > 1) {
        counts.merge(row.length, 1, Integer::sum);
      }
    }
    return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /// What the report calls the delimiter.
  String shown() {
    return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
  }
}
