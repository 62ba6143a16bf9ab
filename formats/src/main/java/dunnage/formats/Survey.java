package dunnage.formats;

import dunnage.kernel.findings.FindingCode;
import java.util.List;

/// One pass over all rows before any is read: which columns nearly every row fills, and what the
/// dates and amounts of the whole file say about their order and decimal sign.
final class Survey implements RowSource.Visitor {

  /// A column that so many of a hundred rows fill is one that every row should fill.
  static final int FILLED_PERCENT = 90;

  final DateEvidence dates = new DateEvidence();
  final DecimalEvidence decimals = new DecimalEvidence();
  private final RowSorter sorter;
  private final int[] filled;
  private final int[] dateColumns;
  private final int[] amountColumns;
  private int rows;
  private boolean empty = true;

  Survey(Columns columns, TableKind kind, RowSorter sorter) {
    this.sorter = sorter;
    this.filled = new int[columns.count()];
    this.dateColumns = columnsWhere(columns, kind, true);
    this.amountColumns = columnsWhere(columns, kind, false);
  }

  private static int[] columnsWhere(Columns columns, TableKind kind, boolean dates) {
    return kind.uses().stream()
        .filter(field -> dates ? field.isDate() : field.isAmount())
        .mapToInt(columns::of)
        .filter(column -> column >= 0)
        .distinct()
        .toArray();
  }

  @Override
  public boolean row(Row row) {
    empty = false;
    if (row.unreadable || sorter.sort(row) != RowSorter.Sort.ROW) {
      return true;
    }
    rows++;
    int cells = Math.min(row.cells, filled.length);
    for (int i = 0; i < cells; i++) {
      if (row.from[i] != row.to[i]) {
        filled[i]++;
      }
    }
    for (int column : dateColumns) {
      if (!row.blank(column) && !row.isTyped(column)) {
        dates.see(row.text, row.from[column], row.to[column]);
      }
    }
    for (int column : amountColumns) {
      if (!row.blank(column) && !row.isTyped(column)) {
        decimals.see(row.text, row.from[column], row.to[column]);
      }
    }
    return true;
  }

  @Override
  public void broken(
      int line, List<String> written, FindingCode code, String seen, String expected) {
    empty = false; // told of when the rows are read
  }

  /// Whether there is nothing at all below the headers.
  boolean isEmpty() {
    return empty;
  }

  /// Columns that nearly every row fills, though not every one; a blank there is a gap.
  int[] columnsThatShouldBeFilled(Columns columns) {
    return java.util.stream.IntStream.range(0, filled.length)
        .filter(i -> filled[i] < rows && (long) filled[i] * 100 >= (long) rows * FILLED_PERCENT)
        .filter(i -> mayGap(columns.fieldAt(i)))
        .toArray();
  }

  private static boolean mayGap(@org.jspecify.annotations.Nullable Field field) {
    return field == null || !field.mayBeBlank();
  }
}
