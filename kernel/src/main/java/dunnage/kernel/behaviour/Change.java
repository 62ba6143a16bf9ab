package dunnage.kernel.behaviour;

import org.jspecify.annotations.Nullable;

/// Which way and by how much.
///
/// @param by percent or days; null when unknown
record Change(Trend trend, @Nullable Double by) {

  static final Change UNKNOWN = new Change(Trend.UNKNOWN, null);

  static Change of(double by, double threshold) {
    return new Change(
        by > threshold ? Trend.RISING : by < -threshold ? Trend.FALLING : Trend.STEADY, by);
  }
}
