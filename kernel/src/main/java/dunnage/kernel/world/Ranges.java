package dunnage.kernel.world;

import java.util.SplittableRandom;

/// Every number the simulator draws from, with its source. `[assumed]` marks what no source gives;
/// such ranges are set wide and so that the healthy look bad rather than good. A change here names
/// its reason in docs/methodology/world.md and re-runs every figure.
final class Ranges {

  /// Days paid beyond own terms, a debtor's usual: p10, q1, median, q3, p90 of 7,490 UK statutory
  /// payment reports (uk-payment-practices, promise against practice; CC BY 4.0). The ends are
  /// ours.
  static final double[] USUAL_DAYS_BEYOND_TERMS = {-20, -16, -4, 10, 25, 39, 45};

  static final double[] QUANTILES = {0, 0.10, 0.25, 0.50, 0.75, 0.90, 1};

  /// Agreed terms, days: UK reports have 30 at the median and 45 at p90; open account abroad is
  /// commonly 30 to 60.
  static final int[] TERMS_DAYS = {30, 30, 30, 45, 60};

  /// Mean absolute deviation of an invoice from its debtor's own median, days: 3.0 (32,000 invoices
  /// of HighRadius) to 6.35 (IBM's 2,466 invoices). Standard deviation = 1.25 × that.
  static final double[] NOISE_DAYS = {3.0 * 1.25, 6.35 * 1.25};

  /// Invoices a month: from one in two months to twelve, most around three [assumed].
  static final double[] INVOICES_PER_MONTH = {0.5, 1, 2, 3, 5, 8, 12};

  /// Spread of invoice sizes, standard deviation of the logarithm [assumed].
  static final double[] SIZE_SPREAD = {0.2, 0.6};

  /// Healthy volume moves by up to 30 % either way without any default (asked of this simulator).
  static final double VOLUME_CHANGE = 0.30;

  /// Yearly swing of a seasonal debtor's orders: from ±30 % to ±60 % [assumed]; others up to ±10 %.
  static final double[] SEASON_SWING = {0.30, 0.60};

  static final double QUIET_SEASON_SWING = 0.10;

  /// Days that payments slip at year end, in August, around the Spring Festival [assumed].
  static final double HOLIDAY_SLIP_DAYS = 8;

  /// Share of a healthy debtor's invoices that are held up once (dispute, lost invoice), and by how
  /// many days [assumed]; the late end stays below a default.
  static final double ONE_OFF_CHANCE = 0.012;

  static final double[] ONE_OFF_DAYS = {15, 70};
  static final int LATEST_HEALTHY_DAYS = 85;

  /// Share of a healthy debtor's payments that leave a small rest for some weeks (bank charges, a
  /// contested line) [assumed].
  static final double HEALTHY_SHORT_CHANCE = 0.02;

  /// Days from the start of a drift to the default [assumed]: 5 to 14 months. The Korean platforms'
  /// finances got worse for two years, visibly for four months.
  static final double[] DRIFT_DAYS = {150, 420};

  /// Days in which orders fall to under a tenth: 100,000 to 30,000 to under 10,000 pairs in
  /// successive years (the snow-boot supplier's story), also faster.
  static final double[] FALL_DAYS = {300, 660};

  static final double FALL_TO = 0.08;

  /// Deposit of an order in parts: 30 % T/T, 70 % balance, the usual split of the trade.
  static final double DEPOSIT = 0.30;

  static final double DEPOSIT_SHARE_OF_DEBTORS = 0.25;
  static final double ORDERS_KNOWN_SHARE_OF_DEBTORS = 0.5;

  /// Days from order to shipment [assumed].
  static final double[] LEAD_DAYS = {20, 45};

  /// A healthy debtor answers this share of messages and keeps this share of promises [assumed]; a
  /// contact person leaves once in twenty years [assumed].
  static final double ANSWERS = 0.90;

  static final double KEEPS_PROMISES = 0.90;
  static final double CONTACT_LEAVES_PER_YEAR = 0.05;

  /// Marketplace payout rules, days of the cycle and days after its end: Amazon 14 and 3 to 5,
  /// Walmart 14 and 7, TMON a month and 40, WeMakePrice a month and the 7th of the second month.
  static final int[][] PAYOUT_RULES = {{14, 4}, {14, 7}, {30, 40}, {30, 37}};

  /// Amazon's change of its reserve rule: one drought of 10 to 14 days, harmless.
  static final double[] RULE_CHANGE_DROUGHT_DAYS = {10, 14};

  /// Months over which a squeezed marketplace's payouts get later: Inspire Uplift's for a year or
  /// more, Qoo10's complaints April to July.
  static final double[] SQUEEZE_DAYS = {120, 400};

  private Ranges() {}

  static double between(double[] range, SplittableRandom random) {
    return range[0] + (range[1] - range[0]) * random.nextDouble();
  }

  /// One of several equally likely values.
  static double one(double[] values, SplittableRandom random) {
    return values[random.nextInt(values.length)];
  }

  /// Draws from quantiles, linear between them.
  static double usualDaysBeyondTerms(SplittableRandom random) {
    double u = random.nextDouble();
    int i = 1;
    while (QUANTILES[i] < u) {
      i++;
    }
    double part = (u - QUANTILES[i - 1]) / (QUANTILES[i] - QUANTILES[i - 1]);
    return USUAL_DAYS_BEYOND_TERMS[i - 1]
        + part * (USUAL_DAYS_BEYOND_TERMS[i] - USUAL_DAYS_BEYOND_TERMS[i - 1]);
  }
}
