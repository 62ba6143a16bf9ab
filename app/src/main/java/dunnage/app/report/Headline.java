package dunnage.app.report;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.Portfolio;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import dunnage.kernel.money.Money;
import java.util.List;

/// The book in a sentence, and how its currencies were treated.
final class Headline {

  private Headline() {}

  /// Without its full stop: the page may add who needs a person.
  static String first(Assessment a) {
    Portfolio p = a.portfolio();
    if (p.open() == 0) {
      return a.debtors().isEmpty()
          ? "Nothing had been issued by " + Figures.day(a.asOf())
          : "Nothing is open; " + Figures.count(a.debtors().size(), "debtor") + " paid everything";
    }
    Portfolio.CurrencyLine base = p.inBase();
    if (p.overdueCount() == 0) {
      String open = base == null ? Figures.rough(p.openAmount()) : Figures.rough(base.openAmount());
      return "Nothing is overdue; " + open + verb(p.openAmount().nonZero().size(), base) + " open";
    }
    String overdue =
        base == null ? Figures.rough(p.overdueAmount()) : Figures.rough(base.overdueAmount());
    return overdue
        + verb(p.overdueAmount().nonZero().size(), base)
        + " overdue with "
        + Figures.count(p.overdueDebtors(), "debtor");
  }

  static int needing(Assessment a) {
    return (int) a.debtors().stream().filter(d -> Marks.needsPerson(d.nextStep().action())).count();
  }

  static String currencies(Assessment a) {
    List<Currency> all =
        a.portfolio().currencies().stream().map(Portfolio.CurrencyLine::currency).toList();
    Portfolio.CurrencyLine base = a.portfolio().inBase();
    if (base != null && all.size() > 1) {
      return Figures.counted(all.size(), "currency")
          + ", also shown in "
          + base.currency().code()
          + " at "
          + rates(a.ratesUsed())
          + "; nothing is added up without a rate and its date.";
    }
    if (all.size() > 1) {
      return Figures.counted(all.size(), "currency")
          + ", each shown on its own; without a rate nothing is added up.";
    }
    if (all.isEmpty()) {
      return "No amounts.";
    }
    return all.getFirst().equals(Currency.NONE)
        ? "The files name no currency: amounts are shown as XXX."
        : "All amounts are in " + all.getFirst().code() + ".";
  }

  /// `1 USD = 0.9123 EUR (ECB, 10 Jul 2020)`, one after the other.
  static String rates(List<FxRate> rates) {
    return Figures.listed(
        rates.stream()
            .filter(r -> !r.from().equals(r.to()))
            .map(
                r ->
                    "1\u00A0"
                        + r.from()
                        + "\u00A0= "
                        + r.rate().stripTrailingZeros().toPlainString()
                        + "\u00A0"
                        + r.to()
                        + " ("
                        + Figures.cut(r.source(), 80)
                        + ", "
                        + Figures.day(r.date())
                        + ")")
            .toList());
  }

  static boolean any(Money money) {
    return !money.isZero();
  }

  private static String verb(
      int currencies, Portfolio.@org.jspecify.annotations.Nullable CurrencyLine base) {
    return base != null || currencies == 1 ? " is" : " are";
  }
}
