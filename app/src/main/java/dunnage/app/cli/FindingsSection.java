package dunnage.app.cli;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was wrong or assumed, one paragraph per code, errors first.
final class FindingsSection {

  private static final int CODES_SHOWN = 10;
  private static final int PLACES_SHOWN = 3;

  private FindingsSection() {}

  static void print(List<Finding> findings, Terminal terminal) {
    if (findings.isEmpty()) {
      return;
    }
    Map<FindingCode, List<Finding>> byCode = byCode(findings);
    Heading.print("Findings", terminal);
    byCode.entrySet().stream()
        .limit(CODES_SHOWN)
        .forEach(e -> group(e.getKey(), e.getValue(), terminal));
    int more = byCode.size() - CODES_SHOWN;
    if (more > 0) {
      terminal
          .out()
          .println("and " + Figures.count(more, "other kind", "other kinds") + ": --json has all");
    }
  }

  /// One line per code beside the results, for output that goes on to a program.
  static void brief(List<Finding> findings, Terminal terminal) {
    byCode(findings)
        .forEach(
            (code, found) ->
                terminal
                    .err()
                    .println(
                        found.getFirst().severity().word()
                            + " "
                            + code.code()
                            + " ("
                            + Figures.count(found.size(), "time", "times")
                            + "), first at "
                            + place(found.getFirst())));
  }

  private static Map<FindingCode, List<Finding>> byCode(List<Finding> findings) {
    Map<FindingCode, List<Finding>> byCode = new LinkedHashMap<>();
    findings.stream()
        .sorted(Comparator.comparing(Finding::severity))
        .forEach(f -> byCode.computeIfAbsent(f.code(), c -> new ArrayList<>()).add(f));
    return byCode;
  }

  private static void group(FindingCode code, List<Finding> found, Terminal terminal) {
    Finding first = found.getFirst();
    String times =
        found.size() == 1 ? "" : " (" + Figures.count(found.size(), "time", "times") + ")";
    terminal
        .out()
        .println(first.severity().word() + " " + code.code() + times + ": " + code.meaning());
    found.stream().limit(PLACES_SHOWN).forEach(f -> sentence(place(f), terminal));
    if (found.size() > PLACES_SHOWN) {
      sentence("and " + (found.size() - PLACES_SHOWN) + " more", terminal);
    }
    sentence("→ " + first.remedy(), terminal);
  }

  private static void sentence(String text, Terminal terminal) {
    String indent = "    ";
    for (String line : DisplayWidth.wrap(text, terminal.columns() - indent.length())) {
      terminal.out().println(indent + line);
      indent = "      ";
    }
  }

  /// `book.csv line 3, due: saw “31.02.2026”, expected a date`
  static String place(Finding finding) {
    StringBuilder text = new StringBuilder(finding.file());
    if (finding.line() > 0) {
      text.append(text.isEmpty() ? "line " : " line ").append(finding.line());
    }
    if (!finding.column().isEmpty()) {
      text.append(text.isEmpty() ? "" : ", ").append(finding.column());
    }
    text.append(text.isEmpty() ? "" : ": ");
    text.append(finding.seen().isEmpty() ? "nothing there" : "“" + finding.seen() + "”");
    return finding.expected().isEmpty()
        ? text.toString()
        : text + ", expected " + finding.expected();
  }
}
