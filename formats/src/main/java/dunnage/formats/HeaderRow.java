package dunnage.formats;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The row that names the columns. It stands on top, or below a preamble of company, title and
/// period: it is the first of the rows that name the most known columns.
///
/// @param line physical line or spreadsheet row
/// @param names headers as written, in order of the columns
record HeaderRow(int line, List<String> names) {

  /// One known word alone is a coincidence.
  private static final int NEEDED = 2;

  HeaderRow {
    names = List.copyOf(names);
  }

  /// The header among the first rows, or null.
  static @Nullable HeaderRow find(List<String[]> rows, List<Integer> lines, ReadOptions options) {
    int best = -1;
    int most = 0;
    for (int i = 0; i < rows.size(); i++) {
      int score = score(rows.get(i), options);
      if (score > most) {
        most = score;
        best = i;
      }
    }
    return best < 0 ? null : new HeaderRow(lines.get(best), List.of(rows.get(best)));
  }

  static int bestScore(List<String[]> rows, ReadOptions options) {
    return rows.stream().mapToInt(row -> score(row, options)).max().orElse(0);
  }

  /// How many different columns a row names; 0 when too few to be a header. A column the user names
  /// is enough.
  private static int score(String[] row, ReadOptions options) {
    Set<Field> fields = new HashSet<>();
    int others = 0;
    int filled = 0;
    int named = 0;
    for (String cell : row) {
      if (cell.isBlank()) {
        continue;
      }
      filled++;
      if (isNamed(cell, options)) {
        named++;
        continue;
      }
      Field field = KnownHeaders.meaning(cell).field();
      if (field == Field.FOREIGN || field == Field.IGNORED) {
        others++;
      } else if (field != null) {
        fields.add(field);
      }
    }
    int known = fields.size() + others + named;
    boolean enough = named > 0 || known >= NEEDED && known * 4 >= filled;
    return enough ? known + named : 0;
  }

  private static boolean isNamed(String cell, ReadOptions options) {
    for (Map.Entry<String, String> column : options.columns().entrySet()) {
      if (isMeant(cell, column.getValue())) {
        return true;
      }
    }
    return false;
  }

  /// Whether a header is the one a user wrote.
  static boolean isMeant(String header, String told) {
    return header.strip().equalsIgnoreCase(told.strip())
        || !Folding.fold(told).isEmpty() && Folding.fold(header).equals(Folding.fold(told));
  }

  /// Whether a later row says the same again, as page breaks do.
  boolean isRepeatedIn(Row row) {
    int first = row.firstFilled();
    if (first < 0 || first >= names.size() || !row.cellEquals(first, names.get(first))) {
      return false;
    }
    for (int i = first + 1; i < names.size(); i++) {
      if (!row.blank(i) && !row.cellEquals(i, names.get(i))) {
        return false;
      }
    }
    return true;
  }
}
