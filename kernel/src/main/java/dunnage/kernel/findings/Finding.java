package dunnage.kernel.findings;

/// One thing that was wrong or assumed while reading.
///
/// @param code what kind of thing; every code is explained in `docs/errors.md`
/// @param severity the code's own severity unless the place demands another
/// @param file label of the file, as the user named it
/// @param line 1-based line (or spreadsheet row) of the file; 0 when the whole file is meant
/// @param column name of the column or XML path; empty when the whole row is meant
/// @param seen what stood there, verbatim but cut to a readable length
/// @param expected what would have been right
/// @param remedy what the user can do about it
public record Finding(
    FindingCode code,
    Severity severity,
    String file,
    int line,
    String column,
    String seen,
    String expected,
    String remedy) {

  private static final int SEEN_MAX_CHARS = 120;

  public Finding {
    seen = readable(seen);
  }

  /// A finding about one cell, with the code's own severity and remedy.
  public static Finding at(
      FindingCode code, String file, int line, String column, String seen, String expected) {
    return new Finding(code, code.severity(), file, line, column, seen, expected, code.remedy());
  }

  /// A finding about a file as a whole, with the code's own severity and remedy.
  public static Finding of(FindingCode code, String file, String seen, String expected) {
    return at(code, file, 0, "", seen, expected);
  }

  /// The same finding with a remedy that knows more about this place.
  public Finding withRemedy(String better) {
    return new Finding(code, severity, file, line, column, seen, expected, better);
  }

  /// Control characters would let a hostile file draw on the reader's terminal; they are shown as
  /// `?`, as are direction overrides.
  private static String readable(String text) {
    String cut =
        text.length() <= SEEN_MAX_CHARS
            ? text
            : text.substring(
                    0,
                    text.offsetByCodePoints(
                        0, Math.min(SEEN_MAX_CHARS, text.codePointCount(0, text.length()))))
                + "…";
    StringBuilder clean = new StringBuilder(cut.length());
    cut.codePoints()
        .map(
            c ->
                Character.getType(c) == Character.CONTROL
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE
                    ? '?'
                    : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
