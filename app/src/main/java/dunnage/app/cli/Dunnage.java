package dunnage.app.cli;

import dunnage.app.platform.Server;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The door of the command line.
public final class Dunnage {

  private static final int OUT_BUFFER_BYTES = 1 << 16;

  @Command(
      name = "dunnage",
      mixinStandardHelpOptions = true,
      version = "dunnage 0.1.0",
      subcommands = {
        AssessCommand.class,
        PriceCommand.class,
        BacktestCommand.class,
        ReadCommand.class,
        InterestCommand.class,
        LimitationCommand.class,
        PayoutsCommand.class,
        BundleCommand.class,
        VerifyCommand.class,
        DemoCommand.class,
        ServeCommand.class,
        ConfigCommand.class,
        OrganisationsCommand.class,
        ExportCommand.class,
        ImportCommand.class,
        ImportsCommand.class,
        EvidenceCommand.class,
        DebtorsCommand.class,
        ReceivablesCommand.class,
        AgingCommand.class,
        OrdersCommand.class,
        AlarmsCommand.class,
        ScoresCommand.class,
        SimulateCommand.class,
        CommandLine.HelpCommand.class
      },
      synopsisSubcommandLabel = "COMMAND",
      header = "Dunnage reads receivables and says who owes, who is late, and what to do.",
      synopsisHeading =
          """
          %nExamples:%n\
            dunnage demo                                       assess a sample exporter%n\
            dunnage assess receivables.csv                     who owes, who is late, what to do%n\
            dunnage assess *.csv bank.xml --as-of 2026-03-31   as the book stood at the end of that day%n\
            dunnage read export.xlsx                           what is this file, what is wrong with it%n\
            dunnage serve                                      the server, on this machine%n\
            dunnage interest --law DE --amount "3089.00 EUR" --due 2025-04-16%n\
              what the law adds for late payment, step by step, with sources%n\
            dunnage limitation --rule DE-REG --due 2024-03-15  when the claim expires, and why%n\
            dunnage price book.csv --terms bank.txt            what a financier would take, pay and cost%n\
            dunnage payouts settlements/*.txt                  does a marketplace still pay on time%n\
            dunnage bundle claim/                              documents into one file that proves them%n\
            dunnage verify claim.asice                         are they unchanged? anyone can ask%n\
          %nUsage:\s""",
      commandListHeading = "%nCommands:%n",
      optionListHeading = "%n",
      footer = {
        "",
        "Results go to standard output, talk to standard error.",
        "Exit codes: 0 ok, 1 failure, 2 usage, 3 rows left out, 4 not found, 5 refused."
      })
  private static final class Root {}

  private Dunnage() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] arguments) {
    StandardOutput standard = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(standard, OUT_BUFFER_BYTES), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    boolean interactive = "1".equals(System.getenv("DUNNAGE_TTY"));
    if (!java.util.Arrays.asList(arguments).contains("serve")) {
      Server.javaProblem().ifPresent(err::println);
    }
    int code = run(arguments, new Terminal(out, err, System.getenv(), interactive));
    out.flush();
    String problem = standard.problem();
    if (problem != null) {
      err.println(problem);
      code = ExitCode.FAILURE.code();
    }
    System.exit(code);
  }

  /// Runs one command and returns its exit code; never throws.
  static int run(String[] arguments, Terminal terminal) {
    boolean debug = java.util.Arrays.asList(arguments).contains("--debug");
    String[] rest =
        java.util.Arrays.stream(arguments).filter(a -> !a.equals("--debug")).toArray(String[]::new);
    try {
      return dispatch(rest, terminal).code();
    } catch (Stop stop) {
      terminal.err().println(stop.getMessage());
      return stop.exit().code();
    } catch (OutOfMemoryError tooMuch) {
      terminal
          .err()
          .println(
              "These files need more memory than was allowed. Give more, for example DUNNAGE_HEAP=6g dunnage …");
      return ExitCode.REFUSED.code();
    } catch (RuntimeException | StackOverflowError bug) {
      return unexpected(bug, debug, terminal.err());
    }
  }

  private static int unexpected(Throwable bug, boolean debug, PrintStream err) {
    String what =
        bug.getMessage() == null ? "" : ": " + bug.getMessage().lines().findFirst().orElse("");
    err.println(
        "Something went wrong inside Dunnage (" + bug.getClass().getSimpleName() + what + ").");
    if (debug) {
      bug.printStackTrace(err);
    } else {
      err.println("Run it again with --debug to see where.");
    }
    return ExitCode.FAILURE.code();
  }

  private static ExitCode dispatch(String[] arguments, Terminal terminal) {
    CommandLine line = new CommandLine(new Root());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(Math.min(terminal.columns(), 120));
    line.setOut(new PrintWriter(terminal.out(), true));
    Ansi ansi = terminal.colour() ? Ansi.ON : Ansi.OFF;
    line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
    if (arguments.length == 0) {
      line.usage(terminal.err(), ansi);
      return ExitCode.USAGE;
    }
    ParseResult parsed;
    try {
      parsed = line.parseArgs(arguments);
    } catch (ParameterException wrong) {
      throw new Stop(ExitCode.USAGE, complaint(wrong));
    }
    if (CommandLine.executeHelpRequest(parsed) != null) {
      return ExitCode.OK;
    }
    ParseResult sub = parsed;
    while (sub.hasSubcommand()) {
      sub = sub.subcommand();
    }
    if (sub.commandSpec().userObject() instanceof Task task) {
      return task.run(terminal);
    }
    line.usage(terminal.err(), ansi);
    return ExitCode.USAGE;
  }

  private static String complaint(ParameterException wrong) {
    String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
    StringBuilder text = new StringBuilder(String.valueOf(wrong.getMessage()));
    if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      text.append("\nDid you mean: ")
          .append(String.join(" or ", unmatched.getSuggestions()))
          .append("?");
    }
    return text.append("\nTry: ").append(name).append(" --help").toString();
  }
}
