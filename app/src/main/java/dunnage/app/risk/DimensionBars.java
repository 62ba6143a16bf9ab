package dunnage.app.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The points a score lost by what they are about, beside what it lost a month before.
///
/// @param points of 100
/// @param before what it was a month before; null where none is known
/// @param since the day of that
/// @param worst which lost most; null when nothing was lost
record DimensionBars(
    int points,
    @Nullable Integer before,
    @Nullable LocalDate since,
    @Nullable String worst,
    List<Bar> bars) {

  /// @param x end of the bar, percent of the width
  /// @param tick where it ended a month before, percent; null where that is not known
  record Bar(
      String code,
      int lost,
      @Nullable Integer lostBefore,
      BigDecimal x,
      @Nullable BigDecimal tick) {}

  /// The scale is as long as the longest bar, but small losses stay small.
  private static final int LEAST_SCALE = 20;

  /// Empty without a score.
  static Optional<DimensionBars> of(Judged now, @Nullable Judged then, @Nullable LocalDate day) {
    Integer points = now.points();
    if (points == null) {
      return Optional.empty();
    }
    Judged known = then == null || then.points() == null ? null : then;
    int scale = LEAST_SCALE;
    for (Dimension one : Dimension.values()) {
      int longest = Math.max(lost(now, one), known == null ? 0 : lost(known, one));
      scale = Math.max(scale, longest);
    }
    List<Bar> bars = new ArrayList<>();
    for (Dimension one : Dimension.values()) {
      int lost = lost(now, one);
      Integer before = known == null ? null : lost(known, one);
      BigDecimal tick = before == null ? null : percent(before, scale);
      bars.add(new Bar(one.code(), lost, before, percent(lost, scale), tick));
    }
    String worst =
        bars.stream()
            .filter(bar -> bar.lost() > 0)
            .max(Comparator.comparingInt(Bar::lost))
            .map(Bar::code)
            .orElse(null);
    return Optional.of(
        new DimensionBars(
            points,
            known == null ? null : known.points(),
            known == null ? null : day,
            worst,
            bars));
  }

  /// How many points more than a month before; negative: fewer.
  public int change() {
    return before == null ? 0 : points - before;
  }

  private static int lost(Judged judged, Dimension about) {
    return judged.reasons().stream()
        .filter(reason -> about.has(reason.code()))
        .mapToInt(reason -> -reason.points())
        .sum();
  }

  private static BigDecimal percent(int lost, int scale) {
    return BigDecimal.valueOf(100L * lost)
        .divide(BigDecimal.valueOf(scale), 1, RoundingMode.HALF_UP);
  }
}
