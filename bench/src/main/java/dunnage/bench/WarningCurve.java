package dunnage.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Draws how many failing debtors are caught in time against the false alarms paid for it.
final class WarningCurve {

  /// @param strictness factor on every threshold
  /// @param falseAlarms per 100 healthy debtor-years
  /// @param drift share of drifting debtors alarmed in time, percent; `fall` of falling orders
  record Point(double strictness, double falseAlarms, Share drift, Share fall) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "x%.2f  false %.2f  drifting %s  falling %s",
          strictness,
          falseAlarms,
          drift,
          fall);
    }
  }

  /// Percent alarmed at least so many days before the first default.
  ///
  /// @param byBanks a receivable is 90 days past due
  /// @param byDue the due date of the first receivable that fails
  /// @param leadDays median days from the alarm to that due date
  record Share(double byBanks, double byDue, long leadDays) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%.1f %% / %.1f %% (median lead %d)", byBanks, byDue, leadDays);
    }
  }

  private static final double MOST_FALSE = 8;
  private static final int LEFT = 70;
  private static final int TOP = 50;
  private static final int WIDTH = 600;
  private static final int HEIGHT = 300;

  private WarningCurve() {}

  static String svg(String seeds, List<Point> points) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 430" font-family="sans-serif" font-size="13" role="img" aria-label="Share of failing debtors alarmed in time against false alarms">
        <rect width="720" height="430" fill="#fff"/>
        """);
    text(
        svg,
        LEFT,
        24,
        "start",
        "#111",
        "Alarm at least "
            + WarningTrial.LEAD_DAYS
            + " days before the first default (90 days past due), simulated world, seeds "
            + seeds);
    for (int percent = 0; percent <= 100; percent += 20) {
      line(svg, LEFT, y(percent), LEFT + WIDTH, y(percent), percent == 80 ? "#b45309" : "#ddd");
      text(svg, LEFT - 8, y(percent) + 4, "end", "#444", percent + " %");
    }
    for (int alarms = 0; alarms <= MOST_FALSE; alarms += 1) {
      line(svg, x(alarms), TOP, x(alarms), TOP + HEIGHT, alarms == 2 ? "#b45309" : "#eee");
      text(svg, x(alarms), TOP + HEIGHT + 18, "middle", "#444", Integer.toString(alarms));
    }
    text(
        svg,
        LEFT + WIDTH / 2.0,
        TOP + HEIGHT + 40,
        "middle",
        "#444",
        "false alarms per 100 healthy debtor-years (orange: what was asked)");
    series(svg, points, p -> p.drift().byBanks(), "#1d4ed8", "", 80, "drifting late");
    series(svg, points, p -> p.fall().byBanks(), "#0f766e", "", 62, "orders falling");
    series(
        svg, points, p -> p.drift().byDue(), "#1d4ed8", "5 4", 44, "drifting, from the due date");
    series(svg, points, p -> p.fall().byDue(), "#0f766e", "5 4", 26, "falling, from the due date");
    text(
        svg,
        LEFT + WIDTH - 10,
        TOP + HEIGHT - 8,
        "end",
        "#444",
        "large dots: the thresholds as shipped");
    return svg.append("</svg>\n").toString();
  }

  private static void series(
      StringBuilder svg,
      List<Point> points,
      ToDoubleFunction<Point> share,
      String colour,
      String dashes,
      int up,
      String name) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      if (point.falseAlarms() > MOST_FALSE) {
        continue;
      }
      double y = y(share.applyAsDouble(point));
      path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point.falseAlarms()), y));
      String at =
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\"><title>threshold × %.2f</title></circle>%n",
              x(point.falseAlarms()),
              y,
              point.strictness() == 1 ? 6 : 3,
              colour,
              point.strictness());
      svg.append(at);
    }
    svg.append("<polyline fill=\"none\" stroke=\"")
        .append(colour)
        .append("\" stroke-width=\"2\" stroke-dasharray=\"")
        .append(dashes.isEmpty() ? "none" : dashes)
        .append("\" points=\"")
        .append(path)
        .append("\"/>\n");
    String sign = dashes.isEmpty() ? "── " : "- - ";
    text(svg, LEFT + WIDTH - 10, TOP + HEIGHT - up, "end", colour, sign + name);
  }

  private static double x(double falseAlarms) {
    return LEFT + WIDTH * falseAlarms / MOST_FALSE;
  }

  private static double y(double percent) {
    return TOP + HEIGHT * (1 - percent / 100);
  }

  private static void line(
      StringBuilder svg, double x1, double y1, double x2, double y2, String colour) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
            x1,
            y1,
            x2,
            y2,
            colour));
  }

  private static void text(
      StringBuilder svg, double x, double y, String anchor, String colour, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            colour,
            words));
  }
}
