package dunnage.app.desk;

import dunnage.kernel.money.Money;

/// What all rows of a list come to in one currency, shown or not.
///
/// @param rows how many have something in it
public record ListTotal(long rows, Money open, Money overdue) {}
