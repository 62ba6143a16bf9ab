package dunnage.kernel.payout;

import dunnage.kernel.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One settlement as it stands at the end of a day.
///
/// @param settlement its number; empty if it has none
/// @param from first day of its period; null if unknown
/// @param to last day of its period; null if unknown
/// @param promised the day it was to be paid; null where nothing tells
/// @param paidOn day of the payment that completed it; null while a part is open
/// @param due what it comes to; negative where the marketplace takes money
/// @param paid what came by that day
/// @param lagDays days from the promised day to `paidOn`, or to the day asked for while a part is
///   open and overdue; negative is early; null if unknown or not yet due
/// @param weightedLagDays as `lagDays`, each part of the money with its own days; null likewise
/// @param reservePercent newly held back as a share of the period's sales; null without sales
/// @param unknown whether the files do not say if it was paid: then it counts neither as paid nor
///   as trapped
/// @param partPaid whether a part came by ten days after the promised day and a part did not
public record PayoutLine(
    String settlement,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable LocalDate promised,
    @Nullable LocalDate paidOn,
    Money due,
    Money paid,
    @Nullable Integer lagDays,
    @Nullable Double weightedLagDays,
    @Nullable Double reservePercent,
    boolean unknown,
    boolean partPaid) {

  /// What is still to come; zero when paid, overpaid, unknown or owed by the seller.
  public Money open() {
    Money zero = Money.zero(due.currency());
    return due.signum() <= 0 || unknown ? zero : due.minus(paid).max(zero);
  }

  /// Whether it is paid but for less than one percent.
  public boolean isPaid() {
    return due.signum() <= 0 || !unknown && open().minor() * 100L <= due.minor();
  }
}
