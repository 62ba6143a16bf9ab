package dunnage.kernel.behaviour;

import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Positions;
import dunnage.kernel.money.Currency;
import java.util.HashSet;
import java.util.Set;

/// Whether a debtor buys more or less: volume invoiced and ordered in the main currency.
final class OrderVolume {

  static final double THRESHOLD_PERCENT = 15;
  static final int YEAR_DAYS = 365;
  static final int SHORTEST_HISTORY_DAYS = 182;

  private OrderVolume() {}

  static Change change(DebtorBook book, Positions positions, Currency main) {
    int asOf = positions.asOf();
    int first = firstDay(book, positions, main);
    int history = first == Integer.MAX_VALUE ? 0 : asOf - first;
    if (history < SHORTEST_HISTORY_DAYS) {
      return Change.UNKNOWN;
    }
    boolean whole = history >= 2 * YEAR_DAYS;
    int from = whole ? asOf - 2 * YEAR_DAYS : first - 1;
    int middle = whole ? asOf - YEAR_DAYS : from + (asOf - from) / 2;
    double[] volume = volume(book, positions, main, from, middle);
    return volume[0] <= 0
        ? Change.UNKNOWN
        : Change.of(100 * (volume[1] - volume[0]) / volume[0], THRESHOLD_PERCENT);
  }

  private static int firstDay(DebtorBook book, Positions positions, Currency main) {
    int first = Integer.MAX_VALUE;
    for (int i = 0; i < positions.size(); i++) {
      if (positions.currencies().get(positions.currency(i)).equals(main)) {
        first = Math.min(first, positions.issued(i));
      }
    }
    for (Fact.Ordered order : book.orders()) {
      int day = (int) order.on().toEpochDay();
      if (day <= positions.asOf() && order.amount().currency().equals(main)) {
        first = Math.min(first, day);
      }
    }
    return first;
  }

  /// Volume after `from` up to `middle`, and after `middle`.
  private static double[] volume(
      DebtorBook book, Positions positions, Currency main, int from, int middle) {
    double[] volume = new double[2];
    Set<String> invoiced = book.orders().isEmpty() ? Set.of() : new HashSet<>();
    for (int i = 0; i < positions.size(); i++) {
      if (!book.orders().isEmpty()) {
        Deal deal = positions.account(i).receivable().deal();
        if (deal != null && !deal.order().isEmpty()) {
          invoiced.add(deal.order());
        }
      }
      if (positions.issued(i) > from
          && positions.currencies().get(positions.currency(i)).equals(main)) {
        volume[positions.issued(i) > middle ? 1 : 0] += positions.amount(i);
      }
    }
    for (Fact.Ordered order : book.orders()) {
      int day = (int) order.on().toEpochDay();
      boolean counts =
          day > from && day <= positions.asOf() && order.amount().currency().equals(main);
      if (counts && !invoiced.contains(order.number())) {
        volume[day > middle ? 1 : 0] += order.amount().minor();
      }
    }
    return volume;
  }
}
