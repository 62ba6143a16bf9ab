package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.kernel.warning.DebtorWarning;
import dunnage.kernel.warning.LatenessSeries;
import dunnage.kernel.warning.LatenessSeries.Month;
import dunnage.kernel.warning.LatenessSeries.Point;
import dunnage.kernel.warning.LatenessSeries.Range;
import dunnage.kernel.warning.LatenessSeries.Recent;
import dunnage.kernel.warning.LatenessSeries.Typical;
import dunnage.kernel.warning.Signal;
import dunnage.kernel.warning.Tendency;
import dunnage.kernel.warning.Warning;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How late one debtor pays: each receivable, what is typical, the debtor's own usual range, and
/// since when that changed. What is unpaid counts up to the day and is drawn hollow.
final class LatenessChart {

  /// Fewer receivables are told by the figures beside.
  private static final int LEAST = 4;

  private static final int HEIGHT = 168;

  private final LatenessSeries series;
  private final @Nullable Warning change;
  private final Plot plot;

  private LatenessChart(LatenessSeries series, @Nullable Warning change) {
    this.series = series;
    this.change = change;
    this.plot = Plot.ofLateness(series, HEIGHT);
  }

  /// The change of lateness behind the trend, if it is lateness that changed.
  static @Nullable Warning change(DebtorWarning warning) {
    return warning.warnings().stream()
        .filter(w -> w.signal() == Signal.LATENESS && w.direction() == warning.trend())
        .findFirst()
        .orElse(null);
  }

  static boolean worthDrawing(LatenessSeries series) {
    return series.receivables() >= LEAST && series.from().isBefore(series.asOf());
  }

  static void write(Html html, LatenessSeries series, @Nullable Warning change) throws IOException {
    new LatenessChart(series, change).write(html);
  }

  private void write(Html html) throws IOException {
    html.open("figure", "class", "lateness");
    html.leaf("figcaption", sentence(series, change), "class", "summary");
    plot.open(
        html,
        "Days late by due date, "
            + Figures.day(series.from())
            + " to "
            + Figures.day(series.asOf())
            + "; the table has the figures");
    Range usual = series.usual();
    if (usual != null) {
      plot.rect(html, "usual", 0, 100, usual.high(), usual.low());
    }
    plot.grid(html, Figures::few);
    html.leaf("text", "days late", "class", "tick", "x", "-36", "y", "0");
    months(html);
    ranges(html);
    typical(html);
    points(html);
    since(html);
    last(html);
    html.close("svg").open("div", "class", "chart-foot");
    key(html);
    twin(html);
    html.close("div").close("figure");
  }

  /// `Later since 2 Mar 2026, which a sound debtor shows once in 106 years: at least 34 days late
  /// now; usual for them is 5 days late, eight times in ten between 2 days early and 12 days. Of
  /// the 8 due since then 3 are unpaid.`
  static String sentence(LatenessSeries series, @Nullable Warning change) {
    StringBuilder words = new StringBuilder();
    if (change != null) {
      words.append(since(change)).append(Outlook.strength(change)).append(": ");
    }
    Typical now = series.months().getLast().typical();
    Range usual = series.usual();
    if (now != null) {
      words.append(now.growing() ? "at least " : "typically ").append(late(now.days()));
      words.append(" now; ");
    }
    words.append(
        usual == null
            ? "too little is known to say what is usual"
            : "usual for them is "
                + late(usual.middle())
                + ", eight times in ten "
                + between(usual));
    Recent recent = series.recent();
    if (recent.open() > 0) {
      words.append(". Of the ").append(change == null ? "last " : "");
      words.append(Figures.whole((double) recent.receivables())).append(" due");
      words.append(change == null ? " " : " since then ");
      words.append(Figures.whole((double) recent.open()));
      words.append(recent.open() == 1 ? " is unpaid" : " are unpaid");
    }
    return Figures.sentence(words.toString());
  }

  /// `later since 2 Mar 2026`
  static String since(Warning change) {
    return (change.direction() == Tendency.WORSE ? "later" : "sooner")
        + " since "
        + Figures.day(change.since());
  }

  /// `between 4 and 31 days late`
  static String between(Range range) {
    long low = Math.round(range.low());
    long high = Math.round(range.high());
    if (low == high) {
      return "just that";
    }
    boolean sameSide = low * high > 0;
    String first = sameSide ? Figures.whole((double) Math.abs(low)) : bound(low);
    return "between " + first + " and " + bound(high);
  }

  private static String bound(long days) {
    return days == 0
        ? "the due date"
        : Figures.count(Math.abs(days), "day") + (days > 0 ? " late" : " early");
  }

  private static String late(double days) {
    String words = DebtorCards.days(days);
    return Math.round(days) > 0 ? words + " late" : words;
  }

  private double place(LocalDate day) {
    double days = ChronoUnit.DAYS.between(series.from(), series.asOf());
    return 100 * Math.clamp(ChronoUnit.DAYS.between(series.from(), day) / days, 0, 1);
  }

  private void months(Html html) throws IOException {
    long months = Period.between(series.from(), series.asOf()).toTotalMonths() + 1;
    int step = months > 18 ? 6 : months > 8 ? 3 : months > 4 ? 2 : 1;
    LocalDate day = series.from();
    while (day.getMonthValue() % step != 1 % step) {
      day = day.plusMonths(1);
    }
    for (; !day.isAfter(series.asOf()); day = day.plusMonths(step)) {
      plot.below(
          html,
          day.getMonthValue() == 1 ? Integer.toString(day.getYear()) : Figures.month(day),
          place(day),
          "");
    }
  }

  /// Where single receivables would be a cloud: eight in ten of each month.
  private void ranges(Html html) throws IOException {
    if (!series.points().isEmpty()) {
      return;
    }
    html.open("g", "class", "spread");
    for (Month month : series.months()) {
      Range late = month.late();
      if (late != null) {
        double from = place(month.from());
        double width = place(month.to()) - from;
        plot.rect(html, "", from + .25 * width, .5 * width, late.high(), late.low());
      }
    }
    html.close("g");
  }

  /// The line of what was typical at the end of each month; from the change on it stands out in
  /// weight and colour.
  private void typical(Html html) throws IOException {
    html.open("g", "class", "typical");
    segments(html, false);
    html.close("g");
    if (change != null && change.direction() == Tendency.WORSE) {
      html.open("g", "class", "typical changed");
      segments(html, true);
      html.close("g");
    }
  }

  private void segments(Html html, boolean worse) throws IOException {
    Month before = null;
    for (Month month : series.months()) {
      Typical was = before == null ? null : before.typical();
      Typical now = month.typical();
      if (before != null && was != null && now != null && worseBy(month.to()) == worse) {
        plot.line(html, "", place(before.to()), was.days(), place(month.to()), now.days());
      }
      before = month;
    }
  }

  /// Drawn over the points, so that its figure can be read.
  private void last(Html html) throws IOException {
    LocalDate day = series.asOf();
    Typical typical = series.months().getLast().typical();
    if (typical == null) {
      return;
    }
    boolean worse = worseBy(day);
    plot.dot(html, worse ? "last changed" : "last", place(day), typical.days(), "3.5");
    html.leaf(
        "text",
        figure(typical),
        "class",
        worse ? "latest end changed" : "latest end",
        "x",
        Plot.at(Math.min(100, place(day) + .8)),
        "y",
        Plot.px(Math.max(10, plot.y(typical.days()) - 9)));
  }

  private boolean worseBy(LocalDate day) {
    return change != null && change.direction() == Tendency.WORSE && day.isAfter(change.since());
  }

  private void points(Html html) throws IOException {
    for (boolean open : new boolean[] {false, true}) {
      html.open("g", "class", open ? "open" : "paid");
      for (Point point : series.points()) {
        if (point.open() == open && plot.holds(point.daysLate())) {
          plot.dot(html, "", place(point.due()), point.daysLate(), "2.6");
        }
      }
      html.close("g");
    }
    for (Point point : series.points()) {
      if (!plot.holds(point.daysLate())) {
        beyond(html, point);
      }
    }
  }

  /// Off the scale: a small bar at the edge.
  private void beyond(Html html, Point point) throws IOException {
    String x = Plot.at(place(point.due()));
    double edge = plot.y(point.daysLate());
    boolean up = point.daysLate() > plot.top();
    html.empty(
        "line",
        "class",
        "beyond",
        "x1",
        x,
        "x2",
        x,
        "y1",
        Plot.px(edge),
        "y2",
        Plot.px(up ? edge + 9 : edge - 9));
  }

  private void since(Html html) throws IOException {
    if (change == null) {
      return;
    }
    double place = place(change.since());
    String x = Plot.at(place);
    html.empty("line", "class", "since", "x1", x, "x2", x, "y1", "8", "y2", Plot.px(plot.foot()));
    html.leaf(
        "text",
        since(change),
        "class",
        place > 50 ? "mark end" : "mark",
        "x",
        x,
        "dx",
        place > 50 ? "-5" : "5",
        "y",
        "8");
  }

  private void key(Html html) throws IOException {
    html.open("ul", "class", "mkey", "aria-label", "Key");
    Marks.key(
        html, "typical", "line", "class", "typical", "x1", "0", "x2", "14", "y1", "6", "y2", "6");
    if (series.points().isEmpty()) {
      Marks.key(
          html, "eight in ten", "rect", "class", "spread", "x", "4", "width", "6", "height", "12");
    } else {
      Marks.key(html, "a receivable", "circle", "class", "paid", "cx", "7", "cy", "6", "r", "3");
    }
    if (series.points().stream().anyMatch(Point::open)) {
      Marks.key(html, "still unpaid", "circle", "class", "open", "cx", "7", "cy", "6", "r", "3");
    }
    double most = series.points().stream().mapToDouble(Point::daysLate).max().orElse(0);
    double least = series.points().stream().mapToDouble(Point::daysLate).min().orElse(0);
    if (!plot.holds(most) || !plot.holds(least)) {
      String words =
          "off the scale, "
              + (plot.holds(most) ? DebtorCards.days(least) : "up to " + Figures.whole(most));
      Marks.key(
          html, words, "line", "class", "beyond", "x1", "7", "x2", "7", "y1", "1", "y2", "11");
    }
    if (series.usual() != null) {
      Marks.key(html, "their usual range", "rect", "class", "usual", "width", "14", "height", "12");
    }
    html.close("ul");
  }

  private void twin(Html html) throws IOException {
    html.open("details").leaf("summary", "Table");
    Panel.table(
        html,
        "flush tight months",
        "Days late by the time in which receivables fell due",
        "Due in",
        "Receivables|num",
        "Unpaid now|num hide-sm",
        "Eight in ten|num",
        "Typical by its end|num wraps");
    for (Month month : series.months()) {
      Typical typical = month.typical();
      Range late = month.late();
      html.open("tr")
          .leaf(
              "th",
              Figures.month(month.from()) + "\u00A0" + month.from().getYear(),
              "scope",
              "row");
      html.leaf("td", countOf(month.receivables())).leaf("td", countOf(month.open()));
      html.leaf("td", late == null ? Figures.NOTHING : spread(late));
      html.leaf("td", typical == null ? Figures.NOTHING : figure(typical)).close("tr");
    }
    Panel.endTable(html);
    html.close("details");
  }

  private static String spread(Range range) {
    String low = Figures.whole(range.low());
    String high = Figures.whole(range.high());
    return low.equals(high) ? low : low + " to " + high;
  }

  /// `74+` while it still grows.
  private static String figure(Typical typical) {
    return Figures.whole(typical.days()) + (typical.growing() ? "+" : "");
  }

  private static String countOf(int count) {
    return count == 0 ? Figures.NOTHING : Figures.whole((double) count);
  }
}
