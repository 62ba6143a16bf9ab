package dunnage.app.ledger;

import dunnage.app.desk.ListOrder;
import dunnage.app.platform.Cursor;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// A list of receivables in the order of a column, as the database reads it: by an index where
/// there is one, from where the page before ended. Equal ones are in the order of their ids.
/// Amounts are put in order within their currency: 100 JPY and 100 EUR are no more and no less than
/// each other.
///
/// @param keys by which rows are in order, the id excluded
/// @param down from the largest key to the smallest
record ReceivableOrder(ListOrder order, List<Key> keys, boolean down) {

  /// @param sql of the value
  /// @param type of it in the database
  record Key(String sql, String type) {}

  static final Set<String> COLUMNS =
      Set.of("due", "issued", "number", "debtor", "amount", "open", "late");

  static final ListOrder DUE_FIRST = new ListOrder("due", false);

  private static final Key DUE = new Key("r.due", "date");

  private static final Map<String, List<Key>> KEYS =
      Map.of(
          "due", List.of(DUE),
          "issued", List.of(new Key("r.issued", "date")),
          "number", List.of(new Key("r.number", "text")),
          "debtor", List.of(new Key("d.name", "text")),
          "amount", List.of(new Key("r.currency", "char(3)"), new Key("r.amount", "bigint")),
          "open", List.of(new Key("r.currency", "char(3)"), new Key("r.open", "bigint")));

  /// What is settled is not late, however long ago it was due.
  private static final Key DUE_WHILE_OPEN =
      new Key("(CASE WHEN r.open > 0 THEN r.due ELSE DATE 'infinity' END)", "date");

  /// @param openOnly whether nothing settled is in the list
  static ReceivableOrder of(ListOrder order, boolean openOnly) {
    List<Key> keys = KEYS.get(order.column());
    if (keys != null) {
      return new ReceivableOrder(order, keys, order.down());
    }
    // what was due first is late by most days
    return new ReceivableOrder(order, List.of(openOnly ? DUE : DUE_WHILE_OPEN), !order.down());
  }

  /// The keys of a row, as `k0`, `k1`, to be read back.
  String columns() {
    return IntStream.range(0, keys.size())
        .mapToObj(i -> ", %s::text AS k%d".formatted(keys.get(i).sql(), i))
        .collect(Collectors.joining());
  }

  String orderBy() {
    String way = down ? " DESC" : "";
    return keys.stream()
        .map(key -> key.sql() + way)
        .collect(Collectors.joining(", ", " ORDER BY ", ", r.receivable_id" + way));
  }

  /// That a row comes after the last of the page before.
  String after() {
    String names = keys.stream().map(Key::sql).collect(Collectors.joining(", "));
    String values =
        IntStream.range(0, keys.size()).mapToObj(this::value).collect(Collectors.joining(", "));
    String condition =
        " AND (%s, r.receivable_id) %s (%s, CAST(:last AS uuid))"
            .formatted(names, down ? "<" : ">", values);
    // a name is of another table than the id; by itself it can be looked up in an index
    return order.column().equals("debtor")
        ? condition + " AND d.name %s %s".formatted(down ? "<=" : ">=", value(0))
        : condition;
  }

  private String value(int i) {
    return "CAST(:k%d AS %s)".formatted(i, keys.get(i).type());
  }

  /// What stands in a cursor: the order, the keys, the id.
  String cursor(List<String> values, String id) {
    List<Object> all = new ArrayList<>();
    all.add(order.text());
    all.addAll(values);
    all.add(id);
    return Cursor.of(all.toArray());
  }

  /// @throws Problem 422 if the cursor is none of this order
  StatementSpec bind(StatementSpec statement, String after) {
    List<String> last = Cursor.keys(after, keys.size() + 2);
    if (!last.getFirst().equals(order.text())) {
      throw elsewhere();
    }
    StatementSpec bound = statement.param("last", TypeId.parse("inv", last.getLast()));
    for (int i = 0; i < keys.size(); i++) {
      bound = bound.param("k" + i, sound(keys.get(i).type(), last.get(i + 1)));
    }
    return bound;
  }

  /// Anybody can make a cursor; what the database could not read never reaches it.
  private static String sound(String type, String value) {
    switch (type) {
      case "date" -> {
        if (!value.equals("infinity")) {
          return Input.cursorDay(value).toString();
        }
      }
      case "bigint" -> {
        if (!value.matches("[0-9]{1,18}")) {
          throw elsewhere();
        }
      }
      default -> {
        return value.replace('\u0000', ' ');
      }
    }
    return value;
  }

  private static Problem elsewhere() {
    return Problem.invalid("after", "after is no place in this list", "Give the next of before.");
  }
}
