package dunnage.formats;

import dunnage.kernel.findings.FindingCode;
import java.io.IOException;
import java.util.List;

/// A table that can be read from its start as often as wanted: once to survey it, once to read it.
interface RowSource {

  /// Hands on every row that is not blank, in order, until the visitor has enough.
  void read(Visitor visitor) throws IOException;

  /// Takes rows.
  interface Visitor {

    /// @param row valid until this returns
    /// @return whether to go on
    boolean row(Row row);

    /// A line that could not be cut into cells; reading goes on behind it.
    ///
    /// @param written as many cells of it as can be told apart
    default void broken(
        int line, List<String> written, FindingCode code, String seen, String expected) {}

    /// Too many lines were broken: nothing from this line on is read. Each of them that is not
    /// blank comes as [#broken] before.
    ///
    /// @param lines how many lines that are
    default void stopped(int line, int lines) {}
  }
}
