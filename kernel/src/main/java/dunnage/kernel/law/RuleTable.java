package dunnage.kernel.law;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The rules of one table, in its order.
record RuleTable<R extends LawRule>(List<R> all) {

  /// Each row with its reading.
  ///
  /// @throws IllegalStateException if a row has no reading
  static <R extends LawRule> RuleTable<R> of(
      List<LawRow> rows, List<LawRow> readings, BiFunction<LawRow, LawRow, R> rule) {
    Map<String, LawRow> byId = new HashMap<>();
    readings.forEach(r -> byId.put(r.text("id"), r));
    return new RuleTable<>(
        rows.stream().map(row -> rule.apply(row, reading(byId, row.text("id")))).toList());
  }

  private static LawRow reading(Map<String, LawRow> byId, String id) {
    LawRow reading = byId.get(id);
    if (reading == null) {
      throw new IllegalStateException("no reading of rule " + id);
    }
    return reading;
  }

  /// By its id, in any case.
  @Nullable R find(String id) {
    return all.stream().filter(r -> r.id().equalsIgnoreCase(id)).findFirst().orElse(null);
  }

  /// Every rule of one law or of a part of it (`US` finds `US-NY`).
  List<R> inLaw(String law) {
    String code = law.toUpperCase(Locale.ROOT);
    return all.stream()
        .filter(r -> r.jurisdiction().equals(code) || r.jurisdiction().startsWith(code + "-"))
        .toList();
  }
}
