package dunnage.app.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import dunnage.app.platform.Tenancy;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The lines of a file that do not count, to be mended and sent again: the line's number, its
/// problem, then its cells as they were written.
@Component
class RejectedFile {

  static final List<String> COLUMNS = List.of("line", "problem", "cells");

  private static final int MOST = 100_000;

  /// What a spreadsheet would take for a formula.
  private static final String FORMULA = "=+-@\t\r";

  private static final String READ =
      """
      SELECT line, cells, problem FROM import_problem
       WHERE org_id = :org AND import_id = :id ORDER BY ordinal LIMIT :most
      """;

  private final Tenancy tenancy;
  private final JsonMapper json;

  RejectedFile(Tenancy tenancy, JsonMapper json) {
    this.tenancy = tenancy;
    this.json = json;
  }

  /// @param columns their names
  /// @param said the problem in the words of whoever downloads it
  String csv(UUID id, List<String> columns, UnaryOperator<String> said) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord(columns);
    tenancy
        .sql(READ)
        .param("id", id)
        .param("most", MOST)
        .query(
            row -> {
              List<String> cells = new ArrayList<>();
              cells.add(String.valueOf(row.getInt("line")));
              cells.add(safe(said.apply(row.getString("problem"))));
              for (JsonNode cell : json.readTree(row.getString("cells"))) {
                cells.add(safe(cell.asString("")));
              }
              csv.writeRecord(cells);
            });
    return text.toString();
  }

  private static String safe(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
