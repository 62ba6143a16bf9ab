package dunnage.kernel.law;

import dunnage.kernel.money.Money;

/// How a part payment was used; the parts and the surplus add up to the payment.
///
/// @param surplus what was paid beyond all that was owed that day
public record AppliedPayment(
    InterestPayment payment, Money toCosts, Money toInterest, Money toPrincipal, Money surplus) {}
