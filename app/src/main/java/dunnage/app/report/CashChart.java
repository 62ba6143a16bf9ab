package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.Portfolio.CurrencyLine;
import dunnage.kernel.forecast.ExpectedCash;
import dunnage.kernel.forecast.ExpectedCash.Week;
import dunnage.kernel.money.Money;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What should come in over thirteen weeks, one drawing per currency: a range and a tick for each
/// week, so that nobody reads a promise into a line.
final class CashChart {

  private static final int DRAWN = 4;
  private static final int LISTED = 12;
  private static final int HEIGHT = 196;

  /// Share of a week's place that its range fills.
  private static final double FILLED = .62;

  private CashChart() {}

  /// @param open everything open in the currency, whenever it comes
  record Cash(ExpectedCash expected, Money open) {}

  static void write(Html html, Assessment a) throws IOException {
    List<Cash> all = all(a);
    if (all.isEmpty()) {
      return;
    }
    Panel.open(html, "cash", "c-12", "Expected cash", "from what is open, week by week");
    html.open("div", "class", "panel-body charts");
    for (Cash cash : all.subList(0, Math.min(DRAWN, all.size()))) {
      figure(html, cash, all.size() > 1);
    }
    html.close("div");
    if (all.size() > DRAWN) {
      rest(html, all.subList(DRAWN, Math.min(DRAWN + LISTED, all.size())));
    }
    Panel.cutNote(html, Math.min(DRAWN + LISTED, all.size()), all.size(), "currency");
    Panel.close(html);
  }

  /// Most open receivables first, as everywhere on the page.
  private static List<Cash> all(Assessment a) {
    List<Cash> all = new ArrayList<>();
    for (CurrencyLine line : a.portfolio().currencies()) {
      a.expectedCash().stream()
          .filter(c -> c.currency().equals(line.currency()))
          .findFirst()
          .ifPresent(c -> all.add(new Cash(c, line.openAmount())));
    }
    return all;
  }

  static void figure(Html html, Cash cash, boolean oneOfSeveral) throws IOException {
    ExpectedCash expected = cash.expected();
    html.open("figure");
    if (oneOfSeveral) {
      html.leaf("h3", Figures.currency(expected.currency()));
    }
    html.leaf("figcaption", sentence(cash), "class", "summary");
    drawing(html, expected);
    html.open("div", "class", "chart-foot");
    key(html);
    twin(html, expected);
    html.close("div").close("figure");
  }

  static String sentence(Cash cash) {
    Week total = cash.expected().total();
    String until = "in the 13 weeks to " + Figures.day(total.to());
    if (total.expected().isZero()) {
      return "Of the " + Figures.rough(cash.open()) + " open, nothing is expected " + until + ".";
    }
    Week best =
        cash.expected().weeks().stream()
            .max(Comparator.comparingLong(w -> w.expected().minor()))
            .orElseThrow(IllegalStateException::new);
    return Figures.rough(total.expected())
        + " of the "
        + Figures.rough(cash.open())
        + " open is expected "
        + until
        + (total.low().isZero()
            ? "; one time in ten next to nothing comes"
            : "; one time in ten it is less than " + Figures.rough(total.low()))
        + ". The week of "
        + Figures.day(best.from())
        + " brings most: "
        + Figures.rough(best.expected())
        + ".";
  }

  private static void drawing(Html html, ExpectedCash cash) throws IOException {
    double most =
        cash.weeks().stream()
            .mapToDouble(w -> Math.max(units(w.high()), units(w.expected())))
            .max()
            .orElse(0);
    Unit unit = Unit.of(most);
    Plot plot = Plot.ofMoney(Math.max(most, smallest(cash)), HEIGHT);
    plot.open(
        html,
        "Expected cash in "
            + cash.currency()
            + " per week from "
            + Figures.day(cash.total().from())
            + " with its range; the table has the figures");
    plot.grid(html, unit::figure);
    html.leaf(
        "text", cash.currency() + unit.words + " a week", "class", "tick", "x", "-36", "y", "0");
    int weeks = cash.weeks().size();
    double slot = 100.0 / weeks;
    for (int i = 0; i < weeks; i++) {
      Week week = cash.weeks().get(i);
      double left = slot * (i + (1 - FILLED) / 2);
      plot.rect(html, "band", left, slot * FILLED, units(week.high()), units(week.low()));
      double likely = units(week.expected());
      plot.line(html, "likely", left, likely, left + slot * FILLED, likely);
      if (i % 2 == 0) {
        plot.below(
            html, Figures.dayOfMonth(week.from()), slot * (i + .5), i % 4 == 0 ? "" : "hide-sm");
      }
    }
    html.close("svg");
  }

  private static void key(Html html) throws IOException {
    html.open("ul", "class", "mkey", "aria-label", "Key");
    Marks.key(html, "eight times in ten", "rect", "class", "band", "width", "14", "height", "12");
    Marks.key(
        html, "expected", "line", "class", "likely", "x1", "0", "x2", "14", "y1", "6", "y2", "6");
    html.close("ul");
  }

  /// What the drawing is made from.
  private static void twin(Html html, ExpectedCash cash) throws IOException {
    html.open("details").leaf("summary", "Table");
    Panel.table(
        html,
        "flush tight",
        "Expected cash in " + cash.currency() + " per week",
        "Week of",
        "Less, 1 in 10|num",
        "Expected|num",
        "More, 1 in 10|num");
    for (Week week : cash.weeks()) {
      row(html, Figures.dayOfMonth(week.from()), week, "");
    }
    row(html, "13 weeks", cash.total(), "sum");
    Panel.endTable(html);
    html.close("details");
  }

  private static void row(Html html, String name, Week week, String classes) throws IOException {
    html.open("tr", "class", classes).leaf("th", name, "scope", "row");
    html.leaf("td", Figures.units(week.low()), "class", "num soft");
    html.leaf("td", Figures.units(week.expected()), "class", "num strong");
    html.leaf("td", Figures.units(week.high()), "class", "num soft").close("tr");
  }

  /// Currencies beyond those drawn, in a line each.
  private static void rest(Html html, List<Cash> rest) throws IOException {
    Panel.table(
        html,
        "rows",
        "Expected cash in 13 weeks, other currencies",
        "Other currencies, 13 weeks",
        "Less, 1 in 10|num hide-sm",
        "Expected|num",
        "More, 1 in 10|num hide-sm",
        "Open|num");
    for (Cash cash : rest) {
      Week total = cash.expected().total();
      html.open("tr").leaf("th", Figures.currency(cash.open().currency()), "scope", "row");
      html.leaf("td", Figures.units(total.low()), "class", "num hide-sm soft");
      html.leaf("td", Figures.units(total.expected()), "class", "num strong");
      html.leaf("td", Figures.units(total.high()), "class", "num hide-sm soft");
      html.leaf("td", Figures.units(cash.open()), "class", "num").close("tr");
    }
    Panel.endTable(html);
  }

  /// An estimate's size, for drawing only.
  private static double units(Money money) {
    return money.toBigDecimal().doubleValue();
  }

  /// A currency's smallest piece: the scale of a drawing that is empty.
  private static double smallest(ExpectedCash cash) {
    return units(new Money(cash.currency(), 1)) * 100;
  }

  /// How the axis counts.
  private enum Unit {
    ONE(1, ""),
    THOUSAND(1e3, " thousand"),
    MILLION(1e6, " million"),
    BILLION(1e9, " billion");

    private final double size;
    private final String words;

    Unit(double size, String words) {
      this.size = size;
      this.words = words;
    }

    /// The largest that leaves figures of at least two.
    static Unit of(double most) {
      Unit fitting = ONE;
      for (Unit unit : values()) {
        fitting = most >= 2 * unit.size ? unit : fitting;
      }
      return fitting;
    }

    String figure(double value) {
      return Figures.few(value / size);
    }
  }
}
