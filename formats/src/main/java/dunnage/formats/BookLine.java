package dunnage.formats;

import java.util.Map;

/// A row of an exported book.
///
/// @param number of the row among all that are imported, 1-based
/// @param line in its table's file, for messages
/// @param cells by column; every column of the table has one
public record BookLine(BookTable table, int number, long line, Map<String, String> cells) {

  public BookLine {
    cells = Map.copyOf(cells);
  }

  /// @return the cell as it was exported; empty for none
  public String cell(String column) {
    return java.util.Objects.requireNonNull(cells.get(column), column);
  }
}
