package dunnage.formats;

import dunnage.formats.MarketplaceColumns.Cell;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One pass over a marketplace's file: what its dates and amounts say about their writing, which
/// settlement is in which currency, how many cells its rows have.
final class MarketplaceSurvey implements RowSource.Visitor {

  private static final int SETTLEMENTS_MAX = 100_000;

  final DateEvidence dates = new DateEvidence();
  final DecimalEvidence decimals = new DecimalEvidence();
  private final MarketplaceColumns columns;
  private final int[] dateColumns;
  private final int[] amountColumns;
  private final Map<String, Currency> currencies = new HashMap<>();
  private final Set<Currency> seen = new HashSet<>();
  private final Set<Currency> signs = new HashSet<>();
  private boolean dollar;
  private boolean empty = true;
  private int rows;
  private int shortRows;
  private int lastLine;
  private boolean lastShort;

  MarketplaceSurvey(MarketplaceColumns columns) {
    this.columns = columns;
    this.dateColumns = MarketplaceTable.places(columns, true);
    this.amountColumns = MarketplaceTable.places(columns, false);
  }

  @Override
  public boolean row(Row row) {
    if (MarketplaceTable.isAbove(columns, row) || MarketplaceTable.isHeader(columns, row)) {
      return true;
    }
    empty = false;
    rows++;
    lastShort = row.cells < columns.header().names().size();
    shortRows += lastShort ? 1 : 0;
    lastLine = row.line;
    for (int column : dateColumns) {
      if (!row.blank(column) && !row.isTyped(column)) {
        dates.see(row.text, row.from[column], endOfDate(row, column));
      }
    }
    for (int column : amountColumns) {
      if (!row.blank(column) && !row.isTyped(column)) {
        decimals.see(row.text, row.from[column], row.to[column]);
        sign(row, column);
      }
    }
    currency(row);
    return true;
  }

  /// Where the time of the day begins, else the end of the cell.
  private static int endOfDate(Row row, int column) {
    for (int i = row.from[column]; i < row.to[column]; i++) {
      if (row.text[i] == ' ' || row.text[i] == 'T') {
        return i;
      }
    }
    return row.to[column];
  }

  private void currency(Row row) {
    int column = columns.of(Cell.CURRENCY);
    if (row.blank(column)) {
      return;
    }
    Currency currency = Currency.find(row.cell(column).toUpperCase(Locale.ROOT));
    if (currency != null && seen.size() < SETTLEMENTS_MAX) {
      seen.add(currency);
      if (currencies.size() < SETTLEMENTS_MAX) {
        currencies.putIfAbsent(row.cell(columns.of(Cell.ID)), currency);
      }
    }
  }

  /// Looks at the signs of currencies that stand beside amounts: `£` says which, `$` does not.
  private void sign(Row row, int column) {
    for (int i = row.from[column]; i < row.to[column]; i++) {
      char c = row.text[i];
      if (Character.getType(c) == Character.CURRENCY_SYMBOL) {
        Currency named = CurrencyWords.find(String.valueOf(c));
        dollar |= named == null;
        if (named != null) {
          signs.add(named);
        }
      }
    }
  }

  @Override
  public void broken(
      int line, List<String> written, FindingCode code, String seenThere, String expected) {
    empty = false; // told of when the rows are read
  }

  boolean isEmpty() {
    return empty;
  }

  /// The currency of a settlement, named on one of its rows; null if on none.
  @Nullable Currency currencyOf(String settlement) {
    return currencies.get(settlement);
  }

  /// The one currency that the rows name; null if none or several.
  @Nullable Currency onlyCurrency() {
    return seen.size() == 1 ? seen.iterator().next() : null;
  }

  /// The one currency whose sign stands beside amounts; null if none, several or only `$`.
  @Nullable Currency onlySign() {
    return signs.size() == 1 && !dollar ? signs.iterator().next() : null;
  }

  /// The last line, where it alone has fewer cells than the header: the file was cut there.
  int cutLine() {
    return lastShort && shortRows == 1 && rows > 1 ? lastLine : 0;
  }
}
