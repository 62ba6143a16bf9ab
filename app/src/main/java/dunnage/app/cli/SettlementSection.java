package dunnage.app.cli;

import dunnage.kernel.money.Money;
import dunnage.kernel.payout.MarketplaceSettlement;
import dunnage.kernel.payout.Payout;
import dunnage.kernel.payout.RowType;
import java.util.List;
import java.util.Map;

/// The settlements of a marketplace's file, for people: what each comes to, and whether its rows
/// add up to what it states.
final class SettlementSection {

  private static final int SHOWN = 20;

  private SettlementSection() {}

  static void print(List<MarketplaceSettlement> settlements, Terminal terminal) {
    if (settlements.isEmpty()) {
      return;
    }
    Heading.print(settlements.size() == 1 ? "Settlement" : "Settlements", terminal);
    settlements.stream().limit(SHOWN).forEach(s -> one(s, terminal));
    if (settlements.size() > SHOWN) {
      String more = Figures.count(settlements.size() - SHOWN, "other", "others");
      terminal.out().println("and " + more + ": --json has all");
    }
  }

  private static void one(MarketplaceSettlement settlement, Terminal terminal) {
    String sentence =
        name(settlement)
            + period(settlement)
            + ": "
            + Figures.count(settlement.rows(), "row adds", "rows add")
            + " up to "
            + Figures.money(settlement.sumOfRows())
            + ", "
            + verdict(settlement)
            + ". "
            + paid(settlement);
    for (String line : DisplayWidth.wrap(sentence, terminal.columns())) {
      terminal.out().println(line);
    }
    Table table = new Table("  of which", ">" + settlement.currency().code());
    for (Map.Entry<RowType, Money> type : settlement.byType().entrySet()) {
      String word =
          type.getKey() == RowType.PAYOUT ? "payout (not in the sum)" : type.getKey().word();
      table.row("  " + word, Figures.amount(type.getValue()));
    }
    if (!table.isEmpty()) {
      table.print(terminal);
    }
  }

  private static String name(MarketplaceSettlement settlement) {
    String seller = settlement.seller().isEmpty() ? "" : " " + settlement.seller();
    String id = settlement.id().isEmpty() ? " (no number)" : " " + settlement.id();
    return settlement.marketplace() + seller + id;
  }

  private static String period(MarketplaceSettlement settlement) {
    if (settlement.from() == null || settlement.to() == null) {
      return "";
    }
    return settlement.from().equals(settlement.to())
        ? ", " + settlement.from()
        : ", " + settlement.from() + " to " + settlement.to();
  }

  private static String verdict(MarketplaceSettlement settlement) {
    Money difference = settlement.difference();
    Money total = settlement.total();
    if (difference == null || total == null) {
      return "and no total is stated to compare it with";
    }
    return difference.isZero()
        ? "exactly the stated total"
        : Figures.money(difference) + " away from the stated total of " + Figures.money(total);
  }

  private static String paid(MarketplaceSettlement settlement) {
    if (settlement.payouts().isEmpty()) {
      return settlement.expected() == null
          ? "No payout is named."
          : "Not paid yet; announced for " + settlement.expected() + ".";
    }
    List<String> parts =
        settlement.payouts().stream().limit(5).map(SettlementSection::words).toList();
    int more = settlement.payouts().size() - parts.size();
    return "Paid: " + Figures.series(parts) + (more > 0 ? " and " + more + " more" : "") + ".";
  }

  private static String words(Payout payout) {
    return Figures.money(payout.amount())
        + " on "
        + payout.date()
        + (payout.stated() ? "" : " (the amount is the sum of the rows)");
  }
}
