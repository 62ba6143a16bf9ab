package dunnage.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Takes the whole book away.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Save the whole book of the organisation as a ZIP of CSV tables.",
    description = {
      "Debtors, orders, receivables, receipts with what they pay, events, rates, contacts, titles.",
      "dunnage import takes the file: here it changes nothing, elsewhere it makes the same book."
    },
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage export%n\
          dunnage export --out book.zip%n\
        %nUsage:\s""",
    optionListHeading = "%n",
    footer = {"", "Exit codes: 0 saved, 2 usage, 4 no such folder, 5 not allowed."})
final class ExportCommand implements Task {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to. dunnage-export-DAY.zip in the current folder.")
  @Nullable String out;

  @Override
  public ExitCode run(Terminal terminal) {
    ApiClient server = ApiClient.of(terminal);
    String name = "dunnage-export-" + Today.in(terminal.environment()) + ".zip";
    String written = out == null ? name : out;
    Path file = OutputFile.check("--out", written, name, List.of());
    OutputFile.writeBytes(file, "The export", into -> server.download("/export", into));
    try {
      terminal
          .out()
          .println(String.format(Locale.ROOT, "%s  %,d bytes", written, Files.size(file)));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return ExitCode.OK;
  }
}
