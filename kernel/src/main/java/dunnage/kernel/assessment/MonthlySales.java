package dunnage.kernel.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Sales of one currency by calendar month, counted back from the month of a day, and the countback
/// of days sales outstanding over them. `docs/methodology/portfolio.md`.
final class MonthlySales {

  /// What is older than a hundred years stands in the last month of them.
  private static final int MOST_MONTHS = 1_200;

  private final LocalDate asOf;
  private final int thisMonth;
  private long[] byAge = new long[24];
  private int months;

  MonthlySales(LocalDate asOf) {
    this.asOf = asOf;
    this.thisMonth = asOf.getYear() * 12 + asOf.getMonthValue();
  }

  /// @param issued not after the day
  void add(LocalDate issued, long minor) {
    add(
        Math.min(MOST_MONTHS - 1, thisMonth - issued.getYear() * 12 - issued.getMonthValue()),
        minor);
  }

  void add(int monthsAgo, long minor) {
    if (monthsAgo >= byAge.length) {
      byAge = Arrays.copyOf(byAge, Math.max(monthsAgo + 1, 2 * byAge.length));
    }
    byAge[monthsAgo] = Math.addExact(byAge[monthsAgo], minor);
    months = Math.max(months, monthsAgo + 1);
  }

  int months() {
    return months;
  }

  long of(int monthsAgo) {
    return byAge[monthsAgo];
  }

  /// Days of sales, counted back from the day, that a balance is made of. The month of the day
  /// counts its days so far; when the history is used up, all its days and nothing beyond.
  ///
  /// @return null when no sales are known
  @Nullable Double countback(long balance) {
    if (months == 0) {
      return null;
    }
    double days = 0;
    long left = balance;
    YearMonth month = YearMonth.from(asOf);
    for (int ago = 0; ago < months && left > 0; ago++) {
      int length = ago == 0 ? asOf.getDayOfMonth() : month.lengthOfMonth();
      if (left <= byAge[ago]) {
        return days + (double) left / byAge[ago] * length;
      }
      left -= byAge[ago];
      days += length;
      month = month.minusMonths(1);
    }
    return days;
  }
}
