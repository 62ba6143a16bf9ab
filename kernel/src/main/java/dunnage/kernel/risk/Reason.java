package dunnage.kernel.risk;

/// One piece of a score.
///
/// @param code stable word, e.g. `overdue_share`
/// @param points points of 100; negative: lost
/// @param text the finding in words with its figures
public record Reason(String code, int points, String text) {}
