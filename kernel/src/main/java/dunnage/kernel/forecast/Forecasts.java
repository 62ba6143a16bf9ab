package dunnage.kernel.forecast;

import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The door: what a book says at the end of a day about when its open receivables will be paid.
public final class Forecasts {

  private final LocalDate asOf;
  private final Map<Receivable, Forecast> byReceivable;
  private final List<ExpectedCash> cash;

  private Forecasts(
      LocalDate asOf, Map<Receivable, Forecast> byReceivable, List<ExpectedCash> cash) {
    this.asOf = asOf;
    this.byReceivable = byReceivable;
    this.cash = cash;
  }

  /// Learns from everything known at the end of `asOf` and forecasts every open receivable. Debtors
  /// are forecast side by side and added up in the book's order, so the result is always the same.
  public static Forecasts of(Book book, LocalDate asOf) {
    Forecaster forecaster = new Forecaster(book, asOf);
    forecaster.advanceTo(History.day(asOf));
    Losses losses = new Losses(forecaster.history(), forecaster.today());
    List<DebtorForecasts> debtors =
        IntStream.range(0, forecaster.history().debtors())
            .parallel()
            .mapToObj(debtor -> DebtorForecasts.of(debtor, forecaster, losses))
            .toList();
    Map<Receivable, Forecast> byReceivable = new IdentityHashMap<>();
    Map<Currency, CashSum> sums = new TreeMap<>();
    for (DebtorForecasts one : debtors) {
      byReceivable.putAll(one.byReceivable());
      one.cash().forEach((c, part) -> sums.computeIfAbsent(c, k -> new CashSum(k, asOf)).add(part));
    }
    List<ExpectedCash> cash = sums.values().stream().map(CashSum::result).toList();
    return new Forecasts(asOf, byReceivable, cash);
  }

  public LocalDate asOf() {
    return asOf;
  }

  /// The forecast of a receivable of this book; null when it is not open.
  public @Nullable Forecast of(Receivable receivable) {
    return byReceivable.get(receivable);
  }

  /// Thirteen weeks per currency.
  public List<ExpectedCash> expectedCash() {
    return cash;
  }
}
