package dunnage.kernel.world;

/// The way in which a drifting debtor gets worse.
public enum Shape {
  NONE,
  /// Days late grow in a straight line.
  RAMP,
  /// Days late grow slowly first, then fast.
  CURVE,
  /// Two jumps.
  STEPS,
  /// Some invoices as ever, others very late: the spread grows.
  SPREAD,
  /// A growing share of invoices is left lying.
  TAIL,
  /// A growing part of each invoice is held back and paid much later.
  SHORT_PAYMENTS
}
