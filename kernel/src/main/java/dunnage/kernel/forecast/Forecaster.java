package dunnage.kernel.forecast;

import dunnage.kernel.ledger.Book;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Learns from a book day by day and forecasts from what was known by that day, never more. A
/// forecast is a mixture of the days late of payments that are like it: the debtor's own, weighted
/// by how recent they are and how like in size, weekday and day of the month; where there are few,
/// the portfolio's shape around the debtor's mean.
///
/// Several ways of reading the payers are mixed ([Habit]); how much each counts, and how wide the
/// interval is, is learnt from the forecasts of the past ([TrackRecord]). Once advanced to a day,
/// it may be asked by several threads.
final class Forecaster {

  /// How many past forecasts are scored, evenly chosen.
  private static final int MOST_TRIALS = 20_000;

  /// The days beside the one that came count as much: foreseeing it by a day is foreseeing.
  private static final int BESIDE_DAYS = 1;

  /// Chance of what no habit foresaw.
  private static final double UNFORESEEN = 1e-5;

  private final History history;
  private final Pool pool;
  private final Claim[] byIssue;
  private final PriorityQueue<TrackRecord.Trial> running =
      new PriorityQueue<>(
          Comparator.comparingInt((TrackRecord.Trial t) -> t.claim().settledDay())
              .thenComparingInt(t -> t.claim().id()));
  private final TrackRecord trackRecord;
  private final Likeness[] likeness =
      Arrays.stream(Habit.ALL).map(Likeness::new).toArray(Likeness[]::new);
  private final int stride;
  private int nextPayment;
  private int nextClaim;
  private int today = Integer.MIN_VALUE;

  Forecaster(Book book, LocalDate until) {
    history = new History(book, until);
    trackRecord = new TrackRecord(history.debtors());
    byIssue = history.byIssue();
    stride = Math.max(1, byIssue.length / MOST_TRIALS);
    pool = new Pool(history.debtors(), history.paymentCount() == 0 ? 0 : history.dayAt(0));
  }

  List<Claim> claimsByIssue() {
    return Arrays.asList(byIssue);
  }

  /// Takes in everything known at the end of `day`. Days only go forward.
  void advanceTo(int day) {
    while (nextClaim < byIssue.length && byIssue[nextClaim].issuedDay() <= day) {
      Claim claim = byIssue[nextClaim];
      if (nextClaim % stride == 0 && claim.end() == Claim.End.PAID) {
        know(claim.issuedDay());
        running.add(trial(claim));
      }
      nextClaim++;
    }
    know(day);
  }

  private void know(int day) {
    if (day == today) {
      return;
    }
    today = day;
    while (nextPayment < history.paymentCount() && history.dayAt(nextPayment) <= day) {
      int debtor = history.debtorAt(nextPayment);
      Payments of = history.payments.get(debtor);
      int at = history.placeAt(nextPayment++);
      pool.add(debtor, of.paidDay[at], of.daysLate[at], of.share[at]);
    }
    pool.lookAtWeekdays();
    TrackRecord.Trial done = running.peek();
    while (done != null && done.claim().settledDay() <= day) {
      trackRecord.add(running.remove());
      done = running.peek();
    }
    trackRecord.setInterval();
  }

  DebtorView view(int debtor) {
    return new DebtorView(debtor, today, history, pool, likeness);
  }

  /// What is expected of a claim, as known at the day last advanced to; an overdue one is expected
  /// later than that day.
  Lateness outlook(Claim claim, DebtorView view) {
    Lateness fresh = mixed(view.read(claim), weights(claim));
    int late = today - claim.dueDay();
    boolean waited = today > claim.issuedDay() && claim.settledDay() > today;
    return waited && late >= Lateness.FIRST ? fresh.givenMoreThan(late) : fresh;
  }

  double[] weights(Claim claim) {
    int group = TrackRecord.group(pool.payments(claim.debtor()));
    return trackRecord.weights(claim.debtor(), group);
  }

  /// Level of the distribution at which the interval begins.
  double low() {
    return trackRecord.low();
  }

  /// Level at which it ends.
  double high() {
    return trackRecord.high();
  }

  int today() {
    return today;
  }

  Pool pool() {
    return pool;
  }

  History history() {
    return history;
  }

  private static Lateness mixed(Lateness[] readings, double[] weights) {
    double[] sum = new double[Lateness.SIZE];
    for (int h = 0; h < weights.length; h++) {
      double[] chance = readings[h].chance();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weights[h] * chance[i];
      }
    }
    return new Lateness(sum);
  }

  /// What happened is read here and told to the track record only when its day has come.
  private TrackRecord.Trial trial(Claim claim) {
    double[] weights = weights(claim);
    Lateness[] readings = view(claim.debtor()).read(claim);
    int late = claim.settledDay() - claim.dueDay();
    float[] foresaw = new float[weights.length];
    float[] counted = new float[weights.length];
    for (int h = 0; h < weights.length; h++) {
      foresaw[h] =
          (float) (readings[h].between(late - BESIDE_DAYS, late + BESIDE_DAYS) + UNFORESEEN);
      counted[h] = (float) weights[h];
    }
    Lateness said = mixed(readings, weights);
    double more = said.moreThan(late);
    double onTheDay = said.between(late, late);
    return new TrackRecord.Trial(
        claim,
        TrackRecord.group(pool.payments(claim.debtor())),
        foresaw,
        counted,
        (float) Math.clamp(1 - more - onTheDay, 0, 1),
        (float) Math.clamp(1 - more, 0, 1));
  }
}
