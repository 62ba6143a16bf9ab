package dunnage.app.cli;

import dunnage.kernel.forecast.Backtest;
import dunnage.kernel.forecast.BacktestResult;
import dunnage.kernel.forecast.Prediction;
import dunnage.kernel.ledger.Book;
import java.nio.file.Path;
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
    header = "How far off forecasts of your own history would have been.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage backtest receivables.csv                        how far off the forecast would have been%n\
          dunnage backtest book.csv --from 2025-07-01 --json      only receivables issued from that day%n\
          dunnage backtest book.csv --predictions out.csv         every forecast beside what happened%n\
        %nUsage:\s""",
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
    LocalDate first = from == null ? null : Day.written("--from", from, "2025-07-01");
    Intake.mustExist(files);
    Path out = predictions == null ? null : PredictionsFile.check(predictions, files);
    BookInput input = BookInput.read(files, recognition.toReadOptions());
    Book book = input.book();
    LocalDate until = Backtest.lastKnownDay(book);
    List<Prediction> all = new ArrayList<>();
    BacktestResult result =
        Backtest.run(book, first, until == null ? LocalDate.EPOCH : until, all::add);
    if (out != null) {
      PredictionsFile.write(out, all);
      terminal.err().println("The forecasts are in " + out);
    }
    if (json) {
      BacktestReport.json(result, until, input.findings(), terminal);
    } else {
      BacktestReport.print(result, first, until, terminal);
      FindingsSection.print(input.findings(), terminal);
    }
    return input.exit();
  }
}
