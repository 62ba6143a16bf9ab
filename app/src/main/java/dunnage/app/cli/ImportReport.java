package dunnage.app.cli;

import java.io.PrintStream;

/// What became of a file, for a person.
final class ImportReport {

  private static final int TOLD = 8;

  private ImportReport() {}

  static void print(String file, JsonTree answer, Terminal terminal) {
    PrintStream out = terminal.out();
    String first = answer.text("duplicate_of");
    if (!first.isEmpty()) {
      out.printf(
          "%s was imported before, as %s (%s). Nothing was done.%n", file, first, state(answer));
      out.println("  To take it all the same: --again");
      return;
    }
    out.printf("%s  %s  %s  %s%n", file, answer.text("kind"), answer.text("id"), state(answer));
    JsonTree error = answer.at("error");
    if (!error.text("detail").isEmpty()) {
      out.println("  " + error.text("detail"));
    }
    JsonTree receipt = answer.at("receipt");
    if (receipt.text("lines_in").isEmpty()) {
      return;
    }
    out.printf(
        "  lines     %s = %s accepted + %s rejected%n",
        receipt.text("lines_in"), receipt.text("accepted"), receipt.text("rejected"));
    out.printf(
        "  facts     %s new, %s changed, %s known already%n",
        receipt.text("added"), receipt.text("changed"), receipt.text("same"));
    for (JsonTree money : receipt.list("money")) {
      out.printf(
          "  money     %s %s accepted, %s rejected%n",
          money.text("currency"), money.text("accepted"), money.text("rejected"));
    }
    for (JsonTree open : receipt.list("open")) {
      out.printf(
          "  owed      %s %s before, %s after%n",
          open.text("currency"), open.text("before"), open.text("after"));
    }
    receipt.list("changes").stream()
        .limit(TOLD)
        .forEach(
            change ->
                out.printf(
                    "  changed   line %s, %s: %s %s → %s%n",
                    change.text("line"),
                    change.text("subject"),
                    change.text("field"),
                    change.text("before"),
                    change.text("after")));
    receipt.list("problems").stream()
        .limit(TOLD)
        .forEach(
            problem ->
                out.printf(
                    "  rejected  line %s: %s%n", problem.text("line"), problem.text("problem")));
    if (answer.text("state").equals("committed")) {
      out.printf("  to undo   dunnage imports undo %s --reason \"…\"%n", answer.text("id"));
    }
  }

  private static String state(JsonTree answer) {
    return switch (answer.text("state")) {
      case "previewed" -> "looked at, not recorded";
      case "committed" -> "recorded";
      case "undone" -> "taken back";
      case "failed" -> "not recorded";
      default -> answer.text("state");
    };
  }
}
