package dunnage.kernel.law;

/// Where a right to interest comes from.
public enum Entitlement {
  /// The statute itself gives it.
  STATUTE("statute", ""),
  /// An international floor that binds law-makers, not debtors.
  FLOOR(
      "floor",
      "This row is a floor for national law and not directly applicable: use the national row."),
  /// A court awards it; before that the sum is an estimate.
  COURT(
      "court",
      "No statute gives this interest outside court: what a court may award is its decision, and"
          + " any sum here is an estimate. Agree interest in the contract."),
  /// It runs on a judgment debt only.
  JUDGMENT("judgment", "This rate is for judgment debts: before a judgment it is an estimate."),
  /// Interest is not awarded.
  NONE("none", "No interest is awarded under this law. Agree costs of late payment in advance."),
  /// A right without a rate: another law must fill it.
  GAP(
      "gap",
      "The right to interest exists, but not its rate: name the national law that governs the"
          + " contract with --law.");

  private final String word;
  private final String advice;

  Entitlement(String word, String advice) {
    this.word = word;
    this.advice = advice;
  }

  public String word() {
    return word;
  }

  /// What a creditor must know; empty if the statute gives it all.
  public String advice() {
    return advice;
  }

  boolean estimate() {
    return this == COURT || this == JUDGMENT || this == FLOOR;
  }

  static Entitlement of(String word) {
    return valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }
}
