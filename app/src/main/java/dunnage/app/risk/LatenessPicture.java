package dunnage.app.risk;

import dunnage.app.report.Plot;
import dunnage.kernel.warning.LatenessSeries;
import dunnage.kernel.warning.LatenessSeries.Month;
import dunnage.kernel.warning.LatenessSeries.Point;
import dunnage.kernel.warning.LatenessSeries.Range;
import dunnage.kernel.warning.LatenessSeries.Typical;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How late one debtor pays, as places of a drawing: each receivable by its due date, what was
/// typical by month, the debtor's own usual range, and since when that changed. Heights are pixels,
/// places percent of the width.
///
/// @param foot of the drawing, below which the months are named
/// @param spread eight in ten of each month, where single receivables would be a cloud
/// @param typical what was typical at the end of each month; from a change to the worse on, it
///   stands out
/// @param beyond receivables off the scale, as small bars at its edge
/// @param farthest days of the one farthest off the scale; null when all are on it
record LatenessPicture(
    LatenessSeries series,
    @Nullable Change change,
    String foot,
    List<Rule> rules,
    List<Tick> ticks,
    @Nullable Box usual,
    List<Box> spread,
    List<Stroke> typical,
    List<Dot> dots,
    List<Stroke> beyond,
    @Nullable Long farthest,
    @Nullable Last last) {

  static final int HEIGHT = 188;

  /// Fewer receivables are told by the list beside.
  private static final int LEAST = 4;

  private static final int MIDDLE = 50;
  private static final int BAR = 9;

  /// Least height of a range, so that it is seen.
  private static final double THIN = 3;

  /// Since when they pay later or sooner.
  ///
  /// @param years a sound debtor shows as much once in so many; null for a change to the better
  record Change(boolean worse, LocalDate since, @Nullable Long years) {}

  record Rule(long days, String y, boolean zero) {}

  /// @param year whether a year begins here
  record Tick(LocalDate day, String x, boolean year) {}

  /// @param foot its lower edge
  /// @param open whether something in it is unpaid, so that it can only rise
  record Box(String x, String width, String y, String height, String foot, boolean open) {}

  record Stroke(String x1, String y1, String x2, String y2, boolean worse) {}

  record Dot(String x, String y, boolean open, LocalDate due, long days) {}

  /// What is typical now.
  record Last(String x, String y, long days, boolean growing) {}

  /// Empty where there is too little to draw.
  static Optional<LatenessPicture> of(LatenessSeries series, @Nullable Change change) {
    return series.receivables() >= LEAST && series.from().isBefore(series.asOf())
        ? Optional.of(new Drawing(series, change).picture())
        : Optional.empty();
  }

  /// Where the change is marked; empty without one.
  public String sinceX() {
    return change == null ? "" : Plot.at(place(series, change.since()));
  }

  /// Whether the words of the change stand to the left of its line.
  public boolean sinceLeft() {
    return change != null && place(series, change.since()) > MIDDLE;
  }

  /// Whether some are drawn hollow.
  public boolean someOpen() {
    return dots.stream().anyMatch(Dot::open) || spread.stream().anyMatch(Box::open);
  }

  private static double place(LatenessSeries series, LocalDate day) {
    double days = ChronoUnit.DAYS.between(series.from(), series.asOf());
    return 100 * Math.clamp(ChronoUnit.DAYS.between(series.from(), day) / days, 0, 1);
  }

  private record Drawing(LatenessSeries series, @Nullable Change change, Plot plot) {

    Drawing(LatenessSeries series, @Nullable Change change) {
      this(series, change, Plot.ofLateness(series, HEIGHT));
    }

    LatenessPicture picture() {
      List<Point> off = series.points().stream().filter(p -> !plot.holds(p.daysLate())).toList();
      return new LatenessPicture(
          series,
          change,
          Plot.px(plot.foot()),
          plot.rules().stream()
              .map(days -> new Rule(Math.round(days), y(days), days == 0))
              .toList(),
          ticks(),
          usual(),
          spread(),
          typical(),
          dots(),
          off.stream().map(this::beyond).toList(),
          farthest(off),
          last());
    }

    private static @Nullable Long farthest(List<Point> off) {
      return off.stream()
          .map(point -> Math.round(point.daysLate()))
          .max((one, other) -> Long.compare(Math.abs(one), Math.abs(other)))
          .orElse(null);
    }

    private double x(LocalDate day) {
      return place(series, day);
    }

    private String y(double days) {
      return Plot.px(plot.y(days));
    }

    private List<Tick> ticks() {
      long months = Period.between(series.from(), series.asOf()).toTotalMonths() + 1;
      int step = months > 18 ? 6 : months > 8 ? 3 : months > 4 ? 2 : 1;
      List<Tick> ticks = new ArrayList<>();
      LocalDate day = series.from();
      while (day.getMonthValue() % step != 1 % step) {
        day = day.plusMonths(1);
      }
      for (; !day.isAfter(series.asOf()); day = day.plusMonths(step)) {
        ticks.add(new Tick(day, Plot.at(x(day)), day.getMonthValue() == 1));
      }
      return ticks;
    }

    private @Nullable Box usual() {
      Range usual = series.usual();
      return usual == null ? null : box(0, 100, usual, false);
    }

    private List<Box> spread() {
      List<Box> spread = new ArrayList<>();
      for (Month month : series.points().isEmpty() ? series.months() : List.<Month>of()) {
        Range late = month.late();
        if (late != null) {
          double from = x(month.from());
          double width = x(month.to()) - from;
          spread.add(box(from + width / 4, width / 2, late, month.open() > 0));
        }
      }
      return spread;
    }

    private Box box(double x, double width, Range range, boolean open) {
      double top = plot.y(range.high());
      double height = Math.max(THIN, plot.y(range.low()) - top);
      return new Box(
          Plot.at(x), Plot.at(width), Plot.px(top), Plot.px(height), Plot.px(top + height), open);
    }

    private List<Stroke> typical() {
      List<Stroke> strokes = new ArrayList<>();
      Month before = null;
      for (Month month : series.months()) {
        Typical was = before == null ? null : before.typical();
        Typical now = month.typical();
        if (before != null && was != null && now != null) {
          strokes.add(
              new Stroke(
                  Plot.at(x(before.to())),
                  y(was.days()),
                  Plot.at(x(month.to())),
                  y(now.days()),
                  worseBy(month.to())));
        }
        before = month;
      }
      return strokes;
    }

    private boolean worseBy(LocalDate day) {
      return change != null && change.worse() && day.isAfter(change.since());
    }

    /// Those unpaid last, so that they are seen.
    private List<Dot> dots() {
      return series.points().stream()
          .filter(point -> plot.holds(point.daysLate()))
          .map(
              point ->
                  new Dot(
                      Plot.at(x(point.due())),
                      y(point.daysLate()),
                      point.open(),
                      point.due(),
                      Math.round(point.daysLate())))
          .sorted((one, other) -> Boolean.compare(one.open(), other.open()))
          .toList();
    }

    private Stroke beyond(Point point) {
      String x = Plot.at(x(point.due()));
      double edge = plot.y(point.daysLate());
      double inner = point.daysLate() > plot.top() ? edge + BAR : edge - BAR;
      return new Stroke(x, Plot.px(edge), x, Plot.px(inner), false);
    }

    private @Nullable Last last() {
      Typical typical = series.months().getLast().typical();
      if (typical == null) {
        return null;
      }
      return new Last(
          Plot.at(x(series.asOf())),
          y(typical.days()),
          Math.round(typical.days()),
          typical.growing());
    }
  }
}
