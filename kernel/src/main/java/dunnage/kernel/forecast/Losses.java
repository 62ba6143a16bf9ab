package dunnage.kernel.forecast;

import java.util.Arrays;
import java.util.List;

/// How often nothing came at all, by how late a receivable already is. Of the receivables that were
/// ever so late and have ended: how many were lost? The debtor's own are drawn to the portfolio's,
/// those to what is published of others ([#expectedLoss]), so that a handful of rows is not taken
/// for a law.
///
/// Lost is what was written off or is still open a year after its due date. What is overdue and
/// younger is lost in part, by its age, and counts in its debtor's share.
final class Losses {

  private static final int LOST_AFTER_DAYS = 365;

  /// A portfolio without a loss is not a portfolio without risk: half a loss in a hundred is
  /// assumed before the first row, of what is not overdue.
  private static final double NOT_DUE_LOSS = .005;

  private static final double NOT_DUE_STRENGTH = 100;

  /// How many receivables' worth the published figures weigh, of what is overdue.
  private static final double PUBLISHED_STRENGTH = 5;

  /// How many receivables' worth the portfolio's share weighs in a debtor's.
  private static final double PORTFOLIO_STRENGTH = 5;

  /// Expected recovery by age of the claim: months 0, 3, 6, 12, 24 bring 94, 72, 50, 25, 10 in a
  /// hundred (collection agencies' published figures, middle of their ranges).
  private static final int[] AGE_DAYS = {0, 91, 182, 365, 730};

  private static final double[] RECOVERED = {.94, .72, .50, .25, .10};

  /// What unsecured creditors lose in insolvency proceedings: recoveries are mostly 10 to 20 in a
  /// hundred.
  private static final double INSOLVENCY_LOSS = .85;

  private final Ended portfolio;
  private final Ended[] debtors;
  private final Waiting[] waiting;
  private final boolean[] insolvent;

  Losses(History history, int day) {
    insolvent = history.insolvent;
    debtors = new Ended[history.debtors()];
    waiting = new Waiting[debtors.length];
    int size = 0;
    for (int debtor = 0; debtor < debtors.length; debtor++) {
      debtors[debtor] = Ended.of(history.claims.get(debtor), day);
      size += debtors[debtor].paidLate.length;
    }
    int[] late = new int[size];
    int lost = 0;
    int at = 0;
    for (Ended one : debtors) {
      System.arraycopy(one.paidLate, 0, late, at, one.paidLate.length);
      at += one.paidLate.length;
      lost += one.lost;
    }
    Arrays.parallelSort(late);
    portfolio = new Ended(late, lost);
    for (int debtor = 0; debtor < debtors.length; debtor++) {
      waiting[debtor] = waiting(history.claims.get(debtor), day);
    }
  }

  /// What has ended of one debtor or of all.
  ///
  /// @param paidLate days late of what was paid in the end, ascending
  private record Ended(int[] paidLate, int lost) {

    static Ended of(List<Claim> claims, int day) {
      int[] late = new int[claims.size()];
      int paid = 0;
      int lost = 0;
      for (Claim claim : claims) {
        if (gone(claim, day)) {
          lost++;
        } else if (claim.settledDay() <= day) {
          late[paid++] = claim.settledDay() - claim.dueDay();
        }
      }
      int[] ascending = Arrays.copyOf(late, paid);
      Arrays.sort(ascending);
      return new Ended(ascending, lost);
    }

    /// How many were ever more than so many days late.
    int reached(int daysLate) {
      return paidLate.length - above(paidLate, daysLate) + lost;
    }
  }

  /// What is overdue with one debtor: each is lost in part, by its age.
  ///
  /// @param ages days late, ascending
  /// @param lostFrom what is lost of those from each place on
  private record Waiting(int[] ages, double[] lostFrom) {}

  private Waiting waiting(List<Claim> claims, int day) {
    int[] ages = new int[claims.size()];
    int n = 0;
    for (Claim claim : claims) {
      boolean open = claim.settledDay() > day && claim.issuedDay() <= day;
      if (open && claim.dueDay() < day && !gone(claim, day)) {
        ages[n++] = day - claim.dueDay();
      }
    }
    int[] ascending = Arrays.copyOf(ages, n);
    Arrays.sort(ascending);
    double[] lostFrom = new double[n + 1];
    for (int i = n - 1; i >= 0; i--) {
      lostFrom[i] = lostFrom[i + 1] + ofPortfolio(ascending[i]);
    }
    return new Waiting(ascending, lostFrom);
  }

  private static boolean gone(Claim claim, int day) {
    boolean open = claim.settledDay() > day;
    return open ? day - claim.dueDay() > LOST_AFTER_DAYS : claim.end() == Claim.End.LOST;
  }

  /// The first place whose value is greater.
  private static int above(int[] ascending, int value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] > value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private double ofPortfolio(int daysLate) {
    double strength = daysLate <= 0 ? NOT_DUE_STRENGTH : PUBLISHED_STRENGTH;
    int reached = portfolio.reached(daysLate);
    return share(portfolio.lost, reached, expectedLoss(daysLate), strength);
  }

  /// Chance that a claim of this debtor is never paid, given how late it is already; grows with the
  /// wait.
  ///
  /// @param daysLate negative while not due
  double never(int debtor, int daysLate) {
    Ended own = debtors[debtor];
    Waiting open = waiting[debtor];
    int older = above(open.ages, Math.max(0, daysLate));
    double lost = own.lost + open.lostFrom[older];
    int of = own.reached(daysLate) + open.ages.length - older;
    double never = share(lost, of, ofPortfolio(daysLate), PORTFOLIO_STRENGTH);
    return insolvent[debtor] ? Math.max(never, INSOLVENCY_LOSS) : never;
  }

  /// `lost` of `of`, drawn to `expected` as by so many receivables more.
  static double share(double lost, int of, double expected, double strength) {
    return (lost + strength * expected) / (of + strength);
  }

  /// What is never paid of claims so old, before a book is known: linear between the published
  /// ages.
  static double expectedLoss(int daysLate) {
    if (daysLate <= 0) {
      return NOT_DUE_LOSS;
    }
    for (int i = 1; i < AGE_DAYS.length; i++) {
      if (daysLate <= AGE_DAYS[i]) {
        double part = (double) (daysLate - AGE_DAYS[i - 1]) / (AGE_DAYS[i] - AGE_DAYS[i - 1]);
        return 1 - RECOVERED[i - 1] - part * (RECOVERED[i] - RECOVERED[i - 1]);
      }
    }
    return 1 - RECOVERED[RECOVERED.length - 1];
  }

  /// How many of a debtor's receivables that ended came to nothing.
  int lost(int debtor) {
    return debtors[debtor].lost;
  }

  int ended(int debtor) {
    return debtors[debtor].paidLate.length + debtors[debtor].lost;
  }
}
