package dunnage.kernel.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The door: the shipped tables of interest, reference rates and limitation, and what they compute.
public final class Law {

  private static final Law SHIPPED = load();

  private final InterestRules interestRules;
  private final Map<String, RateSeries> rates;
  private final LimitationRules limitationRules;
  private final List<LawRow> periodRules;

  private Law(
      InterestRules interestRules,
      Map<String, RateSeries> rates,
      LimitationRules limitationRules,
      List<LawRow> periodRules) {
    this.periodRules = periodRules;
    this.interestRules = interestRules;
    this.rates = rates;
    this.limitationRules = limitationRules;
  }

  /// As shipped with this version.
  public static Law shipped() {
    return SHIPPED;
  }

  private static Law load() {
    InterestRules interest =
        new InterestRules(LawTable.shipped("late_interest"), LawTable.shipped("interest_rules"));
    Map<String, RateSeries> rates =
        RateSeries.all(LawTable.shipped("reference_rates"), LawTable.shipped("rate_series"));
    LimitationRules limitation =
        new LimitationRules(LawTable.shipped("limitation"), LawTable.shipped("limitation_rules"));
    List<LawRow> periods =
        LawTable.shipped("daycounts_holidays").stream()
            .filter(r -> r.text("kind").equals("period_rule"))
            .toList();
    return new Law(interest, rates, limitation, periods);
  }

  public InterestRules interestRules() {
    return interestRules;
  }

  public LimitationRules limitationRules() {
    return limitationRules;
  }

  /// A reference rate by its id; null if no table names it.
  public @Nullable RateSeries rate(String id) {
    return rates.get(id);
  }

  Map<String, RateSeries> rates() {
    return rates;
  }

  /// What a law says about a last day on a weekend or holiday, with its source; null if the tables
  /// do not say.
  public @Nullable LawRow periodRule(String jurisdiction) {
    String whole = jurisdiction.split("-", 2)[0];
    for (String scope : List.of(jurisdiction, whole)) {
      for (LawRow row : periodRules) {
        if (row.text("scope").equals(scope)) {
          return row;
        }
      }
    }
    return null;
  }

  /// Interest on a claim under a row. A row that ends in time is followed by its successor.
  ///
  /// @throws ArithmeticException if a sum is too large to count exactly
  public InterestStatement interest(InterestRule rule, InterestClaim claim) {
    return interest(rule, claim, rule.multiplier());
  }

  /// As [#interest(InterestRule, InterestClaim)] with another factor of the range the row gives.
  public InterestStatement interest(
      InterestRule rule, InterestClaim claim, java.math.BigDecimal multiplier) {
    return new InterestRun(rule, interestRules.family(rule), rates, claim, multiplier).statement();
  }

  /// When a claim expires under a row.
  ///
  /// @param asOf events after that day do not count
  public Limitation limitation(
      LimitationRule rule, LocalDate due, LocalDate asOf, List<LimitationEvent> events) {
    List<LimitationRule> others = new ArrayList<>();
    for (String id : rule.alternatives()) {
      LimitationRule other = limitationRules.find(id);
      if (other == null) {
        throw new IllegalStateException("no rule " + id);
      }
      others.add(other);
    }
    return new LimitationRun(rule, due, asOf).through(events, others);
  }

  /// Interest under each rule between which the creditor may choose, the highest first; and what a
  /// court could go up to where a row gives a range.
  ///
  /// @param rules rows of one law, not empty; rows of one family count once
  public InterestOffer offer(List<InterestRule> rules, InterestClaim claim) {
    List<InterestStatement> statements = new ArrayList<>();
    Set<String> families = new HashSet<>();
    for (InterestRule rule : rules) {
      if (families.add(rule.family())) {
        statements.add(interest(rule, claim));
      }
    }
    statements.sort(Comparator.comparing(InterestStatement::exactInterest).reversed());
    List<InterestOffer.Alternative> others = new ArrayList<>();
    for (InterestStatement other : statements.subList(1, statements.size())) {
      others.add(
          new InterestOffer.Alternative(
              other.rule().id(), other.rule().formula(), other.interest()));
    }
    return new InterestOffer(statements.getFirst(), withRange(statements.getFirst(), others));
  }

  private List<InterestOffer.Alternative> withRange(
      InterestStatement best, List<InterestOffer.Alternative> others) {
    java.math.BigDecimal high = best.rule().multiplierHigh();
    List<InterestOffer.Alternative> all = new ArrayList<>(others);
    if (high != null) {
      InterestStatement most = interest(best.rule(), best.claim(), high);
      all.add(
          new InterestOffer.Alternative(
              best.rule().id(),
              high.toPlainString() + " × " + best.rule().series(),
              most.interest()));
    }
    return List.copyOf(all);
  }
}
