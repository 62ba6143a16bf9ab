package dunnage.app.cli;

import dunnage.kernel.money.Currency;
import dunnage.kernel.pricing.AnnualCost;
import dunnage.kernel.pricing.BaseLine;
import dunnage.kernel.pricing.Charge;
import dunnage.kernel.pricing.CurrencyQuote;
import dunnage.kernel.pricing.EarlyPayment;
import dunnage.kernel.pricing.Financing;
import dunnage.kernel.pricing.Ineligible;
import dunnage.kernel.pricing.Pricing;
import dunnage.kernel.pricing.Quote;
import dunnage.kernel.pricing.Scenario;
import dunnage.kernel.pricing.Verdict;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `price --json`. Names and units are a contract: add, never rename.
final class PriceJson {

  private PriceJson() {}

  static void write(Priced priced, OutputStream to) {
    Pricing pricing = priced.pricing();
    try (Json json = new Json(to)) {
      json.object().date("as_of", pricing.asOf());
      json.numberOrNull("days_for_all", pricing.daysForAll());
      json.flag("from_experience", pricing.fromExperience());
      json.text("headline", String.join(" ", PriceHeadline.of(pricing)));
      json.list("best");
      pricing.currencies().forEach(c -> best(json, pricing, c));
      json.endList().list("offers");
      for (int i = 0; i < pricing.quotes().size(); i++) {
        offer(json, pricing.quotes().get(i), priced.assumed().get(i));
      }
      json.endList().findings(priced.findings()).end();
    }
  }

  private static void best(Json json, Pricing pricing, Currency currency) {
    json.element().text("currency", currency.code());
    json.text("cheapest", name(pricing.cheapest(currency)));
    json.text("most_cash_today", name(pricing.mostCash(currency)));
    json.text("cheapest_without_recourse", name(pricing.cheapestWithoutRecourse(currency))).end();
  }

  private static @Nullable String name(@Nullable Quote quote) {
    return quote == null ? null : quote.offer().name();
  }

  private static void offer(Json json, Quote quote, List<String> assumed) {
    json.element().text("offer", quote.offer().name());
    switch (quote.offer()) {
      case Financing financing -> {
        json.text("kind", "financing").flag("recourse", financing.recourse());
        json.numberOrNull("recourse_days", financing.recourse() ? financing.recourseDays() : null);
      }
      case EarlyPayment early -> {
        json.text("kind", "early_payment").number("in_days", early.inDays());
        json.numberOrNull("net_days", early.netDays());
        cost(json, "as_written", early.asWritten());
      }
    }
    json.texts("assumed", assumed).texts("unknown_names", quote.unknownNames());
    json.list("currencies");
    quote.currencies().forEach(c -> currency(json, c));
    json.endList().list("receivables");
    quote.verdicts().forEach(v -> verdict(json, quote, v));
    json.endList().end();
  }

  private static void currency(Json json, CurrencyQuote quote) {
    json.element().text("currency", quote.currency().code());
    json.number("taken", quote.taken()).money("face", quote.face());
    json.money("gross", quote.base().gross()).money("eligible", quote.base().eligible());
    json.money("counted", quote.base().counted()).money("available", quote.base().available());
    Double dilution = quote.base().dilution();
    json.precise("dilution_percent", dilution == null ? null : dilution * 100);
    json.money("advance", quote.advance());
    charge(json, quote.charge());
    json.money("cash", quote.cash()).number("cash_in_days", quote.cashInDays());
    json.money("later", quote.later()).precise("days", quote.days());
    cost(json, "cost", quote.cost());
    json.money("loss_transferred_estimate", quote.lossTransferred());
    json.list("base");
    quote.base().lines().forEach(l -> line(json, l));
    json.endList().list("scenarios");
    quote.scenarios().forEach(s -> scenario(json, s));
    json.endList().end();
  }

  private static void charge(Json json, Charge charge) {
    json.object("charge").money("fees", charge.fees()).money("interest", charge.interest());
    json.money("costs", charge.costs()).money("total", charge.total()).end();
  }

  private static void cost(Json json, String name, @Nullable AnnualCost cost) {
    if (cost == null) {
      json.text(name, null);
      return;
    }
    json.object(name).precise("apr_percent", cost.simple() * 100);
    json.precise("effective_percent", cost.effective() * 100).end();
  }

  private static void line(Json json, BaseLine line) {
    json.element().text("line", line.code()).text("text", line.words());
    json.number("receivables", line.receivables()).flag("subtotal", line.subtotal());
    json.money("amount", line.amount()).money("running", line.running()).end();
  }

  private static void scenario(Json json, Scenario scenario) {
    json.element().text("scenario", scenario.kind().code()).money("received", scenario.received());
    charge(json, scenario.charge());
    json.list("paid");
    scenario
        .split()
        .shares()
        .forEach(
            s ->
                json.element()
                    .text("claim", s.claim().name())
                    .money("paid", s.paid())
                    .money("shortfall", s.shortfall())
                    .end());
    json.endList().money("rest", scenario.split().rest());
    json.money("pays_back", scenario.paysBack()).money("financier_bears", scenario.borne());
    json.money("seller_has", scenario.seller());
    cost(json, "cost", scenario.cost());
    json.end();
  }

  private static void verdict(Json json, Quote quote, Verdict verdict) {
    json.element().text("receivable", verdict.receivable().number());
    json.text("debtor", verdict.receivable().debtor().id()).money("open", verdict.open());
    json.flag("taken", quote.takes(verdict));
    Ineligible reason = verdict.reason();
    json.text("reason", reason == null ? null : reason.code());
    json.texts("other_reasons", verdict.reasons().stream().skip(1).map(Ineligible::code).toList());
    json.number("days", verdict.days()).precise("p_never", verdict.never()).end();
  }
}
