package dunnage.app.cli;

import java.io.PrintStream;
import java.util.Map;

/// What a command may touch of the world outside.
///
/// @param out data, UTF-8, buffered; flushed at the end
/// @param err talk
/// @param environment variables of the process
/// @param interactive whether a person is watching: allows colour
record Terminal(
    PrintStream out, PrintStream err, Map<String, String> environment, boolean interactive) {

  private static final int DEFAULT_COLUMNS = 100;
  private static final int LEAST_COLUMNS = 60;
  private static final int MOST_COLUMNS = 200;

  /// Width of the report in character cells: `COLUMNS`, within what a table can bear.
  int columns() {
    String set = environment.getOrDefault("COLUMNS", "");
    if (set.isEmpty() || set.length() > 4 || !set.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return DEFAULT_COLUMNS;
    }
    return Math.clamp(Integer.parseInt(set), LEAST_COLUMNS, MOST_COLUMNS);
  }

  /// Whether to colour: never off a terminal, never with `NO_COLOR` (https://no-color.org).
  boolean colour() {
    return interactive
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }
}
