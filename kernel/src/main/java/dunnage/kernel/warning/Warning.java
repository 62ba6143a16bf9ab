package dunnage.kernel.warning;

import java.time.LocalDate;

/// One change that is larger than this debtor's own usual ups and downs.
///
/// @param since day from which the change shows (a due date, an order gap's first day, a message)
/// @param howSure 0.5 just over the threshold, towards 1 with more evidence: the evidence in units
///   of its threshold, as 1 − 0.5^evidence. Not a probability of default.
/// @param direction `WORSE` or `BETTER`
/// @param words one sentence with the figures behind it
public record Warning(
    Signal signal, LocalDate since, double howSure, Tendency direction, String words) {}
