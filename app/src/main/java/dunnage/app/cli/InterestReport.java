package dunnage.app.cli;

import dunnage.kernel.law.AppliedPayment;
import dunnage.kernel.law.Compounding;
import dunnage.kernel.law.Confidence;
import dunnage.kernel.law.InterestClaim;
import dunnage.kernel.law.InterestOffer;
import dunnage.kernel.law.InterestRule;
import dunnage.kernel.law.InterestSegment;
import dunnage.kernel.law.InterestStatement;
import dunnage.kernel.law.RatePoint;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The statement as a document that can be handed to the other side.
final class InterestReport {

  /// Decimals of an unrounded amount beyond the currency's own.
  private static final int FINER_DIGITS = 4;

  private static final String NO_ADVICE =
      "Not legal advice. Have the sources and what is marked * checked before you rely on it.";

  private InterestReport() {}

  static void print(InterestOffer offer, Terminal terminal) {
    InterestStatement statement = offer.statement();
    terminal.out().println("Interest for late payment");
    terminal.out().println("─────────────────────────");
    summary(statement, terminal);
    List<String> warnings = InterestNotes.warnings(offer);
    if (!warnings.isEmpty()) {
      Heading.print("Please note", terminal);
      warnings.forEach(w -> Labelled.item(w, terminal));
    }
    steps(statement, terminal);
    payments(statement, terminal);
    totals(statement, terminal);
    rule(statement, terminal);
    sources(statement, terminal);
    terminal.out().println();
    terminal.out().println(NO_ADVICE);
  }

  private static void summary(InterestStatement statement, Terminal terminal) {
    InterestClaim claim = statement.claim();
    InterestRule rule = statement.rule();
    Labelled.print("claim", Figures.money(claim.principal()) + ", due " + claim.due(), terminal);
    Labelled.print("rule", rule.id() + mark(rule.confidence()) + ", " + rule.scope(), terminal);
    Money interest = statement.interest();
    String how =
        switch (statement.status()) {
          case COMPUTED -> "";
          case PARTIAL -> "at least ";
          case ESTIMATE -> "estimated ";
          case NONE, UNKNOWN -> "";
        };
    Labelled.print(
        "interest",
        interest == null
            ? "unknown: no rate can be named, and none is guessed"
            : how + Figures.money(interest) + period(statement),
        terminal);
    Labelled.print("fixed sum", fixedSum(statement), terminal);
    Labelled.print("open", Figures.money(statement.open()) + openNote(statement), terminal);
  }

  private static String period(InterestStatement statement) {
    if (statement.segments().isEmpty()) {
      return "";
    }
    return ", from "
        + statement.segments().getFirst().from()
        + " to "
        + statement.segments().getLast().to();
  }

  private static String openNote(InterestStatement statement) {
    boolean fixed = !statement.compensation().amount().isZero();
    if (statement.settledOn() != null) {
      return "; principal and interest were paid on "
          + statement.settledOn()
          + (fixed ? ", the fixed sum is due besides" : "");
    }
    return " on " + statement.claim().asOf() + (fixed ? ", and the fixed sum" : "");
  }

  private static String fixedSum(InterestStatement statement) {
    String note = statement.compensation().note();
    if (statement.compensation().amount().isZero()) {
      return "none. " + note;
    }
    String amount = Figures.money(statement.compensation().amount());
    if (statement.compensation().atLeast()) {
      return "at least " + amount + " (" + note + ")";
    }
    return amount + (note.isEmpty() ? " for recovery costs" : " (" + note + ")");
  }

  private static void steps(InterestStatement statement, Terminal terminal) {
    if (statement.segments().isEmpty()) {
      return;
    }
    Heading.print("Step by step", terminal);
    InterestRule rule = statement.rule();
    boolean monthly = rule.compounding() == Compounding.MONTHLY;
    Labelled.sentence(
        "Each line: principal × rate × "
            + (monthly
                ? "1/12 for a whole month, days / 365 for a broken one"
                : rule.dayCount().formula())
            + ". Both days count. Only the total is rounded.",
        terminal);
    terminal.out().println();
    String code = statement.claim().principal().currency().code();
    Table table =
        new Table("from", "to", ">days", ">principal " + code, ">how", ">rate", ">" + code);
    int digits = statement.claim().principal().currency().digits();
    for (InterestSegment s : statement.segments()) {
      table.row(
          s.from().toString(),
          s.to().toString(),
          Integer.toString(s.days()),
          grouped(s.principal(), digits),
          how(s),
          plain(s.ratePercent()) + " %" + mark(s.confidence()),
          grouped(s.amount(), digits + FINER_DIGITS));
    }
    table.row(
        "total", "", "", "", "", "", grouped(statement.exactInterest(), digits + FINER_DIGITS));
    table.print(terminal);
    if (rule.compounding() != Compounding.NONE) {
      Labelled.sentence(
          "Unpaid interest is added to the principal after each full "
              + (monthly ? "month" : "year")
              + " of delay.",
          terminal);
    }
  }

  /// `2.27 + 9`, `1.3 × 3.10`
  private static String how(InterestSegment segment) {
    RatePoint base = segment.base();
    if (base == null) {
      return "fixed";
    }
    InterestRule rule =
        java.util.Objects.requireNonNull(
            dunnage.kernel.law.Law.shipped().interestRules().find(segment.ruleId()));
    String value = plain(base.valuePercent());
    String times =
        rule.multiplier().compareTo(BigDecimal.ONE) == 0 ? "" : plain(rule.multiplier()) + " × ";
    String margin = rule.marginPoints().signum() == 0 ? "" : " + " + plain(rule.marginPoints());
    BigDecimal sum = base.valuePercent().multiply(rule.multiplier()).add(rule.marginPoints());
    String up = sum.compareTo(segment.ratePercent()) == 0 ? "" : ", rounded up";
    return times + value + margin + up;
  }

  private static void payments(InterestStatement statement, Terminal terminal) {
    if (statement.applied().isEmpty()) {
      return;
    }
    Heading.print("Payments", terminal);
    Table table =
        new Table("date", ">paid", ">to costs", ">to interest", ">to principal", ">too much");
    for (AppliedPayment one : statement.applied()) {
      table.row(
          one.payment().date().toString(),
          Figures.amount(one.payment().amount()),
          Figures.amount(one.toCosts()),
          Figures.amount(one.toInterest()),
          Figures.amount(one.toPrincipal()),
          Figures.amount(one.surplus()));
    }
    table.print(terminal);
  }

  private static void totals(InterestStatement statement, Terminal terminal) {
    InterestClaim claim = statement.claim();
    Money interest = statement.interest();
    Heading.print("Account on " + claim.asOf(), terminal);
    Table table = new Table("item", ">" + claim.principal().currency().code());
    table.row("principal", Figures.amount(claim.principal()));
    if (interest != null) {
      table.row("interest, rounded half up", Figures.amount(interest));
    }
    if (!claim.costs().isZero()) {
      table.row("costs", Figures.amount(claim.costs()));
    }
    Money paid = Money.zero(claim.principal().currency());
    for (AppliedPayment one : statement.applied()) {
      paid = paid.plus(one.payment().amount()).minus(one.surplus());
    }
    if (!paid.isZero()) {
      table.row("paid", Figures.amount(paid.negated()));
    }
    table.row("open", Figures.amount(statement.open()));
    table.print(terminal);
    if (!statement.compensation().amount().isZero()) {
      String least = statement.compensation().atLeast() ? " at least" : "";
      Labelled.sentence(
          "Besides, for recovery costs: "
              + Figures.money(statement.compensation().amount())
              + least
              + ".",
          terminal);
    }
  }

  private static void rule(InterestStatement statement, Terminal terminal) {
    Heading.print("The rule", terminal);
    Set<InterestRule> rules = new LinkedHashSet<>();
    rules.add(statement.rule());
    rules.addAll(statement.usedRules());
    for (InterestRule rule : rules) {
      Labelled.print(rule.id(), rule.formula() + RuleLists.reading(rule), terminal);
      part("starts", rule.row().text("start_rule"), terminal);
      part("notice", rule.row().text("notice_needed"), terminal);
      part("limits", rule.row().text("override_limit"), terminal);
      part("note", rule.note(), terminal);
      part("read as", rule.reading().text("reason"), terminal);
    }
  }

  private static void part(String label, String text, Terminal terminal) {
    if (!text.isEmpty()) {
      Labelled.print("  " + label, text, terminal);
    }
  }

  private static void sources(InterestStatement statement, Terminal terminal) {
    Heading.print("Sources", terminal);
    Set<InterestRule> rules = new LinkedHashSet<>(statement.usedRules());
    if (rules.isEmpty()) {
      rules.add(statement.rule());
    }
    for (InterestRule rule : rules) {
      String url = rule.sourceUrl().isEmpty() ? "" : "; " + rule.sourceUrl();
      Labelled.item(
          rule.id() + " [" + rule.confidence().word() + "] " + rule.source() + url, terminal);
    }
    for (RatePoint point : points(statement)) {
      String note = point.note().isEmpty() ? "" : " (" + point.note() + ")";
      Labelled.item(
          point.series()
              + " "
              + point.effective()
              + " = "
              + plain(point.valuePercent())
              + " % ["
              + point.confidence().word()
              + "] "
              + point.source()
              + "; "
              + point.sourceUrl()
              + note,
          terminal);
    }
  }

  static List<RatePoint> points(InterestStatement statement) {
    Set<RatePoint> points = new LinkedHashSet<>();
    for (InterestSegment segment : statement.segments()) {
      RatePoint base = segment.base();
      if (base != null) {
        points.add(base);
      }
    }
    return new ArrayList<>(points);
  }

  private static String mark(Confidence confidence) {
    return confidence == Confidence.BACKGROUND ? "*" : "";
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString();
  }

  /// Thousands apart, half up to so many digits.
  private static String grouped(BigDecimal value, int digits) {
    java.text.DecimalFormat format =
        new java.text.DecimalFormat(
            "#,##0", java.text.DecimalFormatSymbols.getInstance(java.util.Locale.ROOT));
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
