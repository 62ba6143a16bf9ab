package dunnage.app.cli;

import dunnage.formats.FileReport;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.forecast.Backtest;
import dunnage.kernel.forecast.BacktestResult;
import dunnage.kernel.forecast.Prediction;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.BookBuilder;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// How far to trust the forecast on one's own book.
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = {
      "Examples:",
      "  dunnage backtest receivables.csv                        how far off the forecast would have been",
      "  dunnage backtest book.csv --from 2025-07-01 --json      only receivables issued from that day",
      "  dunnage backtest book.csv --predictions out.csv         every forecast beside what happened",
      ""
    },
    description = "Forecasts each receivable with what was known on its issue date and compares.%n")
final class BacktestCommand implements Task {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV, TSV, XLSX, UBL invoices, camt.053 statements.")
  List<String> files = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "First issue date that is scored, like 2025-07-01.")
  @Nullable String from;

  @Option(
      names = "--predictions",
      paramLabel = "OUT",
      description = "Write every forecast as CSV; q10 to q90 in signed days late.")
  @Nullable String predictions;

  @Option(names = "--json", description = "Write JSON to standard output.")
  boolean json;

  @Mixin RecognitionOptions recognition = new RecognitionOptions();

  @Override
  public ExitCode run(Terminal terminal) {
    LocalDate first = from == null ? null : day(from);
    Intake.mustExist(files);
    Path out = predictions == null ? null : PredictionsFile.check(predictions, files);
    BookBuilder builder = new BookBuilder();
    List<FileReport> reports = Intake.read(files, recognition.toReadOptions(), builder::add);
    Book book = builder.build();
    List<Finding> findings = new ArrayList<>();
    reports.forEach(r -> findings.addAll(r.findings()));
    findings.addAll(book.findings());
    LocalDate until = Backtest.lastKnownDay(book);
    List<Prediction> all = new ArrayList<>();
    BacktestResult result =
        Backtest.run(book, first, until == null ? LocalDate.EPOCH : until, all::add);
    if (out != null) {
      PredictionsFile.write(out, all);
      terminal.err().println("The forecasts are in " + out);
    }
    if (json) {
      BacktestReport.json(result, until, findings, terminal);
    } else {
      BacktestReport.print(result, until, terminal);
      FindingsSection.print(findings, terminal);
    }
    return Intake.exit(reports);
  }

  private static LocalDate day(String written) {
    try {
      return LocalDate.parse(written.strip());
    } catch (DateTimeException notADay) {
      throw new Stop(
          ExitCode.USAGE,
          "--from " + written + " is not a day that exists; write it like --from 2025-07-01.");
    }
  }
}
