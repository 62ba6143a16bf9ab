package dunnage.kernel.pricing;

import dunnage.kernel.forecast.Forecast;
import dunnage.kernel.forecast.Forecasts;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Receivable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// When money is expected: the forecast of each receivable, or one number of days for all.
final class Expectation {

  private final LocalDate asOf;
  private final Forecasts forecasts;
  private final @Nullable Integer daysForAll;
  private final boolean fromExperience;

  Expectation(Book book, LocalDate asOf, @Nullable Integer daysForAll) {
    this.asOf = asOf;
    this.forecasts = Forecasts.of(book, asOf);
    this.daysForAll = daysForAll;
    this.fromExperience = anyPayment(book, asOf);
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

  /// Whether anything was ever paid on a known day: without, a forecast is the due date, and of
  /// losses nothing is known.
  boolean fromExperience() {
    return fromExperience;
  }

  double never(Receivable receivable) {
    Forecast forecast = forecasts.of(receivable);
    return forecast == null ? 0 : forecast.never();
  }

  private static boolean anyPayment(Book book, LocalDate asOf) {
    return book.debtors().stream()
        .flatMap(d -> d.accounts().stream())
        .flatMap(a -> a.entries().stream())
        .anyMatch(e -> e.kind() == Entry.Kind.PAYMENT && dated(e, asOf));
  }

  private static boolean dated(Entry entry, LocalDate asOf) {
    LocalDate on = entry.on();
    return on != null && !on.isAfter(asOf);
  }
}
