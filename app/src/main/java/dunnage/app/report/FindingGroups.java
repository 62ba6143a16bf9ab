package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What was wrong with the files, by kind, costliest first: what it means, what to do, where.
final class FindingGroups {

  private static final int PLACES_SHOWN = 5;

  private record Group(FindingCode code, Severity severity, List<Finding> findings) {}

  private FindingGroups() {}

  static void write(Html html, List<Finding> findings) throws IOException {
    Panel.open(html, "findings", "c-12", "What the files left open", "");
    if (findings.isEmpty()) {
      html.leaf("p", "Nothing: every row was read and counts.", "class", "panel-body soft");
    }
    html.open("ul", "class", "findings");
    for (Group group : groups(findings)) {
      group(html, group);
    }
    html.close("ul");
    Panel.close(html);
  }

  private static List<Group> groups(List<Finding> findings) {
    Map<FindingCode, List<Finding>> byCode = new EnumMap<>(FindingCode.class);
    findings.forEach(f -> byCode.computeIfAbsent(f.code(), c -> new ArrayList<>()).add(f));
    List<Group> groups = new ArrayList<>();
    byCode.forEach(
        (code, all) ->
            groups.add(
                new Group(
                    code,
                    all.stream()
                        .map(Finding::severity)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                    all)));
    groups.sort(Comparator.comparing(Group::severity).thenComparing(g -> -g.findings().size()));
    return groups;
  }

  private static void group(Html html, Group group) throws IOException {
    List<Finding> all = group.findings();
    html.open("li").open("h3");
    html.leaf(
        "span",
        group.severity().word(),
        "class",
        group.severity() == Severity.ERROR ? "pill alarm" : "pill");
    html.text(" " + group.code().meaning() + " ");
    html.leaf("span", Figures.count(all.size(), "place"), "class", "soft plain").close("h3");
    html.open("p", "class", "small soft").text(Figures.cut(all.getFirst().remedy(), 300) + " ");
    html.leaf("code", group.code().code()).close("p");
    html.open("ul", "class", "places");
    for (Finding finding : all.subList(0, Math.min(PLACES_SHOWN, all.size()))) {
      place(html, finding);
    }
    if (all.size() > PLACES_SHOWN) {
      html.leaf("li", Figures.count(all.size() - PLACES_SHOWN, "more place") + " in --json");
    }
    html.close("ul").close("li");
  }

  private static void place(Html html, Finding finding) throws IOException {
    html.open("li").leaf("bdi", Figures.cut(finding.file(), 120), "class", "file");
    if (finding.line() > 0) {
      html.text(" line " + finding.line());
    }
    if (!finding.column().isBlank()) {
      html.text(", ").leaf("bdi", Figures.cut(finding.column(), 60));
    }
    if (!finding.seen().isBlank()) {
      html.text(": ").open("bdi").leaf("code", finding.seen()).close("bdi");
    }
    if (!finding.expected().isBlank()) {
      html.text("; expected " + Figures.cut(finding.expected(), 200));
    }
    html.close("li");
  }
}
