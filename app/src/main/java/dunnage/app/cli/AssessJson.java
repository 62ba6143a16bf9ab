package dunnage.app.cli;

import dunnage.app.wording.Headline;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.assessment.GrowthLine;
import dunnage.kernel.assessment.ReceivableLine;
import dunnage.kernel.behaviour.Behaviour;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.UnmatchedReceipt;
import dunnage.kernel.money.FxRate;
import dunnage.kernel.risk.CreditLimit;
import dunnage.kernel.risk.Grade;
import dunnage.kernel.risk.Reason;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `assess --json`. Names and units are a contract: add, never rename.
final class AssessJson {

  private AssessJson() {}

  static void write(Assessment assessment, List<Finding> findings, OutputStream to) {
    try (Json json = new Json(to)) {
      json.object();
      json.date("as_of", assessment.asOf());
      json.text("base_currency", assessment.base() == null ? null : assessment.base().code());
      json.text("headline", Figures.plain(Headline.of(assessment).sentence()));
      PortfolioJson.write(json, assessment);
      json.list("rates");
      assessment.ratesUsed().forEach(rate -> rate(json, rate));
      json.endList().list("debtors");
      assessment.debtors().forEach(debtor -> debtor(json, debtor));
      json.endList().list("receivables");
      assessment.receivables().forEach(receivable -> receivable(json, receivable));
      json.endList().list("expected_cash");
      assessment.expectedCash().forEach(cash -> ForecastJson.expectedCash(json, cash));
      json.endList().list("customers_to_grow");
      assessment.toGrow().forEach(growth -> growth(json, growth));
      json.endList().list("unmatched");
      assessment.unmatched().forEach(line -> unmatched(json, line));
      json.endList().findings(findings).end();
    }
  }

  private static void rate(Json json, FxRate rate) {
    json.element().text("from", rate.from().code()).text("to", rate.to().code());
    json.exact("rate", rate.rate()).date("date", rate.date()).text("source", rate.source()).end();
  }

  private static void debtor(Json json, DebtorLine line) {
    json.element().text("debtor", line.debtor().id()).text("name", line.debtor().name());
    json.textIfAny("country", line.debtor().country());
    json.number("receivables", line.receivables()).number("open", line.open());
    json.amounts("open_amount", line.openAmount()).amounts("overdue_amount", line.overdueAmount());
    json.amounts("credits_held", line.creditsHeld());
    json.number("oldest_days_late", line.oldestDaysLate()).text("degree", line.degree().code());
    behaviour(json, line.behaviour());
    ForecastJson.warning(json, line.warning());
    json.text("grade", line.grade() == Grade.NONE ? null : line.grade().name());
    json.numberOrNull("score", line.score());
    limit(json, line.limit());
    json.text("terms", line.terms().code());
    json.text("next_step", line.nextStep().words())
        .text("next_step_code", line.nextStep().action().code());
    json.text("next_step_why", line.nextStep().why());
    json.list("reasons");
    for (Reason reason : line.reasons()) {
      json.object()
          .text("code", reason.code())
          .number("points", reason.points())
          .text("text", reason.text())
          .end();
    }
    json.endList().end();
  }

  private static void behaviour(Json json, Behaviour paid) {
    json.number("paid_receivables", paid.paidReceivables());
    json.decimal("days_beyond_terms", paid.daysBeyondTerms())
        .decimal("payment_index", paid.paymentIndex());
    json.decimal("recent_days_beyond_terms", paid.recentDaysBeyondTerms());
    json.decimal("recent_payment_index", paid.recentPaymentIndex());
    json.decimal("volatility_days", paid.volatilityDays());
    json.decimal("ever_over_90_percent", paid.everOver90Percent());
    json.text("orders", paid.orders().code())
        .decimal("orders_change_percent", paid.ordersChangePercent());
    json.text("lateness", paid.lateness().code())
        .decimal("lateness_change_days", paid.latenessChangeDays());
    json.number("broken_promises", paid.brokenPromises()).date("silent_since", paid.silentSince());
    json.flag("contact_gone", paid.contactGone());
    json.date("last_paid", paid.lastPaid()).date("first_issued", paid.firstIssued());
  }

  private static void limit(Json json, @Nullable CreditLimit limit) {
    json.money("limit", limit == null ? null : limit.amount());
    json.text("limit_binding", limit == null ? null : limit.binding());
    json.list("limit_bounds");
    if (limit != null) {
      for (CreditLimit.Bound bound : limit.bounds()) {
        json.object()
            .text("name", bound.name())
            .money("amount", bound.amount())
            .text("text", bound.words())
            .end();
      }
    }
    json.endList();
  }

  private static void receivable(Json json, ReceivableLine line) {
    json.element()
        .text("receivable", line.receivable().number())
        .text("debtor", line.receivable().debtor().id());
    json.date("issued", line.receivable().issued()).date("due", line.receivable().due());
    json.money("amount", line.receivable().amount()).money("open_amount", line.open());
    json.number("days_late", line.daysLate()).text("bucket", line.bucket().code());
    json.text("risk", line.risk().code())
        .text("risk_why", line.why())
        .text("next_step", line.nextStep());
    ForecastJson.forecast(json, line.forecast());
    deal(json, line.receivable().deal());
    json.text("file", line.receivable().origin().file());
    json.numberOrNull(
        "line", line.receivable().origin().line() == 0 ? null : line.receivable().origin().line());
    json.end();
  }

  private static void deal(Json json, @Nullable Deal deal) {
    if (deal == null) {
      return;
    }
    json.textIfAny("order", deal.order())
        .textIfAny("part", deal.part())
        .textIfAny("terms", deal.terms());
    if (deal.method() != null) {
      json.text("method", deal.method().words());
    }
    if (deal.clock() != null) {
      json.text("clock_start", deal.clock().words());
    }
    if (deal.incoterm() != null) {
      json.text("incoterm", deal.incoterm().name());
    }
    if (deal.disputed()) {
      json.flag("disputed", true);
    }
  }

  private static void growth(Json json, GrowthLine line) {
    json.element().text("debtor", line.debtor().id()).text("name", line.debtor().name());
    json.money("open_amount", line.open())
        .money("limit", line.limit())
        .money("higher_limit", line.higher());
    json.text("why", line.why()).end();
  }

  private static void unmatched(Json json, UnmatchedReceipt line) {
    Fact.BankReceipt receipt = line.receipt();
    json.element()
        .date("date", receipt.on())
        .money("amount", receipt.amount())
        .texts("texts", receipt.texts());
    json.text("payer", receipt.payer()).text("why", line.why());
    json.text("file", receipt.origin().file());
    json.numberOrNull("line", receipt.origin().line() == 0 ? null : receipt.origin().line()).end();
  }
}
