package dunnage.app.risk;

import dunnage.app.risk.ScoreView.Who;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A debtor's score as a page shows it.
///
/// @param grade null while there is too little to say
/// @param bad whether the grade needs a person
/// @param step code of the next step; null where there is no score yet
record Judged(
    String id,
    String name,
    String country,
    @Nullable String grade,
    boolean bad,
    @Nullable Integer points,
    List<Money> open,
    List<Money> overdue,
    int days,
    String trend,
    @Nullable String step,
    String why,
    @Nullable Money limit,
    List<Because> reasons,
    @Nullable LocalDate asOf) {

  record Because(String code, int points, String text) {

    /// Where the rows behind it are, on the page of the debtor or from there.
    ///
    /// @param debtor `deb_…`
    public @Nullable String place(String debtor) {
      return switch (code) {
        case "overdue", "overdue_growing" -> "/receivables?overdue=true&debtor=" + debtor;
        case "payment_index",
            "ever_over_90",
            "volatility",
            "lateness_rising",
            "orders_falling",
            "new_while_unpaid" ->
            "/receivables?state=all&debtor=" + debtor;
        case "not_enough_data" -> null;
        default -> "#h-time";
      };
    }
  }

  static Judged none(String id, String name, String country) {
    return new Judged(
        id, name, country, null, false, null, List.of(), List.of(), 0, "unknown", null, "", null,
        List.of(), null);
  }

  static Judged of(ScoreView view, String country) {
    Map<String, @Nullable Object> f = view.figures();
    Who who = view.debtor();
    String grade = text(f.get("grade"));
    return new Judged(
        who.id(),
        who.name(),
        country,
        grade.isEmpty() ? null : grade,
        grade.equals("D") || grade.equals("E"),
        f.get("score") instanceof Number points ? points.intValue() : null,
        moneys(f.get("open_amount")),
        moneys(f.get("overdue_amount")),
        f.get("oldest_days_late") instanceof Number days ? days.intValue() : 0,
        text(f.get("trend")),
        text(f.get("next_step_code")),
        text(f.get("next_step_why")),
        money(f.get("limit")).orElse(null),
        reasons(f.get("reasons")),
        view.asOf());
  }

  /// The same with its sentences in other words.
  Judged said(UnaryOperator<String> say) {
    return new Judged(
        id,
        name,
        country,
        grade,
        bad,
        points,
        open,
        overdue,
        days,
        trend,
        step,
        say.apply(why),
        limit,
        reasons.stream()
            .map(one -> new Because(one.code(), one.points(), say.apply(one.text())))
            .toList(),
        asOf);
  }

  private static List<Because> reasons(@Nullable Object list) {
    return list instanceof List<?> all
        ? all.stream()
            .map(one -> (Map<?, ?>) one)
            .map(
                one ->
                    new Because(
                        text(one.get("code")),
                        one.get("points") instanceof Number n ? n.intValue() : 0,
                        text(one.get("text"))))
            .toList()
        : List.of();
  }

  /// What is worth most to act on: what is overdue, else what is open.
  public List<Money> worth() {
    return overdue.isEmpty() ? open : overdue;
  }

  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static List<Money> moneys(@Nullable Object list) {
    return list instanceof List<?> all
        ? all.stream().flatMap(one -> money(one).stream()).toList()
        : List.of();
  }

  static Optional<Money> money(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Currency currency = Currency.find(text(map.get("currency")));
      String amount = text(map.get("amount"));
      if (currency != null && !amount.isEmpty()) {
        return Optional.of(Money.of(currency, new BigDecimal(amount)));
      }
    }
    return Optional.empty();
  }
}
