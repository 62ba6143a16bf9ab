package dunnage.kernel.assessment;

import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;

/// A debtor to sell more to.
///
/// @param open what is open now in the limit's currency
/// @param limit today's advice
/// @param higher what it could be raised to
/// @param why in words
public record GrowthLine(Party debtor, Money open, Money limit, Money higher, String why) {}
