package dunnage.kernel.risk;

/// On which terms to go on dealing.
public enum TermsAdvice {
  OPEN_ACCOUNT("open account"),
  SHORTER_TERMS("open account, shorter terms"),
  DEPOSIT_AND_BALANCE("deposit, balance before shipment"),
  PREPAYMENT("prepayment");

  private final String words;

  TermsAdvice(String words) {
    this.words = words;
  }

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public String words() {
    return words;
  }
}
