package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.Portfolio.CurrencyLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// DSO, ADD and CEI per currency, each with a line of what it means.
final class KeyFigures {

  private static final int CURRENCIES_SHOWN = 12;

  private KeyFigures() {}

  static void write(Html html, Assessment a) throws IOException {
    List<CurrencyLine> lines = new ArrayList<>(a.portfolio().currencies());
    CurrencyLine base = a.portfolio().inBase();
    int shown = Math.min(lines.size(), CURRENCIES_SHOWN);
    Panel.open(html, "figures", "c-4", "Key figures", "");
    html.open("div", "class", "panel-body");
    Panel.table(
        html,
        "flush",
        "Days sales outstanding, average days delinquent and collection effectiveness per currency",
        "Currency",
        "DSO, days|num",
        "ADD, days|num",
        "CEI|num");
    for (CurrencyLine line : lines.subList(0, shown)) {
      row(html, line, line.currency().code(), "");
    }
    if (base != null && lines.size() > 1) {
      row(html, base, "In " + base.currency(), "sum");
    }
    Panel.endTable(html);
    meanings(html);
    html.close("div");
    Panel.cutNote(html, shown, lines.size(), "currency");
    Panel.close(html);
  }

  private static void row(Html html, CurrencyLine line, String label, String classes)
      throws IOException {
    html.open("tr", "class", classes).leaf("th", label, "scope", "row");
    html.leaf("td", Figures.whole(line.dsoDays()), "class", "num strong");
    html.leaf("td", Figures.whole(line.addDays()), "class", "num");
    html.leaf("td", effectiveness(line.ceiPercent()), "class", "num").close("tr");
  }

  private static String effectiveness(@Nullable Double percent) {
    return percent == null ? Figures.NOTHING : Figures.percent(percent);
  }

  private static void meanings(Html html) throws IOException {
    html.open("dl", "class", "meanings");
    html.leaf("dt", "DSO").leaf("dd", "Days of sales still unpaid, counted back from the day.");
    html.leaf("dt", "ADD").leaf("dd", "The part of DSO that is lateness and not agreed terms.");
    html.leaf("dt", "CEI")
        .leaf(
            "dd", "Of what could be collected in 90 days, how much was: 80 % is good, 50 % poor.");
    html.close("dl");
  }
}
