package dunnage.kernel.warning;

/// A one-sided cumulative sum (Page): evidence adds up while it lasts and is forgotten when it
/// turns.
public final class Cusum {

  private double sum;
  private long since = Long.MIN_VALUE;

  /// @param day day of this piece of evidence
  /// @param evidence positive speaks for the change
  public void add(long day, double evidence) {
    if (sum == 0) {
      since = day;
    }
    sum = Math.max(0, sum + evidence);
  }

  public double sum() {
    return sum;
  }

  /// Day of the first piece since the sum last stood at zero; only while the sum is positive.
  public long since() {
    return since;
  }
}
