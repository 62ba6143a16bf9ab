package dunnage.kernel.world;

import java.util.SplittableRandom;

/// How a debtor's life departs from its habits over time. Days are epoch days.
///
/// @param start first day of the change; [Long#MAX_VALUE] if none
/// @param end day from which nothing is paid any more; [Long#MAX_VALUE] if none
/// @param reach days by which payments have moved at the end; negative for an improvement
/// @param bySize whether orders fall by their size rather than their number
record Course(Kind kind, Shape shape, long start, long end, double reach, boolean bySize) {

  /// 0 before the change, 1 at its end.
  double progress(long day) {
    return day <= start ? 0 : Math.min(1, (day - start) / (double) (end - start));
  }

  /// Factor on the volume of orders.
  double volume(long day) {
    return kind == Kind.ORDERS_FALLING ? Math.pow(Ranges.FALL_TO, progress(day)) : 1;
  }

  /// Days by which the payment of a receivable due on `due` moves.
  double extraDays(long due, SplittableRandom random) {
    double p = progress(due);
    if (p == 0) {
      return 0;
    }
    return switch (kind) {
      case IMPROVING -> reach * p;
      case MARKETPLACE_SQUEEZE -> reach * p * p;
      case BALANCES_UNPAID -> 0;
      case DRIFTING -> drift(p, random);
      case STEADY, SEASONAL, ORDERS_FALLING, INSOLVENT_OVERNIGHT -> 0;
      case MARKETPLACE_HEALTHY, MARKETPLACE_SEASONAL -> 0;
      case MARKETPLACE_RULE_CHANGE, MARKETPLACE_SUDDEN_STOP -> 0;
    };
  }

  private double drift(double p, SplittableRandom random) {
    return switch (shape) {
      case NONE -> 0;
      case RAMP -> reach * p;
      case CURVE -> reach * p * p;
      case STEPS -> reach * (p < 0.1 ? 0 : p < 0.55 ? 0.35 : 0.75);
      case SPREAD -> random.nextDouble() < 0.5 ? 0 : 1.3 * reach * p * random.nextDouble();
      case TAIL ->
          random.nextDouble() < 0.25 + 0.5 * p ? reach * p * (0.7 + 0.6 * random.nextDouble()) : 0;
      case SHORT_PAYMENTS -> 0.25 * reach * p;
    };
  }

  /// Share of the amount that is held back at first.
  double heldBack(long due, SplittableRandom random) {
    if (shape != Shape.SHORT_PAYMENTS) {
      return 0;
    }
    double p = progress(due);
    return random.nextDouble() < 1.5 * p ? 0.2 + 0.4 * random.nextDouble() : 0;
  }

  /// Whether a balance due on `due` is never paid: after a first few that come late.
  boolean leavesBalance(long due) {
    return kind == Kind.BALANCES_UNPAID && due > start;
  }
}
