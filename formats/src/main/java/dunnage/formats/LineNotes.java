package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Remarks that hold for many lines of a file alike: one finding each, at the first of the lines,
/// that names the others.
final class LineNotes {

  private static final int LINES_SHOWN = 8;

  private record Key(FindingCode code, String column, String words) {}

  private static final class Lines {
    final List<Integer> first = new ArrayList<>();
    int count;
  }

  private final Map<Key, Lines> noted = new LinkedHashMap<>();

  void add(FindingCode code, int line, String column, String words) {
    Lines lines = noted.computeIfAbsent(new Key(code, column, words), k -> new Lines());
    lines.count++;
    if (lines.first.size() < LINES_SHOWN) {
      lines.first.add(line);
    }
  }

  int count(FindingCode code) {
    int count = 0;
    for (Map.Entry<Key, Lines> entry : noted.entrySet()) {
      count += entry.getKey().code() == code ? entry.getValue().count : 0;
    }
    return count;
  }

  void tell(TableReport report) {
    noted.forEach(
        (key, lines) ->
            report.add(
                Finding.at(
                    key.code(),
                    report.label,
                    lines.first.getFirst(),
                    key.column(),
                    key.words() + " in " + shown(lines),
                    "")));
  }

  /// `line 3`, `lines 3, 4, 5 and 12 more`
  private static String shown(Lines lines) {
    StringBuilder text = new StringBuilder(lines.count == 1 ? "line " : "lines ");
    for (int i = 0; i < lines.first.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(lines.first.get(i));
    }
    int more = lines.count - lines.first.size();
    return more == 0 ? text.toString() : text + " and " + more + " more";
  }
}
