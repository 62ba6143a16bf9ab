package dunnage.kernel.warning;

import java.time.LocalDate;

/// One change that is larger than this debtor's own usual ups and downs.
///
/// @param since day from which the change shows (a due date, the first day of a month, a message)
/// @param evidence in units of the threshold of its signal, at least 1
/// @param direction `WORSE` or `BETTER`
/// @param words one sentence with the figures behind it
public record Warning(
    Signal signal, LocalDate since, double evidence, Tendency direction, String words) {

  /// How often evidence this strong, of whatever signal, comes to a debtor with whom nothing is
  /// wrong: times in 100 debtor-years, as counted in the simulated world
  /// (docs/benchmarks-warning.md). Not a chance of default: how many debtors are in trouble is
  /// another matter. Not counted for a change to the better.
  public double falseAlarmsPerHundredYears() {
    return FalseAlarms.perHundredYears(evidence);
  }
}
