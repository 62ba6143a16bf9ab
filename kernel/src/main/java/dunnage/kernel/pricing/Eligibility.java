package dunnage.kernel.pricing;

import dunnage.kernel.behaviour.Behaviours;
import dunnage.kernel.behaviour.Signals;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Positions;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Judges the open receivables of one debtor against a financier's rules. All reasons are found;
/// they stand in the order of [Ineligible].
final class Eligibility {

  private final EligibilityRules rules;
  private final Expectation expectation;
  private final DebtorBook book;
  private final Positions positions;
  private final Disputes disputes;
  private final boolean insolvent;

  Eligibility(
      EligibilityRules rules,
      Expectation expectation,
      DebtorBook book,
      Positions positions,
      Disputes disputes) {
    this.rules = rules;
    this.expectation = expectation;
    this.book = book;
    this.positions = positions;
    this.disputes = disputes;
    this.insolvent = rules.insolvent().has(book.debtor()) || insolvent(book, positions);
  }

  static boolean insolvent(DebtorBook book, Positions positions) {
    if (book.notes().isEmpty()) {
      return false;
    }
    Signals signals =
        Behaviours.of(book, positions, java.time.LocalDate.ofEpochDay(positions.asOf())).signals();
    return signals.insolvencyOpened() != null || signals.petitionPending() != null;
  }

  /// One verdict for each open receivable, in the order of the book.
  List<Verdict> judge() {
    Duplicates duplicates = new Duplicates();
    List<Set<Ineligible>> found = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    Amounts whole = new Amounts();
    Amounts old = new Amounts();
    for (int i = 0; i < positions.size(); i++) {
      boolean repeated = duplicates.seenBefore(positions.account(i).receivable());
      if (positions.open(i) == 0) {
        continue;
      }
      Set<Ineligible> reasons = reasons(i, repeated);
      found.add(reasons);
      places.add(i);
      if (!repeated) {
        whole.add(positions.openMoney(i));
        if (reasons.stream().anyMatch(Ineligible::byAge)) {
          old.add(positions.openMoney(i));
        }
      }
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (int k = 0; k < places.size(); k++) {
      int i = places.get(k);
      Set<Ineligible> reasons = found.get(k);
      Currency currency = positions.openMoney(i).currency();
      if (crossAged(old.in(currency), whole.in(currency))
          && reasons.stream().noneMatch(Ineligible::byAge)) {
        reasons.add(Ineligible.CROSS_AGED);
      }
      verdicts.add(verdict(i, reasons));
    }
    return verdicts;
  }

  private Verdict verdict(int i, Set<Ineligible> reasons) {
    Receivable receivable = positions.account(i).receivable();
    return new Verdict(
        receivable,
        positions.openMoney(i),
        List.copyOf(reasons),
        expectation.days(receivable),
        expectation.never(receivable));
  }

  private boolean crossAged(Money old, Money whole) {
    BigDecimal allowed = BigDecimal.valueOf(whole.minor()).multiply(rules.crossAgingShare());
    return BigDecimal.valueOf(old.minor()).compareTo(allowed) > 0;
  }

  /// An [EnumSet] keeps the reasons in their documented order.
  private Set<Ineligible> reasons(int i, boolean repeated) {
    Set<Ineligible> reasons = EnumSet.noneOf(Ineligible.class);
    Receivable row = positions.account(i).receivable();
    add(reasons, Ineligible.DUPLICATE, repeated);
    add(
        reasons,
        Ineligible.ASSIGNED,
        rules.assigned().has(row.number()) || rules.assigned().has(book.debtor()));
    add(
        reasons,
        Ineligible.OLD_FROM_INVOICE,
        positions.asOf() - positions.issued(i) > rules.maxDaysFromInvoice());
    add(reasons, Ineligible.OLD_PAST_DUE, positions.daysLate(i) > rules.maxDaysPastDue());
    add(reasons, Ineligible.DISPUTED, !rules.takesDisputed() && disputes.bearOn(row));
    add(reasons, Ineligible.INSOLVENT, insolvent);
    add(reasons, Ineligible.AFFILIATE, rules.affiliates().has(book.debtor()));
    add(reasons, Ineligible.GOVERNMENT, rules.government().has(book.debtor()));
    add(reasons, Ineligible.COUNTRY, rules.outsideCountries(book.debtor().country()));
    Currency currency = row.amount().currency();
    add(
        reasons,
        Ineligible.CURRENCY,
        !rules.currencies().isEmpty() && !rules.currencies().contains(currency));
    Integer longest = rules.maxTermsDays();
    add(
        reasons,
        Ineligible.TERMS_TOO_LONG,
        longest != null && positions.due(i) - positions.issued(i) > longest);
    add(reasons, Ineligible.TOO_SMALL, rules.tooSmall(positions.openMoney(i)));
    Names delivered = rules.deliveredOnly();
    add(reasons, Ineligible.NOT_DELIVERED, delivered != null && !delivered.has(row.number()));
    Names insured = rules.insuredOnly();
    add(reasons, Ineligible.NOT_INSURED, insured != null && !insured.has(book.debtor()));
    return reasons;
  }

  private static void add(Set<Ineligible> reasons, Ineligible reason, boolean holds) {
    if (holds) {
      reasons.add(reason);
    }
  }
}
