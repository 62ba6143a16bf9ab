package dunnage.kernel.payout;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lags of an account's payouts in order of their promised days, as known at the end of a day.
///
/// @param promised days on which each was promised
/// @param lag days late, weighted by money; what is open counts up to the day
/// @param open whether a part is open
/// @param usualOf how many of the first make the usual lag; 0 if there are too few
record LagSeries(LocalDate[] promised, double[] lag, boolean[] open, int usualOf) {

  private static final int USUAL_LEAST = 4;
  private static final int USUAL_MOST = 12;

  static LagSeries of(List<PayoutLine> lines, LocalDate asOf) {
    List<PayoutLine> dated =
        lines.stream()
            .filter(l -> l.promised() != null && l.weightedLagDays() != null)
            .sorted(java.util.Comparator.comparing(LagSeries::day))
            .toList();
    int size = dated.size();
    LocalDate[] promised = new LocalDate[size];
    double[] lag = new double[size];
    boolean[] open = new boolean[size];
    for (int i = 0; i < size; i++) {
      promised[i] = day(dated.get(i));
      Double days = dated.get(i).weightedLagDays();
      lag[i] = days == null ? 0 : days;
      open[i] = dated.get(i).paidOn() == null;
    }
    int first = Math.clamp(size / 3, USUAL_LEAST, USUAL_MOST);
    return new LagSeries(promised, lag, open, size <= first ? 0 : first);
  }

  private static LocalDate day(PayoutLine line) {
    return java.util.Objects.requireNonNull(line.promised());
  }

  int size() {
    return lag.length;
  }

  private double[] first() {
    return java.util.Arrays.copyOf(lag, usualOf);
  }

  /// Median lag of the first payouts; null if there are too few.
  @Nullable Double usual() {
    return usualOf == 0 ? null : Median.of(first());
  }

  /// Scatter of the first payouts, at least a day and a half: transfers take a weekend.
  double scatter() {
    return Math.max(1.5, Median.scatter(first()));
  }

  @Nullable Double latest() {
    return size() == 0 ? null : lag[size() - 1];
  }

  /// Theil–Sen slope over the last payouts, days of lag per 30 days; null with fewer than four.
  @Nullable Double slopePerMonth(int most) {
    int from = Math.max(0, size() - most);
    int count = size() - from;
    if (count < USUAL_LEAST) {
      return null;
    }
    double[] x = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = promised[from + i].toEpochDay();
    }
    return 30 * Median.slope(x, java.util.Arrays.copyOfRange(lag, from, size()));
  }
}
