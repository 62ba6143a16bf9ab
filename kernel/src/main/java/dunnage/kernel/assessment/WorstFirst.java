package dunnage.kernel.assessment;

import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.Grade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts debtors in order, worst first, without ever adding two currencies: what is at stake is the
/// debtor's share of all that is overdue (or open) in a currency, times that currency's share of
/// the number of open receivables. In one currency that is the order by amount; with rates the
/// worth in the base currency decides.
final class WorstFirst {

  private record Ranked(Draft draft, double overdue, double open) {}

  private static final Comparator<Ranked> ORDER =
      Comparator.comparing((Ranked r) -> !(r.draft.insolvent() && r.open > 0))
          .thenComparing(r -> -r.draft.line().degree().ordinal())
          .thenComparing(r -> -r.overdue)
          .thenComparing(r -> goodness(r.draft.line().grade()))
          .thenComparing(r -> -r.draft.line().oldestDaysLate())
          .thenComparing(r -> -r.open)
          .thenComparing(r -> r.draft.line().debtor().id());

  private final Map<Currency, CurrencySums> sums;
  private final @Nullable Currency base;
  private final Map<Currency, FxRate> rates;
  private int allOpen;

  /// @param base compares by worth in it; null: by shares
  WorstFirst(
      Map<Currency, CurrencySums> sums, @Nullable Currency base, Map<Currency, FxRate> rates) {
    this.sums = sums;
    this.base = base;
    this.rates = rates;
    sums.values().forEach(s -> allOpen += s.open);
  }

  List<Draft> order(List<Draft> drafts) {
    List<Ranked> ranked = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      DebtorLine line = draft.line();
      ranked.add(
          new Ranked(draft, share(line.overdueAmount(), true), share(line.openAmount(), false)));
    }
    ranked.sort(ORDER);
    return ranked.stream().map(Ranked::draft).toList();
  }

  private double share(Amounts amounts, boolean overdue) {
    double share = 0;
    for (Money money : amounts.nonZero()) {
      CurrencySums all = sums.get(money.currency());
      FxRate rate = base == null ? null : rates.get(money.currency());
      if (rate != null) {
        share += rate.convert(money).minor();
      } else if (all != null) {
        long whole = overdue ? all.overdueAmount : all.openAmount;
        share += (double) money.minor() / whole * all.open / allOpen;
      }
    }
    return share;
  }

  /// A debtor without a grade stands between C and B.
  private static int goodness(Grade grade) {
    return switch (grade) {
      case E -> 0;
      case D -> 1;
      case C -> 2;
      case NONE -> 3;
      case B -> 4;
      case A -> 5;
    };
  }
}
