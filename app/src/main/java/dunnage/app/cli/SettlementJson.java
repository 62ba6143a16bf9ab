package dunnage.app.cli;

import dunnage.formats.FileReport;
import dunnage.kernel.money.Money;
import dunnage.kernel.payout.MarketplaceSettlement;
import dunnage.kernel.payout.Payout;
import org.jspecify.annotations.Nullable;

/// The settlements of a marketplace's file, for programs. Amounts are plain decimals in the
/// settlement's currency.
final class SettlementJson {

  private SettlementJson() {}

  static void write(Json json, FileReport report) {
    String marketplace =
        report.settlements().isEmpty()
            ? String.valueOf(report.recognised().getOrDefault("marketplace", ""))
            : report.settlements().getFirst().marketplace();
    json.text("marketplace", marketplace.isEmpty() ? null : marketplace);
    json.list("settlements");
    for (MarketplaceSettlement settlement : report.settlements()) {
      json.element();
      one(json, settlement);
      json.end();
    }
    json.endList();
  }

  private static void one(Json json, MarketplaceSettlement settlement) {
    json.text("marketplace", settlement.marketplace());
    json.textIfAny("seller", settlement.seller());
    json.text("id", settlement.id().isEmpty() ? null : settlement.id());
    json.date("from", settlement.from()).date("to", settlement.to());
    json.text("currency", settlement.currency().code());
    json.text("total", decimal(settlement.total()));
    json.text("sum_of_rows", settlement.sumOfRows().decimal());
    json.flagOrNull("balanced", settlement.balanced());
    json.text("difference", decimal(settlement.difference()));
    json.number("rows", settlement.rows());
    payouts(json, settlement);
    json.date("expected_on", settlement.expected());
    json.object("by_type");
    settlement.byType().forEach((type, money) -> json.text(type.code(), money.decimal()));
    json.end();
  }

  /// `payout` is what was paid in all, on the day of the last payment; `payouts` are all of them.
  private static void payouts(Json json, MarketplaceSettlement settlement) {
    if (settlement.payouts().isEmpty()) {
      json.text("payout", null);
    } else {
      Payout last = settlement.payouts().getLast();
      Money all = settlement.paidBy(last.date());
      json.object("payout").date("date", last.date()).text("amount", all.decimal());
      json.flag("stated", settlement.payouts().stream().allMatch(Payout::stated)).end();
    }
    json.list("payouts");
    for (Payout payout : settlement.payouts()) {
      json.element().date("date", payout.date()).text("amount", payout.amount().decimal());
      json.flag("stated", payout.stated()).end();
    }
    json.endList();
  }

  private static @Nullable String decimal(@Nullable Money money) {
    return money == null ? null : money.decimal();
  }
}
