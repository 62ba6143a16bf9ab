package dunnage.app.cli;

import dunnage.app.cli.AssessInput.Assessed;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Who owes, who is late, what to do.
@Command(
    name = "assess",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Who owes, who is late, what to do.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage assess receivables.csv                         a report in the terminal%n\
          dunnage assess *.csv bank.xml --as-of 2026-03-31       as the book stood at the end of that day%n\
          dunnage assess receivables.csv --html report.html      one page with charts%n\
          dunnage assess receivables.csv --json                  the same, for programs%n\
          dunnage assess receivables.csv --csv                   what is open, for a spreadsheet%n\
          dunnage assess book.csv --base EUR --rates ecb.csv     sums in one currency, with the rate shown%n\
        %nUsage:\s""",
    parameterListHeading = "%n")
final class AssessCommand implements Task {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV, TSV, XLSX, UBL invoices, camt.053 statements.")
  List<String> files = new ArrayList<>();

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "End of which day, like 2026-03-31 (today).")
  @Nullable String asOf;

  @Option(names = "--json", description = "Write JSON to standard output.")
  boolean json;

  @Option(names = "--csv", description = "Write the open receivables as CSV to standard output.")
  boolean csv;

  @Option(names = "--html", paramLabel = "OUT", description = "Write one self-contained page.")
  @Nullable String html;

  @Option(
      names = "--base",
      paramLabel = "CUR",
      description = "Also sum in this currency; needs --rates.")
  @Nullable String base;

  @Option(
      names = "--rates",
      arity = "1",
      paramLabel = "FILE",
      description = "Exchange rates: ECB CSV or XML, or date,from,to,rate; may be repeated.")
  List<String> rates = new ArrayList<>();

  @Mixin RecognitionOptions recognition = new RecognitionOptions();

  @Override
  public ExitCode run(Terminal terminal) {
    LocalDate day = day(asOf, terminal);
    if ((base == null) != rates.isEmpty()) {
      throw new Stop(
          ExitCode.USAGE,
          "--base and --rates go together, for example --base EUR --rates eurofxref-hist.csv.");
    }
    if (json && csv) {
      throw new Stop(ExitCode.USAGE, "Standard output holds one of --json and --csv, not both.");
    }
    Intake.mustExist(files);
    Intake.mustExist(rates);
    Path page = html == null ? null : PageFile.check(html, files, rates);
    Assessed assessed =
        AssessInput.read(
            files,
            rates,
            base == null ? null : RecognitionOptions.currency("--base", base),
            recognition.toReadOptions(),
            day);
    if (page != null && assessed.anythingRead()) {
      PageFile.write(page, assessed, files);
      terminal.err().println("The page is in " + page);
    }
    if (json) {
      AssessJson.write(assessed.assessment(), assessed.findings(), terminal.out());
    } else if (csv) {
      AssessCsv.write(assessed.assessment(), terminal.out());
      FindingsSection.brief(assessed.findings(), terminal);
    } else {
      AssessReport.print(assessed, terminal);
    }
    return assessed.exit();
  }

  static LocalDate day(@Nullable String written, Terminal terminal) {
    return written == null
        ? Today.in(terminal.environment())
        : Day.written("--as-of", written, "2026-03-31");
  }
}
