package dunnage.app.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Columns for a terminal. The first column gives way when the line is too narrow; figures never
/// do.
final class Table {

  private static final String GAP = "  ";
  private static final int LEAST_FIRST_CELLS = 12;

  private record Row(List<String> cells, List<String> below) {}

  private final List<String> heads;
  private final boolean[] right;
  private final List<Row> rows = new ArrayList<>();

  /// @param heads a head that starts with `>` stands over figures, aligned right
  Table(String... heads) {
    this.heads = new ArrayList<>();
    right = new boolean[heads.length];
    for (int i = 0; i < heads.length; i++) {
      right[i] = heads[i].startsWith(">");
      this.heads.add(right[i] ? heads[i].substring(1) : heads[i]);
    }
  }

  Table row(String... cells) {
    rows.add(new Row(List.of(cells), List.of()));
    return this;
  }

  /// A row with sentences below it, indented and wrapped.
  Table row(List<String> cells, List<String> below) {
    rows.add(new Row(cells, below));
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  void print(Terminal terminal) {
    int[] widths = widths(terminal.columns());
    terminal.out().println(line(heads, widths));
    terminal.out().println(rule(widths));
    for (Row row : rows) {
      terminal.out().println(line(row.cells(), widths));
      for (String sentence : row.below()) {
        String indent = "    ";
        for (String text : DisplayWidth.wrap(sentence, terminal.columns() - indent.length())) {
          terminal.out().println(indent + text);
          indent = "      ";
        }
      }
    }
  }

  private int[] widths(int columns) {
    int[] widths = new int[heads.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = DisplayWidth.of(heads.get(i));
      for (Row row : rows) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(row.cells().get(i)));
      }
    }
    int total = GAP.length() * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    if (total > columns) {
      widths[0] = Math.max(Math.min(LEAST_FIRST_CELLS, widths[0]), widths[0] - (total - columns));
    }
    return widths;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = i == 0 ? DisplayWidth.cut(cells.get(0), widths[0]) : cells.get(i);
      String pad = " ".repeat(widths[i] - DisplayWidth.of(cell));
      line.append(i == 0 ? "" : GAP).append(right[i] ? pad + cell : cell + pad);
    }
    return line.toString().stripTrailing();
  }

  private static String rule(int[] widths) {
    List<String> parts = new ArrayList<>();
    for (int width : widths) {
      parts.add(String.join("", Collections.nCopies(width, "─")));
    }
    return String.join(GAP, parts);
  }
}
