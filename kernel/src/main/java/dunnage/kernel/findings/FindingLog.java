package dunnage.kernel.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Collects findings while reading. A file that is wrong on every line must not fill the memory:
/// beyond [#KEPT_PER_CODE] of one code in one file they are counted, and the last finding of that
/// code says how many more there were.
public final class FindingLog {

  /// How many findings of one code are kept for one file.
  public static final int KEPT_PER_CODE = 1_000;

  private record Key(String file, FindingCode code) {}

  private final List<Finding> kept = new ArrayList<>();
  private final Map<Key, Integer> seen = new HashMap<>();

  public void add(Finding finding) {
    int before = seen.merge(new Key(finding.file(), finding.code()), 1, Integer::sum) - 1;
    if (before < KEPT_PER_CODE) {
      kept.add(finding);
    }
  }

  public void addAll(Iterable<Finding> findings) {
    findings.forEach(this::add);
  }

  /// Whether any finding of this code was added.
  public boolean has(FindingCode code) {
    return seen.keySet().stream().anyMatch(k -> k.code() == code);
  }

  /// What was kept, in the order it was found, then one line per code that overflowed.
  public List<Finding> list() {
    List<Finding> all = new ArrayList<>(kept);
    seen.forEach(
        (key, count) -> {
          if (count > KEPT_PER_CODE) {
            String more = (count - KEPT_PER_CODE) + " more like these";
            all.add(
                Finding.of(
                    key.code(), key.file(), more, "the first " + KEPT_PER_CODE + " are listed"));
          }
        });
    return List.copyOf(all);
  }
}
