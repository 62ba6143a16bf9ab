package dunnage.kernel.forecast;

import dunnage.kernel.ledger.Account;

/// A receivable as the forecast sees it: days as epoch days, so that a million fit.
///
/// @param debtor position of the debtor in the [History]
/// @param settledDay day on which nothing was left open, [#NEVER] while it is open
/// @param logAmount natural logarithm of the amount in its currency's units
record Claim(
    Account account, int debtor, int issuedDay, int dueDay, int settledDay, float logAmount) {

  /// Still open.
  static final int NEVER = Integer.MAX_VALUE;

  /// 1 Monday to 7 Sunday; 1970-01-01 was a Thursday.
  static int weekday(int epochDay) {
    return Math.floorMod(epochDay + 3, 7) + 1;
  }

  boolean openAt(int day) {
    return issuedDay <= day && settledDay > day;
  }
}
