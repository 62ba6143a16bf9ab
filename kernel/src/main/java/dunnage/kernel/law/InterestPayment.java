package dunnage.kernel.law;

import dunnage.kernel.money.Money;
import java.time.LocalDate;

/// A part payment by its value date. Interest runs through that day.
///
/// @param amount positive, in the currency of the claim
public record InterestPayment(Money amount, LocalDate date) {}
