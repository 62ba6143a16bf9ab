package dunnage.app.cli;

import dunnage.formats.WorldTables;
import dunnage.kernel.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes an invented book whose truth is known, to try things out and to check what is said of it.
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Write an invented book whose truth is known.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage simulate world                                   100 debtors and 10 marketplaces, three years%n\
          dunnage simulate world --seed 7 --debtors 1000           another world, larger%n\
          dunnage simulate world --end 2026-03-31 --years 2        the years up to a day%n\
          dunnage assess world/receivables.csv world/payments.csv  what is said of it; truth.csv tells what is so%n\
        %nUsage:\s""",
    parameterListHeading = "%n")
final class SimulateCommand implements Task {

  private static final int MOST_DEBTORS = 1_000_000;
  private static final int MOST_YEARS = 30;

  /// A debtor lives a year of habits before anything changes.
  private static final int LEAST_YEARS = 2;

  @Parameters(paramLabel = "FOLDER", description = "Where the files go; made if it is not there.")
  String folder = "";

  @Option(names = "--seed", paramLabel = "N", description = "Which world (1).")
  long seed = 1;

  @Option(names = "--debtors", paramLabel = "N", description = "How many debtors (100).")
  int debtors = 100;

  @Option(names = "--years", paramLabel = "N", description = "How many years, 2 to 30 (3).")
  int years = 3;

  @Option(names = "--marketplaces", paramLabel = "N", description = "How many marketplaces (10).")
  int marketplaces = 10;

  @Option(
      names = "--end",
      paramLabel = "DAY",
      description = "Last day of the files, like 2026-03-31 (today).")
  @Nullable String end;

  @Option(names = "--force", description = "Write into a folder that is not empty.")
  boolean force;

  @Option(names = "--json", description = "Tell what was written as JSON.")
  boolean json;

  @Override
  public ExitCode run(Terminal terminal) {
    LocalDate last =
        end == null ? Today.in(terminal.environment()) : Day.written("--end", end, "2026-03-31");
    within("--debtors", debtors, 0, MOST_DEBTORS);
    within("--marketplaces", marketplaces, 0, MOST_DEBTORS);
    within("--years", years, LEAST_YEARS, MOST_YEARS);
    LocalDate first = last.minusYears(years).plusDays(1);
    if (first.getYear() < 1900 || last.getYear() > 2200) {
      throw new Stop(
          ExitCode.USAGE, "--end " + last + " is too far from today; write it like 2026-03-31.");
    }
    Path into = folder();
    try (WorldFolder written = new WorldFolder(into)) {
      WorldTables tables = write(written, first, last);
      written.keep();
      tell(tables, first, last, into, terminal);
    } catch (IOException | UncheckedIOException e) {
      throw new Stop(
          ExitCode.FAILURE, "The world could not be written to " + into + ": " + e.getMessage());
    }
    return ExitCode.OK;
  }

  private WorldTables write(WorldFolder folder, LocalDate first, LocalDate last)
      throws IOException {
    try (WorldTables tables = new WorldTables(last, folder::open)) {
      World.eachDebtor(seed, debtors, first, years, tables::write);
      World.eachMarketplace(seed, marketplaces, first, years, tables::write);
      return tables;
    }
  }

  private static void within(String flag, int value, int least, int most) {
    if (value < least || value > most) {
      throw new Stop(
          ExitCode.USAGE,
          String.format(Locale.ROOT, "%s %d is not between %d and %d.", flag, value, least, most));
    }
  }

  private Path folder() {
    Path into = Path.of(folder).toAbsolutePath().normalize();
    if (Files.exists(into) && !Files.isDirectory(into)) {
      throw new Stop(ExitCode.USAGE, folder + " is a file; name a folder, like world.");
    }
    try {
      Files.createDirectories(into);
      try (Stream<Path> inside = Files.list(into)) {
        if (!force && inside.findAny().isPresent()) {
          throw new Stop(
              ExitCode.REFUSED,
              folder
                  + " is not empty. Name a new folder, or add --force: files of the same names are"
                  + " replaced.");
        }
      }
    } catch (IOException e) {
      throw new Stop(ExitCode.FAILURE, "The folder " + into + " cannot be used: " + e.getMessage());
    }
    return into;
  }

  private void tell(
      WorldTables tables, LocalDate first, LocalDate last, Path into, Terminal terminal) {
    if (json) {
      json(tables, first, last, into, terminal);
      return;
    }
    terminal
        .out()
        .println(
            "World %d, %s to %s: %s and %s."
                .formatted(
                    seed,
                    first,
                    last,
                    Figures.count(debtors, "debtor", "debtors"),
                    Figures.count(marketplaces, "marketplace", "marketplaces")));
    terminal.out().println();
    Table files = new Table("File", ">Rows");
    tables.rows().forEach((name, rows) -> files.row(name, String.format(Locale.ROOT, "%,d", rows)));
    files.print(terminal);
    terminal.out().println();
    Table kinds = new Table("Kind", ">Of them");
    tables
        .kinds()
        .forEach((kind, count) -> kinds.row(kind.code().replace('_', ' '), count.toString()));
    kinds.print(terminal);
    terminal.out().println();
    terminal.out().println("Now:  dunnage assess " + commandFiles() + " --as-of " + last);
    terminal.out().println("truth.csv tells of each debtor what is so.");
  }

  private String commandFiles() {
    List<String> names = new ArrayList<>();
    for (String name :
        List.of(
            WorldTables.RECEIVABLES,
            WorldTables.PAYMENTS,
            WorldTables.ORDERS,
            WorldTables.EVENTS)) {
      names.add(Path.of(folder).resolve(name).toString());
    }
    return String.join(" ", names);
  }

  private void json(
      WorldTables tables, LocalDate first, LocalDate last, Path into, Terminal terminal) {
    try (Json out = new Json(terminal.out())) {
      out.object()
          .text("folder", into.toString())
          .text("seed", Long.toString(seed))
          .date("from", first)
          .date("to", last)
          .number("debtors", debtors)
          .number("marketplaces", marketplaces)
          .object("kinds");
      tables.kinds().forEach((kind, count) -> out.number(kind.code(), count));
      out.end().list("files");
      for (Map.Entry<String, Long> file : tables.rows().entrySet()) {
        out.element()
            .text("name", file.getKey())
            .number("rows", Math.toIntExact(file.getValue()))
            .end();
      }
      out.endList().end();
    }
  }
}
