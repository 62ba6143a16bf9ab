package dunnage.app.cli;

import dunnage.kernel.law.EventKind;
import dunnage.kernel.law.Law;
import dunnage.kernel.law.Limitation;
import dunnage.kernel.law.LimitationEvent;
import dunnage.kernel.law.LimitationRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// When a claim expires, and why.
@Command(
    name = "limitation",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "When a claim expires, step by step, with its source.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage limitation --rule DE-REG --due 2024-03-15%n\
          dunnage limitation --rule CN-GEN --due 2023-01-15 --event demand=2024-06-01%n\
          dunnage limitation --rule DE-REG --due 2024-03-15 --event negotiation=2026-01-10..2026-03-10%n\
          dunnage limitation --rules                        all rules and how sure they are%n\
        %nUsage:\s""",
    footer = {
      "",
      "Events: acknowledged, part-payment, demand, suit, negotiation, insolvency, enforcement,",
      "force-majeure, lawyer-notice. One that lasts is FROM..TO, or FROM while it lasts."
    })
final class LimitationCommand implements Task {

  private static final String EVENT_EXAMPLE = "acknowledged=2025-05-10";
  private static final String RANGE_EXAMPLE = "negotiation=2026-01-10..2026-03-10";

  @Option(names = "--rule", paramLabel = "ID", description = "The rule, like DE-REG.")
  @Nullable String rule;

  @Option(names = "--due", paramLabel = "DAY", description = "The due date, like 2024-03-15.")
  @Nullable String due;

  @Option(
      names = "--event",
      paramLabel = "KIND=DAY",
      description = "What happened since, like acknowledged=2025-05-10; may be repeated.")
  List<String> events = new ArrayList<>();

  @Option(names = "--as-of", paramLabel = "DAY", description = "Seen from which day (today).")
  @Nullable String asOf;

  @Option(names = "--rules", description = "List all rules.")
  boolean list;

  @Option(names = "--json", description = "Write JSON to standard output.")
  boolean json;

  @Override
  public ExitCode run(Terminal terminal) {
    if (list) {
      RuleLists.limitation(json, terminal);
      return ExitCode.OK;
    }
    LimitationRule found = RuleChoice.limitation(RuleChoice.needed("--rule", rule, "DE-REG"));
    LocalDate dueDay = RuleChoice.day("--due", RuleChoice.needed("--due", due, "2024-03-15"));
    LocalDate day =
        asOf == null ? Today.in(terminal.environment()) : RuleChoice.day("--as-of", asOf);
    List<LimitationEvent> happened = events.stream().map(LimitationCommand::event).toList();
    Limitation limitation = Law.shipped().limitation(found, dueDay, day, happened);
    if (json) {
      LimitationReport.json(limitation, terminal);
    } else {
      LimitationReport.print(limitation, terminal);
    }
    return ExitCode.OK;
  }

  private static LimitationEvent event(String written) {
    int equals = written.indexOf('=');
    if (equals <= 0) {
      throw new Stop(
          ExitCode.USAGE,
          "--event " + written + " is no event; write it like --event " + EVENT_EXAMPLE + ".");
    }
    EventKind kind = EventKind.find(written.substring(0, equals));
    if (kind == null) {
      List<String> known = Arrays.stream(EventKind.values()).map(EventKind::word).toList();
      throw new Stop(
          ExitCode.USAGE,
          "--event " + written + " is not known; the events are " + Figures.series(known) + ".");
    }
    String days = written.substring(equals + 1);
    int range = days.indexOf("..");
    if (range < 0) {
      return new LimitationEvent(kind, RuleChoice.day("--event", days, EVENT_EXAMPLE), null);
    }
    LocalDate from = RuleChoice.day("--event", days.substring(0, range), RANGE_EXAMPLE);
    LocalDate to = RuleChoice.day("--event", days.substring(range + 2), RANGE_EXAMPLE);
    if (to.isBefore(from)) {
      throw new Stop(
          ExitCode.USAGE,
          "--event "
              + written
              + " ends before it starts; write it like --event "
              + RANGE_EXAMPLE
              + ".");
    }
    return new LimitationEvent(kind, from, to);
  }
}
