package dunnage.formats;

import java.util.List;

/// Takes the lines that do not count, one by one while the file is read, so that they can be
/// written to a file to be mended.
public interface RejectedRows {

  /// Drops them.
  RejectedRows DROPPED = row -> {};

  /// Names of the cells of the rows that follow, as written; not called where nothing names them.
  default void header(List<String> names) {}

  void row(RejectedRow row);
}
