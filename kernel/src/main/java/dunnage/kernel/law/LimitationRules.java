package dunnage.kernel.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All rows of limitation.
public final class LimitationRules {

  private final RuleTable<LimitationRule> table;

  LimitationRules(List<LawRow> rows, List<LawRow> readings) {
    table = RuleTable.of(rows, readings, LimitationRule::new);
  }

  /// In the order of the table.
  public List<LimitationRule> all() {
    return table.all();
  }

  /// By its id, in any case.
  public @Nullable LimitationRule find(String id) {
    return table.find(id);
  }

  /// Every row of one law or of a part of it (`US` finds `US-NY`).
  public List<LimitationRule> inLaw(String law) {
    return table.inLaw(law);
  }
}
