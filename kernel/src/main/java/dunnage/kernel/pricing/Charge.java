package dunnage.kernel.pricing;

import dunnage.kernel.money.Money;

/// What a financier takes in one currency.
///
/// @param fees discount fee, admin fee, and what fills them up to the minimum
/// @param interest of a rate by the year on the advance
/// @param costs per invoice, setup, transfers
public record Charge(Money fees, Money interest, Money costs) {

  public Money total() {
    return fees.plus(interest).plus(costs);
  }
}
