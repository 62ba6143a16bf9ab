package dunnage.kernel.payout;

import java.time.LocalDate;

/// When a marketplace promises to pay, from a day on.
///
/// @param marketplace lower-case name
/// @param currencies ISO codes with commas between them, or `*` for any
/// @param validFrom first day of the settlement periods it holds for
/// @param cycleDays length of a settlement period, days
/// @param monthsAfter 0: `daysAfter` the period's last day; else the promise is the day `daysAfter`
///   of the month that is so many months after it
/// @param droughtDays days for which payouts stay away once when this rule begins; 0 if none
/// @param words the rule for people
/// @param source where it was found
/// @param confidence `found`, `weak` or `none`
public record PayoutRule(
    String marketplace,
    String currencies,
    LocalDate validFrom,
    int cycleDays,
    int monthsAfter,
    int daysAfter,
    int droughtDays,
    String words,
    String source,
    String confidence) {

  /// A rule someone names: so many days after the settlement period's last day.
  public static PayoutRule days(String marketplace, int days, String source) {
    String words = days + " days after the end of the settlement period";
    return new PayoutRule(marketplace, "*", LocalDate.MIN, 0, 0, days, 0, words, source, "none");
  }

  /// The day promised for a period that ends on `to`.
  public LocalDate promised(LocalDate to) {
    return monthsAfter == 0
        ? to.plusDays(daysAfter)
        : to.withDayOfMonth(1).plusMonths(monthsAfter).withDayOfMonth(daysAfter);
  }

  boolean holdsFor(String currency) {
    return currencies.equals("*") || java.util.List.of(currencies.split(",")).contains(currency);
  }
}
