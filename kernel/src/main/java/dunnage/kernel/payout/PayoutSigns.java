package dunnage.kernel.payout;

import dunnage.kernel.payout.PayoutSign.Kind;
import dunnage.kernel.warning.Cusum;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Looks for what speaks for a marketplace in trouble, and for what only looks like it.
final class PayoutSigns {

  /// What must be exceeded before anything adds up, and what one payout counts at most, in
  /// scatters: one stray payout, however late, is no alarm.
  private static final double SLACK = 0.6;

  private static final double MOST = 2.5;
  private static final double LEAST = -1.5;

  /// Sum at which the drift is told: three payouts in a row that are clearly late.
  private static final double HEIGHT = 4;

  /// A change of rule keeps a payout away for at most 14 days, and the usual scatter; beyond, one
  /// overdue payout is an alarm by itself.
  private static final int OVERDUE_DAYS = PayoutTerms.DROUGHT_DAYS + 4;

  /// Two payouts overdue at once are an alarm sooner, if they are not of one drought.
  private static final int BOTH_OVERDUE_DAYS = 3;

  private static final int APART_DAYS = 10;

  private static final int PART_LINES = 3;
  private static final double LEAST_SHARE_SCATTER = 4;

  private final List<PayoutLine> lines;
  private final LagSeries series;
  private final Drought drought;
  private final LocalDate asOf;

  PayoutSigns(List<PayoutLine> lines, LagSeries series, Drought drought, LocalDate asOf) {
    this.lines = lines;
    this.series = series;
    this.drought = drought;
    this.asOf = asOf;
  }

  void look(List<PayoutSign> signs) {
    later(signs);
    overdue(signs);
    partPaid(signs);
    reserve(signs);
    oneOff(signs);
  }

  private double usual() {
    Double usual = series.usual();
    return usual == null ? 0 : usual;
  }

  /// Days later than usual that no announced change explains.
  private double excess(int i) {
    double excess = series.lag()[i] - usual();
    return excess > 0 ? Math.max(0, excess - drought.explains(series.promised()[i])) : excess;
  }

  private void later(List<PayoutSign> signs) {
    if (series.usualOf() == 0) {
      return;
    }
    Cusum sum = new Cusum();
    for (int i = series.usualOf(); i < series.size(); i++) {
      double shift = excess(i) / series.scatter();
      if (!series.open()[i] || shift > SLACK) {
        sum.add(series.promised()[i].toEpochDay(), Math.clamp(shift, LEAST, MOST) - SLACK);
      }
    }
    if (sum.sum() < HEIGHT) {
      return;
    }
    int from = runStart(LocalDate.ofEpochDay(sum.since()));
    LocalDate since = series.promised()[from];
    double first = series.lag()[from];
    double last = series.lag()[series.size() - 1];
    Double slope = series.slopePerMonth(Math.max(4, series.size() - from));
    String words =
        "Payouts promised since %s come later and later: %s after the promised day at first, %s%s%s; usual here are %s"
            .formatted(
                since,
                days(first),
                days(last),
                series.open()[series.size() - 1] ? " so far for the newest, unpaid" : " now",
                slope == null || slope < 0.5 ? "" : ", " + days(slope) + " more each month",
                days(usual()));
    signs.add(new PayoutSign(Kind.LATER, true, since, words));
  }

  /// The first of the late payouts without one on time between them, but not before the sum began.
  private int runStart(LocalDate began) {
    int from = series.size() - 1;
    while (from > 0
        && !series.promised()[from - 1].isBefore(began)
        && excess(from - 1) > SLACK * series.scatter()) {
      from--;
    }
    return from;
  }

  private static String days(double days) {
    long whole = Math.round(days);
    return whole + (Math.abs(whole) == 1 ? " day" : " days");
  }

  private void overdue(List<PayoutSign> signs) {
    List<PayoutLine> open = new ArrayList<>();
    for (PayoutLine line : lines) {
      LocalDate promised = line.promised();
      if (promised != null && !line.isPaid() && line.open().minor() * 20L >= line.due().minor()) {
        long days = ChronoUnit.DAYS.between(promised, asOf) - drought.explains(promised);
        if (days - Math.max(0, usual()) > BOTH_OVERDUE_DAYS) {
          open.add(line);
        }
      }
    }
    if (open.isEmpty()) {
      return;
    }
    LocalDate first = java.util.Objects.requireNonNull(open.getFirst().promised());
    long days = ChronoUnit.DAYS.between(first, asOf);
    boolean alarm =
        open.size() > 1 || days - Math.max(0, usual()) - drought.explains(first) > OVERDUE_DAYS;
    String words =
        open.size() == 1
            ? "The payout promised for %s is %s overdue".formatted(first, days(days))
            : "%d payouts are overdue, the first by %s".formatted(open.size(), days(days));
    signs.add(new PayoutSign(Kind.OVERDUE, alarm, first, words));
  }

  private void partPaid(List<PayoutSign> signs) {
    List<PayoutLine> due =
        lines.stream().filter(l -> l.due().signum() > 0 && isPastGrace(l.promised())).toList();
    List<PayoutLine> recent = due.subList(Math.max(0, due.size() - PART_LINES), due.size());
    List<PayoutLine> parts = recent.stream().filter(PayoutLine::partPaid).toList();
    if (parts.isEmpty()) {
      return;
    }
    LocalDate since = java.util.Objects.requireNonNull(parts.getFirst().promised());
    String words =
        "%d of the last %d payouts came only in part by ten days after the promised day"
            .formatted(parts.size(), recent.size());
    signs.add(new PayoutSign(Kind.PART_PAID, parts.size() > 1, since, words));
  }

  private boolean isPastGrace(@Nullable LocalDate promised) {
    return promised != null && !promised.plusDays(AccountWatch.GRACE_DAYS).isAfter(asOf);
  }

  /// The share held back, against that of the account's first settlements.
  private void reserve(List<PayoutSign> signs) {
    List<PayoutLine> shares =
        lines.stream().filter(l -> l.reservePercent() != null && l.to() != null).toList();
    int first = Math.clamp(shares.size() / 3, 4, 12);
    if (shares.size() <= first) {
      return;
    }
    double[] percent = shares.stream().mapToDouble(PayoutSigns::percent).toArray();
    double[] start = java.util.Arrays.copyOf(percent, first);
    double usual = Median.of(start);
    double scatter = Math.max(LEAST_SHARE_SCATTER, Median.scatter(start));
    Cusum sum = new Cusum();
    for (int i = first; i < percent.length; i++) {
      long day = java.util.Objects.requireNonNull(shares.get(i).to()).toEpochDay();
      sum.add(day, Math.clamp((percent[i] - usual) / scatter, LEAST, MOST) - SLACK);
    }
    if (sum.sum() >= HEIGHT) {
      LocalDate since = LocalDate.ofEpochDay(sum.since());
      String words =
          String.format(
              Locale.ROOT,
              "Since %s a growing share of sales is held back: %.0f %% now, %.0f %% at first",
              since,
              percent[percent.length - 1],
              usual);
      signs.add(new PayoutSign(Kind.RESERVE_GROWING, true, since, words));
    }
  }

  private static double percent(PayoutLine line) {
    Double percent = line.reservePercent();
    return percent == null ? 0 : percent;
  }

  /// One or two late payouts and then as before.
  private void oneOff(List<PayoutSign> signs) {
    double late = Math.max(5, 4 * (series.usualOf() == 0 ? 1.5 : series.scatter()));
    for (int i = series.usualOf(); i < series.size() - 1 && series.usualOf() > 0; i++) {
      double beyond = series.lag()[i] - usual();
      boolean before = i == 0 || series.lag()[i - 1] - usual() <= late;
      if (beyond > late && before && !series.open()[i] && isBack(i + 1, late / 2)) {
        boolean announced = drought.explains(series.promised()[i]) > 0;
        String words =
            "The payout promised for %s came %s late, the next ones were on time again%s"
                .formatted(
                    series.promised()[i],
                    days(series.lag()[i]),
                    announced ? "; a change of rule was announced then" : "");
        signs.add(new PayoutSign(Kind.ONE_OFF, false, series.promised()[i], words));
      }
    }
  }

  private boolean isBack(int from, double band) {
    int until = Math.min(series.size(), from + 2);
    for (int i = from; i < until; i++) {
      if (series.lag()[i] - usual() > band) {
        return false;
      }
    }
    return true;
  }
}
