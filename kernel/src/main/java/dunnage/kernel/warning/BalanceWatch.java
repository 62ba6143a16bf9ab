package dunnage.kernel.warning;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.DebtorBook;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Are balances (尾款) left unpaid while new orders come? Counts receivables that are the later part
/// of an order, open for longer than this debtor took before, and orders taken after that.
final class BalanceWatch {

  /// Days past due at which a balance counts, at least; and days beyond the latest paid so far.
  private static final int LATE_DAYS = 30;

  private static final int BEYOND_LATEST_DAYS = 14;

  /// With so few balances paid so far nobody knows what is usual: then at least these days.
  private static final int FEW = 4;

  private static final int FEW_DAYS = 45;
  private static final int BALANCES = 2;

  private BalanceWatch() {}

  static void look(DebtorBook book, LocalDate day, double strictness, List<Warning> found) {
    long asOf = day.toEpochDay();
    long late = Math.max(LATE_DAYS, latestPaid(book, day) + BEYOND_LATEST_DAYS);
    int unpaid = 0;
    int newOrders = 0;
    int paid = 0;
    LocalDate since = null;
    for (Account account : book.accounts()) {
      LocalDate issued = account.receivable().issued();
      if (issued.toEpochDay() > asOf) {
        break;
      }
      newOrders += since != null && issued.isAfter(since) ? 1 : 0;
      LocalDate due = account.receivable().due();
      if (balance(account.receivable().deal()) && due.toEpochDay() + late < asOf) {
        if (account.open(day).signum() > 0) {
          unpaid++;
          since = since == null || due.isBefore(since) ? due : since;
        } else if (since != null) {
          paid++;
        }
      }
    }
    double evidence = unpaid / (BALANCES * strictness);
    if (since != null && newOrders > 0 && unpaid >= 2 * paid && evidence >= 1) {
      found.add(
          new Warning(
              Signal.UNPAID_BALANCES,
              since,
              evidence,
              Tendency.WORSE,
              "%d balances unpaid, the oldest due %s, and %d receivables of newer orders since"
                  .formatted(unpaid, since, newOrders)));
    }
  }

  /// Most days beyond terms after which a balance was paid so far; the one worst is left out.
  private static long latestPaid(DebtorBook book, LocalDate day) {
    long latest = 0;
    long second = 0;
    int seen = 0;
    for (Account account : book.accounts()) {
      if (balance(account.receivable().deal())) {
        LocalDate paid = account.issuedBy(day) ? account.settledOn(day) : null;
        long late = paid == null ? 0 : paid.toEpochDay() - account.receivable().due().toEpochDay();
        seen += paid == null ? 0 : 1;
        second = Math.max(second, Math.min(late, latest));
        latest = Math.max(latest, late);
      }
    }
    return seen < FEW ? Math.max(second, FEW_DAYS) : second;
  }

  private static boolean balance(@Nullable Deal deal) {
    return deal != null && !deal.part().isEmpty() && !deal.part().equals("deposit");
  }
}
