package dunnage.kernel.assessment;

import dunnage.kernel.behaviour.Behaviours;
import dunnage.kernel.behaviour.Profile;
import dunnage.kernel.calendar.AgingBucket;
import dunnage.kernel.forecast.Forecast;
import dunnage.kernel.forecast.Forecasts;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Positions;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.risk.Arrears;
import dunnage.kernel.risk.CreditLimit;
import dunnage.kernel.risk.Degree;
import dunnage.kernel.risk.NextStep;
import dunnage.kernel.risk.NextStep.Action;
import dunnage.kernel.risk.NextSteps;
import dunnage.kernel.risk.Phrase;
import dunnage.kernel.risk.ReceivableRisk;
import dunnage.kernel.risk.Score;
import dunnage.kernel.risk.Scorecard;
import dunnage.kernel.risk.Standing;
import dunnage.kernel.risk.TermsRule;
import dunnage.kernel.warning.DebtorWarning;
import dunnage.kernel.warning.Tendency;
import dunnage.kernel.warning.Warning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges one debtor after another.
final class DebtorDesk {

  private final LocalDate asOf;
  private final BookScan scan;
  private final Forecasts forecasts;
  private final ReceivableRisk risk = new ReceivableRisk();

  DebtorDesk(LocalDate asOf, BookScan scan, Forecasts forecasts) {
    this.asOf = asOf;
    this.scan = scan;
    this.forecasts = forecasts;
  }

  /// @param positions of the book, with at least one receivable
  Draft judge(DebtorBook book, Positions positions, DebtorWarning warning) {
    Profile profile = Behaviours.of(book, positions, asOf);
    Standing standing = new StandingReader(book, positions).standing(profile, asOf);
    Degree degree = Arrears.degree(standing.oldestDaysLate(), standing.overdueSharePercent());
    Score score = Scorecard.score(standing);
    CreditLimit limit =
        new Purchases(positions, profile.main())
            .limit(profile, score.grade(), standing.insolvent(), scan.cappingSales(profile.main()));
    GrowthLine growth =
        warning.trend() == Tendency.WORSE
            ? null
            : Growth.line(book.debtor(), standing, score.grade(), degree, limit);
    NextStep step = step(NextSteps.advise(standing, score.grade()), growth, warning);
    DebtorLine line =
        new DebtorLine(
            book.debtor(),
            positions.size(),
            standing.open(),
            standing.openAmount(),
            standing.overdueAmount(),
            creditsHeld(book, positions),
            standing.oldestDaysLate(),
            degree,
            profile.behaviour(),
            score.grade(),
            score.points(),
            limit,
            TermsRule.advise(
                score.grade(), degree, standing.profile().everLater(), standing.insolvent()),
            step,
            warning,
            score.reasons());
    return new Draft(line, standing.insolvent(), receivables(positions, standing, score), growth);
  }

  /// A good record does not outweigh a warning: whoever gets worse is watched before anything is
  /// overdue.
  private static NextStep step(
      NextStep advised, @Nullable GrowthLine growth, DebtorWarning warning) {
    if (advised.action() != Action.SHIP) {
      return advised;
    }
    for (Warning sign : warning.warnings()) {
      if (sign.direction() == Tendency.WORSE) {
        return NextSteps.watch(sign.words());
      }
    }
    return growth == null
        ? advised
        : new NextStep(
            Action.GROW,
            "Sell more: raise the limit to " + Phrase.money(growth.higher()),
            growth.why());
  }

  /// Credits known by the day and what was paid beyond receivables: beside what is open, never
  /// netted.
  Amounts creditsHeld(DebtorBook book, Positions positions) {
    Amounts held = new Amounts();
    book.creditsBy(asOf).forEach(held::add);
    held.addAll(positions.surpluses());
    return held;
  }

  private List<ReceivableLine> receivables(Positions positions, Standing standing, Score score) {
    long[] order = new long[standing.open()];
    int n = 0;
    for (int i = 0; i < positions.size(); i++) {
      if (positions.open(i) > 0) {
        order[n++] = ((long) positions.due(i) << 32) | i;
      }
    }
    Arrays.sort(order);
    List<ReceivableLine> lines = new ArrayList<>(n);
    for (long key : order) {
      int i = (int) key;
      Receivable receivable = positions.account(i).receivable();
      int late = positions.daysLate(i);
      boolean remainder = positions.open(i) < positions.amount(i);
      ReceivableRisk.Line words =
          risk.of(late, score.grade(), standing.insolvent(), receivable.disputed(), remainder);
      lines.add(
          new ReceivableLine(
              receivable,
              remainder ? positions.openMoney(i) : receivable.amount(),
              late,
              AgingBucket.ofDaysLate(late),
              words.level(),
              words.why(),
              words.nextStep(),
              forecast(receivable)));
    }
    return lines;
  }

  private Forecast forecast(Receivable open) {
    Forecast forecast = forecasts.of(open);
    if (forecast == null) {
      throw new IllegalStateException("no forecast for open receivable " + open.number());
    }
    return forecast;
  }
}
