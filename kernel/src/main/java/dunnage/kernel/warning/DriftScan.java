package dunnage.kernel.warning;

import org.jspecify.annotations.Nullable;

/// Did the debtor begin to pay later on some day of the last year? For each of a few first days the
/// receivables due since are weighed: how much likelier they are if payments moved since then, in
/// one of a few ways, than if nothing but the usual happened. What is still unpaid counts by the
/// chance of being unpaid by now. Answers and promises since the day are weighed with them, but say
/// at most as much again: talk alone is no lateness. The evidence is the logarithm of the mean over
/// days and ways.
final class DriftScan {

  /// Days ago on which the change may have begun, and the days ago up to which receivables are
  /// usual for it.
  private static final int[] BEGAN = {30, 45, 60, 80, 100, 125, 150, 190, 240, 310};

  private static final int[] USUAL_UP_TO = {45, 45, 60, 60, 100, 100, 150, 150, 240, 240};
  private static final int USUAL_FROM = 900;

  /// The ways: days later per day, days later at once, and the share of receivables it touches.
  private static final double[] SLOPE = {0.15, 0.3, 0.6, 1.0, 0, 0.5, 0};

  private static final double[] STEP = {0, 0, 0, 0, 25, 0, 35};
  private static final double[] TOUCHED = {1, 1, 1, 1, 1, 0.5, 0.4};
  private static final int WAYS = SLOPE.length;
  private static final double MOST_DAYS = 70;

  /// How far the scale grows with the move: squared, of the square of the move.
  private static final double WIDER = 0.1;

  /// The usual is itself not known exactly, and habits wander by so many days without any trouble;
  /// each receivable is weighed against the usual less, at and above its median by this much.
  private static final double WANDER_DAYS = 1.5;

  private static final double[] OFF_USUAL = {-1.2, 0, 1.2};
  private static final double[] OFF_CHANCE = {0.25, 0.5, 0.25};
  private static final int CENTRES = OFF_USUAL.length;

  /// One receivable says at most so much, as a factor.
  private static final double LEAST_FACTOR = Math.exp(-2.5);

  private static final double MOST_FACTOR = Math.exp(3);

  /// Surer than this nobody need be, and beyond it numbers end.
  private static final double MOST_LOG = 300;

  /// Receivables paid in one run say nearly the same: n of them count as n to this power.
  private static final double SAME_RUN = 0.5;

  /// A sample of a run is as good as the run.
  private static final int RUN_SAMPLE = 12;

  /// What is the scale of the t distribution if a standard deviation is one.
  private static final double SCALE = 0.91;

  private static final double LEAST_SCALE_DAYS = 3;

  /// Held-up receivables expected before any was seen: so many of so many.
  private static final double STRAY = 0.4;

  private static final int STRAY_OF = 20;
  private static final double STRAY_SCALES = 4;
  private static final int LEAST_USUAL_DAYS = 60;

  /// Scales by which receivables since a day are late in all before they are weighed.
  private static final double ENOUGH = 1.5;

  private static final double ENOUGH_OVERALL = 1;

  private final History history;
  private final double[] slow;
  private final Talk talk;
  private final double[] off = new double[CENTRES];
  private final double[] usualLog = new double[CENTRES];
  private final double[] movedLog = new double[CENTRES * WAYS];
  private final double[] plain = new double[CENTRES];
  private final double[] usually = new double[CENTRES];
  private final double[] factor = new double[CENTRES * WAYS];
  private Usual usual;
  private Runs runs = new Runs(0, new int[0], new int[0]);
  private PayCurve curve = new PayCurve(0);
  private double scale;
  private boolean anythingKnown;
  private double evidence;
  private long since;
  private @Nullable Usual against;

  /// @param slow days by which payments of each receivable may be later for reasons that are not
  ///   the debtor's
  DriftScan(History history, double[] slow, Talk talk) {
    this.history = history;
    this.slow = slow;
    this.talk = talk;
    this.usual = Usual.UNKNOWN;
  }

  /// Log of the mean likelihood ratio; 0 where nothing speaks for a change or too little is known.
  double evidence() {
    return evidence;
  }

  /// First day of the likeliest change, moved to the first receivable that was late in it.
  long since() {
    return since;
  }

  /// What was usual before it; null where too little is known.
  @Nullable Usual against() {
    return against;
  }

  /// Whether there was enough to look at.
  boolean known() {
    return anythingKnown;
  }

  /// @param overall what is usual over all the time that is not recent
  void run(Usual overall) {
    if (overall.known()) {
      anythingKnown = true;
      usual = overall;
      scale = Math.max(LEAST_SCALE_DAYS, SCALE * overall.scatterDays());
      if (!worthALook(history.from(history.asOf() - BEGAN[BEGAN.length - 1]), ENOUGH_OVERALL)) {
        return;
      }
    }
    double sum = 0;
    double best = Double.NEGATIVE_INFINITY;
    int first = history.from(history.asOf() - USUAL_FROM);
    int lastEnd = -1;
    boolean known = false;
    for (int k = 0; k < BEGAN.length; k++) {
      int end = history.from(history.asOf() - USUAL_UP_TO[k]);
      if (end != lastEnd) {
        known = learn(first, end);
        lastEnd = end;
      }
      long began = history.asOf() - BEGAN[k];
      int from = history.from(began);
      anythingKnown |= known;
      if (!known || !worthALook(from, ENOUGH)) {
        continue;
      }
      if (runs.places().length == 0) {
        int recent = history.from(history.asOf() - BEGAN[BEGAN.length - 1]);
        runs = Runs.of(history, recent, usual.medianDays());
      }
      double ratio = ratio(began, from);
      ratio += Math.min(talk.ratio(began), Math.max(0, ratio));
      sum += Math.exp(ratio);
      if (ratio > best) {
        best = ratio;
        since = firstLate(from);
        against = usual;
      }
    }
    evidence = sum == 0 ? 0 : Math.max(0, Math.log(sum / BEGAN.length));
  }

  private boolean learn(int first, int end) {
    if (end - first < Usual.LEAST
        || history.due()[end - 1] - history.due()[first] < LEAST_USUAL_DAYS) {
      return false;
    }
    usual = Usual.between(history, first, end);
    if (!usual.known()) {
      return false;
    }
    scale = Math.max(LEAST_SCALE_DAYS, SCALE * usual.scatterDays());
    int strays = 0;
    for (int i = first; i < end; i++) {
      strays += usual.shift(history, i) > STRAY_SCALES * scale ? 1 : 0;
    }
    int n = end - first;
    curve = new PayCurve((strays + STRAY) / (n + STRAY_OF));
    double doubt = Math.sqrt(1.5 * scale * scale / n + WANDER_DAYS * WANDER_DAYS);
    for (int c = 0; c < CENTRES; c++) {
      off[c] = OFF_USUAL[c] * doubt;
    }
    return true;
  }

  /// Days later than usual, what slow weeks explain taken off; not a number if it says nothing yet.
  private double late(int place) {
    double late = usual.shift(history, place);
    if (late > 0) {
      late = Math.max(0, late - slow[place]);
    }
    return late <= 0 && history.open()[place] ? Double.NaN : late;
  }

  /// Spares the work where most is as ever: below this nothing adds up to an alarm.
  private boolean worthALook(int from, double enough) {
    double sum = 0;
    for (int i = from; i < history.size() && sum < enough; i++) {
      double late = late(i);
      if (!Double.isNaN(late)) {
        sum = Math.max(0, sum + Math.clamp(late / scale, -1.5, 3) - 0.3);
      }
    }
    return sum >= enough;
  }

  private long firstLate(int from) {
    for (int i = from; i < history.size(); i++) {
      if (late(i) > scale) {
        return history.due()[i];
      }
    }
    return history.due()[from];
  }

  private double ratio(long began, int from) {
    java.util.Arrays.fill(usualLog, 0);
    java.util.Arrays.fill(movedLog, 0);
    int[] number = runs.runs();
    int next;
    for (int k = 0; k < number.length; k = next) {
      next = k + 1;
      while (next < number.length && number[next] == number[k]) {
        next++;
      }
      run(began, from, k, next);
    }
    double top = Math.max(usualLog[0], Math.max(usualLog[1], usualLog[2]));
    double all = 0;
    double moved = 0;
    for (int c = 0; c < CENTRES; c++) {
      double chance = OFF_CHANCE[c] * Math.exp(usualLog[c] - top);
      all += chance;
      for (int w = 0; w < WAYS; w++) {
        moved += chance * Math.exp(Math.min(MOST_LOG, movedLog[c * WAYS + w])) / WAYS;
      }
    }
    return Math.log(moved / all);
  }

  /// Multiplies up what was paid, or is missing, in one run and takes one logarithm of it.
  private void run(long began, int from, int first, int end) {
    int step = Math.max(1, (end - first + RUN_SAMPLE - 1) / RUN_SAMPLE);
    java.util.Arrays.fill(factor, 1);
    java.util.Arrays.fill(plain, 1);
    int count = 0;
    for (int k = first; k < end; k += step) {
      int n = runs.places()[k];
      double late = n < from ? Double.NaN : late(n);
      if (!Double.isNaN(late)) {
        count++;
        receivable(late, history.open()[n], history.due()[n] - began);
      }
    }
    if (count == 0) {
      return;
    }
    double weight = Math.pow(count, SAME_RUN) / count;
    for (int c = 0; c < CENTRES; c++) {
      usualLog[c] += weight * Math.log(plain[c]);
      for (int w = 0; w < WAYS; w++) {
        movedLog[c * WAYS + w] += weight * Math.log(factor[c * WAYS + w]);
      }
    }
  }

  private void receivable(double late, boolean open, long after) {
    for (int c = 0; c < CENTRES; c++) {
      double x = late - off[c];
      usually[c] = open ? curve.unpaid(x, scale) : curve.paid(x, scale);
      plain[c] *= usually[c];
    }
    for (int w = 0; w < WAYS; w++) {
      double move = Math.min(MOST_DAYS, SLOPE[w] * after + STEP[w]);
      double wider = Math.sqrt(scale * scale + WIDER * move * move);
      for (int c = 0; c < CENTRES; c++) {
        double x = late - off[c] - move;
        double then = open ? curve.unpaid(x, wider) : curve.paid(x, wider);
        double times = TOUCHED[w] * then / usually[c] + 1 - TOUCHED[w];
        factor[c * WAYS + w] *= Math.clamp(times, LEAST_FACTOR, MOST_FACTOR);
      }
    }
  }
}
