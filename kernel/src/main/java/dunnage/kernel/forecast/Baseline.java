package dunnage.kernel.forecast;

import org.jspecify.annotations.Nullable;

/// What one would say without a model: the debtor's own median so far and its own share of late
/// payments. Counts move forward with the replay, so that a debtor with very many payments costs no
/// more per receivable than one with few.
final class Baseline {

  /// @param median days late, 0 before the first payment
  /// @param lateShare per threshold of [Forecast#thresholdsDays]
  record Own(int median, double[] lateShare) {}

  private final History history;
  private final int[] @Nullable [] counts;
  private final int[] taken;

  Baseline(History history) {
    this.history = history;
    counts = new int[history.debtors()][];
    taken = new int[history.debtors()];
  }

  /// What was to be said on the claim's issue date. Claims come in order of issue.
  Own of(Claim claim) {
    int[] days = known(claim);
    int all = taken[claim.debtor()];
    int[] thresholds = Forecast.thresholdsDays();
    double[] share = new double[thresholds.length];
    for (int i = 0; i < share.length; i++) {
      int late = 0;
      for (int d = Lateness.index(thresholds[i]) + 1; d < days.length; d++) {
        late += days[d];
      }
      share[i] = (late + .5) / (all + 1); // one neutral payment, so that none is certain
    }
    return new Own(all == 0 ? 0 : Payments.middle(days, all), share);
  }

  private int[] known(Claim claim) {
    int debtor = claim.debtor();
    int[] days = counts[debtor];
    if (days == null) {
      days = new int[Lateness.SIZE];
      counts[debtor] = days;
    }
    Payments paid = history.payments.get(debtor);
    while (taken[debtor] < paid.size() && paid.paidDay[taken[debtor]] <= claim.issuedDay()) {
      days[Lateness.index(paid.daysLate[taken[debtor]++])]++;
    }
    return days;
  }
}
