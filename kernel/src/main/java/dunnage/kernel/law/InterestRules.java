package dunnage.kernel.law;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All rows of late-payment interest.
public final class InterestRules {

  private final List<InterestRule> all;

  InterestRules(List<LawRow> rows, List<LawRow> readings) {
    Map<String, LawRow> byId = new HashMap<>();
    readings.forEach(r -> byId.put(r.text("id"), r));
    all =
        rows.stream()
            .map(
                row -> {
                  LawRow reading = byId.get(row.text("id"));
                  if (reading == null) {
                    throw new IllegalStateException("no reading of rule " + row.text("id"));
                  }
                  return new InterestRule(row, reading);
                })
            .toList();
  }

  /// In the order of the table.
  public List<InterestRule> all() {
    return all;
  }

  /// By its id, in any case.
  public @Nullable InterestRule find(String id) {
    return all.stream().filter(r -> r.id().equalsIgnoreCase(id)).findFirst().orElse(null);
  }

  /// The rows that speak when only a law is named: none, one, the successive rows of a family, or
  /// the alternatives between which a creditor may choose (SK).
  ///
  /// @param law ISO 3166 code; England, Wales and Scotland have the rows of GB
  public List<InterestRule> forLaw(String law) {
    String code = law.toUpperCase(Locale.ROOT);
    String of = code.equals("GB-EAW") || code.equals("GB-SCT") || code.equals("UK") ? "GB" : code;
    String asked = of.equals("CISG") ? "INT-CISG" : of;
    return all.stream().filter(r -> !r.forLaw().isEmpty() && r.forLaw().equals(asked)).toList();
  }

  /// Every row of one law or of a part of it (`US` finds `US-NY`).
  public List<InterestRule> inLaw(String law) {
    String code = law.toUpperCase(Locale.ROOT);
    return all.stream()
        .filter(r -> r.jurisdiction().equals(code) || r.jurisdiction().startsWith(code + "-"))
        .toList();
  }

  /// The rows that follow each other in time with this one, itself among them.
  List<InterestRule> family(InterestRule rule) {
    return all.stream()
        .filter(r -> r.family().equals(rule.family()))
        .sorted(Comparator.comparing(InterestRule::validFrom))
        .toList();
  }
}
