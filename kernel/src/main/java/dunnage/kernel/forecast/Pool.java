package dunnage.kernel.forecast;

/// What all debtors together have shown so far, moved forward payment by payment. Older payments
/// fade; a debtor with very many payments counts by the root of its number, so that one large
/// payer's habits do not become everyone's.
final class Pool {

  /// Portfolio memory, days.
  private static final double MEMORY_DAYS = 90;

  /// Memory of a debtor's mean, days.
  private static final double MEAN_MEMORY_DAYS = 700;

  /// How many payments' worth the portfolio's mean weighs in a debtor's mean.
  private static final double MEAN_STRENGTH = .3;

  private static final int MEAN_FLOOR_DAYS = -30;
  private static final int MEAN_CAP_DAYS = 60;

  private final int firstDay;
  private final double[] meanSum;
  private final double[] meanWeight;
  private final int[] payments;
  private double allSum;
  private double allWeight;

  /// Growth of the newest payment: today's scale.
  private double newest = 1;

  /// Weights of days late as they were, index [Lateness#index].
  final double[] plain = new double[Lateness.SIZE];

  /// Weights of days late less the debtor's mean at that time: how wrong the mean was.
  final double[] aroundMean = new double[Lateness.SIZE];

  double plainTotal;
  double aroundTotal;

  Pool(int debtors, int firstDay) {
    this.firstDay = firstDay;
    meanSum = new double[debtors];
    meanWeight = new double[debtors];
    payments = new int[debtors];
  }

  void add(Experience paid) {
    int debtor = paid.debtor();
    double around = paid.daysLate() - mean(debtor);
    payments[debtor]++;
    double weight =
        growth(paid.paidDay(), MEMORY_DAYS) * paid.share() / Math.sqrt(payments[debtor]);
    plain[Lateness.index(paid.daysLate())] += weight;
    plainTotal += weight;
    aroundMean[Lateness.index((int) Math.round(around))] += weight;
    aroundTotal += weight;
    double lasting = growth(paid.paidDay(), MEAN_MEMORY_DAYS) * paid.share();
    double days = Math.clamp(paid.daysLate(), MEAN_FLOOR_DAYS, MEAN_CAP_DAYS);
    newest = growth(paid.paidDay(), MEAN_MEMORY_DAYS);
    meanSum[debtor] += lasting * days;
    meanWeight[debtor] += lasting;
    allSum += lasting * days;
    allWeight += lasting;
  }

  /// The debtor's mean days late, drawn towards the portfolio's while there are few payments.
  double mean(int debtor) {
    double all = allWeight > 0 ? allSum / allWeight : 0;
    double prior = MEAN_STRENGTH * newest;
    return (meanSum[debtor] + prior * all) / (meanWeight[debtor] + prior);
  }

  int payments(int debtor) {
    return payments[debtor];
  }

  /// Fading of old days written as growth of new ones, so that nothing is rewritten daily.
  private double growth(int day, double memoryDays) {
    return Math.exp((day - firstDay) / memoryDays);
  }
}
