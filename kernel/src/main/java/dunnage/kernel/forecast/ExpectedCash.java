package dunnage.kernel.forecast;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;

/// Cash expected from what is open, week by week.
///
/// @param weeks thirteen weeks; the first begins on the day after the day asked for
/// @param total over the thirteen weeks, with its band
public record ExpectedCash(Currency currency, List<Week> weeks, Week total) {

  /// @param from first day
  /// @param to last day
  /// @param low one time in ten it is less
  /// @param high one time in ten it is more; never more than is open
  public record Week(LocalDate from, LocalDate to, Money expected, Money low, Money high) {}

  public ExpectedCash {
    weeks = List.copyOf(weeks);
  }
}
