package dunnage.app.cli;

import dunnage.app.cli.AssessInput.Assessed;
import dunnage.app.sample.SampleBook;
import dunnage.formats.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows Dunnage on the sample exporter that comes with it: says what the book says, then serves
/// the desk with it, in a folder of its own. Its files are laid out too, so that one can open them
/// and try other commands on them.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Start the desk on a sample exporter.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage demo                 its sentence, its ten first lines, then the desk%n\
          dunnage demo --once          the same, and end%n\
          dunnage demo --page-only     no server: only a page with charts%n\
        %nUsage:\s""",
    optionListHeading = "%n")
final class DemoCommand implements Task {

  private static final int DEBTORS_SHOWN = 10;

  @Option(names = "--html", paramLabel = "OUT", description = "Where to write the page.")
  @Nullable String html;

  @Option(
      names = "--page-only",
      description = "Start no server: print, and write the page, for the sample's own day.")
  boolean pageOnly;

  @Option(names = "--once", description = "Stop after the print.")
  boolean once;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of the desk; 0 takes a free one. 8080.")
  @Nullable String port;

  @Option(names = "--no-browser", description = "Open no browser.")
  boolean noBrowser;

  @Override
  public ExitCode run(Terminal terminal) {
    Path home = home(terminal.environment());
    LocalDate day =
        pageOnly
            ? SampleBook.written()
            : SampleDates.of(home.resolve("sample"), Today.in(terminal.environment()));
    List<String> files = layOut(home.resolve("sample"), day);
    ExitCode said = print(home, day, files, terminal);
    if (pageOnly) {
      return said;
    }
    return new DemoDesk(port, once, !noBrowser).serve(files, terminal);
  }

  private ExitCode print(Path home, LocalDate day, List<String> files, Terminal terminal) {
    Path page = html == null ? home.resolve("demo.html") : PageFile.check(html, files, List.of());
    Assessed assessed = AssessInput.read(files, List.of(), null, ReadOptions.recognise(), day);
    AssessReport.headline(assessed.assessment(), terminal);
    DebtorSection.print(assessed.assessment(), DEBTORS_SHOWN, "the page has all", terminal);
    PageFile.write(page, assessed, SampleBook.names());
    terminal.out().println();
    terminal.out().println("The page:   " + page);
    terminal.out().println("The files:  " + home.resolve("sample"));
    terminal.out().println("Now yours:  dunnage assess receivables.csv");
    return assessed.exit();
  }

  /// `DUNNAGE_HOME`, else the place the XDG base directory specification names.
  static Path home(Map<String, String> environment) {
    String own = environment.getOrDefault("DUNNAGE_HOME", "");
    if (!own.isEmpty()) {
      return Path.of(own).toAbsolutePath();
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    String user = environment.getOrDefault("HOME", System.getProperty("user.home", "."));
    Path shared = data.isEmpty() ? Path.of(user, ".local", "share") : Path.of(data);
    return shared.resolve("dunnage").toAbsolutePath();
  }

  /// @param day the last of the files
  private static List<String> layOut(Path folder, LocalDate day) {
    List<String> files = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve(SampleBook.ABOUT),
          SampleBook.file(SampleBook.ABOUT, SampleBook.written()));
      for (String name : SampleBook.names()) {
        Path file = folder.resolve(name);
        Files.writeString(file, SampleBook.file(name, day));
        files.add(file.toString());
      }
    } catch (IOException e) {
      throw new Stop(
          ExitCode.FAILURE,
          "The sample could not be written to "
              + folder
              + " ("
              + e.getMessage()
              + "); choose a place with DUNNAGE_HOME.");
    }
    return files;
  }
}
