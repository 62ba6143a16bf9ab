package dunnage.app.cli;

import dunnage.formats.FileKind;
import dunnage.formats.FileReport;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.payout.MarketplaceSettlement;
import dunnage.kernel.payout.PayoutReport;
import dunnage.kernel.payout.PayoutRules;
import dunnage.kernel.payout.PayoutTerms;
import dunnage.kernel.payout.PayoutWatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Does a marketplace still pay on time, and what is trapped there?
@Command(
    name = "payouts",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Whether marketplaces still pay on time, since when not, and what is trapped there.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage payouts settlements/*.txt                     each marketplace by its own rule%n\
          dunnage payouts payouts.csv --as-of 2024-06-30        as it stood at the end of that day%n\
          dunnage payouts *.csv --promised-days 40              paid 40 days after each period, as agreed%n\
          dunnage payouts *.txt --rule-changed 2026-03-12       the marketplace has announced another rule%n\
          dunnage payouts *.csv --json                          the same, for programs%n\
        %nUsage:\s""",
    parameterListHeading = "%n")
final class PayoutsCommand implements Task {

  private static final int MOST_DAYS = 365;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Settlements of marketplaces, or a list of payouts.")
  List<String> files = new ArrayList<>();

  @Option(
      names = "--rule",
      paramLabel = "NAME",
      description = "The rule of which marketplace holds for all files, like amazon.")
  @Nullable String rule;

  @Option(
      names = "--promised-days",
      paramLabel = "N",
      description = "Days after the end of a settlement period in which it is to be paid.")
  @Nullable Integer promisedDays;

  @Option(
      names = "--rule-changed",
      paramLabel = "DAY",
      description = "From which day the marketplace has announced another rule.")
  @Nullable String ruleChanged;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "End of which day, like 2026-03-31 (today).")
  @Nullable String asOf;

  @Option(names = "--json", description = "Write JSON to standard output.")
  boolean json;

  @Mixin RecognitionOptions recognition = new RecognitionOptions();

  @Override
  public ExitCode run(Terminal terminal) {
    LocalDate day = AssessCommand.day(asOf, terminal);
    PayoutTerms terms = terms();
    Intake.mustExist(files);
    List<FileReport> reports = Intake.read(files, recognition.toReadOptions(), fact -> {});
    List<MarketplaceSettlement> settlements = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (FileReport report : reports) {
      settlements.addAll(report.settlements());
      findings.addAll(report.findings());
    }
    ExitCode exit = Intake.exit(reports);
    if (settlements.isEmpty()) {
      exit = nothing(reports, exit, terminal);
    }
    PayoutReport report = PayoutWatch.of(settlements, terms, day);
    findings.addAll(report.findings());
    if (json) {
      PayoutsJson.write(report, findings, terminal.out());
    } else {
      if (!settlements.isEmpty()) {
        PayoutsReport.print(report, terminal);
      }
      FindingsSection.print(findings, terminal);
    }
    return exit;
  }

  /// Files that are read but hold no settlements are a failure of this command.
  private static ExitCode nothing(List<FileReport> reports, ExitCode exit, Terminal terminal) {
    boolean other =
        reports.stream()
            .anyMatch(r -> r.kind() != FileKind.MARKETPLACE_SETTLEMENT && r.records() > 0);
    terminal
        .err()
        .println(
            "There is no settlement of a marketplace in these files."
                + (other ? " For receivables there is dunnage assess." : ""));
    return exit == ExitCode.OK || exit == ExitCode.PARTIAL ? ExitCode.FAILURE : exit;
  }

  private PayoutTerms terms() {
    if (rule != null && promisedDays != null) {
      throw new Stop(
          ExitCode.USAGE, "Give --rule or --promised-days, for example --promised-days 40.");
    }
    String name = rule == null ? null : rule.toLowerCase(Locale.ROOT);
    if (name != null && !PayoutRules.marketplaces().contains(name)) {
      throw new Stop(
          ExitCode.USAGE,
          "--rule "
              + rule
              + " is not known; there are "
              + String.join(", ", PayoutRules.marketplaces())
              + ", or say it with --promised-days 40.");
    }
    if (promisedDays != null && (promisedDays < 0 || promisedDays > MOST_DAYS)) {
      throw new Stop(
          ExitCode.USAGE,
          "--promised-days takes 0 to " + MOST_DAYS + ", not " + promisedDays + ".");
    }
    LocalDate announced =
        ruleChanged == null ? null : Day.written("--rule-changed", ruleChanged, "2026-03-12");
    return new PayoutTerms(name, promisedDays, announced);
  }
}
