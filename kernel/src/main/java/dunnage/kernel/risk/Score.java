package dunnage.kernel.risk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Points of 100 and the pieces that took the rest: the points of the reasons add up to `points -
/// 100`.
///
/// @param points 0 to 100; null without a grade
/// @param reasons costliest first
public record Score(Grade grade, @Nullable Integer points, List<Reason> reasons) {
  public Score {
    reasons = List.copyOf(reasons);
  }
}
