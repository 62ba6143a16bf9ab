package dunnage.app.report;

import dunnage.app.wording.Figures;
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
    CurrencyLine base = a.portfolio().inBase();
    Panel.open(html, "provision", "c-6", "Provision", "for the accountant");
    html.open("div", "class", "panel-body");
    if (base == null || lines.size() == 1) {
      html.leaf("p", sentence(shown), "class", "summary");
      table(html, shown, "");
    } else {
      html.leaf("p", sentence(List.of(base)), "class", "summary");
      table(html, List.of(base), "All, in ");
      html.open("details").leaf("summary", "Each currency");
      table(html, shown, "");
      html.close("details");
    }
    html.close("div");
    html.leaf("p", sources(base == null ? shown : List.of(base)), "class", "panel-foot");
    Panel.cutNote(html, shown.size(), lines.size(), "currency");
    Panel.close(html);
  }

  private static void table(Html html, List<CurrencyLine> lines, String before) throws IOException {
    html.open("table", "class", "tbl flush tight");
    html.leaf("caption", "Expected credit loss by aging bucket and currency", "class", "unseen");
    html.open("thead").open("tr");
    html.leaf("th", "Days late", "scope", "col").leaf("th", "Open", "scope", "col", "class", "num");
    html.leaf("th", "Loss rate", "scope", "col", "class", "num");
    html.leaf("th", "Provision", "scope", "col", "class", "num");
    html.close("tr").close("thead");
    for (CurrencyLine line : lines) {
      group(html, line, before);
    }
    html.close("table");
  }

  private static String sentence(List<CurrencyLine> lines) {
    List<String> parts = new ArrayList<>();
    for (CurrencyLine line : lines) {
      Provision p = line.provision();
      parts.add(Figures.rough(p.total()) + " (" + rateOfWhole(line) + ")");
    }
    String set =
        parts.size() > 3
            ? String.join(", ", parts.subList(0, 2))
                + " and more in "
                + Figures.count(parts.size() - 2, "other currency")
            : Figures.listed(parts);
    return "Expected not to come in of what is open: " + set + ".";
  }

  private static String rateOfWhole(CurrencyLine line) {
    return Figures.rate(Figures.share(line.provision().total(), line.openAmount()));
  }

  private static void group(Html html, CurrencyLine line, String before) throws IOException {
    html.open("tbody").open("tr", "class", "group");
    html.leaf(
        "th", before + Figures.currency(line.currency()), "scope", "rowgroup", "colspan", "4");
    html.close("tr");
    for (ProvisionLine bucket : line.provision().lines()) {
      if (bucket.amount().isZero()) {
        continue;
      }
      html.open("tr").leaf("th", bucket.bucket().label(), "scope", "row");
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
