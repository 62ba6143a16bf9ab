package dunnage.kernel.warning;

import java.time.LocalDate;
import java.util.List;

/// Does the debtor pay later than it used to ([DriftScan]), or sooner? Sooner is a sum over the
/// weeks in which something fell due of late, of how far below the usual they are.
final class LatenessWatch {

  /// A deviation counts at most this, so that one stray invoice changes little.
  private static final double MOST = 2.5;

  /// What must be exceeded before anything adds up, in scatters.
  private static final double SLACK = 0.6;

  /// What payments slip by in the slow weeks of the year, days.
  private static final double HOLIDAY_DAYS = 5;

  /// What the same weeks of earlier years can explain, days.
  private static final double MOST_SEASON_DAYS = 20;

  private static final int SEASON_DAYS = 21;

  /// A season counts half when it rests on so many receivables.
  private static final double SEASON_DOUBT = 2;

  /// How far back a change is looked for, days.
  private static final int RECENT_DAYS = 380;

  private static final double MOST_WEIGHT = 2.5;

  private final History history;
  private final Usual usual;
  private final Climate climate;
  private final Cusum sooner = new Cusum();

  LatenessWatch(History history, Usual usual, Climate climate) {
    this.history = history;
    this.usual = usual;
    this.climate = climate;
  }

  /// @return whether there was enough to look at
  boolean look(Talk talk, double strictness, List<Warning> found) {
    DriftScan scan = new DriftScan(history, slow(), talk);
    scan.run(usual);
    double worse = scan.evidence() / Thresholds.LATENESS / strictness;
    Usual against = scan.against();
    if (worse >= 1 && against != null) {
      found.add(warning(Tendency.WORSE, scan.since(), worse, against));
    } else if (usual.known() && usual.places() < history.size()) {
      double better = better() / strictness;
      if (better >= 1) {
        found.add(warning(Tendency.BETTER, sooner.since(), better, usual));
      }
    }
    return scan.known() || usual.known();
  }

  /// Days by which payments of each receivable may be later without any worry about the debtor:
  /// holidays, its own season, and what everybody was late in those weeks.
  private double[] slow() {
    double[] slow = new double[history.size()];
    int i = history.from(history.asOf() - RECENT_DAYS);
    long week = Long.MIN_VALUE;
    double known = 0;
    for (; i < slow.length; i++) {
      long due = history.due()[i];
      if (due / 7 != week) {
        week = due / 7;
        known = Math.max(season(due), climate.laterDays(due));
      }
      boolean holiday =
          known < HOLIDAY_DAYS && SlowWeeks.touch(due, due + (long) history.late()[i]);
      slow[i] = holiday ? HOLIDAY_DAYS : known;
    }
    return slow;
  }

  /// By how many days the same weeks of a year ago were later than usual; 0 where unknown.
  private double season(long due) {
    double sum = 0;
    int count = 0;
    for (int year = 1; year <= 2; year++) {
      long centre = due - 365L * year;
      int end = Math.min(usual.places(), history.from(centre + SEASON_DAYS + 1));
      for (int i = history.from(centre - SEASON_DAYS); i < end; i++) {
        double shift = usual.shift(history, i);
        if (!Double.isNaN(shift)) {
          sum += Math.clamp(shift, -MOST_SEASON_DAYS, MOST_SEASON_DAYS);
          count++;
        }
      }
    }
    return count < 2 ? 0 : Math.max(0, sum / (count + SEASON_DOUBT));
  }

  private double better() {
    int weeks = 0;
    int i = usual.places();
    while (i < history.size()) {
      int next = i + 1;
      while (next < history.size() && history.due()[next] / 7 == history.due()[i] / 7) {
        next++;
      }
      week(i, next);
      weeks++;
      i = next;
    }
    long days = history.asOf() - history.due()[usual.places()];
    return sooner.sum() / Thresholds.LATENESS_BETTER / Thresholds.chances(weeks, days);
  }

  /// Only receivables that would be paid by now if paid as usual: of the others the soonest alone
  /// are known.
  private void week(int from, int to) {
    double sum = 0;
    int complete = 0;
    for (int n = from; n < to; n++) {
      double shift = usual.shift(history, n);
      double usually = history.due()[n] + history.late()[n] - shift;
      if (!Double.isNaN(shift) && usually + 2 * usual.scatterDays() <= history.asOf()) {
        double everybody = Math.min(0, climate.days(history.due()[n]));
        sum -= Math.clamp((shift - everybody) / usual.scatterDays(), -MOST, MOST);
        complete++;
      }
    }
    if (complete > 0) {
      double weight = Math.min(MOST_WEIGHT, Math.sqrt(complete));
      sooner.add(history.due()[from], weight * (sum / complete - SLACK));
    }
  }

  private Warning warning(Tendency direction, long since, double evidence, Usual against) {
    double sum = 0;
    int count = 0;
    int open = 0;
    for (int i = history.from(since); i < history.size(); i++) {
      if (history.due()[i] <= history.asOf() || !history.open()[i]) {
        sum += history.late()[i];
        open += history.open()[i] ? 1 : 0;
        count++;
      }
    }
    LocalDate day = LocalDate.ofEpochDay(since);
    String words =
        "%d receivables due since %s are %.0f days beyond terms on average, %d of them still unpaid; usual for this debtor is %.0f (±%.0f)"
            .formatted(
                count,
                day,
                sum / Math.max(1, count),
                open,
                against.medianDays(),
                against.scatterDays());
    return new Warning(Signal.LATENESS, day, evidence, direction, words);
  }
}
