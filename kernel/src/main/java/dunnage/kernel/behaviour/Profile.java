package dunnage.kernel.behaviour;

import dunnage.kernel.money.Currency;

/// All that is known of how a debtor behaves.
///
/// @param experiences receivables with something paid on a known day or past due
/// @param main the currency of most of the debtor's receivables
/// @param last how many experiences the next figures look at, at most six, by due date
/// @param lastLate how many of those were more than seven days late
/// @param lastLateDays the least days late among those late ones
public record Profile(
    Behaviour behaviour,
    Signals signals,
    int experiences,
    Currency main,
    int last,
    int lastLate,
    int lastLateDays) {

  /// Days by which a payment may miss its day before it counts as late here: transfers take days.
  public static final int GRACE_DAYS = 7;

  /// How many days later than before make a wait that grows, and not chance.
  public static final int EVER_LATER_DAYS = 14;

  /// The wait grows: all of the last six payments were late, two weeks or more later than before.
  /// An alarm while money still comes, before it stops.
  public boolean everLater() {
    Double later = behaviour.latenessChangeDays();
    return behaviour.lateness() == Trend.RISING
        && later != null
        && later >= EVER_LATER_DAYS
        && last >= 6
        && lastLate == last;
  }

  /// Half or more of the last payments, and at least three, were late.
  public boolean oftenLate() {
    return lastLate >= 3 && 2 * lastLate >= last;
  }
}
