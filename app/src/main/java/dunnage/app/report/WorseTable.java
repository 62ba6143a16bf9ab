package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.warning.Tendency;
import dunnage.kernel.warning.Warning;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Who gets worse without standing among the cards, worst first: the early ones, whom a list sorted
/// by what is overdue shows last.
final class WorseTable {

  private static final int SHOWN = 50;

  private WorseTable() {}

  static void write(Html html, Assessment a) throws IOException {
    Set<String> cards = new HashSet<>();
    DebtorCards.shown(a).forEach(d -> cards.add(d.debtor().id()));
    List<DebtorLine> all =
        a.debtors().stream()
            .filter(d -> d.warning().trend() == Tendency.WORSE)
            .filter(d -> !cards.contains(d.debtor().id()))
            .toList();
    if (all.isEmpty()) {
      return;
    }
    int shown = Math.min(SHOWN, all.size());
    Panel.open(html, "worse", "c-12", "Getting worse as well", "each against its own past");
    Panel.table(
        html,
        "rows",
        "Debtors that get worse and have no card above",
        "Debtor",
        "Since",
        "What has changed|hide-sm",
        "Overdue|num hide-sm",
        "Open|num");
    for (DebtorLine line : all.subList(0, shown)) {
      row(html, line);
    }
    Panel.endTable(html);
    Panel.cutNote(html, shown, all.size(), "debtor");
    Panel.close(html);
  }

  private static void row(Html html, DebtorLine line) throws IOException {
    html.open("tr").open("th", "scope", "row", "class", "name");
    Marks.name(html, line.debtor());
    Marks.country(html, line.debtor());
    Marks.grade(html, line.grade());
    String changed =
        line.warning().warnings().stream()
            .filter(w -> w.direction() == Tendency.WORSE)
            .findFirst()
            .map(WorseTable::told)
            .orElse("");
    html.leaf("span", changed, "class", "under only-sm").close("th");
    html.leaf("td", Outlook.day(line.warning()), "class", "nowrap");
    html.leaf("td", changed, "class", "hide-sm soft");
    Marks.moneyCell(html, line.overdueAmount(), "hide-sm");
    Marks.moneyCell(html, line.openAmount(), "strong");
    html.close("tr");
  }

  private static String told(Warning sign) {
    return Outlook.name(sign)
        + Outlook.strength(sign)
        + ": "
        + Figures.sentence(Figures.told(sign.words(), 300));
  }
}
