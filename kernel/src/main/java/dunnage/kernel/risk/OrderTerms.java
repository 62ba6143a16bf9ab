package dunnage.kernel.risk;

import dunnage.kernel.money.Money;

/// On which terms an order would be shipped.
///
/// @param kind who trusts whom
/// @param days from invoice to due date, on open account; [#USUAL] for what is usual with the
///   debtor
/// @param deposit paid before shipment; may be zero
public record OrderTerms(TermsAdvice kind, int days, Money deposit) {

  public static final int USUAL = -1;

  /// Most days that count as shorter terms: a stated convention.
  public static final int SHORT_DAYS = 14;

  /// Least deposit on deposit and balance, percent: the 30/70 of export trade.
  public static final int DEPOSIT_PERCENT = 30;

  public static OrderTerms usual(Money deposit) {
    return new OrderTerms(TermsAdvice.OPEN_ACCOUNT, USUAL, deposit);
  }

  /// What stays unpaid when the goods leave.
  public Money trusted(Money amount) {
    return switch (kind) {
      case OPEN_ACCOUNT, SHORTER_TERMS -> amount.minus(deposit.min(amount));
      case DEPOSIT_AND_BALANCE, PREPAYMENT -> Money.zero(amount.currency());
    };
  }

  /// Open account that runs long: the only terms that wait for a whole invoice period.
  boolean longer() {
    return kind == TermsAdvice.OPEN_ACCOUNT && (days == USUAL || days > SHORT_DAYS);
  }

  /// The same in words, like `14 days, deposit EUR 3,000.00`.
  public String words() {
    String before = deposit.isZero() ? "" : "deposit " + Phrase.money(deposit);
    return switch (kind) {
      case PREPAYMENT -> "payment in advance";
      case DEPOSIT_AND_BALANCE ->
          (before.isEmpty() ? "deposit" : before) + ", balance before shipment";
      case OPEN_ACCOUNT, SHORTER_TERMS -> {
        String due = days == USUAL ? "the usual terms" : days + " days";
        yield before.isEmpty() ? due : before + ", the rest on " + due;
      }
    };
  }
}
