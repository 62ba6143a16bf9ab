package dunnage.kernel.forecast;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The door: what a book says at the end of a day about when its open receivables will be paid.
public final class Forecasts {

  private final LocalDate asOf;
  private final Map<Object, Forecast> byReceivable;
  private final List<ExpectedCash> cash;

  private Forecasts(LocalDate asOf, Map<Object, Forecast> byReceivable, List<ExpectedCash> cash) {
    this.asOf = asOf;
    this.byReceivable = byReceivable;
    this.cash = cash;
  }

  /// Learns from everything known at the end of `asOf` and forecasts every open receivable.
  public static Forecasts of(Book book, LocalDate asOf) {
    Forecaster forecaster = new Forecaster(book, asOf);
    int today = History.day(asOf);
    forecaster.advanceTo(today);
    Losses losses = new Losses(forecaster.history(), today);
    Map<Object, Forecast> byReceivable = new IdentityHashMap<>();
    Map<Currency, CashSum> sums = new TreeMap<>();
    for (List<Claim> claims : forecaster.history().claims) {
      sums.values().forEach(CashSum::nextDebtor);
      for (Claim claim : claims) {
        Account account = claim.account();
        Money open = account.open(asOf);
        if (open.signum() > 0) {
          Forecaster.Outlook outlook = forecaster.outlook(claim);
          Lateness lateness = outlook.lateness();
          double never = losses.never(claim.debtor(), outlook.stillToCome());
          byReceivable.put(account.receivable(), forecast(forecaster, claim, lateness, never));
          sums.computeIfAbsent(open.currency(), c -> new CashSum(c, asOf))
              .add(open, claim.dueDay() - today, lateness, never);
        }
      }
    }
    List<ExpectedCash> cash = sums.values().stream().map(CashSum::result).toList();
    return new Forecasts(asOf, byReceivable, cash);
  }

  public LocalDate asOf() {
    return asOf;
  }

  /// The forecast of a receivable of this book; null when it is not open.
  public @Nullable Forecast of(dunnage.kernel.ledger.Receivable receivable) {
    return byReceivable.get(receivable);
  }

  /// Thirteen weeks per currency.
  public List<ExpectedCash> expectedCash() {
    return cash;
  }

  /// Later than the distribution reaches: the wait from today has no end in sight, its middle is
  /// three weeks.
  private static Forecast longWait(Forecaster forecaster, Claim claim, double never) {
    LocalDate today = forecaster.asOf();
    double[] moreThan = new double[Forecast.thresholdsDays().length];
    java.util.Arrays.fill(moreThan, 1);
    LocalDate middle = today.plusDays(Lateness.waitDays(.5));
    return new Forecast(
        middle,
        today.plusDays(Lateness.waitDays(.1)),
        middle,
        today.plusDays(Lateness.waitDays(.9)),
        moreThan,
        never,
        Explanation.of(forecaster, claim));
  }

  private static Forecast forecast(
      Forecaster forecaster, Claim claim, Lateness lateness, double never) {
    LocalDate due = claim.account().receivable().due();
    if (Lateness.beyond(History.day(forecaster.asOf()) - claim.dueDay())) {
      return longWait(forecaster, claim, never);
    }
    double tail = forecaster.tail();
    LocalDate middle = due.plusDays(lateness.quantile(.5));
    return new Forecast(
        middle,
        due.plusDays(lateness.quantile(tail)),
        middle,
        due.plusDays(lateness.quantile(1 - tail)),
        Forecast.chances(lateness, never),
        never,
        Explanation.of(forecaster, claim));
  }
}
