package dunnage.kernel.behaviour;

import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Positions;
import dunnage.kernel.money.Currency;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The door: a debtor's book and a day in, the [Profile] out. How each figure is defined stands in
/// `docs/methodology/payment-index.md`.
public final class Behaviours {

  private static final int LAST = 6;
  private static final int FEWEST = 3;
  private static final int BEFORE_DAYS = 730;
  private static final double LATER_DAYS = 5;

  private Behaviours() {}

  /// @param positions of the same book on the same day, with at least one receivable
  public static Profile of(DebtorBook book, Positions positions, LocalDate asOf) {
    PaymentHistory history = new PaymentHistory(positions);
    Currency main = mainCurrency(positions);
    NoteReader notes = new NoteReader(book, positions, asOf, history.lastPaid);
    int[] byDue = history.byDue();
    Double volatility = history.volatility();
    Change orders = OrderVolume.change(book, positions, main);
    Change lateness = lateness(history, positions, byDue, volatility);
    int first = Integer.MAX_VALUE;
    for (int i = 0; i < positions.size(); i++) {
      first = Math.min(first, positions.issued(i));
    }
    Behaviour behaviour =
        new Behaviour(
            history.settled,
            history.daysBeyondTerms(),
            history.index(),
            history.recentDaysBeyondTerms(),
            history.recentIndex(),
            volatility,
            history.everLongLatePercent(),
            orders.trend(),
            orders.by(),
            lateness.trend(),
            lateness.by(),
            notes.brokenPromises,
            notes.silentSince(),
            notes.contactGone,
            history.lastPaid == Positions.NEVER ? null : LocalDate.ofEpochDay(history.lastPaid),
            positions.size() == 0 ? null : LocalDate.ofEpochDay(first));
    return profile(behaviour, notes.signals(), history, main, byDue);
  }

  private static Profile profile(
      Behaviour behaviour, Signals signals, PaymentHistory history, Currency main, int[] byDue) {
    int last = Math.min(LAST, history.size);
    int late = 0;
    double least = Double.MAX_VALUE;
    for (int k = history.size - last; k < history.size; k++) {
      double days = history.days[byDue[k]];
      if (days > Profile.GRACE_DAYS) {
        late++;
        least = Math.min(least, days);
      }
    }
    return new Profile(
        behaviour, signals, history.size, main, last, late, late == 0 ? 0 : (int) least);
  }

  /// The currency of most receivables; a tie goes to the one used first. Amounts of two currencies
  /// cannot be compared without a rate, so numbers decide.
  static Currency mainCurrency(Positions positions) {
    int[] count = new int[Math.max(1, positions.currencies().size())];
    for (int i = 0; i < positions.size(); i++) {
      count[positions.currency(i)]++;
    }
    int main = 0;
    for (int c = 1; c < count.length; c++) {
      if (count[c] > count[main]) {
        main = c;
      }
    }
    return positions.currencies().isEmpty() ? Currency.NONE : positions.currencies().get(main);
  }

  /// The last few against those before them, by due date.
  private static Change lateness(
      PaymentHistory history, Positions positions, int[] byDue, @Nullable Double volatility) {
    int n = history.size;
    int last = Math.min(LAST, n / 2);
    if (last < FEWEST || volatility == null) {
      return Change.UNKNOWN;
    }
    double lastSum = 0;
    double beforeSum = 0;
    int before = 0;
    for (int k = 0; k < n; k++) {
      double days = history.days[byDue[k]];
      if (k >= n - last) {
        lastSum += days;
      } else if (positions.due(history.receivable[byDue[k]]) > positions.asOf() - BEFORE_DAYS) {
        beforeSum += days;
        before++;
      }
    }
    return before < FEWEST
        ? Change.UNKNOWN
        : Change.of(lastSum / last - beforeSum / before, Math.max(LATER_DAYS, volatility / 2));
  }
}
