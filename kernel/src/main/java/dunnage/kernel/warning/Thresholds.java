package dunnage.kernel.warning;

/// The thresholds. Each is in the unit of its own statistic; how often each is crossed by healthy
/// debtors is measured by `WarningTrial` and written in docs/methodology/warning.md.
final class Thresholds {

  /// Log of the mean likelihood ratio: payments moved, answers with them.
  static final double LATENESS = 3.7;

  /// Sum of standardised days below the usual band.
  static final double LATENESS_BETTER = 6.5;

  /// Log-likelihood ratio: share of payments that leave a part open.
  static final double PART_PAYMENTS = 3.8;

  /// Log of the mean likelihood ratio: the volume fell; and rose.
  static final double ORDER_VOLUME = 1.25;

  static final double MORE_VOLUME = 1.5;

  /// Log-likelihood ratio: promises are broken as a habit.
  static final double BROKEN_PROMISES = 6.0;

  /// Who is looked at more often has more chances of a false alarm: thresholds of lateness grow
  /// with the weeks in which something fell due. 1 for one week in a month.
  ///
  /// @param weeks weeks with a receivable due
  /// @param days time in which they lie
  static double chances(int weeks, long days) {
    double perYear = 365.0 * weeks / Math.max(days, 60);
    return 0.75 + 0.25 * Math.log(Math.clamp(perYear, 5, 100) / 6) / Math.log(2);
  }

  private Thresholds() {}
}
