package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.FindingLog;
import java.util.ArrayList;
import java.util.List;

/// Rows that leave blank what nearly every other row fills. They count, but are named: a gap nobody
/// needs today is often the sign of a row that was pasted in.
final class Gaps {

  private static final int MOST_ROWS_KEPT = 20_000;
  private static final double NEARLY_EVERY = .9;

  private record Row(int line, long blanks) {}

  private final Layout layout;
  private final boolean[] watched;
  private final int[] blanks;
  private final List<Row> rows = new ArrayList<>();
  private int seen;

  Gaps(Layout layout) {
    this.layout = layout;
    int columns = Math.min(layout.headers().size(), 63);
    watched = new boolean[columns];
    blanks = new int[columns];
    for (int i = 0; i < columns; i++) {
      int at = i;
      boolean blankIsFine =
          layout.columns().entrySet().stream()
              .anyMatch(e -> e.getValue() == at && e.getKey().mayBeBlank());
      watched[i] = !blankIsFine && !layout.headers().get(i).isBlank();
    }
  }

  void row(Rows row) {
    seen++;
    long mask = 0;
    for (int i = 0; i < watched.length; i++) {
      if (watched[i] && row.cell(i).isBlank()) {
        mask |= 1L << i;
        blanks[i]++;
      }
    }
    if (mask != 0 && rows.size() < MOST_ROWS_KEPT) {
      rows.add(new Row(row.line(), mask));
    }
  }

  void report(String label, FindingLog findings) {
    for (Row row : rows) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < watched.length; i++) {
        if ((row.blanks() >> i & 1) == 1 && blanks[i] <= seen * (1 - NEARLY_EVERY)) {
          names.add(layout.headers().get(i));
        }
      }
      if (!names.isEmpty()) {
        findings.add(
            Finding.at(
                FindingCode.ROW_INCOMPLETE,
                label,
                row.line(),
                String.join(", ", names),
                "blank",
                "a value, as in the other rows"));
      }
    }
  }
}
