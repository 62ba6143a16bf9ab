package dunnage.kernel.pricing;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which receivables a financier takes.
///
/// @param maxDaysFromInvoice older ones are out
/// @param maxDaysPastDue later ones are out
/// @param crossAgingShare a debtor's whole account is out when more than this share of it is out by
///   age; 0 to 1
/// @param maxTermsDays longest days from issue to due; null for any
/// @param takesDisputed whether disputed ones are taken
/// @param currencies empty for all
/// @param onlyCountries lower case; empty for all; an unknown country is none of them
/// @param notCountries lower case
/// @param minimumInvoices least open amount, at most one per currency
/// @param insolvent debtors known to be insolvent beyond what the book tells
/// @param insuredOnly the debtors that are insured; null when insurance is not asked for
/// @param assigned receivables or debtors already assigned or pledged
/// @param deliveredOnly receivables with proof of delivery; null when none is asked for
public record EligibilityRules(
    int maxDaysFromInvoice,
    int maxDaysPastDue,
    BigDecimal crossAgingShare,
    @Nullable Integer maxTermsDays,
    boolean takesDisputed,
    Set<Currency> currencies,
    Set<String> onlyCountries,
    Set<String> notCountries,
    List<Money> minimumInvoices,
    Names affiliates,
    Names government,
    Names insolvent,
    @Nullable Names insuredOnly,
    Names assigned,
    @Nullable Names deliveredOnly) {

  private static final BigDecimal NEVER_MORE_THAN_ALL = BigDecimal.ONE;

  /// No rule but that one asks nobody twice, and not the insolvent or those who contest.
  static final EligibilityRules OPEN =
      new EligibilityRules(
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          NEVER_MORE_THAN_ALL,
          null,
          false,
          Set.of(),
          Set.of(),
          Set.of(),
          List.of(),
          Names.NONE,
          Names.NONE,
          Names.NONE,
          null,
          Names.NONE,
          null);

  public EligibilityRules {
    currencies = Set.copyOf(currencies);
    onlyCountries = Set.copyOf(onlyCountries);
    notCountries = Set.copyOf(notCountries);
    minimumInvoices = List.copyOf(minimumInvoices);
  }

  boolean tooSmall(Money open) {
    return minimumInvoices.stream()
        .anyMatch(m -> m.currency().equals(open.currency()) && open.minor() < m.minor());
  }

  boolean outsideCountries(String country) {
    String plain = country.strip().toLowerCase(Locale.ROOT);
    return notCountries.contains(plain)
        || (!onlyCountries.isEmpty() && !onlyCountries.contains(plain));
  }
}
