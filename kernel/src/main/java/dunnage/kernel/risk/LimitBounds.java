package dunnage.kernel.risk;

import dunnage.kernel.money.Money;
import dunnage.kernel.risk.CreditLimit.Bound;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bounds of a credit limit. Classes, factors and their sources stand in
/// `docs/methodology/limit-and-terms.md`. Every bound is rounded down: a limit never gains by
/// rounding.
public final class LimitBounds {

  /// Delay beyond terms that a limit makes room for, at most: more would reward paying late.
  public static final int MOST_DELAY_DAYS = 30;

  /// The cap of own sales holds only from this many customers on: with fewer the average customer
  /// is above ten percent, and the cap would tell of the size of the book and not of the debtor.
  public static final int FEWEST_CUSTOMERS = 10;

  private static final BigDecimal DAYS_OF_YEAR = BigDecimal.valueOf(365);

  private LimitBounds() {}

  /// What a debtor needs: annual purchases times the days they stay open, times the grade's factor.
  public static Bound need(Money annual, double termsDays, double delayDays, Grade grade) {
    double delay = Math.max(0, Math.min(MOST_DELAY_DAYS, delayDays));
    BigDecimal days =
        BigDecimal.valueOf(Math.max(0, termsDays) + delay).setScale(2, RoundingMode.HALF_UP);
    BigDecimal factor = needFactor(grade);
    BigDecimal whole = annual.toBigDecimal().multiply(days).multiply(factor);
    Money amount =
        Money.rounded(
            annual.currency(),
            whole.divide(DAYS_OF_YEAR, 10, RoundingMode.DOWN),
            RoundingMode.DOWN);
    String words =
        "buys "
            + Phrase.money(annual)
            + " a year x ("
            + Phrase.number(termsDays)
            + " days terms + "
            + Phrase.number(delay)
            + " days delay) / 365"
            + (factor.compareTo(BigDecimal.ONE) == 0
                ? ""
                : " x " + factor + " for grade " + grade.label());
    return new Bound("need", amount, words);
  }

  /// The need, but never less than one ordinary order: an average balance below a single invoice
  /// would refuse every order of a good customer who buys seldom.
  ///
  /// @param order the largest receivable of the last year
  public static Bound needOfAnOrder(Bound need, Money order, Grade grade) {
    Money one = order.times(needFactor(grade), RoundingMode.DOWN);
    return one.minor() <= need.amount().minor()
        ? need
        : new Bound(
            need.name(), one, need.words() + "; at least one order of " + Phrase.money(order));
  }

  static BigDecimal needFactor(Grade grade) {
    return switch (grade) {
      case A, B -> BigDecimal.ONE;
      case C -> new BigDecimal("0.75");
      case D, NONE -> new BigDecimal("0.5");
      case E -> BigDecimal.ZERO;
    };
  }

  /// The highest balance the debtor ever carried and paid in full, times the grade's factor.
  public static Bound highCredit(Money highest, Grade grade) {
    BigDecimal factor =
        switch (grade) {
          case A -> new BigDecimal("1.5");
          case B -> new BigDecimal("1.2");
          case C, NONE -> BigDecimal.ONE;
          case D -> new BigDecimal("0.5");
          case E -> BigDecimal.ZERO;
        };
    return new Bound(
        "high_credit",
        highest.times(factor, RoundingMode.DOWN),
        "highest balance ever paid off " + Phrase.money(highest) + " x " + factor);
  }

  /// Ten percent of one's own annual sales in the currency.
  public static Bound ownSales(Money annualSales) {
    return new Bound(
        "own_sales",
        annualSales.times(new BigDecimal("0.10"), RoundingMode.DOWN),
        "10 % of own annual sales of " + Phrase.money(annualSales));
  }

  /// A share of the debtor's tangible net worth by class.
  public static Bound netWorth(Money netWorth, Grade grade) {
    BigDecimal percent = classPercents(grade)[0];
    return new Bound(
        "net_worth", percentOf(netWorth, percent), percent + " % of net worth " + netWorth);
  }

  /// A share of the debtor's annual turnover by class.
  public static Bound turnover(Money turnover, Grade grade) {
    BigDecimal percent = classPercents(grade)[1];
    return new Bound(
        "turnover", percentOf(turnover, percent), percent + " % of turnover " + turnover);
  }

  /// What an insurer covers, grossed up by the share it indemnifies, with what one bears uninsured.
  ///
  /// @param indemnityPercent more than 0, at most 100
  public static Bound insured(Money cover, BigDecimal indemnityPercent, Money uninsured) {
    Money gross =
        cover.times(
            BigDecimal.valueOf(100).divide(indemnityPercent, 10, RoundingMode.DOWN),
            RoundingMode.DOWN);
    return new Bound(
        "insured",
        gross.plus(uninsured),
        "insured "
            + Phrase.money(cover)
            + " at "
            + indemnityPercent
            + " % + "
            + Phrase.money(uninsured)
            + " uninsured");
  }

  /// Percent of net worth and of turnover: a stated convention, class B after a published example.
  static BigDecimal[] classPercents(Grade grade) {
    return switch (grade) {
      case A -> percents("50", "7.5");
      case B -> percents("35", "5");
      case C -> percents("20", "3");
      case D -> percents("10", "1");
      case E, NONE -> percents("0", "0");
    };
  }

  private static BigDecimal[] percents(String netWorth, String turnover) {
    return new BigDecimal[] {new BigDecimal(netWorth), new BigDecimal(turnover)};
  }

  private static Money percentOf(Money money, BigDecimal percent) {
    Money positive = money.signum() < 0 ? Money.zero(money.currency()) : money;
    return positive.times(percent.movePointLeft(2), RoundingMode.DOWN);
  }

  /// The advice from payment experience: the least of need, own sales and high credit, rounded down
  /// to two significant digits; nothing for grade E and for the insolvent.
  ///
  /// @param ownSales null where the cap does not hold
  /// @param highest null when no credit was ever paid off
  public static CreditLimit advise(
      Bound need,
      @Nullable Bound ownSales,
      @Nullable Bound highest,
      Grade grade,
      boolean insolvent) {
    List<Bound> bounds = new ArrayList<>();
    if (insolvent || grade == Grade.E) {
      String words = insolvent ? "insolvency proceedings are opened" : "grade E: no open credit";
      bounds.add(new Bound("grade", Money.zero(need.amount().currency()), words));
    }
    bounds.add(need);
    if (ownSales != null) {
      bounds.add(ownSales);
    }
    if (highest != null) {
      bounds.add(highest);
    }
    CreditLimit least = CreditLimit.least(bounds);
    return new CreditLimit(roundedDown(least.amount()), least.binding(), bounds);
  }

  /// Down to two significant digits: 28,347.12 becomes 28,000.00.
  public static Money roundedDown(Money money) {
    long unit = 1;
    while (money.minor() / unit >= 100) {
      unit *= 10;
    }
    return new Money(money.currency(), money.minor() / unit * unit);
  }
}
