package dunnage.app.report;

import dunnage.app.wording.Figures;
import java.io.IOException;

/// A box with a heading: it groups, it does not decorate.
final class Panel {

  private Panel() {}

  /// @param span class of its width in the grid, e.g. `c-8`
  static void open(Html html, String id, String span, String title, String beside)
      throws IOException {
    html.open("section", "class", "panel " + span, "id", id, "aria-labelledby", id + "-h");
    html.open("div", "class", "panel-head").leaf("h2", title, "id", id + "-h");
    if (!beside.isEmpty()) {
      html.leaf("p", beside, "class", "beside");
    }
    html.close("div");
  }

  static void close(Html html) throws IOException {
    html.close("section");
  }

  /// Head of a table: a caption for those who cannot see the heading, and column heads with their
  /// classes (`num`, `hide-sm`), written as `words|classes`.
  static void table(Html html, String classes, String caption, String... heads) throws IOException {
    html.open("table", "class", ("tbl " + classes).strip());
    html.leaf("caption", caption, "class", "unseen");
    html.open("thead").open("tr");
    for (String head : heads) {
      int bar = head.indexOf('|');
      String words = bar < 0 ? head : head.substring(0, bar);
      if (bar < 0) {
        html.leaf("th", words, "scope", "col");
      } else {
        html.leaf("th", words, "scope", "col", "class", head.substring(bar + 1));
      }
    }
    html.close("tr").close("thead").open("tbody");
  }

  static void endTable(Html html) throws IOException {
    html.close("tbody").close("table");
  }

  /// Closes a list that was cut, in words.
  static void cutNote(Html html, int shown, int all, String noun) throws IOException {
    if (shown < all) {
      html.leaf(
          "p",
          "The first "
              + Figures.count(shown, noun)
              + " of "
              + Figures.count(all, noun)
              + "; --json has them all.",
          "class",
          "panel-foot");
    }
  }
}
