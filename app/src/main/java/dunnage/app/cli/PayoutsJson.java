package dunnage.app.cli;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.money.Money;
import dunnage.kernel.payout.PayoutAccount;
import dunnage.kernel.payout.PayoutLine;
import dunnage.kernel.payout.PayoutReport;
import dunnage.kernel.payout.PayoutSign;
import dunnage.kernel.payout.TrappedMoney;
import java.io.OutputStream;
import java.util.List;

/// `payouts --json`.
final class PayoutsJson {

  private PayoutsJson() {}

  static void write(PayoutReport report, List<Finding> findings, OutputStream to) {
    try (Json json = new Json(to)) {
      json.object().date("as_of", report.asOf()).list("accounts");
      for (PayoutAccount account : report.accounts()) {
        json.element();
        account(json, account);
        json.end();
      }
      json.endList().list("trapped");
      for (TrappedMoney trapped : report.trapped()) {
        json.element();
        trapped(json, trapped);
        json.end();
      }
      json.endList().findings(findings).end();
    }
  }

  private static void account(Json json, PayoutAccount account) {
    json.text("marketplace", account.marketplace());
    json.textIfAny("seller", account.seller());
    json.text("currency", account.currency().code());
    json.flag("alarm", account.isAlarm()).date("since", account.alarmSince());
    json.object("rule").text("words", account.ruleWords());
    json.text("source", account.ruleSource().isEmpty() ? null : account.ruleSource());
    json.numberOrNull("cycle_days", account.cycleDays() == 0 ? null : account.cycleDays()).end();
    json.object("trend").decimal("usual_lag_days", account.usualLagDays());
    json.decimal("latest_lag_days", account.latestLagDays());
    json.decimal("lag_days_per_month", account.lagDaysPerMonth()).end();
    json.list("signs");
    for (PayoutSign sign : account.signs()) {
      json.element().text("sign", sign.kind().code()).flag("alarm", sign.alarm());
      json.date("since", sign.since()).text("words", sign.words()).end();
    }
    json.endList().list("payouts");
    for (PayoutLine line : account.lines()) {
      json.element();
      line(json, line);
      json.end();
    }
    json.endList().object("trapped");
    trapped(json, account.trapped());
    json.end();
  }

  private static void line(Json json, PayoutLine line) {
    json.text("settlement", line.settlement().isEmpty() ? null : line.settlement());
    json.date("from", line.from()).date("to", line.to());
    json.date("promised", line.promised()).date("paid_on", line.paidOn());
    json.numberOrNull("lag_days", line.lagDays());
    json.decimal("weighted_lag_days", line.weightedLagDays());
    json.text("due", line.due().decimal()).text("paid", line.paid().decimal());
    json.text("open", line.open().decimal());
    json.decimal("reserve_percent", line.reservePercent());
    json.flag("payment_unknown", line.unknown()).flag("part_paid", line.partPaid());
  }

  private static void trapped(Json json, TrappedMoney trapped) {
    json.text("currency", trapped.overdue().currency().code());
    amount(json, "overdue", trapped.overdue());
    amount(json, "not_yet_due", trapped.notYetDue());
    amount(json, "reserve", trapped.reserve());
    amount(json, "known", trapped.known());
    amount(json, "accruing_estimate", trapped.accruing());
    amount(json, "total_with_estimate", trapped.total());
  }

  private static void amount(Json json, String name, Money money) {
    json.text(name, money.decimal());
  }
}
