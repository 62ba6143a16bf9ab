package dunnage.formats;

import java.io.IOException;

/// The rows of a table, one after the other, wherever they come from.
interface Rows extends AutoCloseable {

  /// Moves to the next row.
  ///
  /// @return false at the end
  /// @throws Unreadable when the table is broken so that reading on makes no sense
  boolean next() throws IOException, Unreadable;

  /// 1-based line or spreadsheet row of the current row.
  int line();

  int cells();

  /// A cell of the current row, `""` when there is none.
  String cell(int index);

  @Override
  void close() throws IOException;

  /// A table that cannot be read on.
  final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
    private final transient dunnage.kernel.findings.Finding finding;

    Unreadable(dunnage.kernel.findings.Finding finding) {
      super(finding.code().code());
      this.finding = finding;
    }

    dunnage.kernel.findings.Finding finding() {
      return finding;
    }
  }
}
