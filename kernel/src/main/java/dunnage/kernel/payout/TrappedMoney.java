package dunnage.kernel.payout;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;

/// What would be lost if the marketplace stopped today. All of it counts, not only what is overdue:
/// at the Korean platforms of 2024 the overdue part was 13 % of the loss a week before the end.
///
/// @param overdue promised for a day that has passed, and not paid
/// @param notYetDue settled, promised for a later day
/// @param reserve held back and not released
/// @param accruing an estimate of sales since the newest settlement: the daily mean of the last
///   three periods, for the days since, at most two cycles; zero where it cannot be told or nothing
///   newer is known
public record TrappedMoney(Money overdue, Money notYetDue, Money reserve, Money accruing) {

  static TrappedMoney none(Currency currency) {
    Money zero = Money.zero(currency);
    return new TrappedMoney(zero, zero, zero, zero);
  }

  TrappedMoney plus(TrappedMoney other) {
    return new TrappedMoney(
        overdue.plus(other.overdue),
        notYetDue.plus(other.notYetDue),
        reserve.plus(other.reserve),
        accruing.plus(other.accruing));
  }

  /// What the files show, without the estimate.
  public Money known() {
    return overdue.plus(notYetDue).plus(reserve);
  }

  /// With the estimate.
  public Money total() {
    return known().plus(accruing);
  }
}
