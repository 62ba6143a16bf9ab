package dunnage.app.cli;

import java.util.ArrayList;
import java.util.List;

/// Finds the debtor that a person named in words.
final class DebtorName {

  private static final int SHOWN = 5;

  private DebtorName() {}

  /// @param given an id like `deb_…`, a customer number, or words of the name
  /// @return the debtor as the API shows it
  /// @throws Stop 4 if nobody is found, 2 if several are
  static JsonTree find(ApiClient server, String given) {
    if (given.startsWith("deb_")) {
      return server.get("/debtors/" + ApiClient.encoded(given)).json();
    }
    List<JsonTree> found =
        server.get("/debtors?limit=50&q=" + ApiClient.encoded(given)).json().list("data");
    List<JsonTree> exact = new ArrayList<>();
    for (JsonTree one : found) {
      if (one.text("number").equals(given) || one.text("name").equalsIgnoreCase(given)) {
        exact.add(one);
      }
    }
    List<JsonTree> meant = exact.isEmpty() ? found : exact;
    if (meant.isEmpty()) {
      throw new Stop(ExitCode.NOT_FOUND, "No debtor is found by " + given + ".");
    }
    if (meant.size() > 1) {
      StringBuilder said = new StringBuilder(given + " could be more than one; give its id:");
      meant.stream()
          .limit(SHOWN)
          .forEach(
              one ->
                  said.append("\n  ").append(one.text("id")).append("  ").append(one.text("name")));
      throw new Stop(ExitCode.USAGE, said.toString());
    }
    return meant.getFirst();
  }
}
