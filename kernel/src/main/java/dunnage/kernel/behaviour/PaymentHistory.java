package dunnage.kernel.behaviour;

import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Positions;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every payment experience of one debtor: per receivable, days beyond terms weighted over its
/// parts and the amount they were experienced with.
///
/// Amounts weigh within one currency only. Several currencies come together by the number of their
/// experiences, because without a rate ten yen and ten dollars cannot be weighed against each
/// other.
final class PaymentHistory {

  static final int RECENT_DAYS = 365;
  static final int LONG_LATE_DAYS = 90;

  private final Positions positions;
  final int[] receivable;
  final double[] days;
  private final double[] weight;
  private final double[] recentDays;
  private final double[] recentWeight;
  private final double[] longLate;
  int size;
  int lastPaid = Positions.NEVER;
  int settled;

  PaymentHistory(Positions positions) {
    this.positions = positions;
    int most = positions.size();
    receivable = new int[most];
    days = new double[most];
    weight = new double[most];
    recentDays = new double[most];
    recentWeight = new double[most];
    longLate = new double[most];
    for (int i = 0; i < most; i++) {
      read(i);
    }
  }

  private void read(int i) {
    int asOf = positions.asOf();
    int due = positions.due(i);
    boolean fellDueRecently = due <= asOf && due > asOf - RECENT_DAYS;
    if (positions.open(i) == 0 && positions.settled(i) != Positions.NEVER) {
      settled++;
    }
    long left = positions.amount(i);
    List<Entry> entries = positions.account(i).entries();
    for (int e = 0; e < entries.size(); e++) {
      Entry entry = entries.get(e);
      int day = Positions.day(entry);
      if (day > asOf) {
        break;
      }
      long part = Math.min(left, entry.amount().minor());
      left -= part;
      boolean recent = fellDueRecently || day > asOf - RECENT_DAYS;
      switch (entry.kind()) {
        case PAYMENT -> {
          lastPaid = Math.max(lastPaid, day);
          if (day != Positions.NEVER) {
            part(part, day - due, recent);
          }
        }
        case CREDIT_NOTE -> {} // not a payment, and no longer owed
        case WRITE_OFF -> unpaid(part, asOf - due, recent);
      }
    }
    unpaid(left, asOf - due, true);
    if (weight[size] > 0) {
      receivable[size] = i;
      days[size] /= weight[size];
      size++;
    }
  }

  private void unpaid(long part, int late, boolean recent) {
    if (late > 0) {
      part(part, late, recent);
    }
  }

  private void part(long part, int late, boolean recent) {
    if (part <= 0) {
      return;
    }
    weight[size] += part;
    days[size] += (double) part * late;
    if (late > LONG_LATE_DAYS) {
      longLate[size] += part;
    }
    if (recent) {
      recentWeight[size] += part;
      recentDays[size] += (double) part * late;
    }
  }

  @Nullable Double daysBeyondTerms() {
    return mean(weight, days);
  }

  @Nullable Double index() {
    double[] scores = new double[size];
    for (int k = 0; k < size; k++) {
      scores[k] = PaymentIndex.score(days[k]);
    }
    return mean(weight, scores);
  }

  @Nullable Double recentDaysBeyondTerms() {
    return mean(recentWeight, recentPerReceivable());
  }

  @Nullable Double recentIndex() {
    double[] scores = recentPerReceivable();
    for (int k = 0; k < size; k++) {
      scores[k] = PaymentIndex.score(scores[k]);
    }
    return mean(recentWeight, scores);
  }

  private double[] recentPerReceivable() {
    double[] each = new double[size];
    for (int k = 0; k < size; k++) {
      each[k] = recentWeight[k] > 0 ? recentDays[k] / recentWeight[k] : 0;
    }
    return each;
  }

  /// Share of what fell due that was ever long late, percent; null while nothing fell due.
  @Nullable Double everLongLatePercent() {
    double[] fellDue = new double[size];
    double[] shares = new double[size];
    for (int k = 0; k < size; k++) {
      if (positions.due(receivable[k]) <= positions.asOf()) {
        fellDue[k] = weight[k];
        shares[k] = 100 * longLate[k] / weight[k];
      }
    }
    return mean(fellDue, shares);
  }

  /// Population standard deviation of days beyond terms per receivable.
  @Nullable Double volatility() {
    if (size < 2) {
      return null;
    }
    double sum = 0;
    double squares = 0;
    for (int k = 0; k < size; k++) {
      sum += days[k];
    }
    double mean = sum / size;
    for (int k = 0; k < size; k++) {
      squares += (days[k] - mean) * (days[k] - mean);
    }
    return Math.sqrt(squares / size);
  }

  private @Nullable Double mean(double[] weights, double[] values) {
    int currencies = positions.currencies().size();
    double[] total = new double[currencies];
    double[] weighted = new double[currencies];
    int[] count = new int[currencies];
    for (int k = 0; k < size; k++) {
      if (weights[k] > 0) {
        int c = positions.currency(receivable[k]);
        total[c] += weights[k];
        weighted[c] += weights[k] * values[k];
        count[c]++;
      }
    }
    double sum = 0;
    int all = 0;
    for (int c = 0; c < currencies; c++) {
      if (count[c] > 0) {
        sum += count[c] * (weighted[c] / total[c]);
        all += count[c];
      }
    }
    return all == 0 ? null : Double.valueOf(sum / all);
  }

  /// Places of the experiences in order of their due dates.
  int[] byDue() {
    long[] keys = new long[size];
    for (int k = 0; k < size; k++) {
      keys[k] = ((long) positions.due(receivable[k]) << 32) | k;
    }
    Arrays.sort(keys);
    int[] order = new int[size];
    for (int k = 0; k < size; k++) {
      order[k] = (int) keys[k];
    }
    return order;
  }
}
