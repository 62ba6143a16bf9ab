package dunnage.kernel.law;

/// What a part payment pays first.
public enum Allocation {
  /// Costs, then interest accrued to the day of payment, then principal.
  COSTS_INTEREST_PRINCIPAL("costs-interest-principal", "costs, then interest, then principal"),
  /// Principal, then interest, then costs.
  PRINCIPAL_FIRST("principal-first", "principal, then interest, then costs");

  private final String word;
  private final String words;

  Allocation(String word, String words) {
    this.word = word;
    this.words = words;
  }

  public String word() {
    return word;
  }

  /// In words, as it stands in a proof.
  public String words() {
    return words;
  }

  static Allocation of(String word) {
    return word.equals(PRINCIPAL_FIRST.word) ? PRINCIPAL_FIRST : COSTS_INTEREST_PRINCIPAL;
  }
}
