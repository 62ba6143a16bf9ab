package dunnage.app.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Many rows for one statement: each column an array of texts, which the statement turns back with
/// `unnest(:id::text[], …)` and a cast. One round trip for thousands of rows, whatever their types.
public final class Columns<T> {

  private final StatementSpec statement;
  private final List<T> rows;

  private Columns(StatementSpec statement, List<T> rows) {
    this.statement = statement;
    this.rows = rows;
  }

  public static <T> Columns<T> of(StatementSpec statement, List<T> rows) {
    return new Columns<>(statement, rows);
  }

  /// Binds a column.
  ///
  /// @param value of a row; written by its `toString`
  public Columns<T> with(String name, Function<T, @Nullable Object> value) {
    @Nullable String[] texts = new String[rows.size()];
    for (int i = 0; i < texts.length; i++) {
      Object given = value.apply(rows.get(i));
      texts[i] = given == null ? null : given.toString();
    }
    StatementSpec ignored = statement.param(name, texts);
    return this;
  }

  public StatementSpec statement() {
    return statement;
  }

  public int update() {
    return rows.isEmpty() ? 0 : statement.update();
  }
}
