package dunnage.app.cli;

import dunnage.kernel.law.BaseReading;
import dunnage.kernel.law.Compounding;
import dunnage.kernel.law.InterestRule;
import dunnage.kernel.law.Law;
import dunnage.kernel.law.LimitationRule;
import java.time.LocalDate;

/// All rules of a table, one a line.
final class RuleLists {

  private RuleLists() {}

  static void interest(boolean asJson, Terminal terminal) {
    if (!asJson) {
      Table table = new Table("rule", "where", "rate", "read", "right", "sure");
      for (InterestRule rule : Law.shipped().interestRules().all()) {
        table.row(
            rule.id(),
            rule.jurisdiction(),
            rule.formula(),
            brief(rule),
            rule.entitlement().word(),
            rule.confidence().word());
      }
      table.print(terminal);
      return;
    }
    try (Json json = new Json(terminal.out())) {
      json.object().list("rules");
      for (InterestRule rule : Law.shipped().interestRules().all()) {
        json.element()
            .text("id", rule.id())
            .text("jurisdiction", rule.jurisdiction())
            .text("scope", rule.scope())
            .text("rate", rule.formula())
            .text("base_read", rule.baseReading().word())
            .text("compounding", rule.compounding().word())
            .text("entitlement", rule.entitlement().word())
            .date("valid_from", bounded(rule.validFrom()))
            .date("valid_to", bounded(rule.validTo()))
            .text("source", rule.source())
            .text("url", rule.sourceUrl())
            .text("confidence", rule.confidence().word())
            .texts("background_fields", rule.backgroundFields())
            .end();
      }
      json.endList().end();
    }
  }

  static void limitation(boolean asJson, Terminal terminal) {
    if (!asJson) {
      Table table = new Table("rule", ">years", "claims", "sure");
      for (LimitationRule rule : Law.shipped().limitationRules().all()) {
        String years = Integer.toString(rule.period().getYears());
        String claims = DisplayWidth.cut(rule.claimType(), terminal.columns() - 38);
        table.row(rule.id(), years, claims, rule.confidence().word());
      }
      table.print(terminal);
      return;
    }
    try (Json json = new Json(terminal.out())) {
      json.object().list("rules");
      for (LimitationRule rule : Law.shipped().limitationRules().all()) {
        json.element()
            .text("id", rule.id())
            .text("jurisdiction", rule.jurisdiction())
            .text("claims", rule.claimType())
            .number("years", rule.period().getYears())
            .text("start_rule", rule.row().text("start_rule"))
            .text("source", rule.source())
            .text("url", rule.sourceUrl())
            .text("confidence", rule.confidence().word())
            .texts("background_fields", rule.backgroundFields())
            .end();
      }
      json.endList().end();
    }
  }

  /// How the rate is read and whether it compounds, after the formula.
  static String reading(InterestRule rule) {
    BaseReading reading = rule.baseReading();
    String read =
        switch (reading) {
          case CONSTANT -> "";
          case HALF_YEAR -> ", of each half-year";
          case DAILY -> ", of each day";
          case MONTHLY -> ", of each month";
          case HALF_YEAR_AT_START -> ", frozen at the half-year of default";
          case HALF_YEAR_EVE_AT_START -> ", frozen on 30 June or 31 December before";
          case FIRST_DAY -> ", frozen on the first day";
          case DUE_DAY -> ", frozen on the due date";
        };
    return read
        + (rule.compounding() == Compounding.NONE
            ? ""
            : ", compounding " + rule.compounding().word());
  }

  private static String brief(InterestRule rule) {
    String read =
        switch (rule.baseReading()) {
          case CONSTANT -> rule.fixedPercent() == null ? "" : "constant";
          case HALF_YEAR -> "half-year";
          case DAILY -> "daily";
          case MONTHLY -> "monthly";
          case HALF_YEAR_AT_START, HALF_YEAR_EVE_AT_START, FIRST_DAY, DUE_DAY -> "frozen";
        };
    return read + (rule.compounding() == Compounding.NONE ? "" : ", compound");
  }

  private static LocalDate bounded(LocalDate day) {
    return day.equals(LocalDate.MAX) ? LocalDate.MIN : day;
  }
}
