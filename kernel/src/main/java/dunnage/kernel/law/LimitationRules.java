package dunnage.kernel.law;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All rows of limitation.
public final class LimitationRules {

  private final List<LimitationRule> all;

  LimitationRules(List<LawRow> rows, List<LawRow> readings) {
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
                  return new LimitationRule(row, reading);
                })
            .toList();
  }

  /// In the order of the table.
  public List<LimitationRule> all() {
    return all;
  }

  /// By its id, in any case.
  public @Nullable LimitationRule find(String id) {
    return all.stream().filter(r -> r.id().equalsIgnoreCase(id)).findFirst().orElse(null);
  }

  /// Every row of one law or of a part of it (`US` finds `US-NY`).
  public List<LimitationRule> inLaw(String law) {
    String code = law.toUpperCase(Locale.ROOT);
    return all.stream()
        .filter(r -> r.jurisdiction().equals(code) || r.jurisdiction().startsWith(code + "-"))
        .toList();
  }
}
