package dunnage.kernel.money;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// A sum that keeps its currencies apart, in order of their codes. Mutable while it is being
/// summed.
public final class Amounts {

  private final TreeMap<Currency, Money> byCurrency = new TreeMap<>();

  public static Amounts of(Collection<Money> parts) {
    Amounts sum = new Amounts();
    parts.forEach(sum::add);
    return sum;
  }

  public Amounts add(Money money) {
    byCurrency.merge(money.currency(), money, Money::plus);
    return this;
  }

  public Amounts addAll(Amounts other) {
    other.byCurrency.values().forEach(this::add);
    return this;
  }

  /// What is there in one currency; zero if nothing.
  public Money in(Currency currency) {
    Money there = byCurrency.get(currency);
    return there == null ? Money.zero(currency) : there;
  }

  /// One amount per currency that was ever added, zeros included, in order of code.
  public List<Money> list() {
    return List.copyOf(byCurrency.values());
  }

  /// As [#list] without zero amounts.
  public List<Money> nonZero() {
    return byCurrency.values().stream().filter(m -> !m.isZero()).toList();
  }

  public boolean isZero() {
    return byCurrency.values().stream().allMatch(Money::isZero);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Amounts that && nonZero().equals(that.nonZero());
  }

  @Override
  public int hashCode() {
    return nonZero().hashCode();
  }

  @Override
  public String toString() {
    return nonZero().toString();
  }
}
