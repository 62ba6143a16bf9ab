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

  /// A weekday on which less than this share of all payments came is one on which nobody pays.
  private static final double CLOSED_SHARE = .02;

  private final int firstDay;
  private final double[] meanSum;
  private final double[] meanWeight;
  private final int[] payments;
  private double allSum;
  private double allWeight;

  /// Growth of the newest payment: today's scale.
  private double newestMean = 1;

  private double newest = 1;

  /// Weights of days late as they were, index [Lateness#index].
  private final double[] plain = new double[Lateness.SIZE];

  /// Weights of days late less the debtor's mean at that time: how wrong the mean was.
  private final double[] aroundMean = new double[Lateness.SIZE];

  private double total;

  /// Weights by weekday of payment, 0 Monday.
  private final double[] paidOn = new double[7];

  /// Days to the next weekday on which this book is paid, 0 Monday.
  private final int[] toOpenDay = new int[7];

  Pool(int debtors, int firstDay) {
    this.firstDay = firstDay;
    meanSum = new double[debtors];
    meanWeight = new double[debtors];
    payments = new int[debtors];
  }

  void add(int debtor, int paidDay, int daysLate, double share) {
    double around = daysLate - mean(debtor);
    payments[debtor]++;
    newest = growth(paidDay, MEMORY_DAYS);
    double weight = newest * share / Math.sqrt(payments[debtor]);
    plain[Lateness.index(daysLate)] += weight;
    aroundMean[Lateness.index((int) Math.round(around))] += weight;
    total += weight;
    paidOn[Claim.weekday(paidDay) - 1] += weight;
    newestMean = growth(paidDay, MEAN_MEMORY_DAYS);
    double lasting = newestMean * share;
    double days = Math.clamp(daysLate, MEAN_FLOOR_DAYS, MEAN_CAP_DAYS);
    meanSum[debtor] += lasting * days;
    meanWeight[debtor] += lasting;
    allSum += lasting * days;
    allWeight += lasting;
  }

  /// To be called once a day before the pool is asked.
  void lookAtWeekdays() {
    for (int from = 0; from < 7; from++) {
      int move = 0;
      while (move < 6 && closed((from + move) % 7)) {
        move++;
      }
      toOpenDay[from] = move;
    }
  }

  private boolean closed(int weekday) {
    boolean enough = total > CLOSED_FROM_PAYMENTS * newest;
    return enough && paidOn[weekday] < CLOSED_SHARE * total;
  }

  /// With fewer payments no weekday is called closed.
  private static final double CLOSED_FROM_PAYMENTS = 20;

  /// Days late of one due on another weekday, carried over to this one: a pay day on which nobody
  /// pays becomes the next on which they do.
  ///
  /// @param dueWeekday 1 Monday to 7 Sunday
  int onOpenDay(int dueWeekday, int daysLate) {
    return daysLate + toOpenDay[Math.floorMod(dueWeekday - 1 + daysLate, 7)];
  }

  /// The portfolio's shape: as it is, and moved to this debtor's mean; the prior stands in while
  /// there are few payments.
  ///
  /// @param shifted share of what is moved, 0 to 1
  double[] shape(int debtor, int dueWeekday, double shifted) {
    double[] shape = new double[Lateness.SIZE];
    int move = (int) Math.round(mean(debtor));
    double prior = Prior.STRENGTH * newest;
    int weekday = Math.floorMod(dueWeekday - 1 + Lateness.FIRST, 7);
    int movedWeekday = Math.floorMod(weekday + move, 7);
    for (int i = 0; i < Lateness.SIZE; i++) {
      double assumed = prior * Prior.at(i);
      int late = i + Lateness.FIRST;
      int here = Lateness.index(late + toOpenDay[weekday]);
      shape[here] += (1 - shifted) * (plain[i] + assumed) / (total + prior);
      int moved = Lateness.index(late + move + toOpenDay[movedWeekday]);
      shape[moved] += shifted * (aroundMean[i] + assumed) / (total + prior);
      weekday = weekday == 6 ? 0 : weekday + 1;
      movedWeekday = movedWeekday == 6 ? 0 : movedWeekday + 1;
    }
    return shape;
  }

  /// The debtor's mean days late, drawn towards the portfolio's while there are few payments.
  double mean(int debtor) {
    double all = allSum / (allWeight + Prior.STRENGTH * newestMean);
    double prior = MEAN_STRENGTH * newestMean;
    return (meanSum[debtor] + prior * all) / (meanWeight[debtor] + prior);
  }

  int payments(int debtor) {
    return payments[debtor];
  }

  /// A mistyped year must not make a number endless.
  static final double MOST_GROWTH = 600;

  /// Fading of old days written as growth of new ones, so that nothing is rewritten daily.
  private double growth(int day, double memoryDays) {
    return Math.exp(Math.min(MOST_GROWTH, (day - firstDay) / memoryDays));
  }
}
