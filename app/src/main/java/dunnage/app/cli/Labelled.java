package dunnage.app.cli;

/// Lines of a document with a label in front, wrapped under their text.
final class Labelled {

  private static final int LABEL_CELLS = 14;
  private static final int LEAST_CELLS = 30;

  private Labelled() {}

  static void print(String label, String text, Terminal terminal) {
    String lead = label + " ".repeat(Math.max(1, LABEL_CELLS - DisplayWidth.of(label)));
    int cells = Math.max(LEAST_CELLS, terminal.columns() - LABEL_CELLS);
    for (String line : DisplayWidth.wrap(text, cells)) {
      terminal.out().println((lead + line).stripTrailing());
      lead = " ".repeat(LABEL_CELLS);
    }
  }

  /// A paragraph with a dash in front.
  static void item(String text, Terminal terminal) {
    String lead = "– ";
    for (String line : DisplayWidth.wrap(text, terminal.columns() - 2)) {
      terminal.out().println(lead + line);
      lead = "  ";
    }
  }

  static void sentence(String text, Terminal terminal) {
    DisplayWidth.wrap(text, terminal.columns()).forEach(terminal.out()::println);
  }
}
