package dunnage.kernel.law;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fixed sum for recovery costs that a rule gives once per claim, by tiers of the debt where
/// the law has tiers.
final class FixedSum {

  /// @param limit null for the last tier
  private record Tier(@Nullable BigDecimal limit, boolean including, Money sum) {

    boolean holds(BigDecimal debt) {
      int against = limit == null ? -1 : debt.compareTo(limit);
      return against < 0 || (including && against == 0);
    }
  }

  private final List<Tier> tiers;
  private final @Nullable Currency debtIn;

  private FixedSum(List<Tier> tiers, @Nullable Currency debtIn) {
    this.tiers = tiers;
    this.debtIn = debtIn;
  }

  /// @param tiers like `<1000:40|<=10000:70|*:100`, the first that holds counts
  /// @param currency of the sums
  /// @param debtIn currency of the limits; empty where there is one tier
  static @Nullable FixedSum read(String tiers, String currency, String debtIn) {
    if (tiers.isEmpty()) {
      return null;
    }
    Currency in = Currency.of(currency);
    List<Tier> read = new ArrayList<>();
    for (String tier : tiers.split("\\|")) {
      int colon = tier.indexOf(':');
      String test = tier.substring(0, colon);
      Money sum = Money.of(in, new BigDecimal(tier.substring(colon + 1)));
      String limit = test.replaceAll("[<=*]", "");
      read.add(
          new Tier(limit.isEmpty() ? null : new BigDecimal(limit), test.startsWith("<="), sum));
    }
    return new FixedSum(List.copyOf(read), debtIn.isEmpty() ? null : Currency.of(debtIn));
  }

  /// @param debt what was owed when interest began
  /// @param comment what the table says about the sum
  FixedCompensation on(Money debt, String comment) {
    String note = comment;
    if (debtIn != null && !debtIn.equals(debt.currency())) {
      Money least = tiers.getFirst().sum();
      note =
          "the tier goes by the debt in "
              + debtIn.code()
              + ", and no exchange rate is guessed"
              + (comment.isEmpty() ? "" : "; " + comment);
      return new FixedCompensation(least, true, note);
    }
    for (Tier tier : tiers) {
      if (tier.holds(debt.toBigDecimal())) {
        return new FixedCompensation(tier.sum(), false, note);
      }
    }
    throw new IllegalStateException("no last tier");
  }
}
