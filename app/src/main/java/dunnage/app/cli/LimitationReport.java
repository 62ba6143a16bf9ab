package dunnage.app.cli;

import dunnage.kernel.law.Confidence;
import dunnage.kernel.law.Law;
import dunnage.kernel.law.LawRow;
import dunnage.kernel.law.Limitation;
import dunnage.kernel.law.LimitationRule;
import dunnage.kernel.law.LimitationStep;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// When a claim expires, as a document and for programs.
final class LimitationReport {

  private LimitationReport() {}

  static void print(Limitation limitation, Terminal terminal) {
    LimitationRule rule = limitation.rule();
    terminal.out().println("Limitation of a claim");
    terminal.out().println("─────────────────────");
    Labelled.print("claim", rule.claimType() + ", due " + limitation.due(), terminal);
    Labelled.print(
        "rule",
        rule.id() + ", " + rule.row().text("period") + " years [" + rule.confidence().word() + "]",
        terminal);
    Labelled.print("last day", lastDay(limitation), terminal);
    if (!limitation.earliestSafe().equals(limitation.expires())) {
      Labelled.print(
          "act by", limitation.earliestSafe() + ", the earliest of the readings", terminal);
    }
    Labelled.print("as of", limitation.asOf() + ": " + standing(limitation), terminal);
    List<String> warnings = warnings(limitation);
    if (!warnings.isEmpty()) {
      Heading.print("Please note", terminal);
      warnings.forEach(w -> Labelled.item(w, terminal));
    }
    steps(limitation, terminal);
    marks(limitation, terminal);
    Heading.print("Sources", terminal);
    source(rule, terminal);
    limitation.alternatives().forEach(a -> source(a.rule(), terminal));
    terminal.out().println();
    terminal
        .out()
        .println("Not legal advice. Have the sources and the facts checked before you rely on it.");
  }

  private static String lastDay(Limitation limitation) {
    String day = limitation.expires().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return limitation.expires() + ", a " + day;
  }

  private static String standing(Limitation limitation) {
    long left = limitation.daysLeft();
    if (limitation.stopped()) {
      return "a suit was filed in time; for what it claims, time no longer runs";
    }
    if (left < 0) {
      return "expired " + -left + (left == -1 ? " day" : " days") + " ago";
    }
    return left == 0 ? "it expires today" : left + (left == 1 ? " day" : " days") + " left";
  }

  private static void steps(Limitation limitation, Terminal terminal) {
    Heading.print("Step by step", terminal);
    for (LimitationStep step : limitation.steps()) {
      Labelled.print(step.date().toString(), step.text(), terminal);
      if (step.counts()) {
        Labelled.print("", "→ last day " + step.expires(), terminal);
      }
    }
  }

  private static void marks(Limitation limitation, Terminal terminal) {
    Heading.print("Warnings", terminal);
    for (Limitation.Mark mark : limitation.marks()) {
      Labelled.print(
          mark.date().toString(),
          mark.days() + " days before the end" + (mark.reached() ? ", reached" : ""),
          terminal);
    }
  }

  private static void source(LimitationRule rule, Terminal terminal) {
    String url = rule.sourceUrl().isEmpty() ? "" : "; " + rule.sourceUrl();
    Labelled.item(
        rule.id() + " [" + rule.confidence().word() + "] " + rule.source() + url, terminal);
    Labelled.item("read as: " + rule.reason(), terminal);
  }

  private static List<String> warnings(Limitation limitation) {
    LimitationRule rule = limitation.rule();
    List<String> notes = new ArrayList<>();
    if (rule.confidence() == Confidence.BACKGROUND) {
      notes.add("The row is background, not confirmed with a source. Check before you rely on it.");
    } else if (!rule.backgroundFields().isEmpty()) {
      notes.add("Not confirmed in the row: " + String.join(", ", rule.backgroundFields()) + ".");
    }
    LocalDate from = rule.validFrom();
    if (from != null && limitation.due().isBefore(from)) {
      notes.add("The row is for claims from " + from + " on; for this one older law may count.");
    }
    for (Limitation.Alternative other : limitation.alternatives()) {
      notes.add(
          "If the claim is "
              + other.rule().claimType()
              + ", "
              + other.rule().id()
              + " counts: last day "
              + other.expires()
              + ".");
    }
    DayOfWeek day = limitation.expires().getDayOfWeek();
    if (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY) {
      notes.add(weekend(rule, day));
    }
    if (limitation.pending()) {
      notes.add("Something still lasts; the last day moves on with it.");
    }
    if (!rule.row().text("contract_change").isEmpty()) {
      notes.add("Change by contract: " + rule.row().text("contract_change") + ".");
    }
    if (!rule.note().isEmpty()) {
      notes.add(rule.note());
    }
    return notes;
  }

  private static String weekend(LimitationRule rule, DayOfWeek day) {
    LawRow counting = Law.shipped().periodRule(rule.jurisdiction());
    String law =
        counting == null
            ? "many laws move it to the next working day"
            : counting.text("rule")
                + " ("
                + counting.text("source")
                + ", "
                + counting.text("confidence")
                + ")";
    return "The last day is a "
        + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        + ": "
        + law
        + ". That is not applied here.";
  }

  static void json(Limitation limitation, Terminal terminal) {
    LimitationRule rule = limitation.rule();
    try (Json json = new Json(terminal.out())) {
      json.object()
          .text("rule", rule.id())
          .text("jurisdiction", rule.jurisdiction())
          .date("due", limitation.due())
          .date("as_of", limitation.asOf())
          .date("expires", limitation.expires())
          .date("earliest_safe", limitation.earliestSafe())
          .number("days_left", Math.toIntExact(limitation.daysLeft()))
          .flag("expired", limitation.expired())
          .flag("pending", limitation.pending())
          .flag("stopped", limitation.stopped())
          .text("confidence", rule.confidence().word());
      json.list("steps");
      for (LimitationStep step : limitation.steps()) {
        json.element()
            .date("date", step.date())
            .text("text", step.text())
            .date("expires", step.expires())
            .flag("counts", step.counts())
            .end();
      }
      json.endList().list("warn");
      for (Limitation.Mark mark : limitation.marks()) {
        json.element()
            .number("days", mark.days())
            .date("date", mark.date())
            .flag("reached", mark.reached())
            .end();
      }
      json.endList().list("alternatives");
      for (Limitation.Alternative other : limitation.alternatives()) {
        json.element()
            .text("rule", other.rule().id())
            .text("claims", other.rule().claimType())
            .date("expires", other.expires())
            .end();
      }
      json.endList().texts("warnings", warnings(limitation)).list("sources");
      source(rule, json);
      limitation.alternatives().forEach(a -> source(a.rule(), json));
      json.endList().text("disclaimer", "Not legal advice.").end();
    }
  }

  private static void source(LimitationRule rule, Json json) {
    json.element()
        .text("kind", "rule")
        .text("id", rule.id())
        .text("source", rule.source())
        .text("url", rule.sourceUrl())
        .text("confidence", rule.confidence().word())
        .texts("background_fields", rule.backgroundFields())
        .text("read_as", rule.reason())
        .end();
  }
}
