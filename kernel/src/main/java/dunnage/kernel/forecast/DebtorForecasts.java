package dunnage.kernel.forecast;

import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/// The forecasts of one debtor's open receivables and the cash they add up to.
///
/// @param byReceivable by identity
record DebtorForecasts(Map<Receivable, Forecast> byReceivable, Map<Currency, DebtorCash> cash) {

  /// Half of the weight: the habits that see runs prevail.
  private static final double PREVAIL = .5;

  static DebtorForecasts of(int debtor, Forecaster forecaster, Losses losses) {
    LocalDate asOf = LocalDate.ofEpochDay(forecaster.today());
    DebtorForecasts all = new DebtorForecasts(new IdentityHashMap<>(), new TreeMap<>());
    DebtorView view = forecaster.view(debtor);
    Explanation explanation =
        new Explanation(debtor, forecaster.today(), forecaster.history(), losses);
    for (Claim claim : forecaster.history().claims.get(debtor)) {
      if (claim.end() == Claim.End.OPEN) {
        Money open = claim.account().open(asOf);
        Lateness lateness = forecaster.outlook(claim, view);
        double never = losses.never(debtor, forecaster.today() - claim.dueDay());
        String why = explanation.of(claim, seesRuns(forecaster.weights(claim)));
        all.byReceivable.put(
            claim.account().receivable(), forecast(forecaster, claim, lateness, never, why));
        all.cash
            .computeIfAbsent(open.currency(), c -> new DebtorCash())
            .add(open, claim.dueDay() - forecaster.today(), lateness, never);
      }
    }
    return all;
  }

  private static boolean seesRuns(double[] weights) {
    double runs = 0;
    for (int h = 0; h < weights.length; h++) {
      runs += Habit.ALL[h].seesRuns() ? weights[h] : 0;
    }
    return runs > PREVAIL;
  }

  private static Forecast forecast(
      Forecaster forecaster, Claim claim, Lateness lateness, double never, String why) {
    if (Lateness.beyond(forecaster.today() - claim.dueDay())) {
      return longWait(LocalDate.ofEpochDay(forecaster.today()), never, why);
    }
    LocalDate due = claim.account().receivable().due();
    LocalDate middle = due.plusDays(lateness.quantile(.5));
    return new Forecast(
        middle,
        due.plusDays(lateness.quantile(forecaster.low())),
        middle,
        due.plusDays(lateness.quantile(forecaster.high())),
        Forecast.chances(lateness, never),
        never,
        why);
  }

  /// Later than the distribution reaches: the wait from today has no end in sight, its middle is
  /// three weeks.
  private static Forecast longWait(LocalDate today, double never, String why) {
    double[] moreThan = new double[Forecast.thresholdsDays().length];
    Arrays.fill(moreThan, 1);
    LocalDate middle = today.plusDays(Lateness.waitDays(.5));
    return new Forecast(
        middle,
        today.plusDays(Lateness.waitDays(.1)),
        middle,
        today.plusDays(Lateness.waitDays(.9)),
        moreThan,
        never,
        why);
  }
}
