package dunnage.kernel.forecast;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Replays history: every receivable is forecast with only what was known at the end of its issue
/// date, then compared with what happened by the last fact of the book. What was written off was
/// never paid; what ended by a credit note, or by money whose day the file does not tell, says
/// nothing about time and is left out.
public final class Backtest {

  private Backtest() {}

  /// @param from first issue date that is scored; null: all
  /// @param each receives every prediction in order of issue
  public static BacktestResult run(
      Book book, @Nullable LocalDate from, LocalDate until, Consumer<Prediction> each) {
    Forecaster forecaster = new Forecaster(book, until);
    List<Prediction> scored = new ArrayList<>();
    int untimed = 0;
    Baseline baseline = new Baseline(forecaster.history());
    for (Claim claim : forecaster.claimsByIssue()) {
      forecaster.advanceTo(claim.issuedDay());
      LocalDate issued = claim.account().receivable().issued();
      boolean asked = from == null || !issued.isBefore(from);
      if (asked && claim.end() == Claim.End.UNTIMED) {
        untimed++;
      } else if (asked) {
        Prediction prediction = predict(forecaster, baseline, claim);
        each.accept(prediction);
        scored.add(prediction);
      }
    }
    return Scores.of(scored, untimed, until);
  }

  /// The last dated payment or issue in the book: the day up to which its outcomes are known; null
  /// for an empty book.
  public static @Nullable LocalDate lastKnownDay(Book book) {
    LocalDate last = null;
    for (DebtorBook debtor : book.debtors()) {
      for (Account account : debtor.accounts()) {
        last = later(last, account.receivable().issued());
        for (Entry entry : account.entries()) {
          last = later(last, entry.on());
        }
      }
    }
    return last;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || other != null && other.isAfter(one) ? other : one;
  }

  private static Prediction predict(Forecaster forecaster, Baseline baseline, Claim claim) {
    Lateness lateness = forecaster.outlook(claim, forecaster.view(claim.debtor()));
    int middle = lateness.quantile(.5);
    Baseline.Own own = baseline.of(claim);
    return new Prediction(
        claim.account().receivable(),
        middle,
        lateness.quantile(forecaster.low()),
        middle,
        lateness.quantile(forecaster.high()),
        Forecast.chances(lateness, 0),
        own.median(),
        own.lateShare(),
        claim.end() == Claim.End.PAID ? claim.settledDay() - claim.dueDay() : null);
  }
}
