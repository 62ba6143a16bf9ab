package dunnage.app.report;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.Portfolio.CurrencyLine;
import dunnage.kernel.assessment.Portfolio.Provision;
import dunnage.kernel.assessment.Portfolio.ProvisionLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What to expect not to receive, by bucket, with the source of its rates.
final class ProvisionTable {

  private static final int CURRENCIES_SHOWN = 8;

  private ProvisionTable() {}

  static void write(Html html, Assessment a) throws IOException {
    List<CurrencyLine> lines =
        a.portfolio().currencies().stream().filter(c -> c.open() > 0).toList();
    if (lines.isEmpty()) {
      return;
    }
    List<CurrencyLine> shown = lines.subList(0, Math.min(lines.size(), CURRENCIES_SHOWN));
    Panel.open(html, "provision", "c-6", "Provision", "for the accountant");
    html.open("div", "class", "panel-body");
    html.leaf("p", sentence(shown), "class", "summary");
    html.open("table", "class", "tbl flush tight");
    html.leaf("caption", "Expected credit loss by aging bucket and currency", "class", "unseen");
    html.open("thead").open("tr");
    html.leaf("th", "Bucket", "scope", "col").leaf("th", "Open", "scope", "col", "class", "num");
    html.leaf("th", "Loss rate", "scope", "col", "class", "num");
    html.leaf("th", "Provision", "scope", "col", "class", "num");
    html.close("tr").close("thead");
    for (CurrencyLine line : shown) {
      group(html, line);
    }
    html.close("table").close("div");
    html.leaf("p", sources(shown), "class", "panel-foot");
    Panel.cutNote(html, shown.size(), lines.size(), "currency");
    Panel.close(html);
  }

  private static String sentence(List<CurrencyLine> lines) {
    List<String> parts = new ArrayList<>();
    for (CurrencyLine line : lines) {
      Provision p = line.provision();
      parts.add(Figures.rough(p.total()) + " (" + rateOfWhole(line) + ")");
    }
    String set = parts.size() > 3 ? "per currency, see below" : Figures.listed(parts);
    return "Expected not to come in of what is open: " + set + ".";
  }

  private static String rateOfWhole(CurrencyLine line) {
    return Figures.rate(Figures.share(line.provision().total(), line.openAmount()));
  }

  private static void group(Html html, CurrencyLine line) throws IOException {
    html.open("tbody").open("tr", "class", "group");
    html.leaf("th", Figures.currency(line.currency()), "scope", "rowgroup", "colspan", "4");
    html.close("tr");
    for (ProvisionLine bucket : line.provision().lines()) {
      if (bucket.amount().isZero()) {
        continue;
      }
      html.open("tr").leaf("th", AgingChart.label(bucket.bucket()), "scope", "row");
      html.leaf("td", Figures.digits(bucket.amount()), "class", "num");
      html.leaf("td", Figures.rate(bucket.ratePercent()), "class", "num soft");
      html.leaf("td", Figures.digits(bucket.provision()), "class", "num").close("tr");
    }
    html.open("tr", "class", "sum").leaf("th", "all", "scope", "row");
    html.leaf("td", Figures.digits(line.openAmount()), "class", "num");
    html.leaf("td", rateOfWhole(line), "class", "num soft");
    html.leaf("td", Figures.digits(line.provision().total()), "class", "num");
    html.close("tr").close("tbody");
  }

  private static String sources(List<CurrencyLine> lines) {
    Set<String> sources = new LinkedHashSet<>();
    lines.forEach(l -> sources.add(l.provision().source()));
    return "Loss rates: "
        + Figures.cut(String.join("; ", sources), 400)
        + ". A bucket without money is left out.";
  }
}
