package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.Portfolio.Concentration;
import dunnage.kernel.assessment.Portfolio.Share;
import java.io.IOException;
import java.util.List;

/// How much hangs on few: a bar for each of the largest debtors, the Herfindahl index, advice.
final class ConcentrationChart {

  private static final int CURRENCIES_SHOWN = 5;
  private static final int FULL_BARS = 10;
  private static final int BARS_OF_OTHERS = 3;

  private ConcentrationChart() {}

  static void write(Html html, Assessment a) throws IOException {
    List<Concentration> all =
        a.portfolio().concentration().stream().filter(c -> !c.largest().isEmpty()).toList();
    if (all.isEmpty()) {
      return;
    }
    Panel.open(html, "concentration", "c-6", "Concentration", "how much hangs on few");
    html.open("div", "class", "panel-body stack");
    int shown = Math.min(all.size(), CURRENCIES_SHOWN);
    for (int i = 0; i < shown; i++) {
      figure(html, all.get(i), all.size() > 1, i == 0 ? FULL_BARS : BARS_OF_OTHERS);
    }
    html.close("div");
    Panel.cutNote(html, shown, all.size(), "currency");
    Panel.close(html);
  }

  private static void figure(Html html, Concentration c, boolean several, int bars)
      throws IOException {
    html.open("figure");
    if (several) {
      html.leaf("h3", Figures.currency(c.currency()));
    }
    html.open("figcaption", "class", "summary");
    html.leaf("strong", Figures.sentence(Figures.cut(c.advice(), 400)));
    html.text(" Herfindahl index " + Figures.whole(c.herfindahl()) + " of 10,000.")
        .close("figcaption");
    Share first = c.largest().getFirst();
    html.open("ol", "class", "hbars");
    double longest = Math.max(1, first.sharePercent());
    for (Share share : c.largest().subList(0, Math.min(bars, c.largest().size()))) {
      bar(html, share, longest);
    }
    html.close("ol").open("div", "class", "chart-foot");
    twin(html, c);
    html.close("div").close("figure");
  }

  private static void bar(Html html, Share share, double longest) throws IOException {
    html.open("li").open("span", "class", "who");
    Marks.name(html, share.name(), "");
    html.close("span").open("svg", "class", "hbar", "role", "img");
    html.leaf("title", Figures.percent(share.sharePercent()) + " of what is open");
    double width = Math.min(100, Math.max(0, share.sharePercent() / longest * 100));
    html.empty("rect", "class", "track", "width", "100%", "height", "10", "rx", "2");
    html.empty("rect", "class", "value", "width", Figures.place(width), "height", "10", "rx", "2");
    html.close("svg").leaf("span", Figures.percent(share.sharePercent()), "class", "n").close("li");
  }

  private static void twin(Html html, Concentration c) throws IOException {
    html.open("details").leaf("summary", "Table");
    Panel.table(
        html,
        "flush tight",
        "Largest debtors in " + c.currency(),
        "Debtor",
        "Open, " + c.currency() + "|num",
        "Share|num",
        "Adds up to|num hide-sm");
    double reached = 0;
    for (Share share : c.largest()) {
      reached += share.sharePercent();
      html.open("tr").open("th", "scope", "row");
      Marks.name(html, share.name(), "");
      html.close("th").leaf("td", Figures.digits(share.open()), "class", "num");
      html.leaf("td", Figures.rate(share.sharePercent()), "class", "num");
      html.leaf("td", Figures.rate(reached), "class", "num hide-sm").close("tr");
    }
    Panel.endTable(html);
    html.close("details");
  }
}
