package dunnage.formats;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet. Numbers come as the spreadsheet shows them: fifteen digits are all a
/// binary fraction holds, so 0.1 + 0.2 is 0.3 again.
final class SheetRows implements RowSource {

  /// A workbook that turned out broken while it was being read.
  static final class Broken extends IOException {
    private static final long serialVersionUID = 1L;

    Broken(RuntimeException why) {
      super(String.valueOf(why.getMessage()), why);
    }
  }

  private static final MathContext SHOWN_DIGITS = new MathContext(15);

  /// A number that needs more places is no amount and no date; it is shown as it is written.
  private static final int EXPONENT_MAX = 40;

  private final Sheet sheet;

  SheetRows(Sheet sheet) {
    this.sheet = sheet;
  }

  @Override
  public void read(Visitor visitor) throws IOException {
    Row row = new Row();
    try (Stream<org.dhatim.fastexcel.reader.Row> stream = open()) {
      Iterator<org.dhatim.fastexcel.reader.Row> rows = stream.iterator();
      for (org.dhatim.fastexcel.reader.Row next = next(rows); next != null; next = next(rows)) {
        fill(row, next);
        if (!row.isBlank() && !visitor.row(row)) {
          return;
        }
      }
    }
  }

  private Stream<org.dhatim.fastexcel.reader.Row> open() throws IOException {
    try {
      return sheet.openStream();
    } catch (RuntimeException broken) {
      throw new Broken(broken);
    }
  }

  private static org.dhatim.fastexcel.reader.@Nullable Row next(
      Iterator<org.dhatim.fastexcel.reader.Row> rows) throws Broken {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (RuntimeException broken) {
      throw new Broken(broken);
    }
  }

  private static void fill(Row row, org.dhatim.fastexcel.reader.Row from) {
    row.startAt(from.getRowNum());
    for (int i = 0; i < from.getCellCount(); i++) {
      Cell cell = from.hasCell(i) ? from.getCell(i) : null;
      Object value = cell == null ? null : cell.getValue();
      if (value instanceof BigDecimal number) {
        add(row, number);
      } else {
        row.add(value == null ? "" : value.toString());
      }
    }
  }

  private static void add(Row row, BigDecimal number) {
    BigDecimal shown = number.round(SHOWN_DIGITS).stripTrailingZeros();
    if (Math.abs((long) shown.precision() - shown.scale()) > EXPONENT_MAX
        || shown.scale() > EXPONENT_MAX) {
      row.add(number.toString());
    } else {
      row.addNumber(shown.toPlainString());
    }
  }
}
