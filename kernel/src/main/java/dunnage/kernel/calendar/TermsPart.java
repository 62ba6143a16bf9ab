package dunnage.kernel.calendar;

import java.math.BigDecimal;
import java.time.LocalDate;

/// One part of an order's price and when it falls due.
///
/// @param percent share of the order, 0 to 100
/// @param label `deposit`, `balance`, `whole` or `part 2 of 3`
/// @param method how the money is to come
/// @param clock what starts the days
/// @param days days after the clock starts; negative: before it
/// @param endOfMonth counted from the end of the month in which the clock starts
public record TermsPart(
    BigDecimal percent,
    String label,
    PaymentMethod method,
    ClockStart clock,
    int days,
    boolean endOfMonth) {

  /// Due date once the clock's day is known.
  public LocalDate due(LocalDate clockDay) {
    LocalDate start = endOfMonth ? clockDay.withDayOfMonth(clockDay.lengthOfMonth()) : clockDay;
    return start.plusDays(days);
  }
}
