package dunnage.kernel.findings;

/// How much a finding costs: an error leaves a row or file out, a warning counts it with an
/// assumption that is named, a note only tells.
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /// The word used in machine output: `error`, `warning`, `note`.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
