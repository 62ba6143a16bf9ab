package dunnage.kernel.payout;

import dunnage.kernel.money.Money;
import java.time.LocalDate;

/// Money sent to the seller's bank.
///
/// @param date the day the marketplace names: of the deposit where it says so, else of the transfer
/// @param amount what was sent; negative where the marketplace took money
/// @param stated whether the file states this amount; if not, it is the sum of the rows that the
///   file counts towards this payout
public record Payout(LocalDate date, Money amount, boolean stated) {}
