package dunnage.formats;

/// What a file is.
public enum FileKind {
  RECEIVABLES("receivables"),
  E_INVOICE("e-invoice"),
  BANK_STATEMENT("bank-statement"),
  MARKETPLACE_SETTLEMENT("marketplace-settlement"),
  WATCHLIST("watchlist"),
  EXCHANGE_RATES("exchange-rates"),
  /// A book that Dunnage exported.
  OWN_EXPORT("dunnage-export"),
  UNKNOWN("unknown");

  private final String code;

  FileKind(String code) {
    this.code = code;
  }

  /// The word in machine output.
  public String code() {
    return code;
  }
}
