package dunnage.kernel.forecast;

import java.util.List;

/// How often nothing came at all. What was written off is lost. What is overdue and unpaid counts
/// as lost in part: with the chance that it will never come, given how long it has waited and how
/// seldom a payment of this book came so late (an expectation-maximisation for a share that is
/// never cured).
final class Losses {

  /// A portfolio without a loss is not a portfolio without risk: half a loss in a hundred is
  /// assumed before the first row.
  private static final double PRIOR_LOSSES = .5;

  private static final double PRIOR_CLAIMS = 100;

  /// How many claims' worth the portfolio's rate weighs in a debtor's.
  private static final double PORTFOLIO_STRENGTH = 5;

  /// After this many days an ended claim counts 37 % in its debtor's rate.
  private static final double MEMORY_DAYS = 365;

  /// Steps of the expectation-maximisation; further ones move nothing that shows.
  private static final int STEPS = 8;

  /// Nobody is certain never to pay.
  private static final double LEAST_TO_COME = 1e-4;

  private final History history;
  private final int day;
  private final int[] lost;
  private final int[] ended;
  private final double[] rate;

  /// Share of the payments known that came later, index [Lateness#index].
  private final double[] later = new double[Lateness.SIZE];

  Losses(History history, int day) {
    this.history = history;
    this.day = day;
    int debtors = history.debtors();
    lost = new int[debtors];
    ended = new int[debtors];
    rate = new double[debtors];
    setLater();
    int[] waiting = new int[Lateness.SIZE];
    int allLost = 0;
    int allEnded = 0;
    for (int debtor = 0; debtor < debtors; debtor++) {
      count(debtor, waiting);
      allLost += lost[debtor];
      allEnded += ended[debtor];
    }
    double portfolio = portfolio(allLost, allEnded, waiting);
    for (int debtor = 0; debtor < debtors; debtor++) {
      rate[debtor] = rate(history.claims.get(debtor), portfolio);
    }
  }

  private void setLater() {
    double all = 0;
    for (Payments of : history.payments) {
      int known = of.known(day);
      for (int i = 0; i < known; i++) {
        later[Lateness.index(of.daysLate[i])] += of.share[i];
        all += of.share[i];
      }
    }
    double sum = 0;
    for (int i = later.length - 1; i >= 0; i--) {
      double here = later[i];
      later[i] = all > 0 ? sum / all : 1;
      sum += here;
    }
  }

  private void count(int debtor, int[] waiting) {
    for (Claim claim : history.claims.get(debtor)) {
      if (claim.settledDay() <= day) {
        ended[debtor]++;
        lost[debtor] += claim.end() == Claim.End.LOST ? 1 : 0;
      } else if (overdue(claim)) {
        waiting[Lateness.index(day - claim.dueDay())]++;
      }
    }
  }

  private boolean overdue(Claim claim) {
    return claim.issuedDay() <= day && claim.dueDay() < day;
  }

  private double portfolio(int allLost, int allEnded, int[] waiting) {
    double of = PRIOR_CLAIMS + allEnded;
    for (int count : waiting) {
      of += count;
    }
    double portfolio = PRIOR_LOSSES / PRIOR_CLAIMS;
    for (int step = 0; step < STEPS; step++) {
      double sum = PRIOR_LOSSES + allLost;
      for (int i = 0; i < waiting.length; i++) {
        sum += waiting[i] * never(portfolio, later[i]);
      }
      portfolio = sum / of;
    }
    return portfolio;
  }

  private double rate(List<Claim> claims, double portfolio) {
    double gone = PORTFOLIO_STRENGTH * portfolio;
    double all = PORTFOLIO_STRENGTH;
    for (Claim claim : claims) {
      if (claim.settledDay() <= day) {
        double weight = Math.exp((claim.settledDay() - day) / MEMORY_DAYS);
        all += weight;
        gone += claim.end() == Claim.End.LOST ? weight : 0;
      } else if (overdue(claim)) {
        all++;
        gone += never(portfolio, later[Lateness.index(day - claim.dueDay())]);
      }
    }
    return gone / all;
  }

  /// Chance that the claim is never paid, given that it has waited this long: waiting moves the
  /// chance from "late" to "never" (Bayes).
  ///
  /// @param stillToCome chance that a claim that will be paid is not paid yet
  double never(int debtor, double stillToCome) {
    return never(rate[debtor], stillToCome);
  }

  static double never(double before, double stillToCome) {
    return before / (before + (1 - before) * Math.max(stillToCome, LEAST_TO_COME));
  }

  /// How many of a debtor's receivables that ended came to nothing.
  int lost(int debtor) {
    return lost[debtor];
  }

  int ended(int debtor) {
    return ended[debtor];
  }
}
