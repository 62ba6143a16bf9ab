package dunnage.kernel.pricing;

import dunnage.kernel.money.Money;

/// One line of a borrowing base.
///
/// @param code what it is, in machine output
/// @param words for people
/// @param receivables how many it speaks of; 0 where it speaks of the pool
/// @param amount negative for a deduction; the sum itself for a subtotal
/// @param running what is left after this line
/// @param subtotal whether it states `running` under a name of its own and deducts nothing
public record BaseLine(
    String code, String words, int receivables, Money amount, Money running, boolean subtotal) {}
