package dunnage.kernel.behaviour;

/// The score of one payment experience: 1 to 100, where 80 is paid on the due date. Straight lines
/// between the anchors of `docs/methodology/payment-index.md`.
public final class PaymentIndex {

  /// Days beyond terms; negative is early.
  private static final double[] DAYS = {-30, -20, 0, 15, 22, 30, 60, 90, 120, 180};

  private static final double[] SCORES = {100, 90, 80, 70, 60, 50, 40, 30, 20, 1};

  private PaymentIndex() {}

  /// @param days days beyond terms, negative for early
  /// @return 1 to 100
  public static double score(double days) {
    if (days <= DAYS[0]) {
      return SCORES[0];
    }
    for (int i = 1; i < DAYS.length; i++) {
      if (days <= DAYS[i]) {
        double share = (days - DAYS[i - 1]) / (DAYS[i] - DAYS[i - 1]);
        return SCORES[i - 1] + share * (SCORES[i] - SCORES[i - 1]);
      }
    }
    return SCORES[SCORES.length - 1];
  }
}
