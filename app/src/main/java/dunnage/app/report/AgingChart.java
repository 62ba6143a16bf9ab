package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.Portfolio;
import dunnage.kernel.assessment.Portfolio.BucketLine;
import dunnage.kernel.assessment.Portfolio.CurrencyLine;
import dunnage.kernel.calendar.AgingBucket;
import dunnage.kernel.money.Money;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One bar per currency as shares of what is open: currencies have no common length. Worst share
/// overdue first; a line in the base currency comes last and names its rates.
final class AgingChart {

  private AgingChart() {}

  static void write(Html html, Assessment a) throws IOException {
    List<CurrencyLine> lines = lines(a.portfolio());
    Panel.open(html, "aging", "c-8", "Aging", "");
    html.open("div", "class", "panel-body").open("figure");
    html.leaf("figcaption", sentence(a.portfolio(), lines), "class", "summary");
    if (!lines.isEmpty()) {
      bars(html, a, lines);
      html.open("div", "class", "chart-foot");
      key(html);
      twin(html, lines);
      html.close("div");
    }
    html.close("figure").close("div");
    if (a.portfolio().inBase() != null && !a.ratesUsed().isEmpty()) {
      html.leaf("p", "Rates: " + CurrencyNote.rates(a.ratesUsed()) + ".", "class", "panel-foot");
    }
    if (!a.portfolio().creditsHeld().isZero()) {
      html.open("p", "class", "panel-foot")
          .text("Beside it, not netted: credits and unallocated money of ");
      html.text(
          Figures.listed(
              a.portfolio().creditsHeld().nonZero().stream().map(Figures::money).toList()));
      html.text(".").close("p");
    }
    Panel.close(html);
  }

  private static List<CurrencyLine> lines(Portfolio p) {
    List<CurrencyLine> lines =
        new ArrayList<>(p.currencies().stream().filter(c -> c.open() > 0).toList());
    lines.sort(Comparator.comparingDouble(AgingChart::overdueShare).reversed());
    return lines;
  }

  private static double overdueShare(CurrencyLine line) {
    return Figures.share(line.overdueAmount(), line.openAmount());
  }

  private static String sentence(Portfolio p, List<CurrencyLine> lines) {
    if (lines.isEmpty()) {
      return "Nothing is open on this day.";
    }
    CurrencyLine base = p.inBase();
    StringBuilder text = new StringBuilder();
    if (base != null && lines.size() > 1) {
      text.append(Figures.percent(overdueShare(base)))
          .append(" of what is open is overdue, measured in ")
          .append(base.currency())
          .append(". ");
    }
    CurrencyLine worst = lines.getFirst();
    if (worst.overdueAmount().isZero()) {
      return text.append("Nothing is past its due date.").toString();
    }
    String share = Figures.percent(overdueShare(worst));
    text.append(
        lines.size() == 1
            ? share + " of what is open is overdue."
            : worst.currency() + " is worst: " + share + " of it is overdue.");
    CurrencyLine oldest =
        lines.stream().max(Comparator.comparingDouble(AgingChart::oldShare)).orElse(worst);
    Money old = amount(oldest, AgingBucket.OVER_90);
    return text.append(
            old.isZero()
                ? " Nothing is more than 90 days late."
                : " "
                    + Figures.money(old)
                    + ", "
                    + Figures.percent(oldShare(oldest))
                    + " of what is open in "
                    + oldest.currency()
                    + ", is more than 90 days late.")
        .toString();
  }

  private static double oldShare(CurrencyLine line) {
    return Figures.share(amount(line, AgingBucket.OVER_90), line.openAmount());
  }

  private static void bars(Html html, Assessment a, List<CurrencyLine> lines) throws IOException {
    Panel.table(
        html,
        "flush aging",
        "Aging per currency as shares of what is open",
        "Currency",
        "Share of what is open|bar-col",
        "Overdue|num",
        "Share|num hide-sm",
        "Open|num hide-sm");
    for (CurrencyLine line : lines) {
      bar(html, line, line.currency().code(), "");
    }
    CurrencyLine base = a.portfolio().inBase();
    if (base != null && lines.size() > 1) {
      bar(html, base, "All, in " + base.currency(), "sum");
    }
    Panel.endTable(html);
  }

  private static void bar(Html html, CurrencyLine line, String label, String classes)
      throws IOException {
    html.open("tr", "class", classes).leaf("th", label, "scope", "row", "class", "mid");
    html.open("td", "class", "mid").open("svg", "class", "agebar", "role", "img");
    html.leaf("title", described(line, label));
    double x = 0;
    for (BucketLine bucket : line.aging()) {
      double width = Figures.share(bucket.amount(), line.openAmount());
      if (width > 0) {
        Decals.piece(html, bucket.bucket(), Figures.place(x), Figures.place(width), "14");
        x += width;
      }
    }
    html.close("svg").close("td");
    html.leaf(
        "td",
        line.overdueAmount().isZero() ? Figures.NOTHING : Figures.digits(line.overdueAmount()),
        "class",
        "num strong");
    html.leaf(
        "td",
        line.overdueAmount().isZero() ? Figures.NOTHING : Figures.percent(overdueShare(line)),
        "class",
        "num hide-sm soft");
    html.leaf("td", Figures.digits(line.openAmount()), "class", "num hide-sm").close("tr");
  }

  private static String described(CurrencyLine line, String label) {
    List<String> parts = new ArrayList<>();
    for (BucketLine bucket : line.aging()) {
      if (!bucket.amount().isZero()) {
        parts.add(
            label(bucket.bucket())
                + " "
                + Figures.percent(Figures.share(bucket.amount(), line.openAmount())));
      }
    }
    return label + ": " + String.join(", ", parts);
  }

  private static void key(Html html) throws IOException {
    html.open("ul", "class", "mkey", "aria-label", "Key");
    for (AgingBucket bucket : AgingBucket.values()) {
      html.open("li").open("svg", "aria-hidden", "true", "focusable", "false");
      Decals.piece(html, bucket, "0", "14", "12");
      html.close("svg").text(label(bucket)).close("li");
    }
    html.close("ul");
  }

  /// The same figures as a table: what the bars are drawn from.
  private static void twin(Html html, List<CurrencyLine> lines) throws IOException {
    html.open("details").leaf("summary", "Table");
    Panel.table(
        html,
        "flush tight",
        "Aging: amount and count of receivables per bucket and currency",
        "Currency",
        "Bucket",
        "Receivables|num",
        "Amount|num");
    for (CurrencyLine line : lines) {
      for (BucketLine bucket : line.aging()) {
        html.open("tr").leaf("td", line.currency().code()).leaf("td", label(bucket.bucket()));
        html.leaf(
            "td",
            bucket.count() == 0 ? Figures.NOTHING : Figures.whole((double) bucket.count()),
            "class",
            "num");
        html.leaf(
                "td",
                bucket.amount().isZero() ? Figures.NOTHING : Figures.digits(bucket.amount()),
                "class",
                "num")
            .close("tr");
      }
      html.open("tr", "class", "sum").leaf("td", line.currency().code()).leaf("td", "open");
      html.leaf("td", Figures.whole((double) line.open()), "class", "num")
          .leaf("td", Figures.digits(line.openAmount()), "class", "num")
          .close("tr");
    }
    Panel.endTable(html);
    html.close("details");
  }

  static String label(AgingBucket bucket) {
    return bucket == AgingBucket.DAYS_1_30 ? bucket.label() + " days late" : bucket.label();
  }

  private static Money amount(CurrencyLine line, AgingBucket bucket) {
    return line.aging().stream()
        .filter(b -> b.bucket() == bucket)
        .map(BucketLine::amount)
        .findFirst()
        .orElse(Money.zero(line.currency()));
  }
}
