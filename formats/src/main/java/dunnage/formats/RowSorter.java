package dunnage.formats;

import org.jspecify.annotations.Nullable;

/// Tells the rows of a table from what stands between them: totals, headings of sections, headers
/// that are repeated on every page.
final class RowSorter {

  /// What a row is.
  enum Sort {
    ROW,
    TOTAL,
    /// Only money and no word: a sum, if it is one of the rows above.
    BARE_SUM,
    HEADING,
    REPEATED_HEADER
  }

  private final Columns columns;
  private final int[] keys;
  private final @Nullable Field[] fields;

  RowSorter(Columns columns, TableKind kind) {
    this.columns = columns;
    this.fields = new Field[columns.count()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = columns.fieldAt(i);
    }
    this.keys =
        java.util.stream.Stream.of(
                Field.RECEIVABLE,
                Field.DEBTOR,
                Field.NAME,
                Field.DUE,
                Field.PAID_ON,
                Field.ORDER_DATE,
                Field.DATE)
            .filter(kind.uses()::contains)
            .filter(
                field ->
                    kind != TableKind.RECEIVABLES
                        || field != Field.PAID_ON && field != Field.ORDER_DATE)
            .mapToInt(columns::of)
            .filter(column -> column >= 0)
            .distinct()
            .toArray();
  }

  Sort sort(Row row) {
    if (columns.header().isRepeatedIn(row)) {
      return Sort.REPEATED_HEADER;
    }
    boolean complete = true;
    for (int key : keys) {
      complete &= key < row.cells && row.from[key] != row.to[key];
    }
    return complete ? Sort.ROW : incomplete(row);
  }

  private Sort incomplete(Row row) {
    int words = 0;
    int money = 0;
    for (int i = 0; i < row.cells; i++) {
      if (row.blank(i)) {
        continue;
      }
      Field field = fieldAt(i);
      if (field != null && field.isAmount()) {
        money++;
        continue;
      }
      words++;
      if (words <= 3 && CellWords.startsTotal(row.cell(i))) {
        return Sort.TOTAL;
      }
    }
    if (words == 0) {
      return money > 0 ? Sort.BARE_SUM : Sort.ROW;
    }
    if (words > 1 || money > 0 || columns.count() < 3) {
      return Sort.ROW;
    }
    int only = row.firstFilled();
    return fieldAt(only) == null || CellWords.isAgingHeading(row.cell(only))
        ? Sort.HEADING
        : Sort.ROW;
  }

  private @Nullable Field fieldAt(int column) {
    return column < fields.length ? fields[column] : null;
  }
}
