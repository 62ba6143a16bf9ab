package dunnage.kernel.pricing;

import java.util.Locale;

/// Why a receivable is not taken, in the order in which reasons are told and deducted: the first
/// that holds counts, so that no amount is deducted twice.
public enum Ineligible {
  DUPLICATE("the same invoice stands in the book twice"),
  ASSIGNED("already assigned or pledged"),
  OLD_FROM_INVOICE("too many days from the invoice"),
  OLD_PAST_DUE("too many days past due"),
  CROSS_AGED("too much of the debtor's account is old"),
  DISPUTED("disputed"),
  INSOLVENT("the debtor is insolvent or a petition is pending"),
  AFFILIATE("the debtor is an affiliate"),
  GOVERNMENT("the debtor is a public body"),
  COUNTRY("the debtor's country is not taken, or unknown"),
  CURRENCY("the currency is not taken"),
  TERMS_TOO_LONG("terms longer than allowed"),
  TOO_SMALL("below the smallest invoice taken"),
  NOT_DELIVERED("no proof of delivery named"),
  NOT_INSURED("the debtor is not insured"),
  SET_OFF("credits, contra or disputed amounts leave nothing of the account"),
  PAID_BEFORE("expected by then anyway"),
  DUE_BEFORE("due by then, so no day is paid early");

  private final String words;

  Ineligible(String words) {
    this.words = words;
  }

  /// The code in machine output, e.g. `cross_aged`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// For people.
  public String words() {
    return words;
  }

  /// Whether the receivable is out by its age.
  boolean byAge() {
    return this == OLD_FROM_INVOICE || this == OLD_PAST_DUE;
  }
}
