package dunnage.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Who gets worse, or better, since when.
@Command(
    name = "alarms",
    mixinStandardHelpOptions = true,
    subcommands = AlarmsCommand.Everything.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "Who gets worse, or better, since when.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage alarms list%n\
          dunnage alarms list --state all --csv%n\
        %nUsage:\s""",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%n")
final class AlarmsCommand {

  @Command(name = "list", mixinStandardHelpOptions = true, header = "Alarms, the newest first.")
  static final class Everything implements Task {
    @Option(
        names = "--state",
        paramLabel = "STATE",
        description = "open (default), acknowledged, gone or all.")
    String state = "open";

    @Mixin Rows rows = new Rows();

    @Override
    public ExitCode run(Terminal terminal) {
      Rows.Columns columns =
          new Rows.Columns()
              .with("Debtor", "debtor", row -> row.at("debtor").text("name"))
              .with("Since", "since", row -> row.text("since"))
              .with("", "direction", row -> row.text("direction"))
              .with("What", "words", row -> row.text("words"))
              .with("State", "state", row -> row.text("state"))
              .with("Id", "id", row -> row.text("id"));
      rows.show(
          ApiClient.of(terminal),
          "/alarms?limit=500" + DebtorsCommand.query("state", state),
          columns,
          "No alarms.",
          terminal);
      return ExitCode.OK;
    }
  }
}
