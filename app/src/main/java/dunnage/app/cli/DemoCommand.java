package dunnage.app.cli;

import dunnage.app.cli.AssessInput.Assessed;
import dunnage.formats.ReadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Assesses the sample exporter that comes with Dunnage. Its files are laid out beside the page, so
/// that one can open them and try other commands on them.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Assess a sample exporter.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage demo                       its sentence, its ten first lines, a page%n\
          dunnage demo --html page.html      the page where you want it%n\
        %nUsage:\s""",
    optionListHeading = "%n")
final class DemoCommand implements Task {

  private static final int DEBTORS_SHOWN = 10;
  private static final String RESOURCES = "/dunnage/sample/";

  /// The day on which the sample is assessed, as `as_of`.
  private static final String PROPERTIES = "sample.properties";

  private static final List<String> FILES = List.of("receivables.csv", "payments.csv", "events.csv", "bank.xml");
  private static final String ABOUT = "README.txt";

  @Option(names = "--html", paramLabel = "OUT", description = "Where to write the page.")
  @Nullable String html;

  @Override
  public ExitCode run(Terminal terminal) {
    Path home = home(terminal.environment());
    LocalDate day = LocalDate.parse(properties().getProperty("as_of"));
    List<String> files = layOut(home.resolve("sample"));
    Path page =
        html == null ? home.resolve("demo.html") : PageFile.check(html, files, List.of());
    Assessed assessed = AssessInput.read(files, List.of(), null, ReadOptions.recognise(), day);
    AssessReport.headline(assessed.assessment(), terminal);
    DebtorSection.print(assessed.assessment(), DEBTORS_SHOWN, "the page has all", terminal);
    PageFile.write(page, assessed, files);
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

  private static List<String> layOut(Path folder) {
    List<String> files = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      lay(ABOUT, folder);
      for (String name : FILES) {
        files.add(lay(name, folder).toString());
      }
    } catch (IOException e) {
      throw new Stop(
          ExitCode.FAILURE,
          "The sample could not be written to " + folder + " (" + e.getMessage() + "); choose a place with DUNNAGE_HOME.");
    }
    return files;
  }

  private static Path lay(String name, Path folder) throws IOException {
    try (InputStream in = resource(name)) {
      Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    return folder.resolve(name);
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (Reader in = new InputStreamReader(resource(PROPERTIES), StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static InputStream resource(String name) {
    InputStream in = DemoCommand.class.getResourceAsStream(RESOURCES + name);
    if (in == null) {
      throw new IllegalStateException("the sample lacks " + name);
    }
    return in;
  }
}
