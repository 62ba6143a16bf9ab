package dunnage.kernel.risk;

/// The degree of arrears: how long the oldest part is late, sharpened or softened by how much of
/// what is open is late. The table stands in `docs/methodology/grade.md`.
public final class Arrears {

  /// Up to this many days late a single small slip is light whatever its share.
  static final int SLIP_DAYS = 7;

  private static final double QUARTER = 25;
  private static final double HALF = 50;
  private static final double CRUMB = 5;

  private Arrears() {}

  /// @param oldestDaysLate 0 when nothing is late
  /// @param overdueSharePercent 0 to 100
  public static Degree degree(int oldestDaysLate, double overdueSharePercent) {
    if (oldestDaysLate <= 0) {
      return Degree.NONE;
    }
    if (oldestDaysLate <= 30) {
      return overdueSharePercent < QUARTER || oldestDaysLate <= SLIP_DAYS
          ? Degree.LIGHT
          : Degree.MODERATE;
    }
    if (oldestDaysLate <= 60) {
      return overdueSharePercent < HALF ? Degree.MODERATE : Degree.SERIOUS;
    }
    if (oldestDaysLate <= 90) {
      return Degree.SERIOUS;
    }
    if (oldestDaysLate <= 180) {
      return overdueSharePercent < QUARTER ? Degree.SERIOUS : Degree.SEVERE;
    }
    return overdueSharePercent < CRUMB ? Degree.SERIOUS : Degree.SEVERE;
  }
}
