package dunnage.app.risk;

import dunnage.app.risk.Numbers.Owed;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import dunnage.kernel.money.FxRates;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sums of several currencies in one, with the rates they were converted at. A currency without a
/// rate is left out and named: it is never added at face value.
final class InOneCurrency {

  private final Currency currency;
  private final FxRates rates;
  private final LocalDate day;
  private final Map<Currency, FxRate> used = new TreeMap<>();
  private @Nullable String missing;

  Money open;
  Money uninvoiced;
  Money unallocated;
  Money reserved;
  Money overdue;

  InOneCurrency(Currency currency, FxRates rates, LocalDate day) {
    this.currency = currency;
    this.rates = rates;
    this.day = day;
    Money nothing = Money.zero(currency);
    open = nothing;
    uninvoiced = nothing;
    unallocated = nothing;
    reserved = nothing;
    overdue = nothing;
  }

  void add(Owed owed) {
    if (owed.nothing()) {
      return;
    }
    open = open.plus(converted(new Money(owed.currency(), owed.open())));
    uninvoiced = uninvoiced.plus(converted(new Money(owed.currency(), owed.uninvoiced())));
    unallocated = unallocated.plus(converted(new Money(owed.currency(), owed.unallocated())));
    reserved = reserved.plus(converted(new Money(owed.currency(), owed.reserved())));
    overdue = overdue.plus(converted(new Money(owed.currency(), owed.overdue())));
  }

  /// What is owed or will be, less what was paid in advance.
  Money exposure() {
    return open.plus(uninvoiced).plus(reserved).minus(unallocated);
  }

  /// Half up to the smallest unit; nothing where there is no rate, which [#missing] then names.
  Money converted(Money money) {
    if (money.currency().equals(currency)) {
      return money;
    }
    FxRate rate = used.get(money.currency());
    if (rate == null) {
      rate = rates.find(money.currency(), currency, day);
      if (rate == null) {
        missing = money.currency().code() + " in " + currency.code();
        return Money.zero(currency);
      }
      used.put(money.currency(), rate);
    }
    return rate.convert(money);
  }

  /// The rates behind the sums.
  java.util.List<FxRate> used() {
    return java.util.List.copyOf(used.values());
  }

  @Nullable String missing() {
    return missing;
  }
}
