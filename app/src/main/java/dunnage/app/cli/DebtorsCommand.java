package dunnage.app.cli;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The debtors of a server.
@Command(
    name = "debtors",
    mixinStandardHelpOptions = true,
    subcommands = {DebtorsCommand.Everyone.class, DebtorsCommand.Show.class},
    synopsisSubcommandLabel = "COMMAND",
    header = "Debtors on the server: list and search them, look at one.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage debtors list%n\
          dunnage debtors list huaqiang          finds 深圳市华强 too%n\
          dunnage debtors show C-1041%n\
        %nUsage:\s""",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%n")
final class DebtorsCommand {

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      header = "Every debtor, or those that some words find.")
  static final class Everyone implements Task {
    @Parameters(
        arity = "0..*",
        paramLabel = "WORDS",
        description = "Words of a name in any script, a number, an identifier, a contact.")
    List<String> words = List.of();

    @Option(names = "--country", paramLabel = "CC", description = "ISO 3166 code, like CN.")
    String country = "";

    @Option(names = "--group", paramLabel = "NAME", description = "Debtors of this group.")
    String group = "";

    @Mixin Rows rows = new Rows();

    @Override
    public ExitCode run(Terminal terminal) {
      String path =
          "/debtors?limit=500"
              + query("q", String.join(" ", words))
              + query("country", country)
              + query("group", group);
      Rows.Columns columns =
          new Rows.Columns()
              .with("Debtor", "name", row -> row.text("name"))
              .with("Number", "number", row -> row.text("number"))
              .with("Country", "country", row -> row.text("country"))
              .with("Id", "id", row -> row.text("id"));
      String nobody =
          words.isEmpty()
              ? "No debtors yet. Bring some in with: dunnage import receivables.csv"
              : "Nobody is found by " + String.join(" ", words) + ".";
      rows.show(ApiClient.of(terminal), path, columns, nobody, terminal);
      return ExitCode.OK;
    }
  }

  /// A part of a query; empty for nothing.
  static String query(String name, String value) {
    return value.isEmpty() ? "" : "&" + name + "=" + ApiClient.encoded(value);
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      header = "One debtor, with contacts and what is open.")
  static final class Show implements Task {
    @Parameters(paramLabel = "DEBTOR", description = "Number, name, or id like deb_….")
    String debtor = "";

    @Option(names = "--json", description = "As the API gives it.")
    boolean json;

    @Override
    public ExitCode run(Terminal terminal) {
      ApiClient server = ApiClient.of(terminal);
      JsonTree found = DebtorName.find(server, debtor);
      PrintStream out = terminal.out();
      if (json) {
        out.println(found.json());
        return ExitCode.OK;
      }
      out.println(found.text("name"));
      line(out, "number", found.text("number"));
      line(out, "id", found.text("id"));
      line(out, "country", found.text("country"));
      line(out, "language", found.text("language"));
      line(out, "time zone", found.text("time_zone"));
      line(out, "group", found.text("group"));
      line(out, "terms", found.text("terms"));
      line(out, "note", found.text("note"));
      line(out, "part of", found.text("merged_into"));
      String id = found.text("id");
      server.each(
          "/debtors/" + id + "/contacts?limit=500",
          contact ->
              line(
                  out,
                  contact.text("role").replace('_', ' '),
                  String.join(
                      "  ",
                      List.of(
                          contact.text("name"), contact.text("email"), contact.text("phone")))));
      out.println();
      ReceivablesCommand.table(server, "&debtor=" + id, new Rows(), "Nothing is open.", terminal);
      return ExitCode.OK;
    }

    private static void line(PrintStream out, String name, String value) {
      if (!value.isBlank()) {
        out.printf("  %-18s %s%n", name, value.strip().replace('\n', ' '));
      }
    }
  }
}
