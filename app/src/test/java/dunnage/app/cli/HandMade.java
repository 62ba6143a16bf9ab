package dunnage.app.cli;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.assessment.GrowthLine;
import dunnage.kernel.assessment.Portfolio;
import dunnage.kernel.assessment.ReceivableLine;
import dunnage.kernel.behaviour.Behaviour;
import dunnage.kernel.behaviour.Trend;
import dunnage.kernel.calendar.AgingBucket;
import dunnage.kernel.calendar.ClockStart;
import dunnage.kernel.calendar.Incoterm;
import dunnage.kernel.calendar.PaymentMethod;
import dunnage.kernel.forecast.Forecast;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.ledger.UnmatchedReceipt;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import dunnage.kernel.risk.CreditLimit;
import dunnage.kernel.risk.Degree;
import dunnage.kernel.risk.Grade;
import dunnage.kernel.risk.NextStep;
import dunnage.kernel.risk.Reason;
import dunnage.kernel.risk.RiskLevel;
import dunnage.kernel.risk.TermsAdvice;
import dunnage.kernel.warning.DebtorWarning;
import dunnage.kernel.warning.Tendency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An assessment put together by hand: two debtors, two currencies, every list filled.
final class HandMade {

  static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  static final Currency EUR = Currency.of("EUR");
  static final Currency JPY = Currency.of("JPY");
  static final Party ACME = new Party("C1", "Acme \"Boots\" GmbH", "DE");
  static final Party HUAQIANG = new Party("C2", "深圳市华强进出口有限公司", "CN");

  private HandMade() {}

  static Money eur(long cents) {
    return new Money(EUR, cents);
  }

  static Assessment twoDebtors() {
    return with(
        List.of(line(1, ACME, eur(123_450), 47), line(2, HUAQIANG, new Money(JPY, 9_000), -3)));
  }

  static Assessment with(List<ReceivableLine> receivables) {
    Amounts open = Amounts.of(List.of(eur(123_450), new Money(JPY, 9_000)));
    Amounts overdue = Amounts.of(List.of(eur(123_450)));
    List<Portfolio.AgingLine> aging =
        Arrays.stream(AgingBucket.values())
            .map(
                b ->
                    new Portfolio.AgingLine(
                        b,
                        b == AgingBucket.DAYS_31_60 ? 1 : 0,
                        b == AgingBucket.DAYS_31_60 ? overdue : new Amounts()))
            .toList();
    Portfolio portfolio =
        new Portfolio(
            12,
            2,
            1,
            1,
            open,
            overdue,
            Amounts.of(List.of(eur(500))),
            aging,
            List.of(
                currency(eur(123_450), AgingBucket.DAYS_31_60),
                currency(new Money(JPY, 9_000), AgingBucket.NOT_DUE)),
            null,
            List.of(
                new Portfolio.Concentration(
                    EUR,
                    10_000,
                    List.of(new Portfolio.Share("C1", ACME.name(), eur(123_450), 100)),
                    "One debtor holds everything; insure it.")));
    List<GrowthLine> grow =
        List.of(
            new GrowthLine(
                HUAQIANG,
                new Money(JPY, 9_000),
                new Money(JPY, 90_000),
                new Money(JPY, 120_000),
                "Pays sooner than a year ago."));
    Fact.BankReceipt receipt =
        new Fact.BankReceipt(
            DAY, eur(999), List.of("thanks"), "E. Vanderlind", new Origin("bank.xml", 7));
    return new Assessment(
        DAY,
        null,
        List.of(),
        portfolio,
        List.of(debtor(ACME, eur(123_450), true), debtor(HUAQIANG, new Money(JPY, 9_000), false)),
        receivables,
        List.of(),
        grow,
        List.of(new UnmatchedReceipt(receipt, "names no receivable")),
        DAY,
        List.of());
  }

  static List<ReceivableLine> many(int count) {
    List<ReceivableLine> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lines.add(line(i, i % 2 == 0 ? ACME : HUAQIANG, eur(i + 1L), i % 400 - 100));
    }
    return lines;
  }

  static ReceivableLine line(int number, Party debtor, Money open, int daysLate) {
    Deal deal =
        new Deal(
            "O-" + number,
            "balance",
            "O/A 60",
            PaymentMethod.OPEN_ACCOUNT,
            ClockStart.BILL_OF_LADING,
            Incoterm.FOB,
            false);
    LocalDate due = DAY.minusDays(daysLate);
    Receivable receivable =
        new Receivable(
            "R-" + number,
            debtor,
            due.minusDays(60),
            due,
            open,
            deal,
            new Origin("book.csv", number + 1));
    return new ReceivableLine(
        receivable,
        open,
        daysLate,
        AgingBucket.ofDaysLate(daysLate),
        RiskLevel.ELEVATED,
        "47 days late",
        "Call the finance director.",
        forecast(due));
  }

  private static Forecast forecast(LocalDate due) {
    double[] chances = {.8, .7, .6, .4, .2, .05};
    LocalDate middle = due.plusDays(12);
    return new Forecast(
        middle, due.plusDays(2), middle, due.plusDays(40), chances, .01, "two payments");
  }

  private static Portfolio.CurrencyLine currency(Money open, AgingBucket where) {
    Money zero = Money.zero(open.currency());
    List<Portfolio.BucketLine> aging = new ArrayList<>();
    List<Portfolio.ProvisionLine> lines = new ArrayList<>();
    for (AgingBucket bucket : AgingBucket.values()) {
      aging.add(
          new Portfolio.BucketLine(bucket, bucket == where ? 1 : 0, bucket == where ? open : zero));
      lines.add(new Portfolio.ProvisionLine(bucket, bucket == where ? open : zero, 1.25, zero));
    }
    return new Portfolio.CurrencyLine(
        open.currency(),
        6,
        1,
        open,
        where == AgingBucket.NOT_DUE ? zero : open,
        aging,
        41.25,
        null,
        87.5,
        new Portfolio.Provision(
            zero, lines, "the stated table, since the book is shorter than a year", false));
  }

  private static DebtorLine debtor(Party party, Money open, boolean late) {
    Behaviour behaviour =
        new Behaviour(
            5,
            late ? 33.333 : -4.0,
            late ? 58.0 : 84.0,
            33.333,
            58.0,
            4.5,
            late ? 12.0 : 0.0,
            Trend.FALLING,
            -61.0,
            Trend.RISING,
            9.0,
            1,
            null,
            false,
            DAY.minusDays(9),
            DAY.minusDays(700));
    CreditLimit limit =
        CreditLimit.least(
            List.of(new CreditLimit.Bound("need", open.plus(open), "two months of sales")));
    NextStep step =
        late
            ? new NextStep(
                NextStep.Action.CALL_DECIDER,
                "Call the finance director today.",
                "47 days late and orders fell by 61 %.")
            : new NextStep(NextStep.Action.SHIP, "Ship.", "Pays four days early.");
    return new DebtorLine(
        party,
        6,
        1,
        Amounts.of(List.of(open)),
        late ? Amounts.of(List.of(open)) : new Amounts(),
        new Amounts(),
        late ? 47 : 0,
        late ? Degree.MODERATE : Degree.NONE,
        behaviour,
        late ? Grade.D : Grade.NONE,
        late ? 41 : null,
        limit,
        late ? TermsAdvice.DEPOSIT_AND_BALANCE : TermsAdvice.OPEN_ACCOUNT,
        step,
        new DebtorWarning(Tendency.UNKNOWN, null, List.of()),
        late ? List.of(new Reason("late_now", -22, "47 days late today")) : List.of());
  }
}
