package dunnage.kernel.law;

/// How sure a row of a table is.
public enum Confidence {
  /// A page or statute text was opened that states the key value.
  VERIFIED("verified"),
  /// General knowledge, not confirmed: to be checked before it is relied on.
  BACKGROUND("background");

  private final String word;

  Confidence(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// The weaker of two: a sum is as sure as its weakest part.
  Confidence and(Confidence other) {
    return this == BACKGROUND ? this : other;
  }

  static Confidence of(String word) {
    return switch (word) {
      case "verified" -> VERIFIED;
      case "background" -> BACKGROUND;
      case String other -> throw new IllegalStateException("no confidence: " + other);
    };
  }
}
