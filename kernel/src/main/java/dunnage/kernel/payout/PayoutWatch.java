package dunnage.kernel.payout;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The door: how marketplaces pay, as known at the end of a day. The method, its thresholds and
/// what was measured: docs/methodology/payouts.md.
public final class PayoutWatch {

  private record Account(String marketplace, String seller, Currency currency) {}

  private PayoutWatch() {}

  /// Settlements whose period has not ended by the day, and payments after it, do not exist yet.
  public static PayoutReport of(
      List<MarketplaceSettlement> settlements, PayoutTerms terms, LocalDate asOf) {
    List<Finding> findings = new ArrayList<>();
    Map<Account, List<MarketplaceSettlement>> accounts = new LinkedHashMap<>();
    for (MarketplaceSettlement settlement : once(settlements, findings)) {
      LocalDate known = settlement.to() == null ? settlement.from() : settlement.to();
      if (known == null || !known.isAfter(asOf)) {
        accounts
            .computeIfAbsent(
                new Account(settlement.marketplace(), settlement.seller(), settlement.currency()),
                a -> new ArrayList<>())
            .add(settlement);
      }
    }
    List<PayoutAccount> watched = new ArrayList<>();
    accounts
        .values()
        .forEach(list -> watched.add(new AccountWatch(list, terms, asOf).look(findings)));
    watched.sort(
        Comparator.comparing((PayoutAccount a) -> !a.isAlarm())
            .thenComparing(PayoutAccount::marketplace)
            .thenComparing(PayoutAccount::seller)
            .thenComparing(PayoutAccount::currency));
    Map<Currency, TrappedMoney> trapped = new TreeMap<>();
    watched.forEach(a -> trapped.merge(a.currency(), a.trapped(), TrappedMoney::plus));
    return new PayoutReport(asOf, watched, List.copyOf(trapped.values()), findings);
  }

  /// Each settlement once: of several versions the one that knows more.
  private static List<MarketplaceSettlement> once(
      List<MarketplaceSettlement> settlements, List<Finding> findings) {
    Map<String, MarketplaceSettlement> kept = new LinkedHashMap<>();
    Map<String, Integer> again = new HashMap<>();
    for (MarketplaceSettlement settlement : settlements) {
      String key = key(settlement);
      MarketplaceSettlement before = kept.get(key);
      if (before == null) {
        kept.put(key, settlement);
        continue;
      }
      again.merge(key, 1, Integer::sum);
      kept.put(key, KNOWS_MORE.compare(settlement, before) > 0 ? settlement : before);
      findings.add(
          Finding.at(
              FindingCode.SETTLEMENT_READ_TWICE,
              settlement.origin().file(),
              settlement.origin().line(),
              "",
              name(settlement) + ", also in " + before.origin().file(),
              "each settlement once"));
    }
    return List.copyOf(kept.values());
  }

  private static final Comparator<MarketplaceSettlement> KNOWS_MORE =
      Comparator.comparing((MarketplaceSettlement s) -> s.total() != null)
          .thenComparing(s -> s.payouts().size())
          .thenComparing(MarketplaceSettlement::rows);

  private static String key(MarketplaceSettlement settlement) {
    String what =
        settlement.id().isEmpty()
            ? settlement.from() + " " + settlement.to() + " " + settlement.sumOfRows()
            : settlement.id();
    return String.join(
        "\u001f",
        settlement.marketplace(),
        settlement.seller(),
        settlement.currency().code(),
        what);
  }

  static String name(MarketplaceSettlement settlement) {
    return settlement.marketplace()
        + " "
        + (settlement.id().isEmpty()
            ? settlement.from() + " to " + settlement.to()
            : settlement.id());
  }

  static Money share(Money money, long numerator, long denominator) {
    return money.times(
        java.math.BigDecimal.valueOf(numerator)
            .divide(java.math.BigDecimal.valueOf(denominator), java.math.MathContext.DECIMAL64),
        java.math.RoundingMode.HALF_EVEN);
  }
}
