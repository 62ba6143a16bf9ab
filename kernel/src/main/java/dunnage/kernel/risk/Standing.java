package dunnage.kernel.risk;

import dunnage.kernel.behaviour.Profile;
import dunnage.kernel.behaviour.Trend;
import dunnage.kernel.money.Amounts;
import java.time.LocalDate;

/// Where a debtor stands at the end of a day: what score, degree, terms and next step are computed
/// from.
///
/// @param asOf the day
/// @param open number of open receivables
/// @param overdue number of those past due
/// @param disputedOverdue number of those that are marked as disputed
/// @param oldestDaysLate 0 when nothing is late
/// @param overdueSharePercent share of what is open that is past due, 0 to 100; several currencies
///   come together by their numbers of open receivables
/// @param openAmount all that is open
/// @param overdueAmount all that is past due
/// @param oldUnpaid open receivables more than 60 days late
/// @param newBusiness receivables and orders of the last 60 days
/// @param overdueGrowing whether more is past due than 90 days before, by more than a quarter
public record Standing(
    LocalDate asOf,
    Profile profile,
    int open,
    int overdue,
    int disputedOverdue,
    int oldestDaysLate,
    double overdueSharePercent,
    Amounts openAmount,
    Amounts overdueAmount,
    int oldUnpaid,
    int newBusiness,
    boolean overdueGrowing) {

  /// Days after which an unpaid balance is old, and within which business is new.
  public static final int OLD_DAYS = 60;

  static final int ALARM_DAYS = 30;

  public boolean insolvent() {
    return profile.signals().insolvencyOpened() != null;
  }

  /// Overdue that is frequent and growing: an alarm whoever the customer is. A habit of paying a
  /// few days late is none: the oldest must be past [#ALARM_DAYS], or payments come later than
  /// before.
  public boolean alarm() {
    boolean worse = oldestDaysLate > ALARM_DAYS || profile.behaviour().lateness() == Trend.RISING;
    return overdueGrowing && overdue >= 2 && profile.oftenLate() && worse;
  }

  /// New orders are taken while old balances stay unpaid.
  public boolean newWhileOldUnpaid() {
    return oldUnpaid > 0 && newBusiness > 0;
  }
}
