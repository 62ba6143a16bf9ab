package dunnage.kernel.forecast;

import dunnage.kernel.ledger.Account;
import java.time.LocalDate;

/// A receivable as the forecast sees it: days as epoch days, so that a million fit.
///
/// @param id counted through the whole book
/// @param debtor position of the debtor in the [History]
/// @param settledDay day on which nothing was left open, [#NEVER] while it is open
/// @param end how it ended
/// @param logAmount natural logarithm of the amount in its currency's units
record Claim(
    Account account,
    int id,
    int debtor,
    int issuedDay,
    int dueDay,
    int settledDay,
    End end,
    float logAmount) {

  /// How a claim ended, as far as known.
  enum End {
    OPEN,
    PAID,
    /// Written off.
    LOST,
    /// By a document, or by money whose day the file does not tell: says nothing about time.
    UNTIMED
  }

  /// No day.
  static final int NEVER = Integer.MAX_VALUE;

  /// 1 Monday to 7 Sunday; 1970-01-01 was a Thursday.
  static int weekday(int epochDay) {
    return Math.floorMod(epochDay + 3, 7) + 1;
  }

  /// 1 to 31.
  static int monthDay(int epochDay) {
    return LocalDate.ofEpochDay(epochDay).getDayOfMonth();
  }

  boolean openAt(int day) {
    return issuedDay <= day && settledDay > day;
  }

  /// Part of the amount that is open at the end of the day, 0 to 1.
  double openShare(LocalDate asOf) {
    return (double) account.open(asOf).minor() / account.receivable().amount().minor();
  }
}
