package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.UnmatchedReceipt;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Money;
import java.io.IOException;
import java.util.List;

/// Money in the bank that counts for nothing yet.
final class UnmatchedTable {

  private static final int SHOWN = 100;

  private UnmatchedTable() {}

  static void write(Html html, Assessment a) throws IOException {
    List<UnmatchedReceipt> all = a.unmatched();
    if (all.isEmpty()) {
      return;
    }
    int shown = Math.min(SHOWN, all.size());
    Panel.open(
        html,
        "unmatched",
        "c-12",
        "Unmatched money",
        "counts for nothing until someone allocates it");
    Amounts sums = Amounts.of(all.stream().map(u -> u.receipt().amount()).toList());
    List<Money> each = sums.nonZero();
    html.leaf(
        "p",
        Figures.count(all.size(), "bank line")
            + (all.size() == 1 ? " holds " : " hold ")
            + Figures.listed(each.stream().map(Figures::money).toList())
            + ". Look here before you chase anyone: what seems late may have been paid.",
        "class",
        "summary lead-in");
    Panel.table(
        html,
        "rows",
        "Bank lines that name no single open receivable they pay exactly",
        "Day",
        "Payer and text",
        "Amount|num",
        "Why not|hide-sm");
    for (UnmatchedReceipt line : all.subList(0, shown)) {
      row(html, line);
    }
    Panel.endTable(html);
    Panel.cutNote(html, shown, all.size(), "bank line");
    Panel.close(html);
  }

  private static void row(Html html, UnmatchedReceipt line) throws IOException {
    Fact.BankReceipt receipt = line.receipt();
    html.open("tr").leaf("td", Figures.day(receipt.on()), "class", "nowrap soft");
    html.open("th", "scope", "row", "class", "name");
    Marks.name(html, receipt.payer().isBlank() ? "payer not named" : receipt.payer(), "");
    String text = String.join(" · ", receipt.texts());
    if (!text.isBlank()) {
      html.open("span", "class", "under").leaf("bdi", Figures.cut(text, 200)).close("span");
    }
    html.leaf("span", Figures.capital(Figures.cut(line.why(), 200)), "class", "under only-sm")
        .close("th");
    html.open("td", "class", "num acc strong");
    Marks.money(html, receipt.amount());
    html.close("td")
        .leaf("td", Figures.capital(Figures.cut(line.why(), 200)), "class", "hide-sm soft")
        .close("tr");
  }
}
