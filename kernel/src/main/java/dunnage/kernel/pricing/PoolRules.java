package dunnage.kernel.pricing;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a financier deducts from the eligible receivables as a whole.
///
/// @param concentrationShare most of the pool that one debtor may make up; null for no cap
/// @param ofCappedPool whether the cap is a share of the pool after capping; otherwise of the pool
///   before it
/// @param contra what the seller owes to a debtor, by the debtor's id or name in any case
/// @param creditsNetted whether credits of a debtor first lower what is out anyway; otherwise they
///   lower what is eligible ("credits in prior" added back)
/// @param dilutionTolerance share of sales lost to credit notes that costs nothing
/// @param dilution the share to reckon with; null to measure it over the last 365 days
/// @param reserveShare of the counted pool; null for none
/// @param reserveAmount in its own currency; null for none
/// @param limit most that is advanced, in its own currency; null for none
public record PoolRules(
    @Nullable BigDecimal concentrationShare,
    boolean ofCappedPool,
    Map<String, List<Money>> contra,
    boolean creditsNetted,
    BigDecimal dilutionTolerance,
    @Nullable BigDecimal dilution,
    @Nullable BigDecimal reserveShare,
    @Nullable Money reserveAmount,
    @Nullable Money limit) {
  public PoolRules {
    Map<String, List<Money>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(contra);
    contra = Collections.unmodifiableMap(anyCase);
  }

  Money contra(Party debtor, Currency currency) {
    Money sum = Money.zero(currency);
    for (String key : names(debtor)) {
      for (Money owed : contra.getOrDefault(key, List.of())) {
        sum = owed.currency().equals(currency) ? sum.plus(owed) : sum;
      }
    }
    return sum;
  }

  private static Set<String> names(Party debtor) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.add(debtor.id());
    names.add(debtor.name());
    return names;
  }
}
