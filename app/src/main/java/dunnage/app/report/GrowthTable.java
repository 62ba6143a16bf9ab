package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.GrowthLine;
import dunnage.kernel.money.Money;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Customers to sell more to: improving, under their limit.
final class GrowthTable {

  private static final int SHOWN = 50;

  private GrowthTable() {}

  static void write(Html html, Assessment a) throws IOException {
    List<GrowthLine> all = a.toGrow();
    Panel.open(html, "grow", "c-12", "Customers to grow", "paying well, under their limit");
    if (all.isEmpty()) {
      html.leaf(
          "p",
          "Nobody yet: a higher limit needs a history of paying on time and orders that do not fall.",
          "class",
          "panel-body soft");
      Panel.close(html);
      return;
    }
    int shown = Math.min(SHOWN, all.size());
    Panel.table(
        html,
        "rows",
        "Customers to grow, best first",
        "Debtor",
        "Open|num hide-sm",
        "Limit|num hide-sm",
        "Could be|num",
        "Why|hide-sm");
    for (GrowthLine line : all.subList(0, shown)) {
      html.open("tr").open("th", "scope", "row", "class", "name");
      Marks.name(html, line.debtor());
      Marks.country(html, line.debtor());
      html.leaf("span", Figures.capital(Figures.told(line.why(), 300)), "class", "under only-sm")
          .close("th");
      cell(html, line.open().isZero() ? null : line.open(), "num acc hide-sm");
      cell(html, line.limit(), "num acc hide-sm was");
      cell(html, line.higher(), "num acc strong");
      html.leaf("td", Figures.capital(Figures.told(line.why(), 300)), "class", "hide-sm soft")
          .close("tr");
    }
    Panel.endTable(html);
    Panel.cutNote(html, shown, all.size(), "customer");
    Panel.close(html);
  }

  private static void cell(Html html, @Nullable Money money, String classes) throws IOException {
    html.open("td", "class", classes);
    if (money == null) {
      html.text(Figures.NOTHING);
    } else {
      Marks.money(html, money);
    }
    html.close("td");
  }
}
