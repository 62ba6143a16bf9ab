package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.ReceivableLine;
import dunnage.kernel.calendar.ClockStart;
import dunnage.kernel.calendar.Incoterm;
import dunnage.kernel.calendar.PaymentMethod;
import dunnage.kernel.forecast.Forecast;
import dunnage.kernel.ledger.Deal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is open, worst debtor first, each with its own risk.
final class ReceivableTable {

  private static final int SHOWN = 200;

  private ReceivableTable() {}

  static void write(Html html, Assessment a) throws IOException {
    List<ReceivableLine> all = a.receivables();
    if (all.isEmpty()) {
      return;
    }
    int shown = Math.min(SHOWN, all.size());
    Panel.open(
        html, "receivables", "c-12", "Open receivables", "worst debtor first, then the oldest");
    Panel.table(
        html,
        "rows",
        "Open receivables, worst debtor first",
        "Receivable",
        "Debtor|hide-sm",
        "Due|hide-sm",
        "Open|num",
        "Days late|num",
        "Expected|hide-sm",
        "Risk",
        "Next step|hide-md");
    for (ReceivableLine line : all.subList(0, shown)) {
      row(html, line);
    }
    Panel.endTable(html);
    Panel.cutNote(html, shown, all.size(), "receivable");
    Panel.close(html);
  }

  private static void row(Html html, ReceivableLine line) throws IOException {
    html.open("tr").open("th", "scope", "row", "class", "name");
    html.leaf("bdi", Figures.cut(line.receivable().number(), 60), "class", "strong");
    html.open("span", "class", "under only-sm");
    Marks.name(html, line.receivable().debtor());
    html.close("span");
    html.leaf(
        "span", "expected " + Figures.day(line.forecast().expected()), "class", "under only-sm");
    String deal = deal(line.receivable().deal());
    if (!deal.isEmpty()) {
      html.open("span", "class", "under").leaf("bdi", Figures.cut(deal, 160)).close("span");
    }
    html.close("th").open("td", "class", "hide-sm name");
    Marks.name(html, line.receivable().debtor());
    html.close("td");
    html.leaf("td", Figures.day(line.receivable().due()), "class", "hide-sm nowrap soft");
    html.open("td", "class", "num acc strong");
    Marks.money(html, line.open());
    html.close("td");
    late(html, line.daysLate());
    expected(html, line.forecast());
    html.open("td");
    Marks.risk(html, line.risk());
    html.close("td").open("td", "class", "hide-md");
    html.text(Figures.capital(Figures.cut(line.nextStep(), 160)));
    html.leaf("span", Figures.capital(Figures.told(line.why(), 240)), "class", "under")
        .close("td")
        .close("tr");
  }

  private static void expected(Html html, Forecast forecast) throws IOException {
    html.open("td", "class", "hide-sm").text(Outlook.expected(forecast));
    html.leaf(
        "span",
        Outlook.doubts(forecast),
        "class",
        Outlook.unlikely(forecast) ? "under alarm" : "under");
    html.close("td");
  }

  private static void late(Html html, int days) throws IOException {
    if (days > 0) {
      html.leaf(
          "td",
          Figures.whole((double) days),
          "class",
          days > 90 ? "num strong alarm" : "num strong");
    } else {
      html.leaf(
          "td",
          days == 0 ? "due today" : "due in " + Figures.whole((double) -days),
          "class",
          "num soft");
    }
  }

  /// Order, part, terms, delivery term: whatever the file told.
  static String deal(@Nullable Deal deal) {
    if (deal == null) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    add(parts, deal.order().isBlank() ? "" : "order " + deal.order());
    add(parts, deal.part());
    add(parts, terms(deal));
    Incoterm incoterm = deal.incoterm();
    add(parts, incoterm == null ? "" : incoterm.name());
    add(parts, deal.disputed() ? "disputed" : "");
    return String.join(" · ", parts);
  }

  private static String terms(Deal deal) {
    if (!deal.terms().isBlank()) {
      return deal.terms();
    }
    PaymentMethod method = deal.method();
    ClockStart clock = deal.clock();
    String how = method == null ? "" : method.words();
    return clock == null ? how : (how + " from " + clock.words()).strip();
  }

  private static void add(List<String> parts, String part) {
    if (!part.isBlank()) {
      parts.add(part);
    }
  }
}
