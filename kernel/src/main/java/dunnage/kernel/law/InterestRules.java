package dunnage.kernel.law;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// All rows of late-payment interest.
public final class InterestRules {

  private final RuleTable<InterestRule> table;

  InterestRules(List<LawRow> rows, List<LawRow> readings) {
    table = RuleTable.of(rows, readings, InterestRule::new);
  }

  /// In the order of the table.
  public List<InterestRule> all() {
    return table.all();
  }

  /// By its id, in any case.
  public @Nullable InterestRule find(String id) {
    return table.find(id);
  }

  /// The rows that speak when only a law is named: none, one, the successive rows of a family, or
  /// the alternatives between which a creditor may choose (SK).
  ///
  /// @param law ISO 3166 code; England, Wales and Scotland have the rows of GB
  public List<InterestRule> forLaw(String law) {
    String code = law.toUpperCase(Locale.ROOT);
    String of = code.equals("GB-EAW") || code.equals("GB-SCT") || code.equals("UK") ? "GB" : code;
    String asked = of.equals("CISG") ? "INT-CISG" : of;
    return table.all().stream()
        .filter(r -> !r.forLaw().isEmpty() && r.forLaw().equals(asked))
        .toList();
  }

  /// Every row of one law or of a part of it (`US` finds `US-NY`).
  public List<InterestRule> inLaw(String law) {
    return table.inLaw(law);
  }

  /// The rows that follow each other in time with this one, itself among them.
  List<InterestRule> family(InterestRule rule) {
    return table.all().stream()
        .filter(r -> r.family().equals(rule.family()))
        .sorted(Comparator.comparing(InterestRule::validFrom))
        .toList();
  }
}
