package dunnage.formats;

import java.util.List;

/// A line that does not count.
///
/// @param line physical line or spreadsheet row, 1-based; 0 for a file refused as a whole
/// @param cells as written, blanks included; bytes that are no text are `�`. Of a line that could
///   not be cut into cells, as many as could be told apart
/// @param problem the codes of its findings, each with what was seen and what was expected
/// @param setAside whether it is understood and there is nothing to mend: see [Tally#setAside]
public record RejectedRow(int line, List<String> cells, String problem, boolean setAside) {

  public RejectedRow {
    cells = List.copyOf(cells);
  }
}
