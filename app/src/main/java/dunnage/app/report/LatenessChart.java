package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.kernel.warning.DebtorWarning;
import dunnage.kernel.warning.LatenessSeries;
import dunnage.kernel.warning.LatenessSeries.Point;
import dunnage.kernel.warning.LatenessSeries.Range;
import dunnage.kernel.warning.LatenessSeries.Slice;
import dunnage.kernel.warning.Signal;
import dunnage.kernel.warning.Tendency;
import dunnage.kernel.warning.Warning;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How late one debtor pays: each receivable, what is typical, the debtor's own usual range, and
/// since when that changed. What is unpaid counts up to the day and is drawn hollow.
final class LatenessChart {

  /// Fewer receivables are told by the figures beside.
  private static final int LEAST = 4;

  private static final int HEIGHT = 168;

  /// Share of the receivables the scale may leave out at each end, so that one stray invoice does
  /// not flatten the rest.
  private static final double STRAY = .04;

  private final LatenessSeries series;
  private final @Nullable Warning change;
  private final Plot plot;

  private LatenessChart(LatenessSeries series, @Nullable Warning change) {
    this.series = series;
    this.change = change;
    this.plot = plot(series);
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

  static void write(Html html, LatenessSeries series, @Nullable Warning change)
      throws IOException {
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
    html.close("svg").open("div", "class", "chart-foot");
    key(html);
    twin(html);
    html.close("div").close("figure");
  }

  /// `Typically 34 days late since 2 Mar 2026, 3 of 8 still unpaid; usual is 5, eight times in ten
  /// between 2 early and 12.`
  static String sentence(LatenessSeries series, @Nullable Warning change) {
    Slice recent = series.recent();
    StringBuilder words = new StringBuilder();
    if (recent != null) {
      boolean grows = recent.growing();
      words.append(grows ? "At least " : "Typically ").append(late(recent.late().middle()));
      words.append(
          change == null
              ? " on the last " + Figures.count(recent.receivables(), "receivable")
              : " since " + Figures.day(change.since()));
      if (recent.open() > 0) {
        words.append(", ").append(Figures.whole((double) recent.open()));
        words.append(" of ").append(Figures.whole((double) recent.receivables()));
        words.append(" still unpaid");
      }
    }
    Range usual = series.usual();
    if (usual != null) {
      words.append("; usual for them is ").append(late(usual.middle()));
      words.append(", eight times in ten ").append(between(usual));
    } else {
      words.append("; too little is known to say what is usual");
    }
    return words.append('.').toString();
  }

  private static String between(Range range) {
    String low = DebtorCards.days(range.low());
    String high = DebtorCards.days(range.high());
    return low.equals(high) ? "the same" : "between " + low + " and " + high;
  }

  private static String late(double days) {
    String words = DebtorCards.days(days);
    return Math.round(days) > 0 ? words + " late" : words;
  }

  private static Plot plot(LatenessSeries series) {
    double[] drawn =
        (series.points().isEmpty()
                ? series.slices().stream()
                    .flatMap(s -> Stream.of(s.late().low(), s.late().high()))
                    .mapToDouble(d -> d)
                : series.points().stream().mapToDouble(Point::daysLate))
            .sorted()
            .toArray();
    int stray = (int) (drawn.length * STRAY);
    Range usual = series.usual();
    DoubleStream always =
        DoubleStream.concat(
            series.slices().stream().filter(Slice::telling).mapToDouble(s -> s.late().middle()),
            usual == null ? DoubleStream.empty() : DoubleStream.of(usual.low(), usual.high()));
    double[] middle = always.toArray();
    double least = Math.min(drawn[stray], DoubleStream.of(middle).min().orElse(0));
    double most =
        Math.max(drawn[drawn.length - 1 - stray], DoubleStream.of(middle).max().orElse(0));
    return Plot.ofDays(least, most, HEIGHT);
  }

  private double place(LocalDate day) {
    double days = ChronoUnit.DAYS.between(series.from(), series.asOf());
    return 100 * Math.clamp(ChronoUnit.DAYS.between(series.from(), day) / days, 0, 1);
  }

  private double middle(Slice slice) {
    return (place(slice.from()) + place(slice.to())) / 2;
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

  /// Where single receivables would be a cloud: eight in ten of each month or quarter.
  private void ranges(Html html) throws IOException {
    if (!series.points().isEmpty()) {
      return;
    }
    for (Slice slice : series.slices()) {
      double width = Math.max(.6, .5 * (place(slice.to()) - place(slice.from())));
      double left = Math.max(0, middle(slice) - width / 2);
      plot.rect(html, "spread", left, width, slice.late().high(), slice.late().low());
    }
  }

  /// The line through the middles; from the change on it stands out in weight and colour.
  private void typical(Html html) throws IOException {
    Slice before = null;
    for (Slice slice : series.slices()) {
      if (!slice.telling()) {
        continue;
      }
      if (before != null) {
        plot.line(
            html,
            changed(slice) ? "typical changed" : "typical",
            middle(before),
            before.late().middle(),
            middle(slice),
            slice.late().middle());
      }
      before = slice;
    }
    if (before != null) {
      double place = middle(before);
      double value = before.late().middle();
      boolean worse = changed(before);
      plot.dot(html, worse ? "last changed" : "last", place, value, "3.5");
      html.leaf(
          "text",
          Figures.whole(value) + (before.growing() ? "+" : ""),
          "class",
          worse ? "value end changed" : "value end",
          "x",
          Plot.at(Math.min(100, place + .8)),
          "y",
          Plot.px(Math.max(10, plot.y(value) - 9)));
    }
  }

  private boolean changed(Slice slice) {
    return change != null
        && change.direction() == Tendency.WORSE
        && !slice.to().isBefore(change.since());
  }

  private void points(Html html) throws IOException {
    for (Point point : series.points()) {
      if (plot.holds(point.daysLate())) {
        plot.dot(html, point.open() ? "open" : "paid", place(point.due()), point.daysLate(), "2.6");
      } else {
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
        (change.direction() == Tendency.WORSE ? "later" : "sooner")
            + " since "
            + Figures.day(change.since()),
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
        html,
        "typical",
        "line",
        "class",
        "typical",
        "x1",
        "0",
        "x2",
        "14",
        "y1",
        "6",
        "y2",
        "6");
    if (series.points().isEmpty()) {
      Marks.key(html, "eight in ten", "rect", "class", "spread", "x", "4", "width", "6", "height", "12");
    } else {
      Marks.key(html, "a receivable", "circle", "class", "paid", "cx", "7", "cy", "6", "r", "3");
    }
    if (series.points().stream().anyMatch(Point::open)) {
      Marks.key(
          html, "still unpaid", "circle", "class", "open", "cx", "7", "cy", "6", "r", "3");
    }
    double most = series.points().stream().mapToDouble(Point::daysLate).max().orElse(0);
    double least = series.points().stream().mapToDouble(Point::daysLate).min().orElse(0);
    if (!plot.holds(most) || !plot.holds(least)) {
      String words = "off the scale, " + (plot.holds(most) ? DebtorCards.days(least) : "up to " + Figures.whole(most));
      Marks.key(
          html, words, "line", "class", "beyond", "x1", "7", "x2", "7", "y1", "1", "y2", "11");
    }
    if (series.usual() != null) {
      Marks.key(
          html, "their usual range", "rect", "class", "usual", "width", "14", "height", "12");
    }
    html.close("ul");
  }

  private void twin(Html html) throws IOException {
    html.open("details").leaf("summary", "Table");
    Panel.table(
        html,
        "flush tight",
        "Days late by the time in which receivables fell due",
        "Due",
        "Receivables|num",
        "Unpaid|num hide-sm",
        "Typical|num",
        "Eight in ten|num");
    for (Slice slice : series.slices()) {
      html.open("tr").leaf("th", time(slice), "scope", "row");
      html.leaf("td", Figures.whole((double) slice.receivables()), "class", "num");
      html.leaf(
          "td",
          slice.open() == 0 ? Figures.NOTHING : Figures.whole((double) slice.open()),
          "class",
          "num hide-sm");
      html.leaf(
          "td",
          slice.telling()
              ? Figures.whole(slice.late().middle()) + (slice.growing() ? "+" : "")
              : "too early",
          "class",
          "num strong");
      html.leaf("td", spread(slice.late()), "class", "num soft").close("tr");
    }
    Panel.endTable(html);
    html.close("details");
  }

  private static String spread(Range range) {
    return Figures.whole(range.low()) + " to " + Figures.whole(range.high());
  }

  private static String time(Slice slice) {
    LocalDate from = slice.from();
    boolean month = from.plusMonths(1).isAfter(slice.to());
    return month
        ? Figures.month(from) + " " + from.getYear()
        : Figures.month(from) + " to " + Figures.month(slice.to()) + " " + slice.to().getYear();
  }
}
