package dunnage.kernel.warning;

/// How likely a payment so many days off the usual is. Most payments scatter around the usual like
/// Student's t with four degrees of freedom; a few are held up for anything between nothing and a
/// quarter (a dispute, a lost invoice), which no habit explains.
///
/// @param strayShare share of the payments that are held up
record PayCurve(double strayShare) {

  private static final double STRAY_DAYS = 90;

  /// Held up longer, or paid that much too soon: rare, never impossible.
  private static final double RARE_PER_DAY = 1 / 900.0;

  private static final double LEAST_UNPAID = 0.02;
  private static final double NEVER_NOTHING = 1e-9;

  /// Density of a payment that many days off, per day.
  ///
  /// @param scale of the t distribution, days
  double paid(double off, double scale) {
    double t = off / scale;
    double q = 1 + t * t / 4;
    double habit = 0.375 / (q * q * Math.sqrt(q) * scale);
    double stray = off < 0 || off >= STRAY_DAYS ? RARE_PER_DAY : 1 / STRAY_DAYS;
    return (1 - strayShare) * habit + strayShare * stray;
  }

  /// Chance that what is that many days off by now is still unpaid.
  double unpaid(double off, double scale) {
    double t = off / scale;
    double q = 1 + t * t / 4;
    double by = 0.5 + 0.375 * t / Math.sqrt(q) * (1 - t * t / (12 * q));
    double stray = off < 0 ? 1 : Math.max(LEAST_UNPAID, 1 - off / STRAY_DAYS);
    return (1 - strayShare) * Math.max(NEVER_NOTHING, 1 - by) + strayShare * stray;
  }
}
