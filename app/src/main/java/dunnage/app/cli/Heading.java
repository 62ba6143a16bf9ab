package dunnage.app.cli;

/// The name of a section, after a blank line.
final class Heading {

  private Heading() {}

  static void print(String words, Terminal terminal) {
    terminal.out().println();
    terminal
        .out()
        .println(
            terminal.colour()
                ? "\u001b[1m" + words + "\u001b[0m"
                : words.toUpperCase(java.util.Locale.ROOT));
  }
}
