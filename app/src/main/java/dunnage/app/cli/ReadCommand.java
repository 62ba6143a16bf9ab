package dunnage.app.cli;

import dunnage.formats.FileReport;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What is this file, what is in it, what is wrong with it?
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "What a file is, what is in it and what is wrong with it.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage read export.csv                          what it is, what counts, what is wrong%n\
          dunnage read export.csv --map due="Fecha vto"    say which column is the due date%n\
          dunnage read invoices/*.xml --json               the same, for programs%n\
        %nUsage:\s""",
    parameterListHeading = "%n")
final class ReadCommand implements Task {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV, TSV, XLSX, UBL invoices, camt.053 statements.")
  List<String> files = new ArrayList<>();

  @Option(
      names = "--json",
      description = "Write JSON: one object for one file, {\"files\":[…]} for several.")
  boolean json;

  @Mixin RecognitionOptions recognition = new RecognitionOptions();

  @Override
  public ExitCode run(Terminal terminal) {
    Intake.mustExist(files);
    List<FileReport> reports = Intake.read(files, recognition.toReadOptions(), fact -> {});
    if (json) {
      ReadJson.write(reports, terminal.out());
    } else {
      ReadReport.print(reports, terminal);
    }
    return Intake.exit(reports);
  }
}
