package dunnage.kernel.risk;

/// Grade from payment experience, best first. `NONE`: not enough data, which is an answer.
public enum Grade {
  A,
  B,
  C,
  D,
  E,
  NONE;

  /// The letter, or `–`.
  public String label() {
    return this == NONE ? "–" : name();
  }
}
