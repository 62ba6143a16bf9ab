package dunnage.kernel.pricing;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Positions;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The door: a book, a day and offers in, what each comes to out. Methods:
/// `docs/methodology/borrowing-base.md` and `cost-of-finance.md`.
public final class PriceDesk {

  private final Book book;
  private final LocalDate asOf;
  private final Expectation expectation;
  private final Dilution dilution;
  private final Map<DebtorBook, Positions> positions = new IdentityHashMap<>();
  private final Set<Currency> currencies = new TreeSet<>();

  private PriceDesk(Book book, LocalDate asOf, @Nullable Integer daysForAll) {
    this.book = book;
    this.asOf = asOf;
    this.expectation = new Expectation(book, asOf, daysForAll);
    this.dilution = new Dilution(book, asOf);
    for (DebtorBook debtor : book.debtors()) {
      Positions own = Positions.of(debtor, asOf);
      positions.put(debtor, own);
      for (int i = 0; i < own.size(); i++) {
        if (own.open(i) > 0) {
          currencies.add(own.openMoney(i).currency());
        }
      }
    }
  }

  /// @param daysForAll days until every receivable is paid; null for the forecast of each
  /// @throws ArithmeticException when amounts add up beyond what can be counted exactly
  public static Pricing price(
      Book book, LocalDate asOf, List<Offer> offers, @Nullable Integer daysForAll) {
    if (daysForAll != null && daysForAll < 1) {
      throw new IllegalArgumentException("at least a day: " + daysForAll);
    }
    PriceDesk desk = new PriceDesk(book, asOf, daysForAll);
    return new Pricing(
        asOf,
        daysForAll,
        desk.expectation.fromExperience(),
        offers.stream().map(desk::quote).toList());
  }

  private Quote quote(Offer offer) {
    return switch (offer) {
      case Financing financing -> financing(financing);
      case EarlyPayment early -> early(early);
    };
  }

  private Quote financing(Financing offer) {
    List<DebtorSide> sides = sides(offer.rules());
    List<CurrencyQuote> quotes = new ArrayList<>();
    Set<Verdict> setOff = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    for (Currency currency : currencies) {
      BigDecimal measured = dilution.in(currency);
      Pool pool = new Pool(currency, sides, offer.pool(), offer.advanceRate(), measured);
      setOff.addAll(pool.setOff);
      quotes.add(new FinancingQuote(offer, asOf, pool, expectation.fromExperience()).quote());
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (DebtorSide side : sides) {
      side.verdicts().forEach(v -> verdicts.add(setOff.contains(v) ? v.setOff() : v));
    }
    return new Quote(offer, quotes, verdicts, unknown(offer));
  }

  private Quote early(EarlyPayment offer) {
    EarlyQuote early = new EarlyQuote(offer, asOf);
    List<Verdict> verdicts = new ArrayList<>();
    sides(EligibilityRules.OPEN).forEach(s -> verdicts.addAll(early.judged(s.verdicts())));
    List<CurrencyQuote> quotes = currencies.stream().map(c -> early.quote(c, verdicts)).toList();
    return new Quote(offer, quotes, verdicts, List.of());
  }

  private List<DebtorSide> sides(EligibilityRules rules) {
    List<DebtorSide> sides = new ArrayList<>();
    for (DebtorBook debtor : book.debtors()) {
      Positions own = positions.getOrDefault(debtor, Positions.of(debtor, asOf));
      Disputes disputes = new Disputes(debtor, asOf);
      List<Verdict> verdicts = new Eligibility(rules, expectation, debtor, own, disputes).judge();
      if (!verdicts.isEmpty()) {
        Amounts disputed = rules.takesDisputed() ? new Amounts() : disputes.amounts();
        sides.add(new DebtorSide(debtor.debtor(), verdicts, credits(debtor, own), disputed));
      }
    }
    return sides;
  }

  private Amounts credits(DebtorBook debtor, Positions own) {
    Amounts held = new Amounts();
    StatedCurrency currency = new StatedCurrency(debtor);
    for (Fact.CreditHeld credit : debtor.credits()) {
      LocalDate on = credit.on();
      if (on == null || !on.isAfter(asOf)) {
        Money amount = currency.of(credit.amount());
        held.add(amount == null ? credit.amount() : amount);
      }
    }
    for (int i = 0; i < own.size(); i++) {
      if (own.surplus(i) > 0) {
        held.add(new Money(own.currencies().get(own.currency(i)), own.surplus(i)));
      }
    }
    return held;
  }

  private List<String> unknown(Financing offer) {
    Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    named.addAll(offer.pool().contra().keySet());
    EligibilityRules rules = offer.rules();
    List.of(rules.affiliates(), rules.government(), rules.insolvent(), rules.assigned())
        .forEach(n -> named.addAll(n.written()));
    if (rules.insuredOnly() != null) {
      named.addAll(rules.insuredOnly().written());
    }
    if (rules.deliveredOnly() != null) {
      named.addAll(rules.deliveredOnly().written());
    }
    if (!named.isEmpty()) {
      Set<String> known = known();
      named.removeIf(known::contains);
    }
    return List.copyOf(named);
  }

  private Set<String> known() {
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (DebtorBook debtor : book.debtors()) {
      known.add(debtor.debtor().id());
      known.add(debtor.debtor().name());
      for (Account account : debtor.accounts()) {
        known.add(account.receivable().number());
      }
    }
    return known;
  }
}
