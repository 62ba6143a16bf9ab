package dunnage.kernel.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of a shipped table, every column as it stands there.
///
/// @param cells text by column name; a blank cell is the empty string
public record LawRow(Map<String, String> cells) {

  public LawRow {
    cells = Map.copyOf(cells);
  }

  /// The cell as written; empty if blank.
  ///
  /// @throws IllegalStateException if the table has no such column
  public String text(String column) {
    String cell = cells.get(column);
    if (cell == null) {
      throw new IllegalStateException("the table has no column " + column);
    }
    return cell;
  }

  @Nullable BigDecimal decimal(String column) {
    String cell = text(column);
    return cell.isEmpty() ? null : new BigDecimal(cell);
  }

  @Nullable LocalDate date(String column) {
    String cell = text(column);
    return cell.isEmpty() ? null : LocalDate.parse(cell);
  }
}
