package dunnage.app.cli;

import dunnage.kernel.law.LawRule;

/// Where a rule of law comes from and how sure it is, for programs: the same fields wherever a rule
/// is named.
final class Provenance {

  private Provenance() {}

  static Json write(LawRule rule, Json json) {
    return json.text("source", rule.source())
        .text("url", rule.sourceUrl())
        .text("confidence", rule.confidence().word())
        .texts("background_fields", rule.backgroundFields());
  }
}
