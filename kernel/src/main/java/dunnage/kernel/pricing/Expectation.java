package dunnage.kernel.pricing;

import dunnage.kernel.forecast.Forecast;
import dunnage.kernel.forecast.Forecasts;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.Receivable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// When money is expected: the forecast of each receivable, or one number of days for all.
final class Expectation {

  private final LocalDate asOf;
  private final Forecasts forecasts;
  private final @Nullable Integer daysForAll;

  Expectation(Book book, LocalDate asOf, @Nullable Integer daysForAll) {
    this.asOf = asOf;
    this.forecasts = Forecasts.of(book, asOf);
    this.daysForAll = daysForAll;
  }

  /// Days from now, at least 1.
  int days(Receivable receivable) {
    if (daysForAll != null) {
      return daysForAll;
    }
    Forecast forecast = forecasts.of(receivable);
    LocalDate day = forecast == null ? receivable.due() : forecast.expected();
    return (int) Math.max(1, ChronoUnit.DAYS.between(asOf, day));
  }

  double never(Receivable receivable) {
    Forecast forecast = forecasts.of(receivable);
    return forecast == null ? 0 : forecast.never();
  }
}
