package dunnage.kernel.forecast;

/// What is assumed before the first payment of a book: paid by the due date with 55 in 100, the
/// early days falling off with 4 days, the late ones with 9. Weak on purpose: it weighs as much as
/// [#STRENGTH] payments. No source but custom; published in `docs/methodology/forecast.md`.
final class Prior {

  static final double STRENGTH = 2;

  private static final double BY_DUE = .55;
  private static final double EARLY_DAYS = 4;
  private static final double LATE_DAYS = 9;

  private static final double[] SHAPE = shape();

  private Prior() {}

  /// Chance of the day at [Lateness#index].
  static double at(int index) {
    return SHAPE[index];
  }

  private static double[] shape() {
    double[] shape = new double[Lateness.SIZE];
    int due = Lateness.index(0);
    fill(shape, due, -1, BY_DUE, EARLY_DAYS);
    fill(shape, due + 1, 1, 1 - BY_DUE, LATE_DAYS);
    return shape;
  }

  private static void fill(double[] shape, int from, int step, double total, double days) {
    double sum = 0;
    for (int i = from; i >= 0 && i < shape.length; i += step) {
      shape[i] = Math.exp(-Math.abs(i - from) / days);
      sum += shape[i];
    }
    for (int i = from; i >= 0 && i < shape.length; i += step) {
      shape[i] *= total / sum;
    }
  }
}
