package dunnage.app.risk;

import dunnage.app.ledger.Input;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.OrderTerms;
import dunnage.kernel.risk.TermsAdvice;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is asked.
///
/// @param debtor `deb_…`
/// @param order its number; by it the reservation ends when the order is recorded, and what became
///   of it is found later
/// @param terms `open_account`, `shorter_terms`, `deposit_and_balance`, `prepayment`, or days like
///   `30`; left out: the usual ones
/// @param deposit paid before shipment, in the order's currency
/// @param reserve whether to keep the headroom when the answer is to ship
/// @param minutes how long; left out: a day
record OrderWanted(
    @Nullable String debtor,
    @Nullable Money amount,
    @Nullable LocalDate date,
    @Nullable String order,
    @Nullable String terms,
    @Nullable Money deposit,
    @Nullable Boolean reserve,
    @Nullable Integer minutes) {

  static final int DAY_MINUTES = 24 * 60;
  private static final int MOST_MINUTES = 90 * DAY_MINUTES;
  private static final int MOST_DAYS = 365;
  private static final String LIKE =
      "Give open_account, shorter_terms, deposit_and_balance, prepayment, or days like 30.";

  /// The same, looked through.
  record Read(
      Money amount, LocalDate date, String order, OrderTerms terms, boolean reserve, int minutes) {}

  /// @throws dunnage.app.platform.Problem 422 with everything that is wrong
  Read read(LocalDate today) {
    Input input = new Input();
    Money money = input.amount("/amount", amount, 1);
    LocalDate day = date == null ? today : date;
    if (day.isBefore(today) || day.isAfter(today.plusDays(MOST_DAYS))) {
      input.wrong("/date", "is " + day, "Give today or a day within a year.");
    }
    Money before = deposit == null ? Money.zero(money.currency()) : deposit;
    if (!before.currency().equals(money.currency())) {
      input.wrong("/deposit/currency", "is not that of the order", "Give it in the same currency.");
      before = Money.zero(money.currency());
    } else if (before.signum() < 0 || before.minor() > money.minor()) {
      input.wrong("/deposit", "is " + before, "Give zero up to the amount of the order.");
    }
    int kept = minutes == null ? DAY_MINUTES : minutes;
    if (kept < 1 || kept > MOST_MINUTES) {
      input.wrong("/minutes", "is " + kept, "Give 1 to " + MOST_MINUTES + ".");
    }
    String number = input.text("/order", order, Input.NUMBER);
    OrderTerms on = terms(input, before);
    input.done();
    return new Read(money, day, number, on, Boolean.TRUE.equals(reserve), kept);
  }

  private OrderTerms terms(Input input, Money before) {
    if (terms == null || terms.isBlank()) {
      return OrderTerms.usual(before);
    }
    String word = terms.strip().toUpperCase(Locale.ROOT);
    for (TermsAdvice kind : TermsAdvice.values()) {
      if (kind.name().equals(word)) {
        int days = kind == TermsAdvice.SHORTER_TERMS ? OrderTerms.SHORT_DAYS : OrderTerms.USUAL;
        return new OrderTerms(kind, days, before);
      }
    }
    if (word.matches("[0-9]{1,3}( DAYS?)?")) {
      int days = Integer.parseInt(word.replaceAll("[^0-9]", ""));
      if (days <= MOST_DAYS) {
        return new OrderTerms(TermsAdvice.OPEN_ACCOUNT, days, before);
      }
    }
    input.wrong("/terms", "is no terms", LIKE);
    return OrderTerms.usual(before);
  }
}
