package dunnage.kernel.forecast;

import java.util.List;

/// How often nothing came at all: written off, or still open a year after the due date.
final class Losses {

  private static final int LOST_AFTER_DAYS = 365;

  /// A portfolio without a loss is not a portfolio without risk: half a loss in a hundred is
  /// assumed before the first row.
  private static final double PRIOR_LOSSES = .5;

  private static final double PRIOR_CLAIMS = 100;

  /// How many claims' worth the portfolio's rate weighs in a debtor's.
  private static final double PORTFOLIO_STRENGTH = 10;

  private final int[] lost;
  private final int[] ended;
  private final double[] rate;

  Losses(History history, int day) {
    int debtors = history.claims.size();
    lost = new int[debtors];
    ended = new int[debtors];
    double allLost = PRIOR_LOSSES;
    double allEnded = PRIOR_CLAIMS;
    for (int debtor = 0; debtor < debtors; debtor++) {
      List<Claim> claims = history.claims.get(debtor);
      for (int i = 0; i < claims.size(); i++) {
        Claim claim = claims.get(i);
        boolean gone = lost(claim, day);
        if (gone || claim.settledDay() <= day) {
          ended[debtor]++;
          lost[debtor] += gone ? 1 : 0;
        }
      }
      allLost += lost[debtor];
      allEnded += ended[debtor];
    }
    rate = new double[debtors];
    for (int debtor = 0; debtor < debtors; debtor++) {
      rate[debtor] =
          (lost[debtor] + PORTFOLIO_STRENGTH * allLost / allEnded)
              / (ended[debtor] + PORTFOLIO_STRENGTH);
    }
  }

  /// Chance that the claim is never paid, given that it has waited this long: waiting moves the
  /// chance from "late" to "never" (Bayes).
  ///
  /// @param stillToCome chance that a claim that will be paid is not paid yet
  double never(int debtor, double stillToCome) {
    return never(rate[debtor], stillToCome);
  }

  static double never(double before, double stillToCome) {
    return before / (before + (1 - before) * Math.max(stillToCome, 1e-3));
  }

  private static boolean lost(Claim claim, int day) {
    boolean open = claim.settledDay() > day;
    return open ? day - claim.dueDay() > LOST_AFTER_DAYS : claim.end() == Claim.End.LOST;
  }

  /// How many of a debtor's receivables that ended came to nothing.
  int lost(int debtor) {
    return lost[debtor];
  }

  int ended(int debtor) {
    return ended[debtor];
  }
}
