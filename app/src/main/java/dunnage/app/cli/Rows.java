package dunnage.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// How a command shows a list of the server: a table for people, or the same rows for programs.
final class Rows {

  /// The formats, one at most.
  static final class Format {
    @Option(names = "--json", description = "The rows as the API gives them, one per line.")
    boolean json;

    @Option(names = "--csv", description = "The rows of the table, with a header line.")
    boolean csv;
  }

  @ArgGroup(exclusive = true)
  Format format = new Format();

  /// @param head as [Table] takes it
  /// @param name of the column for programs
  private record Column(String head, String name, Function<JsonTree, String> cell) {}

  /// The columns of one list.
  static final class Columns {

    private final List<Column> columns = new ArrayList<>();

    /// @param head as [Table] takes it; `>` before figures
    Columns with(String head, String name, Function<JsonTree, String> cell) {
      columns.add(new Column(head, name, cell));
      return this;
    }
  }

  boolean forPeople() {
    return !format.json && !format.csv;
  }

  /// Shows every row of a list, page by page.
  ///
  /// @param path of the list, with its query
  /// @param nothing what to say to a person where the list is empty
  void show(ApiClient server, String path, Columns shown, String nothing, Terminal terminal) {
    show(row -> server.each(path, row), shown, nothing, terminal);
  }

  /// The same of rows that are here.
  void show(List<JsonTree> all, Columns shown, String nothing, Terminal terminal) {
    show(all::forEach, shown, nothing, terminal);
  }

  private void show(
      Consumer<Consumer<JsonTree>> each, Columns shown, String nothing, Terminal terminal) {
    List<Column> columns = shown.columns;
    if (format.json) {
      json(each, terminal);
    } else if (format.csv) {
      Csv.write(
          terminal.out(),
          csv -> {
            csv.row(columns.stream().map(Column::name).toList());
            each.accept(row -> csv(csv.row(), columns, row));
          });
    } else {
      Table table = new Table(columns.stream().map(Column::head).toArray(String[]::new));
      each.accept(
          row -> table.row(columns.stream().map(c -> c.cell().apply(row)).toArray(String[]::new)));
      if (table.isEmpty()) {
        terminal.out().println(nothing);
      } else {
        table.print(terminal);
      }
    }
  }

  /// Figures stay figures: a minus is no formula.
  private static void csv(Csv.Row out, List<Column> columns, JsonTree row) {
    for (Column column : columns) {
      String cell = column.cell().apply(row);
      if (column.head().startsWith(">")) {
        out.value(cell);
      } else {
        out.text(cell);
      }
    }
    out.end();
  }

  private static void json(Consumer<Consumer<JsonTree>> each, Terminal terminal) {
    terminal.out().print("{\"data\":[");
    AtomicReference<String> between = new AtomicReference<>("\n");
    each.accept(row -> terminal.out().print(between.getAndSet(",\n") + row.json()));
    terminal.out().println("]}");
  }
}
