package dunnage.app.cli;

import dunnage.formats.FileReport;
import dunnage.formats.Files;
import dunnage.formats.ReadOptions;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.RiskDesk;
import dunnage.kernel.assessment.Settings;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From files to an assessment, with everything that was wrong on the way.
final class AssessInput {

  private static final int LONG_AGO_DAYS = 60;

  private AssessInput() {}

  /// @param findings of the files, then of the book, then of the assessment
  record Assessed(
      Assessment assessment,
      Book book,
      List<FileReport> reports,
      List<Finding> findings,
      ExitCode exit) {

    boolean anythingRead() {
      return exit == ExitCode.OK || exit == ExitCode.PARTIAL;
    }
  }

  static Assessed read(
      List<String> files,
      List<String> rateFiles,
      @Nullable Currency base,
      ReadOptions options,
      LocalDate asOf) {
    List<Finding> findings = new ArrayList<>();
    FxRates rates = rates(rateFiles, findings);
    BookInput input = BookInput.read(files, options);
    findings.addAll(input.findings());
    Assessment assessment = assess(input.book(), asOf, new Settings(base, rates));
    missingRates(assessment, findings);
    settledLongAgo(assessment, files, findings);
    return new Assessed(
        assessment, input.book(), input.reports(), List.copyOf(findings), input.exit());
  }

  private static Assessment assess(Book book, LocalDate asOf, Settings settings) {
    try {
      return RiskDesk.assess(book, asOf, settings);
    } catch (ArithmeticException tooLarge) {
      throw BookInput.tooLarge();
    }
  }

  private static FxRates rates(List<String> files, List<Finding> findings) {
    FxRates rates = new FxRates();
    for (String file : files) {
      FileReport report = Files.readRates(Intake.path(file), file, rates);
      findings.addAll(report.findings());
    }
    if (!files.isEmpty() && rates.isEmpty()) {
      String why = findings.isEmpty() ? "it holds none" : findings.getFirst().code().meaning();
      throw new Stop(
          ExitCode.FAILURE,
          "No exchange rates could be read from " + String.join(", ", files) + ": " + why);
    }
    return rates;
  }

  private static void missingRates(Assessment assessment, List<Finding> findings) {
    for (Currency currency : assessment.ratesMissing()) {
      String wanted =
          "a rate to "
              + assessment.base()
              + " at most "
              + FxRates.MAX_AGE_DAYS
              + " days before "
              + assessment.asOf();
      findings.add(Finding.of(FindingCode.RATE_MISSING, "", currency.code(), wanted));
    }
  }

  private static void settledLongAgo(
      Assessment assessment, List<String> files, List<Finding> findings) {
    LocalDate newest = assessment.newestFact();
    if (newest == null
        || assessment.portfolio().open() > 0
        || !newest.isBefore(assessment.asOf().minusDays(LONG_AGO_DAYS))) {
      return;
    }
    String file = files.size() == 1 ? files.getFirst() : "";
    findings.add(
        Finding.of(
                FindingCode.ALL_SETTLED_LONG_AGO,
                file,
                "newest date " + newest,
                "something open on " + assessment.asOf())
            .withRemedy("Ask for a day inside the book, for example --as-of " + newest));
  }
}
