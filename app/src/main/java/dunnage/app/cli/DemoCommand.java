package dunnage.app.cli;

import dunnage.app.cli.AssessInput.Assessed;
import dunnage.formats.ReadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
  private static final String RESOURCES = "/dunnage/sample/";

  /// `as-of` and the day on the first line, then one file name per line.
  private static final String INDEX = "index.txt";

  private static final String DAY = "as-of ";
  private static final String ABOUT = "README.txt";

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
    List<String> index = index();
    LocalDate written = LocalDate.parse(index.getFirst().substring(DAY.length()));
    LocalDate day =
        pageOnly
            ? written
            : SampleDates.of(home.resolve("sample"), written, Today.in(terminal.environment()));
    List<String> files =
        layOut(
            home.resolve("sample"),
            index.subList(1, index.size()),
            ChronoUnit.DAYS.between(written, day));
    ExitCode said = print(home, index, day, files, terminal);
    if (pageOnly) {
      return said;
    }
    return new DemoDesk(port, once, !noBrowser).serve(files, terminal);
  }

  private ExitCode print(
      Path home, List<String> index, LocalDate day, List<String> files, Terminal terminal) {
    Path page = html == null ? home.resolve("demo.html") : PageFile.check(html, files, List.of());
    Assessed assessed = AssessInput.read(files, List.of(), null, ReadOptions.recognise(), day);
    AssessReport.headline(assessed.assessment(), terminal);
    DebtorSection.print(assessed.assessment(), DEBTORS_SHOWN, "the page has all", terminal);
    PageFile.write(page, assessed, index.subList(1, index.size()));
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

  /// @param days by which every day in them is later than it was written
  private static List<String> layOut(Path folder, List<String> names, long days) {
    List<String> files = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      lay(ABOUT, folder);
      for (String name : names) {
        Path file = lay(name, folder);
        if (days != 0) {
          Files.writeString(file, SampleDates.later(Files.readString(file), days));
        }
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

  private static Path lay(String name, Path folder) throws IOException {
    try (InputStream in = resource(name)) {
      Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    return folder.resolve(name);
  }

  private static List<String> index() {
    try (InputStream in = resource(INDEX)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    InputStream in = DemoCommand.class.getResourceAsStream(RESOURCES + name);
    if (in == null) {
      throw new IllegalStateException("the sample lacks " + name);
    }
    return in;
  }
}
