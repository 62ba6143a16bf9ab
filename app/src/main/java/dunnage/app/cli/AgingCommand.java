package dunnage.app.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How old what is owed on a server is.
@Command(
    name = "aging",
    mixinStandardHelpOptions = true,
    header = "How old what is owed is: today, or at the end of any day before.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage aging%n\
          dunnage aging --on 2025-12-31%n\
          dunnage aging --debtors EUR           by debtor, who owes most first%n\
        %nUsage:\s""",
    optionListHeading = "%n")
final class AgingCommand implements Task {

  @Option(names = "--on", paramLabel = "DATE", description = "The day to show, like 2025-12-31.")
  String on = "";

  @Option(names = "--debtors", paramLabel = "CUR", description = "By debtor, in one currency.")
  String currency = "";

  @Mixin Rows rows = new Rows();

  @Override
  public ExitCode run(Terminal terminal) {
    ApiClient server = ApiClient.of(terminal);
    if (!currency.isEmpty()) {
      Rows.Columns columns =
          new Rows.Columns().with("Debtor", "debtor", row -> row.at("debtor").text("name"));
      columns(columns, row -> row.at("aging"));
      String path =
          "/aging/debtors?limit=500"
              + DebtorsCommand.query("currency", currency)
              + DebtorsCommand.query("on", on);
      rows.show(server, path, columns, "Nothing was open.", terminal);
      return ExitCode.OK;
    }
    JsonTree aging =
        server.get("/aging" + (on.isEmpty() ? "" : "?on=" + ApiClient.encoded(on))).json();
    if (rows.format.json) {
      terminal.out().println(aging.json());
      return ExitCode.OK;
    }
    Rows.Columns columns =
        new Rows.Columns().with("Currency", "currency", row -> row.at("open").text("currency"));
    columns(columns, row -> row);
    if (rows.forPeople()) {
      terminal.out().println("At the end of " + aging.text("on"));
    }
    rows.show(aging.list("currencies"), columns, "Nothing was open.", terminal);
    return ExitCode.OK;
  }

  private static void columns(Rows.Columns columns, java.util.function.UnaryOperator<JsonTree> of) {
    columns.with(">Open", "open", row -> of.apply(row).at("open").text("amount"));
    List<String> codes = new ArrayList<>(List.of("not_due", "1-30", "31-60", "61-90", "90+"));
    for (String code : codes) {
      columns.with(">" + code.replace('_', ' '), code, row -> bucket(of.apply(row), code));
    }
    columns.with(">Disputed", "disputed", row -> of.apply(row).at("disputed").text("amount"));
  }

  private static String bucket(JsonTree row, String code) {
    return row.list("buckets").stream()
        .filter(bucket -> bucket.text("bucket").equals(code))
        .map(bucket -> bucket.at("amount").text("amount"))
        .findFirst()
        .orElse("");
  }
}
