package dunnage.app.cli;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.Portfolio;
import dunnage.kernel.assessment.Portfolio.Concentration;
import dunnage.kernel.assessment.Portfolio.CurrencyLine;
import dunnage.kernel.assessment.Portfolio.Provision;
import org.jspecify.annotations.Nullable;

/// The `portfolio` of `assess --json`.
final class PortfolioJson {

  private PortfolioJson() {}

  static void write(Json json, Assessment assessment) {
    Portfolio book = assessment.portfolio();
    json.object("portfolio");
    json.number("receivables", book.receivables()).number("open", book.open());
    json.number("overdue", book.overdueCount()).number("overdue_debtors", book.overdueDebtors());
    json.amounts("open_amount", book.openAmount()).amounts("overdue_amount", book.overdueAmount());
    json.amounts("credits_held", book.creditsHeld());
    json.list("aging");
    for (Portfolio.AgingLine line : book.aging()) {
      json.object().text("bucket", line.bucket().code()).number("count", line.count());
      json.amounts("amount", line.amount()).end();
    }
    json.endList();
    figures(json, single(book));
    json.amounts("provision", book.currencies().stream().map(c -> c.provision().total()).toList());
    json.list("currencies");
    book.currencies().forEach(line -> currency(json, line));
    json.endList();
    if (book.inBase() != null) {
      json.object("in_base");
      currencyFields(json, book.inBase());
      json.end();
    }
    json.list("concentration");
    book.concentration().forEach(line -> concentration(json, line));
    json.endList().end();
  }

  /// The line whose days speak for the whole book: the base currency's, or the only one. With
  /// several currencies and no rates there is none.
  static @Nullable CurrencyLine single(Portfolio book) {
    if (book.inBase() != null) {
      return book.inBase();
    }
    return book.currencies().size() == 1 ? book.currencies().getFirst() : null;
  }

  private static void figures(Json json, @Nullable CurrencyLine line) {
    json.decimal("dso_days", line == null ? null : line.dsoDays());
    json.decimal("add_days", line == null ? null : line.addDays());
    json.decimal("cei_percent", line == null ? null : line.ceiPercent());
  }

  private static void currency(Json json, CurrencyLine line) {
    json.element();
    currencyFields(json, line);
    json.end();
  }

  private static void currencyFields(Json json, CurrencyLine line) {
    json.text("currency", line.currency().code());
    json.number("receivables", line.receivables()).number("open", line.open());
    json.money("open_amount", line.openAmount()).money("overdue_amount", line.overdueAmount());
    json.list("aging");
    for (Portfolio.BucketLine bucket : line.aging()) {
      json.object().text("bucket", bucket.bucket().code()).number("count", bucket.count());
      json.money("amount", bucket.amount()).end();
    }
    json.endList();
    figures(json, line);
    provision(json, line.provision());
  }

  private static void provision(Json json, Provision provision) {
    json.money("provision", provision.total());
    json.object("provision_detail").text("source", provision.source());
    json.flag("from_own_history", provision.fromOwnHistory()).list("lines");
    for (Portfolio.ProvisionLine line : provision.lines()) {
      json.object().text("bucket", line.bucket().code()).money("amount", line.amount());
      json.decimal("rate_percent", line.ratePercent()).money("provision", line.provision()).end();
    }
    json.endList().end();
  }

  private static void concentration(Json json, Concentration line) {
    json.element().text("currency", line.currency().code());
    json.decimal("herfindahl", line.herfindahl()).list("largest");
    for (Portfolio.Share share : line.largest()) {
      json.object()
          .text("debtor", share.debtor())
          .text("name", share.name())
          .money("open_amount", share.open());
      json.decimal("share_percent", share.sharePercent()).end();
    }
    json.endList().text("advice", line.advice()).end();
  }
}
