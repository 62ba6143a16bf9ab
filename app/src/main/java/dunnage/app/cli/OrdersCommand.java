package dunnage.app.cli;

import dunnage.kernel.money.Money;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Orders, asked about before they are shipped.
@Command(
    name = "orders",
    mixinStandardHelpOptions = true,
    subcommands = OrdersCommand.Check.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "Hold, ask or ship: whether an order may go out.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage orders check C-1041 "12000 EUR"%n\
          dunnage orders check huaqiang "12000 EUR" --order PO-88 --reserve%n\
        %nUsage:\s""",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%n")
final class OrdersCommand {

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Whether an order may be shipped, with the numbers and what would turn a no.",
      footer = {
        "",
        "Exit codes: 0 ship, 3 on other terms or ask credit control, 5 hold; 2 usage, 4 no such debtor."
      })
  static final class Check implements Task {
    @Parameters(index = "0", paramLabel = "DEBTOR", description = "Number, name or id.")
    String debtor = "";

    @Parameters(index = "1", paramLabel = "AMOUNT", description = "Like \"12000 EUR\".")
    String amount = "";

    @Option(names = "--order", paramLabel = "NUMBER", description = "The order's number.")
    @Nullable String order;

    @Option(
        names = "--terms",
        paramLabel = "TERMS",
        description =
            "Days like 30, open_account, shorter_terms, deposit_and_balance or prepayment; the usual ones when left out.")
    @Nullable String terms;

    @Option(names = "--deposit", paramLabel = "AMOUNT", description = "Paid before shipment.")
    @Nullable String deposit;

    @Option(names = "--reserve", description = "Keep the headroom for it, for a day.")
    boolean reserve;

    @Option(names = "--json", description = "As the API gives it.")
    boolean json;

    @Override
    public ExitCode run(Terminal terminal) {
      Money money = AmountText.positive("AMOUNT", amount, null, "12000 EUR");
      ApiClient server = ApiClient.of(terminal);
      JsonTree who = DebtorName.find(server, debtor);
      Map<String, @Nullable Object> body = new LinkedHashMap<>();
      body.put("debtor", who.text("id"));
      body.put("amount", money);
      body.put("order", order);
      body.put("terms", terms);
      body.put(
          "deposit",
          deposit == null
              ? null
              : AmountText.positive("--deposit", deposit, money.currency(), "3000 EUR"));
      body.put("reserve", reserve);
      ApiClient.Answer answer = server.post("/orders/check", body);
      if (json) {
        terminal.out().println(answer.body());
      } else {
        print(who.text("name"), answer.json(), terminal.out());
      }
      return switch (answer.json().text("decision")) {
        case "ship" -> ExitCode.OK;
        case "hold" -> ExitCode.REFUSED;
        default -> ExitCode.PARTIAL;
      };
    }

    private static void print(String name, JsonTree answer, PrintStream out) {
      out.println(name + ": " + answer.text("sentence") + ".");
      JsonTree numbers = answer.at("numbers");
      line(out, "order", numbers.money("order"));
      line(out, "limit", numbers.money("limit"));
      line(out, "exposure", numbers.money("exposure"));
      line(out, "with the order", numbers.money("after"));
      line(out, "overdue", numbers.money("overdue"));
      line(out, "grade", numbers.text("grade"));
      JsonTree turned = answer.at("what_would_ship");
      line(out, "would ship", turned.text("words"));
      JsonTree reserved = answer.at("reservation");
      if (!reserved.missing()) {
        line(
            out,
            "reserved",
            reserved.money("amount")
                + " until "
                + reserved.text("expires_at")
                + ", "
                + reserved.text("id"));
      }
      line(out, "check", answer.text("id"));
    }

    private static void line(PrintStream out, String name, String value) {
      if (!value.isEmpty()) {
        out.printf("  %-15s %s%n", name, value);
      }
    }
  }
}
