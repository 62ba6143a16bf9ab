package dunnage.kernel.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One debtor at the end of one day: what its payments so far say about a claim, read by each
/// [Habit]. A reading is a chain of groups, the wider one standing in where the narrower one has
/// few rows: portfolio, the debtor's payments, those due near the same day of the month, those due
/// on the same weekday.
final class DebtorView {

  /// More payments of one debtor than this add time and no knowledge; the latest count.
  private static final int MOST_PAYMENTS = 1_500;

  private static final int MOST_OPEN = 200;

  /// 1 to 7; place 0 is empty.
  private static final int WEEKDAYS = 8;

  private final Claim[] open = new Claim[MOST_OPEN];
  private final double[] openShare = new double[MOST_OPEN];
  private int openCount;

  /// By weekday and habit, made when first asked for: the same for every claim due on that weekday.
  private final @Nullable Wider[] wider = new Wider[WEEKDAYS * Habit.ALL.length];

  /// Room for one reading at a time, used again: a million claims would otherwise make gigabytes of
  /// it.
  private final Tally[] tallies = new Tally[Habit.ALL.length];

  private final double[] from = new double[Lateness.SIZE];

  private final int debtor;
  private final int today;
  private final Payments paid;
  private final int paidCount;
  private final Pool pool;
  private final Likeness[] likeness;

  DebtorView(int debtor, int today, History history, Pool pool, Likeness[] likeness) {
    this.debtor = debtor;
    this.today = today;
    this.pool = pool;
    this.likeness = likeness;
    paid = history.payments.get(debtor);
    paidCount = paid.known(today);
    Arrays.setAll(tallies, h -> new Tally());
    gatherOverdue(history.claims.get(debtor));
  }

  /// A reading of the claim per habit, in the order of [Habit#ALL].
  Lateness[] read(Claim claim) {
    for (Tally tally : tallies) {
      tally.clear();
    }
    int weekday = Claim.weekday(claim.dueDay());
    int monthDay = Claim.monthDay(claim.dueDay());
    for (int i = paidCount - 1; i >= Math.max(0, paidCount - MOST_PAYMENTS); i--) {
      if (paid.claim[i] == claim.id()) {
        continue;
      }
      boolean sameWeekday = paid.dueWeekday[i] == weekday;
      int late = paid.daysLate[i];
      int at = Lateness.index(sameWeekday ? late : pool.onOpenDay(weekday, late));
      int size = Likeness.sizeStep(paid.logAmount[i], claim.logAmount());
      int apart = Likeness.monthDaysApart(paid.dueMonthDay[i], monthDay);
      int age = today - paid.paidDay[i];
      for (int h = 0; h < tallies.length; h++) {
        Likeness like = likeness[h];
        double weight = paid.share[i] * like.size(size) * like.age(age);
        tallies[h].add(at, weight, sameWeekday, weight * like.monthDay(apart));
      }
    }
    Lateness[] readings = new Lateness[tallies.length];
    for (int h = 0; h < readings.length; h++) {
      Wider portfolio = wider(weekday, h);
      addOverdue(claim, tallies[h], portfolio, likeness[h]);
      readings[h] = tallies[h].mix(portfolio.shape, Habit.ALL[h]);
    }
    return readings;
  }

  private Wider wider(int weekday, int habit) {
    int at = WEEKDAYS * habit + weekday;
    Wider known = wider[at];
    if (known == null) {
      known = Wider.of(pool.shape(debtor, weekday, Habit.ALL[habit].shifted()));
      wider[at] = known;
    }
    return known;
  }

  /// The debtor's receivables that are overdue and unpaid, the latest issued first.
  private void gatherOverdue(List<Claim> claims) {
    LocalDate asOf = LocalDate.ofEpochDay(today);
    int looked = 0;
    for (int i = issued(claims) - 1; i >= 0 && looked < MOST_OPEN; i--, looked++) {
      Claim claim = claims.get(i);
      if (claim.openAt(today) && today > claim.dueDay()) {
        open[openCount] = claim;
        openShare[openCount++] = claim.openShare(asOf);
      }
    }
  }

  private int issued(List<Claim> claims) {
    int low = 0;
    int high = claims.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (claims.get(middle).issuedDay() <= today) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// A receivable that is overdue and unpaid is known to be later than it is today: its open share
  /// counts as one payment that will come beyond, in the portfolio's shape.
  private void addOverdue(Claim claim, Tally tally, Wider portfolio, Likeness like) {
    if (openCount == 0) {
      return;
    }
    Arrays.fill(from, 0);
    int first = Lateness.SIZE;
    double added = 0;
    for (int i = 0; i < openCount; i++) {
      int at = today - open[i].dueDay() - Lateness.FIRST + 1;
      if (open[i] != claim && at < Lateness.SIZE) {
        double weight = openShare[i] * like.age(today - open[i].dueDay());
        from[at] += weight;
        added += weight;
        first = Math.min(first, at);
      }
    }
    double spread = 0;
    for (int d = first; d < Lateness.SIZE; d++) {
      if (from[d] > 0) {
        spread += from[d] / portfolio.beyond[d];
      }
      tally.own[d] += spread * (portfolio.shape[d] + Tally.TINY);
    }
    tally.ownSum += added;
  }

  /// What stands in where the debtor's own rows are few.
  ///
  /// @param shape of days late, adding up to 1
  /// @param beyond from each place of it on, the sum with [Tally#TINY] each
  private record Wider(double[] shape, double[] beyond) {

    static Wider of(double[] shape) {
      double[] beyond = new double[Lateness.SIZE + 1];
      for (int d = Lateness.SIZE - 1; d >= 0; d--) {
        beyond[d] = beyond[d + 1] + shape[d] + Tally.TINY;
      }
      return new Wider(shape, beyond);
    }
  }

  /// Weights of days late in three groups of payments, each within the one before.
  private static final class Tally {

    /// So that no day beyond is impossible.
    static final double TINY = 1e-6;

    final double[] own = new double[Lateness.SIZE];
    final double[] nearMonthDay = new double[Lateness.SIZE];
    final double[] onWeekday = new double[Lateness.SIZE];
    double ownSum;
    double monthSum;
    double weekdaySum;

    void clear() {
      Arrays.fill(own, 0);
      Arrays.fill(nearMonthDay, 0);
      Arrays.fill(onWeekday, 0);
      ownSum = 0;
      monthSum = 0;
      weekdaySum = 0;
    }

    void add(int at, double weight, boolean sameWeekday, double monthWeight) {
      own[at] += weight;
      ownSum += weight;
      nearMonthDay[at] += monthWeight;
      monthSum += monthWeight;
      if (sameWeekday) {
        onWeekday[at] += weight;
        weekdaySum += weight;
      }
    }

    /// A group of weight n against a wider one of strength k counts n / (n + k).
    Lateness mix(double[] wide, Habit habit) {
      double pool = habit.poolStrength();
      double month = habit.monthStrength();
      double weekday = habit.weekdayStrength();
      double[] mixed = new double[Lateness.SIZE];
      for (int i = 0; i < Lateness.SIZE; i++) {
        double debtor = (own[i] + pool * wide[i]) / (ownSum + pool);
        double near = (nearMonthDay[i] + month * debtor) / (monthSum + month);
        mixed[i] = (onWeekday[i] + weekday * near) / (weekdaySum + weekday);
      }
      return new Lateness(mixed);
    }
  }
}
