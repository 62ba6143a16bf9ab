package dunnage.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What the risk desk says of each debtor.
@Command(
    name = "scores",
    mixinStandardHelpOptions = true,
    subcommands = ScoresCommand.Everyone.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "What the risk desk says of each debtor, the worst first.",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%n")
final class ScoresCommand {

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      header = "Grade, limit and next step of every debtor, the worst first.")
  static final class Everyone implements Task {
    @Mixin Rows rows = new Rows();

    @Override
    public ExitCode run(Terminal terminal) {
      Rows.Columns columns =
          new Rows.Columns()
              .with("Debtor", "debtor", row -> row.at("debtor").text("name"))
              .with("Grade", "grade", row -> row.text("grade"))
              .with(">Limit", "limit", row -> row.money("limit"))
              .with("Trend", "trend", row -> row.text("trend"))
              .with(">Days late", "days_late", row -> row.text("oldest_days_late"))
              .with("Next step", "next_step", row -> row.text("next_step"));
      rows.show(
          ApiClient.of(terminal),
          "/scores?limit=500",
          columns,
          "No debtor was assessed.",
          terminal);
      return ExitCode.OK;
    }
  }
}
