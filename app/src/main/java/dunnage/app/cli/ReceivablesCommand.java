package dunnage.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The receivables of a server.
@Command(
    name = "receivables",
    mixinStandardHelpOptions = true,
    subcommands = ReceivablesCommand.Everything.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "Receivables on the server: who owes what, since when.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage receivables list --overdue%n\
          dunnage receivables list --debtor C-1041 --state all --csv%n\
        %nUsage:\s""",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%n")
final class ReceivablesCommand {

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      header = "Receivables, those due first first.")
  static final class Everything implements Task {
    @Option(names = "--debtor", paramLabel = "DEBTOR", description = "Number, name or id.")
    String debtor = "";

    @Option(
        names = "--state",
        paramLabel = "STATE",
        description = "open (default), settled or all.")
    String state = "open";

    @Option(names = "--overdue", description = "Only what is past its due date.")
    boolean overdue;

    @Option(names = "--currency", paramLabel = "CUR", description = "Only this currency.")
    String currency = "";

    @Mixin Rows rows = new Rows();

    @Override
    public ExitCode run(Terminal terminal) {
      ApiClient server = ApiClient.of(terminal);
      String of = debtor.isEmpty() ? "" : DebtorName.find(server, debtor).text("id");
      String chosen =
          DebtorsCommand.query("debtor", of)
              + DebtorsCommand.query("state", state)
              + DebtorsCommand.query("currency", currency)
              + (overdue ? "&overdue=true" : "");
      table(server, chosen, rows, "There are none.", terminal);
      return ExitCode.OK;
    }
  }

  /// @param chosen more of the query, from its `&` on
  static void table(ApiClient server, String chosen, Rows rows, String nothing, Terminal terminal) {
    Rows.Columns columns =
        new Rows.Columns()
            .with("Debtor", "debtor", row -> row.at("debtor").text("name"))
            .with("Number", "number", ReceivablesCommand::number)
            .with("Due", "due", row -> row.text("due"))
            .with(">Open", "open", row -> row.at("open").text("amount"))
            .with("Cur", "currency", row -> row.at("open").text("currency"))
            .with(">Days late", "days_late", row -> row.text("days_late"))
            .with("", "disputed", row -> row.flag("disputed") ? "disputed" : "");
    rows.show(server, "/receivables?limit=500" + chosen, columns, nothing, terminal);
  }

  private static String number(JsonTree row) {
    return (row.text("number") + " " + row.text("part")).strip();
  }
}
