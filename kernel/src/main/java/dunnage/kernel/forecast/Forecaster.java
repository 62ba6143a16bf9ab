package dunnage.kernel.forecast;

import dunnage.kernel.ledger.Book;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Learns from a book day by day and forecasts from what was known by that day, never more. A
/// forecast is a mixture of the days late of payments that are like it: the debtor's own, weighted
/// by how recent they are and how like in size, weekday and day of the month; where there are few,
/// the portfolio's shape around the debtor's mean.
///
/// Three ways of reading the payers compete ([Habit]); the one whose past forecasts were best so
/// far is used, and the width of the interval is set so that it would have held eight times in ten.
final class Forecaster {

  /// More payments of one debtor than this add time and no knowledge; the latest count.
  private static final int MOST_PAYMENTS = 2_000;

  /// How many past forecasts are scored to choose the habit.
  private static final int MOST_TRIALS = 6_000;

  private static final int MOST_OPEN = 200;

  /// A payment of a quite different amount still counts this much.
  private static final double SIZE_FLOOR = .1;

  private static final double SIZE_SHARPNESS = .3;
  private static final double MONTH_DAY_WIDTH = 4;

  private final History history;
  private final Pool pool;
  private final List<Claim> byIssue = new ArrayList<>();
  private final PriorityQueue<Trial> running =
      new PriorityQueue<>(Comparator.comparingInt(Trial::settledDay));
  private final TrackRecord trackRecord = new TrackRecord();
  private final int stride;
  private int nextPayment;
  private int nextClaim;
  private int today = Integer.MIN_VALUE;

  /// A forecast made in the past, waiting for what happened.
  private record Trial(int settledDay, int daysLate, Lateness[] byHabit) {}

  Forecaster(Book book, LocalDate until) {
    history = new History(book, until);
    history.claims.forEach(byIssue::addAll);
    byIssue.sort(Comparator.comparingInt(Claim::issuedDay));
    stride = Math.max(1, byIssue.size() / MOST_TRIALS);
    int first = history.inOrder.isEmpty() ? 0 : history.inOrder.getFirst().paidDay();
    pool = new Pool(history.claims.size(), first);
  }

  List<Claim> claimsByIssue() {
    return byIssue;
  }

  /// Takes in everything known at the end of `day`. Days only go forward.
  void advanceTo(int day) {
    while (nextClaim < byIssue.size() && byIssue.get(nextClaim).issuedDay() <= day) {
      Claim claim = byIssue.get(nextClaim);
      if (nextClaim % stride == 0) {
        learnPayments(claim.issuedDay());
        today = claim.issuedDay();
        running.add(trial(claim));
      }
      nextClaim++;
    }
    learnPayments(day);
    today = day;
    while (!running.isEmpty() && running.peek().settledDay() <= day) {
      Trial done = running.remove();
      trackRecord.add(done.settledDay(), done.daysLate(), done.byHabit());
    }
  }

  /// What is expected of a claim, as known at the day last advanced to.
  ///
  /// @param lateness an overdue one is expected later than that day
  /// @param stillToCome chance that a claim that will be paid is not paid yet
  record Outlook(Lateness lateness, double stillToCome) {}

  Outlook outlook(Claim claim) {
    Lateness fresh = mixture(claim, trackRecord.best());
    int late = today - claim.dueDay();
    boolean waited = today > claim.issuedDay() && claim.settledDay() > today;
    return new Outlook(
        waited && late >= Lateness.FIRST ? fresh.givenMoreThan(late) : fresh,
        late < Lateness.FIRST ? 1 : fresh.moreThan(late));
  }

  /// Share of the chance to leave out on each side of the interval.
  double tail() {
    return trackRecord.tail();
  }

  LocalDate asOf() {
    return LocalDate.ofEpochDay(today);
  }

  Habit habit() {
    return trackRecord.best();
  }

  Pool pool() {
    return pool;
  }

  History history() {
    return history;
  }

  private void learnPayments(int day) {
    while (nextPayment < history.inOrder.size()
        && history.inOrder.get(nextPayment).paidDay() <= day) {
      pool.add(history.inOrder.get(nextPayment++));
    }
  }

  private Trial trial(Claim claim) {
    Lateness[] byHabit = new Lateness[Habit.CANDIDATES.length];
    for (int i = 0; i < byHabit.length; i++) {
      byHabit[i] = mixture(claim, Habit.CANDIDATES[i]);
    }
    int late = claim.settledDay() == Claim.NEVER ? 0 : claim.settledDay() - claim.dueDay();
    return new Trial(claim.settledDay(), late, byHabit);
  }

  private Lateness mixture(Claim claim, Habit habit) {
    double[] own = new double[Lateness.SIZE];
    double[] sameWeekday = new double[Lateness.SIZE];
    double[] likeMonthDay = new double[Lateness.SIZE];
    double ownSum = 0;
    double weekdaySum = 0;
    double monthSum = 0;
    int weekday = Claim.weekday(claim.dueDay());
    int monthDay = LocalDate.ofEpochDay(claim.dueDay()).getDayOfMonth();
    List<Experience> paid = history.experiences.get(claim.debtor());
    int end = known(paid, today);
    for (int i = end - 1; i >= Math.max(0, end - MOST_PAYMENTS); i--) {
      Experience past = paid.get(i);
      if (past.account() == claim.account()) {
        continue;
      }
      double weight = alike(past, claim, habit);
      int at = Lateness.index(past.daysLate());
      own[at] += weight;
      ownSum += weight;
      if (past.dueWeekday() == weekday) {
        sameWeekday[at] += weight;
        weekdaySum += weight;
      }
      int apart = Math.abs(past.dueMonthDay() - monthDay);
      apart = Math.min(apart, 31 - apart);
      double near = weight * Math.exp(-apart * apart / (2 * MONTH_DAY_WIDTH * MONTH_DAY_WIDTH));
      likeMonthDay[at] += near;
      monthSum += near;
    }
    double[] wide = portfolio(claim.debtor(), habit);
    ownSum += addOpen(claim, own, wide);
    for (int i = 0; i < Lateness.SIZE; i++) {
      double debtor = (own[i] + habit.poolStrength() * wide[i]) / (ownSum + habit.poolStrength());
      double month =
          (likeMonthDay[i] + habit.monthStrength() * debtor) / (monthSum + habit.monthStrength());
      wide[i] =
          (sameWeekday[i] + habit.weekdayStrength() * month)
              / (weekdaySum + habit.weekdayStrength());
    }
    return new Lateness(wide);
  }

  private double alike(Experience past, Claim claim, Habit habit) {
    double size = past.logAmount() - claim.logAmount();
    double like = (1 - SIZE_FLOOR) * Math.exp(-SIZE_SHARPNESS * size * size / 2) + SIZE_FLOOR;
    return past.share() * like * Math.exp((past.paidDay() - today) / habit.memoryDays());
  }

  /// The portfolio's shape: as it is, and moved to this debtor's mean, in the habit's shares.
  private double[] portfolio(int debtor, Habit habit) {
    double[] shape = new double[Lateness.SIZE];
    if (pool.plainTotal <= 0) {
      shape[Lateness.index(0)] = 1; // nothing was ever paid: on the day, until someone pays
      return shape;
    }
    int move = (int) Math.round(pool.mean(debtor));
    for (int i = 0; i < Lateness.SIZE; i++) {
      shape[i] += (1 - habit.shifted()) * pool.plain[i] / pool.plainTotal;
      int moved = Math.clamp(i + move, 0, Lateness.SIZE - 1);
      shape[moved] += habit.shifted() * pool.aroundMean[i] / pool.aroundTotal;
    }
    return shape;
  }

  /// A receivable that is overdue and unpaid is known to be later than it is today: it counts as
  /// one payment that will come beyond, in the portfolio's shape.
  private double addOpen(Claim claim, double[] own, double[] wide) {
    List<Claim> others = history.claims.get(claim.debtor());
    double added = 0;
    for (int i = others.size() - 1, looked = 0; i >= 0 && looked < MOST_OPEN; i--, looked++) {
      Claim other = others.get(i);
      if (other.issuedDay() < claim.issuedDay() && other.openAt(today) && today > other.dueDay()) {
        int from = Lateness.index(today - other.dueDay()) + 1;
        double beyond = 0;
        for (int d = from; d < Lateness.SIZE; d++) {
          beyond += wide[d] + 1e-6;
        }
        for (int d = from; d < Lateness.SIZE; d++) {
          own[d] += (wide[d] + 1e-6) / beyond;
        }
        added += from < Lateness.SIZE ? 1 : 0;
      }
    }
    return added;
  }

  /// How many of the payments, in order, were known at the end of the day.
  private static int known(List<Experience> paid, int day) {
    int low = 0;
    int high = paid.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (paid.get(middle).paidDay() <= day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
