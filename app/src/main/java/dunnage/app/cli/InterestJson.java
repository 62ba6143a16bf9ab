package dunnage.app.cli;

import dunnage.kernel.law.AppliedPayment;
import dunnage.kernel.law.InterestClaim;
import dunnage.kernel.law.InterestOffer;
import dunnage.kernel.law.InterestRule;
import dunnage.kernel.law.InterestSegment;
import dunnage.kernel.law.InterestStatement;
import dunnage.kernel.law.MissingPeriod;
import dunnage.kernel.law.RatePoint;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;

/// The statement for programs. Amounts are text with all their decimals; the amounts of segments
/// are not rounded to cents, the interest is their sum rounded once.
final class InterestJson {

  private InterestJson() {}

  static void write(InterestOffer offer, Terminal terminal) {
    InterestStatement statement = offer.statement();
    InterestClaim claim = statement.claim();
    try (Json json = new Json(terminal.out())) {
      json.object()
          .text("rule", statement.rule().id())
          .text("jurisdiction", statement.rule().jurisdiction())
          .text("status", statement.status().word())
          .text("confidence", statement.confidence().word())
          .money("principal", claim.principal())
          .date("due", claim.due())
          .date("from", statement.start())
          .date("as_of", claim.asOf())
          .money("interest", statement.interest())
          .exact("interest_unrounded", exact(statement.exactInterest(), digits(statement)));
      json.object("fixed_compensation")
          .text("amount", statement.compensation().amount().decimal())
          .text("currency", statement.compensation().amount().currency().code())
          .flag("at_least", statement.compensation().atLeast())
          .text("note", statement.compensation().note())
          .end();
      segments(statement, json);
      missing(statement, json);
      payments(statement, json);
      open(statement, json);
      others(offer, json);
      json.texts("warnings", InterestNotes.warnings(offer));
      sources(statement, json);
      json.text("disclaimer", "Not legal advice.").end();
    }
  }

  private static void segments(InterestStatement statement, Json json) {
    int digits = digits(statement);
    json.list("segments");
    for (InterestSegment s : statement.segments()) {
      RatePoint base = s.base();
      json.element()
          .date("from", s.from())
          .date("to", s.to())
          .number("days", s.days())
          .exactNumber("rate_percent", s.ratePercent())
          .exact("amount", exact(s.amount(), digits))
          .exact("principal", exact(s.principal(), digits))
          .text("rule", s.ruleId())
          .text("base_rate", base == null ? null : base.series())
          .date("base_effective", base == null ? null : base.effective())
          .exactNumber("base_percent", base == null ? null : base.valuePercent())
          .flag("whole_month", s.wholePeriod())
          .text("confidence", s.confidence().word())
          .end();
    }
    json.endList();
  }

  private static void missing(InterestStatement statement, Json json) {
    json.flag("complete", statement.missing().isEmpty() && statement.interest() != null);
    json.date(
        "computed_to", statement.segments().isEmpty() ? null : statement.segments().getLast().to());
    json.list("missing");
    for (MissingPeriod gap : statement.missing()) {
      json.element().date("from", gap.from()).date("to", gap.to()).text("what", gap.what()).end();
    }
    json.endList();
  }

  private static void payments(InterestStatement statement, Json json) {
    json.text("allocation", statement.allocation().word());
    json.list("payments");
    for (AppliedPayment one : statement.applied()) {
      json.element()
          .date("date", one.payment().date())
          .money("paid", one.payment().amount())
          .money("to_costs", one.toCosts())
          .money("to_interest", one.toInterest())
          .money("to_principal", one.toPrincipal())
          .money("surplus", one.surplus())
          .end();
    }
    json.endList();
  }

  private static void open(InterestStatement statement, Json json) {
    json.object("open")
        .money("total", statement.open())
        .money("principal", statement.openPrincipal())
        .money("interest", statement.openInterest())
        .money("costs", statement.openCosts())
        .end()
        .money("surplus", statement.surplus())
        .date("settled_on", statement.settledOn());
  }

  private static void others(InterestOffer offer, Json json) {
    json.list("alternatives");
    for (InterestOffer.Alternative other : offer.others()) {
      json.element()
          .text("rule", other.ruleId())
          .text("rate", other.rate())
          .money("interest", other.interest())
          .end();
    }
    json.endList();
  }

  private static void sources(InterestStatement statement, Json json) {
    Set<InterestRule> rules = new LinkedHashSet<>(statement.usedRules());
    if (rules.isEmpty()) {
      rules.add(statement.rule());
    }
    json.list("sources");
    for (InterestRule rule : rules) {
      json.element()
          .text("kind", "rule")
          .text("id", rule.id())
          .text("source", rule.source())
          .text("url", rule.sourceUrl())
          .text("confidence", rule.confidence().word())
          .texts("background_fields", rule.backgroundFields())
          .end();
    }
    for (RatePoint point : InterestReport.points(statement)) {
      json.element()
          .text("kind", "rate")
          .text("id", point.series())
          .date("effective", point.effective())
          .exactNumber("value_percent", point.valuePercent())
          .text("source", point.source())
          .text("url", point.sourceUrl())
          .text("confidence", point.confidence().word())
          .end();
    }
    json.endList();
  }

  private static int digits(InterestStatement statement) {
    return statement.claim().principal().currency().digits();
  }

  /// Without zeros at the end, but with the decimals of the currency.
  private static BigDecimal exact(BigDecimal value, int digits) {
    BigDecimal bare = value.stripTrailingZeros();
    return bare.scale() < digits ? bare.setScale(digits) : bare;
  }
}
