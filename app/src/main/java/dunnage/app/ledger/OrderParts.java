package dunnage.app.ledger;

import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The parts in which an order is to be paid: so much before production, so much on shipment.
final class OrderParts {

  /// As asked for: with either a percent of the order or an amount.
  ///
  /// @param percent like `30` or `33.3333`
  /// @param issued the day from which it is owed; that of the order when left out
  record Wanted(
      @Nullable String part,
      @Nullable String percent,
      @Nullable Money amount,
      @Nullable LocalDate issued,
      @Nullable LocalDate due) {}

  /// What becomes a receivable.
  record Part(String name, LocalDate issued, LocalDate due, Money amount) {}

  private static final int MOST = 100;
  private static final String PERCENT = "[0-9]{1,3}(\\.[0-9]{1,6})?";
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private final Input input;
  private final Money order;
  private final LocalDate on;

  private OrderParts(Input input, Money order, LocalDate on) {
    this.input = input;
    this.order = order;
    this.on = on;
  }

  /// Parts that add up to the order or less. What is wrong is said to the input.
  ///
  /// Parts in percent together are their sum of percents of the order, rounded half up to the
  /// smallest unit, and split so that they add up to just that: largest remainder first.
  static List<Part> of(
      @Nullable List<@Nullable Wanted> wanted, Money order, LocalDate on, Input input) {
    if (wanted == null || wanted.isEmpty()) {
      return List.of();
    }
    if (wanted.size() > MOST) {
      input.wrong("/parts", "has " + wanted.size(), "Give at most " + MOST + ".");
      return List.of();
    }
    return new OrderParts(input, order, on)
        .read(
            wanted.stream()
                .map(w -> w == null ? new Wanted(null, null, null, null, null) : w)
                .toList());
  }

  private List<Part> read(List<Wanted> wanted) {
    List<BigDecimal> percents = new ArrayList<>();
    List<@Nullable Money> fixed = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      String at = "/parts/" + i;
      Wanted one = wanted.get(i);
      Money amount = one.amount() == null ? null : amount(at, one.amount());
      if ((one.amount() == null) == (one.percent() == null)) {
        input.wrong(at, "has not one of percent and amount", "Give one of the two.");
      }
      fixed.add(amount);
      percents.add(one.percent() == null ? BigDecimal.ZERO : percent(at, one.percent()));
    }
    List<Money> amounts = amounts(percents, fixed);
    List<Part> parts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      parts.add(part("/parts/" + i, wanted.get(i), amounts.get(i), names));
    }
    return parts;
  }

  private Part part(String at, Wanted wanted, Money amount, Set<String> names) {
    String name = input.required(at + "/part", wanted.part(), Input.NUMBER);
    if (!name.isEmpty() && !names.add(name)) {
      input.wrong(at + "/part", "is " + name + " once more", "Name each part otherwise.");
    }
    LocalDate issued = input.day(at + "/issued", wanted.issued(), on);
    LocalDate due = input.day(at + "/due", wanted.due());
    if (wanted.due() != null && due.isBefore(issued)) {
      input.wrong(at + "/due", "is before " + issued + ", when it is issued", "Give a later day.");
    }
    if (wanted.percent() != null && amount.isZero()) {
      input.wrong(at + "/percent", "comes to " + amount, "Leave the part out.");
    }
    return new Part(name, issued, due, amount);
  }

  private @Nullable Money amount(String at, Money given) {
    if (!given.currency().equals(order.currency())) {
      input.wrong(
          at + "/amount/currency", "is not " + order.currency(), "Give it in that of the order.");
      return null;
    }
    return input.amount(at + "/amount", given);
  }

  private BigDecimal percent(String at, String given) {
    BigDecimal percent =
        given.strip().matches(PERCENT) ? new BigDecimal(given.strip()) : BigDecimal.ZERO;
    if (percent.signum() <= 0 || percent.compareTo(WHOLE) > 0) {
      input.wrong(
          at + "/percent",
          "is no percentage of the order",
          "Give more than 0 and at most 100, like \"30\" or \"33.3333\".");
      return BigDecimal.ZERO;
    }
    return percent;
  }

  private List<Money> amounts(List<BigDecimal> percents, List<@Nullable Money> fixed) {
    Money zero = Money.zero(order.currency());
    BigDecimal percent = percents.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    Money sum = order.times(percent.movePointLeft(2), RoundingMode.HALF_UP);
    List<Money> shares =
        percent.signum() == 0 ? percents.stream().map(p -> zero).toList() : sum.allocate(percents);
    List<Money> amounts = new ArrayList<>();
    Money all = zero;
    for (int i = 0; i < percents.size(); i++) {
      Money amount = Objects.requireNonNullElse(fixed.get(i), shares.get(i));
      amounts.add(amount);
      all = all.plus(amount);
    }
    if (all.minus(order).signum() > 0) {
      input.wrong(
          "/parts",
          "add up to %s, more than the order of %s".formatted(all, order),
          "Lower one of them.");
    }
    return amounts;
  }
}
