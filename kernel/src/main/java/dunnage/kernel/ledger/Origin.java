package dunnage.kernel.ledger;

/// Where a fact was read.
///
/// @param file label of the file
/// @param line 1-based line or row; 0 when the file has no lines
public record Origin(String file, int line) {
  public static final Origin NONE = new Origin("", 0);
}
