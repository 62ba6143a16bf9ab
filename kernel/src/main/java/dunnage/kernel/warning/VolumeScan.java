package dunnage.kernel.warning;

/// Did orders begin to fall, or to rise, some months ago? For each of a few first months what came
/// since is weighed: how much likelier it is if orders moved at one of a few paces since then, than
/// if they stayed at one level, which itself may differ from before by a third. A month is 30 days
/// back from the day. What the same months of earlier years brought is expected, so that a slack
/// season is no fall and a high one no rise.
final class VolumeScan {

  /// Days of a month here.
  static final int BIN = 30;

  /// Months looked at: those in which the change may lie, and those before it.
  static final int MOST_BINS = 48;

  private static final int MOST_BEFORE = 24;
  private static final int LEAST_BEFORE = 8;
  private static final int A_YEAR = 12;

  /// Months ago in which the change may have begun.
  private static final int[] BEGAN = {3, 4, 6, 8, 11, 14, 18, 22};

  private static final int LONGEST = 22;

  /// A season counts half when it rests on so many orders.
  private static final double SEASON_DOUBT = 3;

  /// The season explains at most this factor either way.
  private static final double MOST_SEASON = 3;

  /// A month's volume scatters at least by this share of it; and the volume of one order's size by
  /// this, squared.
  private static final double LEAST_SCATTER = 0.3;

  private static final double LEAST_DISPERSION = 0.15;

  /// Recent months over which the change must show.
  private static final int RECENT = 3;

  private static final double MOST_LOG = 300;

  /// Which way, how fast, and what may be without any change.
  ///
  /// @param pace change per month of the logarithm of the volume; `jump` is a factor at once
  /// @param limit factor beyond which the pace does not go
  /// @param levels factors at which a volume without any change may lie, with their `chances`
  /// @param unseasoned the same where no whole year before tells of the season
  /// @param must the factor the recent months have to pass
  private enum Way {
    FALL(
        new double[] {-0.08, -0.14, -0.25},
        0.1,
        0.05,
        new double[] {1, 0.85, 0.7, 0.55},
        new double[] {0.4, 0.3, 0.3, 0.1},
        new double[] {1, 0.85, 0.7, 0.45},
        0.5),
    RISE(
        new double[] {0.03, 0.06, 0.12},
        1.8,
        4,
        new double[] {1, 1.1, 1.25, 1.4},
        new double[] {0.4, 0.3, 0.2, 0.1},
        new double[] {1, 1.15, 1.4, 2},
        1.3);

    static final double[] UNSEASONED = {0.3, 0.2, 0.2, 0.3};

    final double[][] factors;
    final double[][] logs;
    final double[] levels;
    final double[] chances;
    final double[] unseasoned;
    final double must;

    Way(
        double[] pace,
        double jump,
        double limit,
        double[] levels,
        double[] chances,
        double[] unseasoned,
        double must) {
      this.levels = levels;
      this.chances = chances;
      this.unseasoned = unseasoned;
      this.must = must;
      factors = new double[pace.length + 1][LONGEST];
      logs = new double[pace.length + 1][LONGEST];
      for (int w = 0; w < factors.length; w++) {
        for (int age = 0; age < LONGEST; age++) {
          double paced = w == pace.length ? jump : Math.exp(pace[w] * (age + 0.5));
          boolean beyond = limit < 1 ? paced < limit : paced > limit;
          factors[w][age] = beyond ? limit : paced;
          logs[w][age] = Math.log(factors[w][age]);
        }
      }
    }

    boolean shows(double kept) {
      return must < 1 ? kept <= must : kept >= must;
    }
  }

  /// @param evidence log of the mean likelihood ratio, not below 0
  /// @param kept what came in the recent months as a share of what was expected
  /// @param months since the likeliest beginning
  record Change(double evidence, double kept, int months) {
    static final Change NONE = new Change(0, 1, 0);
  }

  private final Series series;
  private final double[] volume;
  private final int bins;
  private final double[] expected = new double[LONGEST];

  VolumeScan(Series series) {
    this.series = series;
    this.volume = series.byBin(BIN, MOST_BINS);
    this.bins = volume.length;
  }

  boolean enough() {
    return bins >= LEAST_BEFORE + BEGAN[0];
  }

  Change fall() {
    return scan(Way.FALL);
  }

  Change rise() {
    return scan(Way.RISE);
  }

  private Change scan(Way way) {
    double sum = 0;
    double best = Double.NEGATIVE_INFINITY;
    Change change = Change.NONE;
    for (int began : BEGAN) {
      int end = Math.min(bins, began + MOST_BEFORE);
      double before = end - began < LEAST_BEFORE ? 0 : mean(began, end);
      if (before <= 0) {
        continue;
      }
      double kept = expect(way, began, end, before);
      if (!way.shows(kept)) {
        continue;
      }
      double ratio = ratio(way, began, end, dispersion(began, end, before));
      sum += Math.exp(Math.min(MOST_LOG, ratio));
      if (ratio > best) {
        best = ratio;
        change = new Change(0, kept, began);
      }
    }
    double evidence = sum == 0 ? 0 : Math.max(0, Math.log(sum / BEGAN.length));
    return new Change(evidence, change.kept, change.months);
  }

  /// Fills what is expected of each month since; what came of it in the recent ones.
  private double expect(Way way, int began, int end, double before) {
    double came = 0;
    double wanted = 0;
    for (int i = 0; i < began; i++) {
      expected[i] = before * season(way, i, began, before);
      if (i < RECENT) {
        came += volume[i];
        wanted += expected[i];
      }
    }
    return came / wanted;
  }

  /// What the same months of earlier years brought against the mean: the lower of them for a fall.
  private double season(Way way, int bin, int began, double before) {
    double season = 1;
    for (int then = bin + A_YEAR; then + 2 <= bins; then += A_YEAR) {
      if (then >= began) {
        // A year is 12.17 months of 30 days; one to either side makes up for it.
        double share = mean(then - 1, Math.min(bins, then + 2)) / before;
        double known = 3 * before;
        double believed = 1 + (share - 1) * known / (known + SEASON_DOUBT);
        season = way == Way.FALL ? Math.min(season, believed) : Math.max(season, believed);
      }
    }
    return Math.clamp(season, 1 / MOST_SEASON, MOST_SEASON);
  }

  private double ratio(Way way, int began, int end, double dispersion) {
    double up = 0;
    for (int w = 0; w < way.factors.length; w++) {
      double log = 0;
      for (int i = 0; i < began; i++) {
        int age = began - 1 - i;
        log += volume[i] * way.logs[w][age] - expected[i] * (way.factors[w][age] - 1);
      }
      up += Math.exp(Math.min(MOST_LOG, log / dispersion)) / way.factors.length;
    }
    double came = 0;
    double wanted = 0;
    for (int i = 0; i < began; i++) {
      came += volume[i];
      wanted += expected[i];
    }
    boolean seasoned = end - began >= A_YEAR;
    double[] levels = seasoned ? way.levels : way.unseasoned;
    double[] chances = seasoned ? way.chances : Way.UNSEASONED;
    double down = 0;
    for (int l = 0; l < levels.length; l++) {
      double log = came * Math.log(levels[l]) - wanted * (levels[l] - 1);
      down += chances[l] * Math.exp(Math.min(MOST_LOG, log / dispersion));
    }
    return Math.log(up / down);
  }

  /// Variance of a volume over its mean, in orders: as orders and months before scattered, the
  /// lower of both, and wider where the time before is short.
  private double dispersion(int began, int end, double before) {
    double squares = 0;
    for (int i = began; i < end; i++) {
      squares += (volume[i] - before) * (volume[i] - before);
    }
    double byMonth = squares / Math.max(1, end - began - 1) / before;
    double byOrder = series.irregularity(began * BIN);
    double least = Math.max(LEAST_DISPERSION, LEAST_SCATTER * LEAST_SCATTER * before);
    return Math.max(Math.min(byMonth, byOrder), least) * (1 + began / (double) (end - began));
  }

  private double mean(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += volume[i];
    }
    return sum / (to - from);
  }
}
