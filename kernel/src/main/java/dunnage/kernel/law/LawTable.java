package dunnage.kernel.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The kernel's own tables, read from its class path. They are CSV (RFC 4180) in UTF-8; they ship
/// with the code, so a fault in them is a bug.
final class LawTable {

  private final String text;
  private int at;

  private LawTable(String text) {
    this.text = text;
  }

  /// The rows of a table that ships beside this class.
  ///
  /// @param name file name without `.csv`
  static List<LawRow> shipped(String name) {
    try (InputStream in = LawTable.class.getResourceAsStream(name + ".csv")) {
      if (in == null) {
        throw new IllegalStateException("the table " + name + " did not ship");
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<LawRow> read(String csv) {
    LawTable table = new LawTable(csv);
    List<String> heads = table.record();
    List<LawRow> rows = new ArrayList<>();
    while (table.at < csv.length()) {
      List<String> cells = table.record();
      if (cells.size() != heads.size()) {
        throw new IllegalStateException("row " + rows.size() + " of " + heads + " is " + cells);
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < heads.size(); i++) {
        row.put(heads.get(i), cells.get(i));
      }
      rows.add(new LawRow(row));
    }
    return rows;
  }

  private List<String> record() {
    List<String> cells = new ArrayList<>();
    while (true) {
      cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
      char end = at < text.length() ? text.charAt(at) : '\n';
      at++;
      if (end == '\n') {
        return cells;
      }
    }
  }

  private String plain() {
    int from = at;
    while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    at++;
    while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
      at += text.charAt(at) == '"' ? 1 : 0;
      cell.append(text.charAt(at++));
    }
    at++;
    return cell.toString();
  }
}
