package dunnage.app.cli;

import dunnage.kernel.law.Confidence;
import dunnage.kernel.law.InterestOffer;
import dunnage.kernel.law.InterestPayment;
import dunnage.kernel.law.InterestRule;
import dunnage.kernel.law.InterestSegment;
import dunnage.kernel.law.InterestStatement;
import dunnage.kernel.law.MissingPeriod;
import dunnage.kernel.law.RatePoint;
import dunnage.kernel.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a reader of an interest statement must be told, the gravest first.
final class InterestNotes {

  private InterestNotes() {}

  static List<String> warnings(InterestOffer offer) {
    InterestStatement statement = offer.statement();
    List<String> notes = new ArrayList<>();
    for (MissingPeriod gap : statement.missing()) {
      notes.add(
          "No rate for "
              + gap.from()
              + " to "
              + gap.to()
              + ": "
              + gap.what()
              + ". Nothing was added for these days.");
    }
    if (statement.status() == InterestStatement.Status.PARTIAL) {
      notes.add("The sum is what is known: at least this much is owed.");
    }
    String advice = statement.rule().entitlement().advice();
    if (!advice.isEmpty()) {
      notes.add(advice);
    }
    background(statement, notes);
    choice(offer, notes);
    if (statement.usedRules().size() > 1) {
      List<String> ids = statement.usedRules().stream().map(InterestRule::id).toList();
      notes.add("The rule changed during the delay: " + String.join(", then ", ids) + ".");
    }
    payments(statement, notes);
    return notes;
  }

  private static void background(InterestStatement statement, List<String> notes) {
    Set<String> doubtful = new TreeSet<>();
    List<InterestRule> rules = new ArrayList<>(statement.usedRules());
    if (rules.isEmpty()) {
      rules.add(statement.rule());
    }
    for (InterestRule rule : rules) {
      if (rule.confidence() == Confidence.BACKGROUND) {
        doubtful.add("rule " + rule.id());
      } else if (!rule.backgroundFields().isEmpty()) {
        doubtful.add(String.join(", ", rule.backgroundFields()) + " of " + rule.id());
      }
    }
    for (InterestSegment segment : statement.segments()) {
      RatePoint base = segment.base();
      if (base != null && base.confidence() == Confidence.BACKGROUND) {
        doubtful.add(base.series() + " of " + base.effective());
      }
    }
    if (!doubtful.isEmpty()) {
      notes.add(
          "Background, not confirmed with a source: "
              + String.join("; ", doubtful)
              + ". Check before you claim.");
    }
  }

  private static void choice(InterestOffer offer, List<String> notes) {
    InterestStatement statement = offer.statement();
    for (InterestOffer.Alternative other : offer.others()) {
      Money interest = other.interest();
      String sum = interest == null ? "unknown" : Figures.money(interest);
      boolean range = other.ruleId().equals(statement.rule().id());
      notes.add(
          range
              ? "A court may go up to " + other.rate() + ": " + sum + "."
              : "The creditor may choose for the whole delay: "
                  + other.ruleId()
                  + " ("
                  + other.rate()
                  + ") gives "
                  + sum
                  + "; "
                  + statement.rule().id()
                  + " is computed here.");
    }
  }

  private static void payments(InterestStatement statement, List<String> notes) {
    for (InterestPayment late : statement.ignored()) {
      notes.add(
          "The payment of "
              + Figures.money(late.amount())
              + " on "
              + late.date()
              + " lies after "
              + statement.claim().asOf()
              + " and is not counted.");
    }
    if (!statement.surplus().isZero()) {
      notes.add("Overpaid by " + Figures.money(statement.surplus()) + ".");
    }
    if (!statement.applied().isEmpty() && statement.claim().allocation() == null) {
      String source = statement.rule().allocationSource();
      notes.add(
          "Payments were applied to "
              + statement.allocation().words()
              + (source.isEmpty()
                  ? ": the common order; the tables name no source for this law."
                  : " (" + source + ", background)."));
    }
  }
}
