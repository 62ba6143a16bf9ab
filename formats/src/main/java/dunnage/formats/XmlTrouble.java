package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import java.io.IOException;

/// Why reading an XML file stopped. An `IOException`, so that it passes through the XML parser; it
/// never leaves this package.
final class XmlTrouble extends IOException {

  private static final long serialVersionUID = 1L;

  private final FindingCode code;
  private final int line;
  private final String seen;
  private final String expected;

  XmlTrouble(FindingCode code, int line, String seen, String expected) {
    super(code + " line " + line + ": " + seen);
    this.code = code;
    this.line = line;
    this.seen = seen;
    this.expected = expected;
  }

  Finding finding(String label) {
    return Finding.at(code, label, line, "", seen, expected);
  }
}
