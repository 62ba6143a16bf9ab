package dunnage.kernel.evidence;

import dunnage.kernel.findings.Finding;

/// Ends the reading of a container where it makes no sense any more. Never leaves the package.
final class Broken extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  Broken(Finding finding) {
    super(finding.seen(), null, false, false);
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
