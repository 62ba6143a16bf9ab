package dunnage.app.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Imports that were made.
@Command(
    name = "imports",
    mixinStandardHelpOptions = true,
    subcommands = {
      ImportsCommand.Everything.class,
      ImportsCommand.Show.class,
      ImportsCommand.Undo.class
    },
    synopsisSubcommandLabel = "COMMAND",
    header = "Imports that were made: list them, look at one, take one back.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage imports list%n\
          dunnage imports show imp_…%n\
          dunnage imports undo imp_… --reason "wrong year"%n\
        %nUsage:\s""",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%n")
final class ImportsCommand {

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      header = "Every import, the newest first.")
  static final class Everything implements Task {
    @Override
    public ExitCode run(Terminal terminal) {
      ApiClient.of(terminal)
          .each(
              "/imports?limit=500",
              row ->
                  terminal
                      .out()
                      .printf(
                          "%s  %s  %-10s  %s%n",
                          row.text("id"),
                          row.text("received_at").substring(0, 10),
                          row.text("state"),
                          row.text("name")));
      return ExitCode.OK;
    }
  }

  @Command(name = "show", mixinStandardHelpOptions = true, header = "What became of one import.")
  static final class Show implements Task {
    @Parameters(paramLabel = "ID", description = "Its id, like imp_….")
    String id = "";

    @Override
    public ExitCode run(Terminal terminal) {
      JsonTree one = ApiClient.of(terminal).get("/imports/" + ApiClient.encoded(id)).json();
      ImportReport.print(one.text("name"), one, terminal);
      return ExitCode.OK;
    }
  }

  @Command(
      name = "undo",
      mixinStandardHelpOptions = true,
      header = "Take back everything one import recorded.")
  static final class Undo implements Task {
    @Parameters(paramLabel = "ID", description = "Its id, like imp_….")
    String id = "";

    @Option(names = "--reason", required = true, paramLabel = "WORDS", description = "Why.")
    String reason = "";

    @Override
    public ExitCode run(Terminal terminal) {
      JsonTree undone =
          ApiClient.of(terminal)
              .post("/imports/" + ApiClient.encoded(id) + "/undo", Map.of("reason", reason))
              .json();
      terminal.out().println(undone.text("name") + " is taken back.");
      return ExitCode.OK;
    }
  }
}
