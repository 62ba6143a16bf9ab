package dunnage.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// One command as the user would type it, off a terminal, on 2026-03-31.
record Run(int code, String out, String err) {

  static Run of(String... arguments) {
    return in(Map.of(), arguments);
  }

  static Run in(Map<String, String> environment, String... arguments) {
    Map<String, String> all = new HashMap<>(Map.of("DUNNAGE_TODAY", "2026-03-31"));
    all.putAll(environment);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            all,
            false);
    int code = Dunnage.run(arguments, terminal);
    terminal.out().flush();
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
