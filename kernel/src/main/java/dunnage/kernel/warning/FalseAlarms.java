package dunnage.kernel.warning;

/// How often healthy debtors are warned of at a strength of evidence, as `WarningTrial` counted it
/// on its tuning seeds: between the strengths on a logarithmic scale, beyond the last as at the
/// last.
final class FalseAlarms {

  private static final double[] EVIDENCE = {1, 1.15, 1.3, 1.6, 2};
  private static final double[] PER_HUNDRED_YEARS = {1.75, 1.24, 0.94, 0.53, 0.28};

  private FalseAlarms() {}

  static double perHundredYears(double evidence) {
    int last = EVIDENCE.length - 1;
    for (int i = 0; i < last; i++) {
      if (evidence < EVIDENCE[i + 1]) {
        double part = Math.max(0, (evidence - EVIDENCE[i]) / (EVIDENCE[i + 1] - EVIDENCE[i]));
        return PER_HUNDRED_YEARS[i]
            * Math.pow(PER_HUNDRED_YEARS[i + 1] / PER_HUNDRED_YEARS[i], part);
      }
    }
    return PER_HUNDRED_YEARS[last];
  }
}
