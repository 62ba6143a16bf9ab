package dunnage.kernel.assessment;

import dunnage.kernel.behaviour.Profile;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Positions;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.CreditLimit;
import dunnage.kernel.risk.CreditLimit.Bound;
import dunnage.kernel.risk.Grade;
import dunnage.kernel.risk.LimitBounds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a debtor buys in the main currency, on which terms, and the highest balance ever paid off:
/// the figures behind the limit.
final class Purchases {

  private static final int YEAR_DAYS = 365;

  /// A shorter history is not blown up to a year by more than four times.
  private static final int SHORTEST_DAYS = 90;

  private final Positions positions;
  private final Currency main;
  private final int mainIndex;

  Purchases(Positions positions, Currency main) {
    this.positions = positions;
    this.main = main;
    this.mainIndex = positions.currencies().indexOf(main);
  }

  CreditLimit limit(Profile profile, Grade grade, boolean insolvent, @Nullable Money ownSales) {
    Double delay = profile.behaviour().recentDaysBeyondTerms();
    Bound average = LimitBounds.need(annual(), termsDays(), delay == null ? 0 : delay, grade);
    Bound need = LimitBounds.needOfAnOrder(average, largestOrder(), grade);
    long highest = highestPaidOff();
    // a first invoice that is a few days late says nothing about the credit one can carry
    boolean tried =
        profile.experiences() > 0 && grade != Grade.NONE && grade.compareTo(Grade.B) > 0;
    Bound high =
        highest > 0 || tried ? LimitBounds.highCredit(new Money(main, highest), grade) : null;
    return LimitBounds.advise(
        need, ownSales == null ? null : LimitBounds.ownSales(ownSales), high, grade, insolvent);
  }

  private boolean bought(int i) {
    return positions.currency(i) == mainIndex && positions.issued(i) > positions.asOf() - YEAR_DAYS;
  }

  private Money largestOrder() {
    long largest = 0;
    for (int i = 0; i < positions.size(); i++) {
      boolean onCredit = bought(i) && positions.due(i) > positions.issued(i);
      largest = onCredit ? Math.max(largest, positions.amount(i)) : largest;
    }
    return new Money(main, largest);
  }

  /// Purchases of the last year; a history shorter than that is blown up to one.
  private Money annual() {
    long sum = 0;
    int first = positions.asOf();
    for (int i = 0; i < positions.size(); i++) {
      if (positions.currency(i) == mainIndex) {
        first = Math.min(first, positions.issued(i));
        if (bought(i)) {
          sum = Math.addExact(sum, positions.amount(i));
        }
      }
    }
    int days = Math.max(SHORTEST_DAYS, positions.asOf() - first + 1);
    Money bought = new Money(main, sum);
    if (days >= YEAR_DAYS) {
      return bought;
    }
    BigDecimal factor =
        BigDecimal.valueOf(YEAR_DAYS).divide(BigDecimal.valueOf(days), 10, RoundingMode.DOWN);
    return bought.times(factor, RoundingMode.DOWN);
  }

  /// Days from issue to due, weighted by amount; payment in advance counts as none.
  private double termsDays() {
    double weight = 0;
    double days = 0;
    for (int i = 0; i < positions.size(); i++) {
      if (bought(i)) {
        weight += positions.amount(i);
        days += (double) positions.amount(i) * Math.max(0, positions.due(i) - positions.issued(i));
      }
    }
    return weight == 0 ? 0 : days / weight;
  }

  /// The highest balance at the end of any day, made of receivables that have all been settled
  /// since on a known day and without a loss.
  private long highestPaidOff() {
    int n = 0;
    long[] events = new long[2 * positions.size()];
    for (int i = 0; i < positions.size(); i++) {
      if (positions.currency(i) == mainIndex && carried(i)) {
        events[n++] = event(positions.issued(i), i, 1);
        events[n++] = event(positions.settled(i), i, 0);
      }
    }
    Arrays.sort(events, 0, n);
    long balance = 0;
    long highest = 0;
    for (int e = 0; e < n; e++) {
      long amount = positions.amount((int) ((events[e] >>> 1) & Integer.MAX_VALUE));
      balance += (events[e] & 1) == 1 ? amount : -amount;
      boolean dayEnds = e + 1 == n || events[e + 1] >> 32 != events[e] >> 32;
      highest = dayEnds ? Math.max(highest, balance) : highest;
    }
    return highest;
  }

  /// Day, place and whether it adds, in one sortable number.
  private static long event(int day, int place, int adds) {
    return ((long) day << 32) | ((long) place << 1) | adds;
  }

  private boolean carried(int i) {
    return positions.open(i) == 0 && positions.settled(i) > positions.issued(i) && !lost(i);
  }

  private boolean lost(int i) {
    List<Entry> entries = positions.account(i).entries();
    for (int e = 0; e < entries.size(); e++) {
      Entry entry = entries.get(e);
      if (entry.kind() == Entry.Kind.WRITE_OFF && Positions.day(entry) <= positions.asOf()) {
        return true;
      }
    }
    return false;
  }
}
