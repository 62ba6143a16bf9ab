package dunnage.kernel.warning;

import java.time.LocalDate;
import java.util.List;

/// Does the debtor pay later than it used to? Two sums run over the receivables that fell due of
/// late, one per week: how far beyond the usual they are, and how many lie beyond the usual band
/// (so that a growing spread or a tail left unpaid shows although most are paid as ever).
final class LatenessWatch {

  /// A deviation counts at most this, so that one stray invoice is no alarm.
  private static final double MOST = 2.5;

  /// What must be exceeded before anything adds up, in scatters.
  private static final double SLACK = 0.6;

  /// The usual band ends here, in scatters and at least in days.
  private static final double BAND = 2.5;

  private static final double LEAST_BAND_DAYS = 12;

  /// Share of receivables beyond the band: usual at least, and feared.
  private static final double LEAST_TAIL = 0.06;

  private static final double FEARED_TAIL = 0.4;

  /// What payments slip by in the slow weeks of the year, days.
  private static final double HOLIDAY_DAYS = 5;

  private static final double MOST_WEIGHT = 2.5;

  private final History history;
  private final Usual usual;
  private final double bandDays;
  private final Cusum later = new Cusum();
  private final Cusum tail = new Cusum();
  private final Cusum sooner = new Cusum();

  LatenessWatch(History history, Usual usual) {
    this.history = history;
    this.usual = usual;
    this.bandDays = Math.max(BAND * usual.scatterDays(), LEAST_BAND_DAYS);
  }

  void look(double strictness, List<Warning> found) {
    if (!usual.known()) {
      return;
    }
    double tailShare = Math.max(LEAST_TAIL, usualTail());
    int i = usual.places();
    if (i == history.size()) {
      return;
    }
    int weeks = 0;
    while (i < history.size()) {
      int next = i + 1;
      while (next < history.size() && history.due()[next] / 7 == history.due()[i] / 7) {
        next++;
      }
      week(i, next, tailShare);
      weeks++;
      i = next;
    }
    double height =
        strictness * Thresholds.chances(weeks, history.asOf() - history.due()[usual.places()]);
    double worse =
        Math.max(later.sum() / Thresholds.LATENESS, tail.sum() / Thresholds.LATE_TAIL) / height;
    double better = sooner.sum() / Thresholds.LATENESS_BETTER / height;
    if (worse >= 1) {
      long since = later.sum() > 0 ? later.since() : tail.since();
      found.add(warning(Tendency.WORSE, since, worse));
    } else if (better >= 1) {
      found.add(warning(Tendency.BETTER, sooner.since(), better));
    }
  }

  private void week(int from, int to, double tailShare) {
    double sum = 0;
    double soonerSum = 0;
    int count = 0;
    int beyond = 0;
    int complete = 0;
    double season = season(history.due()[from]);
    for (int n = from; n < to; n++) {
      double late = history.late()[n];
      double shift = usual.shift(history, n);
      if (Double.isNaN(shift)) {
        continue;
      }
      if (shift > 0) {
        double slow =
            SlowWeeks.touch(history.due()[n], history.due()[n] + (long) late) ? HOLIDAY_DAYS : 0;
        shift = Math.max(0, shift - Math.max(slow, season));
      }
      double scaled = shift / usual.scatterDays();
      // What is unpaid but not yet later than usual says nothing so far.
      if (!history.open()[n] || scaled > 0) {
        sum += Math.clamp(scaled, -1.5, MOST);
        beyond += shift > bandDays ? 1 : 0;
        count++;
      }
      if (history.due()[n] + late - shift + 2 * usual.scatterDays() <= history.asOf()) {
        soonerSum -= Math.clamp(scaled, -MOST, MOST);
        complete++;
      }
    }
    if (count > 0) {
      double weight = weight(count);
      later.add(history.due()[from], weight * (sum / count - SLACK));
      double share = beyond / (double) count;
      double feared = Math.max(FEARED_TAIL, Math.min(0.9, tailShare + 0.3));
      tail.add(
          history.due()[from],
          weight
              * (share * Math.log(feared / tailShare)
                  + (1 - share) * Math.log((1 - feared) / (1 - tailShare))));
    }
    if (complete > 0) {
      sooner.add(history.due()[from], weight(complete) * (soonerSum / complete - SLACK));
    }
  }

  /// Receivables of one week are paid in one run, often: they count as fewer than they are.
  private static double weight(int receivables) {
    return Math.min(MOST_WEIGHT, Math.sqrt(receivables));
  }

  private double usualTail() {
    int beyond = 0;
    for (int i = 0; i < usual.places(); i++) {
      beyond += usual.shift(history, i) > bandDays ? 1 : 0;
    }
    // One more of each than seen: a short history proves no zero.
    return Math.min(0.6, (beyond + 0.5) / (usual.places() + 1));
  }

  /// By how many days the same weeks of a year ago were later than usual; 0 where unknown.
  private double season(long due) {
    double sum = 0;
    int count = 0;
    for (int year = 1; year <= 2; year++) {
      long centre = due - 365L * year;
      int end = Math.min(usual.places(), history.from(centre + 22));
      for (int i = history.from(centre - 21); i < end; i++) {
        double shift = usual.shift(history, i);
        if (!Double.isNaN(shift)) {
          sum += Math.clamp(shift, -bandDays, bandDays);
          count++;
        }
      }
    }
    return count < 2 ? 0 : Math.max(0, sum / count);
  }

  private Warning warning(Tendency direction, long since, double evidence) {
    int from = history.from(since);
    double sum = 0;
    int count = 0;
    int open = 0;
    for (int i = from; i < history.size(); i++) {
      sum += history.late()[i];
      open += history.open()[i] ? 1 : 0;
      count++;
    }
    LocalDate day = LocalDate.ofEpochDay(since);
    String words =
        "%d receivables due since %s are %.0f days beyond terms on average, %d of them still unpaid; usual for this debtor is %.0f (±%.0f)"
            .formatted(
                count,
                day,
                sum / Math.max(1, count),
                open,
                usual.medianDays(),
                usual.scatterDays());
    return new Warning(Signal.LATENESS, day, Warnings.howSure(evidence), direction, words);
  }
}
