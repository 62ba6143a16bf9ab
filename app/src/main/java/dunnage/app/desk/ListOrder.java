package dunnage.app.desk;

import dunnage.app.platform.Problem;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// By which column a list stands in order; written `due`, or `-due` from the largest down.
public record ListOrder(String column, boolean down) {

  /// The head of a column.
  ///
  /// @param word of the column
  /// @param style of the cell
  /// @param href where it stands in this order; null for a column that is in none
  /// @param sorted `ascending` or `descending`; null while another column has the order
  public record Head(String word, String style, @Nullable String href, @Nullable String sorted) {}

  /// @param known names of columns
  /// @throws Problem 422 if there is no such column
  public static ListOrder read(@Nullable String text, Collection<String> known, String otherwise) {
    String wanted = text == null || text.isEmpty() ? otherwise : text;
    boolean down = wanted.startsWith("-");
    ListOrder order = new ListOrder(down ? wanted.substring(1) : wanted, down);
    if (!known.contains(order.column())) {
      throw Problem.invalid("sort", "is not known", "Give one of " + known + ", or - before it.");
    }
    return order;
  }

  public String text() {
    return (down ? "-" : "") + column;
  }

  /// The head of a column by which a list can stand in order: pressed once, it does; once more, the
  /// other way round.
  ///
  /// @param largest whether the largest is what one looks for first
  public Head head(ListAddress address, String name, String word, String style, boolean largest) {
    boolean here = name.equals(column);
    ListOrder next = new ListOrder(name, here ? !down : largest);
    return new Head(
        word,
        style,
        address.with("sort", next.text()).href(),
        here ? (down ? "descending" : "ascending") : null);
  }

  /// The head of a column that is in no order.
  public static Head plain(String word, String style) {
    return new Head(word, style, null, null);
  }
}
