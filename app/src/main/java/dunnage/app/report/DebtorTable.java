package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.risk.Degree;
import dunnage.kernel.warning.DebtorWarning;
import java.io.IOException;
import java.util.List;

/// Everyone in a line, worst first.
final class DebtorTable {

  private static final int SHOWN = 500;

  private DebtorTable() {}

  static void write(Html html, Assessment a) throws IOException {
    List<DebtorLine> all = a.debtors();
    int shown = Math.min(SHOWN, all.size());
    List<DebtorLine> cards = DebtorCards.shown(a);
    Panel.open(html, "debtors", "c-12", "All debtors", "worst first");
    Panel.table(
        html,
        "rows",
        "Debtors, worst first",
        "Debtor",
        "Grade|hide-sm",
        "Arrears|hide-sm",
        "Trend|hide-sm",
        "Overdue|num",
        "Oldest|num",
        "Open|num hide-sm",
        "Days beyond terms|num hide-sm wraps",
        "Terms|hide-md",
        "Next step|hide-sm");
    for (DebtorLine line : all.subList(0, shown)) {
      row(html, line, cards.indexOf(line) + 1);
    }
    Panel.endTable(html);
    Panel.cutNote(html, shown, all.size(), "debtor");
    Panel.close(html);
  }

  private static void row(Html html, DebtorLine line, int card) throws IOException {
    html.open("tr").open("th", "scope", "row", "class", "name");
    if (card > 0) {
      html.open("a", "href", "#d" + card, "class", "strong");
      Marks.name(html, line.debtor());
      html.close("a");
    } else {
      Marks.name(html, line.debtor());
    }
    Marks.country(html, line.debtor());
    html.open("span", "class", "grade-sm");
    Marks.grade(html, line.grade());
    html.close("span");
    if (line.warning().since() != null) {
      html.open("span", "class", "under only-sm");
      trend(html, line.warning(), "");
      html.close("span");
    }
    html.close("th").open("td", "class", "hide-sm");
    Marks.grade(html, line.grade());
    html.close("td");
    html.leaf(
        "td",
        line.degree() == Degree.NONE ? "none" : line.degree().code(),
        "class",
        line.degree() == Degree.SEVERE ? "hide-sm alarm" : "hide-sm soft");
    html.open("td", "class", "hide-sm soft");
    trend(html, line.warning(), "under");
    html.close("td");
    Marks.moneyCell(html, line.overdueAmount(), "strong");
    String days =
        line.oldestDaysLate() > 0 ? Figures.whole((double) line.oldestDaysLate()) : Figures.NOTHING;
    html.leaf("td", days, "class", line.oldestDaysLate() > 90 ? "num alarm" : "num");
    Marks.moneyCell(html, line.openAmount(), "hide-sm");
    html.leaf(
        "td", Figures.whole(line.behaviour().recentDaysBeyondTerms()), "class", "num hide-sm");
    html.leaf("td", line.terms().words(), "class", "hide-md soft");
    html.leaf("td", Figures.cut(line.nextStep().words(), 120), "class", "hide-sm soft").close("tr");
  }

  private static void trend(Html html, DebtorWarning warning, String classes) throws IOException {
    Outlook.mark(html, warning);
    if (warning.since() != null) {
      html.text(" ").leaf("span", Outlook.since(warning), "class", classes);
    }
  }
}
