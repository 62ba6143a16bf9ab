package dunnage.app.report;

import dunnage.kernel.warning.LatenessSeries;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/// The frame of a drawing: values to heights, grid and axis. Heights are pixels and places percent
/// of the width, so that it fits a phone and a sheet without a script and without stretched
/// letters.
///
/// @param bottom value at the foot, zero or below
/// @param top value at the head, a multiple of the step
/// @param height of the drawing with its axes, px
public record Plot(double bottom, double top, double step, int height) {

  private static final int ABOVE = 14;
  private static final int BELOW = 22;
  private static final int MOST_STEPS = 4;
  private static final List<Integer> DAYS = List.of(5, 10, 20, 30, 60, 90, 120, 180, 360);

  /// Share of the receivables the scale may leave out at each end, so that one stray invoice does
  /// not flatten the rest.
  private static final double STRAY = .04;

  /// What reaches no further than this many times the others is no stray.
  private static final double FAR = 1.6;

  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  /// From zero to at least `most`, in round steps.
  static Plot ofMoney(double most, int height) {
    double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1e-6, most / MOST_STEPS))));
    double step = 10 * unit;
    for (int i = ROUND.length - 1; i >= 0; i--) {
      step = ROUND[i] * unit * MOST_STEPS >= most ? ROUND[i] * unit : step;
    }
    return new Plot(0, step * Math.max(1, Math.ceil(most / step - 1e-9)), step, height);
  }

  /// Room for what is typical and usual, and for what was late short of a few strays.
  public static Plot ofLateness(LatenessSeries series, int height) {
    LatenessSeries.Range usual = series.usual();
    double[] always =
        DoubleStream.concat(
                series.months().stream()
                    .map(LatenessSeries.Month::typical)
                    .filter(Objects::nonNull)
                    .mapToDouble(LatenessSeries.Typical::days),
                usual == null ? DoubleStream.empty() : DoubleStream.of(usual.low(), usual.high()))
            .toArray();
    double[] drawn = drawn(series).sorted().toArray();
    int stray = (int) (drawn.length * STRAY);
    double least = Math.min(drawn[stray], DoubleStream.of(always).min().orElse(0));
    double most =
        Math.max(drawn[drawn.length - 1 - stray], DoubleStream.of(always).max().orElse(0));
    if (drawn[0] > FAR * least) {
      least = Math.min(least, drawn[0]);
    }
    if (drawn[drawn.length - 1] < FAR * most) {
      most = Math.max(most, drawn[drawn.length - 1]);
    }
    return ofDays(least, most, height);
  }

  private static DoubleStream drawn(LatenessSeries series) {
    return series.points().isEmpty()
        ? series.months().stream()
            .map(LatenessSeries.Month::late)
            .filter(Objects::nonNull)
            .flatMapToDouble(late -> DoubleStream.of(late.low(), late.high()))
        : series.points().stream().mapToDouble(LatenessSeries.Point::daysLate);
  }

  /// Days late; zero is always in sight. A few days early need no step of their own.
  static Plot ofDays(double least, double most, int height) {
    double below = Math.max(0, -least);
    double above = Math.max(0, most);
    double step =
        DAYS.stream()
            .filter(s -> steps(above, s) + steps(below, s) <= MOST_STEPS + 1)
            .findFirst()
            .orElse(0);
    if (step == 0) {
      step = 360 * Math.ceil((above + below) / 360 / (MOST_STEPS - 1));
    }
    double bottom =
        below > 0 && below < step / 2 ? below + step / 10 : step * Math.ceil(below / step);
    return new Plot(0 - bottom, step * Math.max(1, Math.ceil(above / step)), step, height);
  }

  private static double steps(double reach, double step) {
    return Math.ceil(reach / step - .5) + .5;
  }

  /// Height in px from the head; what lies outside is drawn at the edge.
  public double y(double value) {
    double inside = Math.clamp(value, bottom, top);
    return ABOVE + (top - inside) / (top - bottom) * (height - ABOVE - BELOW);
  }

  public boolean holds(double value) {
    return value >= bottom && value <= top;
  }

  /// @param title what the drawing is, for those who cannot see it
  void open(Html html, String title) throws IOException {
    html.open("svg", "class", "plot", "role", "img", "height", Integer.toString(height));
    html.leaf("title", title);
  }

  /// Where the lines across are.
  public List<Double> rules() {
    List<Double> rules = new ArrayList<>();
    for (double i = Math.ceil(bottom / step - 1e-9); i * step <= top + step / 1000; i++) {
      rules.add(i * step);
    }
    return rules;
  }

  /// Lines across with their figures to the left; zero stands out.
  void grid(Html html, DoubleFunction<String> figure) throws IOException {
    for (double value : rules()) {
      String y = px(y(value));
      boolean zero = value == 0;
      html.empty(
          "line", "class", zero ? "axis" : "rule", "x1", "0", "x2", "100%", "y1", y, "y2", y);
      html.leaf("text", figure.apply(value), "class", "tick end", "x", "-8", "y", y, "dy", ".32em");
    }
  }

  /// A word below the drawing, centred at a place.
  void below(Html html, String words, double place, String classes) throws IOException {
    html.leaf(
        "text",
        words,
        "class",
        ("tick mid " + classes).strip(),
        "x",
        at(place),
        "y",
        Integer.toString(height - 5));
  }

  /// Foot of the drawing, px.
  public double foot() {
    return height - BELOW;
  }

  void rect(Html html, String classes, double place, double width, double high, double low)
      throws IOException {
    html.empty(
        "rect",
        "class",
        classes,
        "x",
        at(place),
        "width",
        at(width),
        "y",
        px(y(high)),
        "height",
        px(Math.max(.5, y(low) - y(high))));
  }

  void line(Html html, String classes, double from, double value, double to, double next)
      throws IOException {
    html.empty(
        "line",
        "class",
        classes,
        "x1",
        at(from),
        "y1",
        px(y(value)),
        "x2",
        at(to),
        "y2",
        px(y(next)));
  }

  void dot(Html html, String classes, double place, double value, String radius)
      throws IOException {
    html.empty("circle", "class", classes, "cx", at(place), "cy", px(y(value)), "r", radius);
  }

  public static String at(double percent) {
    return digits(percent, 1) + "%";
  }

  public static String px(double pixels) {
    return digits(pixels, 1);
  }

  private static String digits(double value, int most) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(most, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
