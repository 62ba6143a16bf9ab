package dunnage.kernel.assessment;

import dunnage.kernel.assessment.Portfolio.AgingLine;
import dunnage.kernel.assessment.Portfolio.Concentration;
import dunnage.kernel.calendar.AgingBucket;
import dunnage.kernel.forecast.Forecasts;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Positions;
import dunnage.kernel.ledger.UnmatchedReceipt;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.warning.Climate;
import dunnage.kernel.warning.DebtorWarning;
import dunnage.kernel.warning.Warnings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The door: a book and a day in, an [Assessment] out. Pure: the same book and day give the same
/// answer.
public final class RiskDesk {

  private final LocalDate asOf;
  private final BookScan scan;
  private final Forecasts forecasts;
  private final DebtorDesk desk;
  private final Map<Currency, CurrencySums> sums = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final Amounts creditsHeld = new Amounts();

  private RiskDesk(Book book, LocalDate asOf) {
    this.asOf = asOf;
    this.scan = new BookScan(book, asOf);
    this.forecasts = Forecasts.of(book, asOf);
    this.desk = new DebtorDesk(asOf, scan, forecasts);
    List<DebtorWarning> warnings = warnings(book);
    for (int i = 0; i < warnings.size(); i++) {
      read(book.debtors().get(i), warnings.get(i));
    }
  }

  public static Assessment assess(Book book, LocalDate asOf, Settings settings) {
    return new RiskDesk(book, asOf).assessment(book, settings);
  }

  /// Debtors are looked at side by side; the answers stand in the book's order.
  private List<DebtorWarning> warnings(Book book) {
    Climate climate = Climate.of(book, asOf);
    return book.debtors().parallelStream().map(d -> Warnings.of(d, asOf, climate)).toList();
  }

  private void read(DebtorBook debtor, DebtorWarning warning) {
    Positions positions = Positions.of(debtor, asOf);
    if (positions.size() == 0) {
      creditsHeld.addAll(desk.creditsHeld(debtor, positions));
      return;
    }
    CurrencySums[] mine = new CurrencySums[positions.currencies().size()];
    for (int c = 0; c < mine.length; c++) {
      mine[c] =
          sums.computeIfAbsent(
              positions.currencies().get(c), currency -> new CurrencySums(currency, asOf));
    }
    for (int i = 0; i < positions.size(); i++) {
      mine[positions.currency(i)].add(positions, i);
    }
    Draft draft = desk.judge(debtor, positions, warning);
    creditsHeld.addAll(draft.line().creditsHeld());
    drafts.add(draft);
  }

  private Assessment assessment(Book book, Settings settings) {
    List<CurrencySums> order = new ArrayList<>(sums.values());
    order.sort(
        Comparator.comparingInt((CurrencySums s) -> -s.open)
            .thenComparingInt(s -> -s.receivables)
            .thenComparing(s -> s.currency));
    BaseSums base = new BaseSums(settings, asOf, order);
    Currency whole = base.whole();
    List<Concentration> concentration =
        whole == null
            ? Concentrations.apart(order, drafts)
            : Concentrations.inBase(whole, base.rates, drafts);
    List<Draft> worstFirst = new WorstFirst(sums, whole, base.rates).order(drafts);
    List<DebtorLine> debtors = new ArrayList<>(worstFirst.size());
    List<ReceivableLine> receivables = new ArrayList<>();
    List<GrowthLine> toGrow = new ArrayList<>();
    for (Draft draft : worstFirst) {
      debtors.add(draft.line());
      receivables.addAll(draft.receivables());
      if (draft.growth() != null) {
        toGrow.add(draft.growth());
      }
    }
    toGrow.sort(Growth.BEST_FIRST);
    return new Assessment(
        asOf,
        settings.base(),
        base.used(),
        portfolio(order, base, concentration),
        List.copyOf(debtors),
        java.util.Collections.unmodifiableList(receivables),
        forecasts.expectedCash(),
        List.copyOf(toGrow),
        unmatched(book),
        scan.newest(),
        List.copyOf(base.missing));
  }

  private Portfolio portfolio(
      List<CurrencySums> order, BaseSums base, List<Concentration> concentration) {
    int receivables = 0;
    int open = 0;
    int overdue = 0;
    Amounts openAmount = new Amounts();
    Amounts overdueAmount = new Amounts();
    for (CurrencySums sum : order) {
      receivables += sum.receivables;
      open += sum.open;
      overdue += sum.overdueCount;
      openAmount.add(new Money(sum.currency, sum.openAmount));
      overdueAmount.add(new Money(sum.currency, sum.overdueAmount));
    }
    int overdueDebtors = 0;
    for (Draft draft : drafts) {
      overdueDebtors += draft.line().oldestDaysLate() > 0 ? 1 : 0;
    }
    return new Portfolio(
        receivables,
        open,
        overdue,
        overdueDebtors,
        openAmount,
        overdueAmount,
        creditsHeld,
        aging(order),
        order.stream().map(CurrencySums::line).toList(),
        base.line(order),
        List.copyOf(concentration));
  }

  private static List<AgingLine> aging(List<CurrencySums> order) {
    List<AgingLine> lines = new ArrayList<>();
    for (AgingBucket bucket : AgingBucket.values()) {
      int count = 0;
      Amounts amount = new Amounts();
      for (CurrencySums sum : order) {
        count += sum.counts[bucket.ordinal()];
        amount.add(new Money(sum.currency, sum.aging[bucket.ordinal()]));
      }
      lines.add(new AgingLine(bucket, count, amount));
    }
    return List.copyOf(lines);
  }

  private List<UnmatchedReceipt> unmatched(Book book) {
    return book.unmatched().stream().filter(u -> !u.receipt().on().isAfter(asOf)).toList();
  }
}
