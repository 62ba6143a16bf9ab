package dunnage.kernel.payout;

import java.util.Arrays;

/// Statistics that one stray payout does not move.
final class Median {

  private Median() {}

  /// The middle value, of two the mean.
  ///
  /// @param values at least one
  static double of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /// 1.4826 × the median distance from the median: the standard deviation, if values were normal.
  static double scatter(double[] values) {
    double median = of(values);
    double[] distances = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      distances[i] = Math.abs(values[i] - median);
    }
    return 1.4826 * of(distances);
  }

  /// Theil–Sen: the median slope over all pairs of points.
  ///
  /// @param x not all equal
  static double slope(double[] x, double[] y) {
    double[] slopes = new double[x.length * (x.length - 1) / 2];
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        if (x[i] != x[j]) {
          slopes[count++] = (y[j] - y[i]) / (x[j] - x[i]);
        }
      }
    }
    return count == 0 ? 0 : of(Arrays.copyOf(slopes, count));
  }
}
