package dunnage.kernel.assessment;

import dunnage.kernel.behaviour.Profile;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Positions;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.Standing;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/// Adds up where one debtor stands.
final class StandingReader {

  private static final int BEFORE_DAYS = 90;

  private final DebtorBook book;
  private final Positions positions;
  private final long[] open;
  private final long[] overdue;
  private final long[] overdueBefore;
  private final int[] openCount;
  private int overdueCount;
  private int disputedOverdue;
  private int oldest;
  private int oldUnpaid;
  private int newInvoices;

  StandingReader(DebtorBook book, Positions positions) {
    this.book = book;
    this.positions = positions;
    int currencies = positions.currencies().size();
    open = new long[currencies];
    overdue = new long[currencies];
    overdueBefore = new long[currencies];
    openCount = new int[currencies];
    for (int i = 0; i < positions.size(); i++) {
      read(i);
    }
  }

  private void read(int i) {
    int c = positions.currency(i);
    int before = positions.asOf() - BEFORE_DAYS;
    if (positions.due(i) < before) {
      overdueBefore[c] += positions.openOn(i, before);
    }
    if (positions.issued(i) > positions.asOf() - Standing.OLD_DAYS) {
      newInvoices++;
    }
    long amount = positions.open(i);
    if (amount == 0) {
      return;
    }
    open[c] = Math.addExact(open[c], amount);
    openCount[c]++;
    int late = positions.daysLate(i);
    if (late > 0) {
      overdueCount++;
      overdue[c] += amount;
      oldest = Math.max(oldest, late);
      oldUnpaid += late > Standing.OLD_DAYS ? 1 : 0;
      disputedOverdue += positions.account(i).receivable().disputed() ? 1 : 0;
    }
  }

  Standing standing(Profile profile, LocalDate asOf) {
    int all = 0;
    double share = 0;
    boolean growing = false;
    for (int c = 0; c < open.length; c++) {
      all += openCount[c];
      share += open[c] == 0 ? 0 : openCount[c] * 100.0 * overdue[c] / open[c];
      growing |= overdue[c] > overdueBefore[c] + overdueBefore[c] / 4;
    }
    return new Standing(
        asOf,
        profile,
        all,
        overdueCount,
        disputedOverdue,
        oldest,
        all == 0 ? 0 : share / all,
        amounts(open),
        amounts(overdue),
        oldUnpaid,
        newInvoices + newOrders(),
        growing);
  }

  private Amounts amounts(long[] minor) {
    Amounts amounts = new Amounts();
    for (int c = 0; c < minor.length; c++) {
      if (minor[c] != 0) {
        amounts.add(new Money(positions.currencies().get(c), minor[c]));
      }
    }
    return amounts;
  }

  /// Orders of the last days that are not invoiced yet.
  private int newOrders() {
    if (book.orders().isEmpty()) {
      return 0;
    }
    Set<String> invoiced = new HashSet<>();
    for (int i = 0; i < positions.size(); i++) {
      Deal deal = positions.account(i).receivable().deal();
      if (deal != null) {
        invoiced.add(deal.order());
      }
    }
    int orders = 0;
    for (Fact.Ordered order : book.orders()) {
      long day = order.on().toEpochDay();
      boolean recent = day <= positions.asOf() && day > positions.asOf() - Standing.OLD_DAYS;
      orders += recent && !invoiced.contains(order.number()) ? 1 : 0;
    }
    return orders;
  }
}
