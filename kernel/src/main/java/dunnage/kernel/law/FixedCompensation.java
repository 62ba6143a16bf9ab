package dunnage.kernel.law;

import dunnage.kernel.money.Money;

/// The fixed sum for recovery costs.
///
/// @param amount zero where the rule gives none; its currency may differ from the claim's
/// @param atLeast whether the tier could not be told and the amount is the lowest
/// @param note why, or what the table says about it; may be empty
public record FixedCompensation(Money amount, boolean atLeast, String note) {}
