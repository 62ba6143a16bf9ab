package dunnage.kernel.law;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every row of `golden_cases.csv`, to the cent and to the day.
class GoldenCasesTest {

  private static final Law LAW = Law.shipped();

  static List<LawRow> interest() {
    return LawTable.shipped("golden_cases").stream()
        .filter(r -> !r.text("principal").isEmpty())
        .toList();
  }

  static List<LawRow> limitation() {
    return LawTable.shipped("golden_cases").stream()
        .filter(r -> r.text("principal").isEmpty())
        .toList();
  }

  @Test
  void all_sixteen_cases_are_here() {
    assertThat(interest()).hasSize(12);
    assertThat(limitation()).hasSize(4);
  }

  @ParameterizedTest
  @MethodSource("interest")
  void interest_is_right_to_the_cent(LawRow golden) {
    InterestStatement statement = statement(golden);
    Currency currency = Currency.of(golden.text("currency"));
    BigDecimal expected = new BigDecimal(golden.text("expected_interest"));
    assertThat(statement.status())
        .isIn(InterestStatement.Status.COMPUTED, InterestStatement.Status.ESTIMATE);
    assertThat(statement.interest())
        .as(golden.text("id"))
        .isEqualTo(Money.of(currency, expected.stripTrailingZeros()));
  }

  @ParameterizedTest
  @MethodSource("interest")
  void the_fixed_sum_is_that_of_the_case(LawRow golden) {
    String expected = golden.text("expected_fixed_compensation");
    Money sum = statement(golden).compensation().amount();
    switch (expected) {
      case "0" -> assertThat(sum.isZero()).isTrue();
      case "NOK amount set half-yearly" -> {
        assertThat(sum).hasToString("40.00 EUR");
        assertThat(statement(golden).compensation().note()).contains("fixed in NOK");
      }
      default -> {
        String[] parts = expected.split(" ");
        assertThat(sum).isEqualTo(Money.of(Currency.of(parts[1]), new BigDecimal(parts[0])));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("interest")
  void days_and_rates_are_those_of_the_case(LawRow golden) {
    List<String> seen = new ArrayList<>();
    for (InterestSegment s : statement(golden).segments()) {
      seen.add(s.from() + ".." + s.to() + " " + s.days() + "d @" + s.ratePercent());
    }
    String[] expected = golden.text("segments").split(" \\| ");
    assertThat(seen).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      String days = expected[i].replaceAll("%.*", "");
      if (days.contains("..")) {
        assertThat(rate(seen.get(i))).isEqualByComparingTo(rate(days));
        assertThat(seen.get(i).split("@")[0]).isEqualTo(days.split("@")[0]);
      } else {
        BigDecimal percent = new BigDecimal(days.replaceAll(".*[@ ]", ""));
        assertThat(rate(seen.get(i))).isEqualByComparingTo(percent);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("limitation")
  void the_last_day_is_that_of_the_case(LawRow golden) {
    LimitationRule rule =
        Objects.requireNonNull(LAW.limitationRules().find(golden.text("rule_id")));
    LocalDate due = LocalDate.parse(golden.text("due_date"));
    assertThat(LAW.limitation(rule, due, due, List.of()).expires())
        .isEqualTo(golden.text("expected_interest"));
  }

  private static InterestStatement statement(LawRow golden) {
    InterestRule rule = Objects.requireNonNull(LAW.interestRules().find(golden.text("rule_id")));
    Money principal =
        Money.of(Currency.of(golden.text("currency")), new BigDecimal(golden.text("principal")));
    return LAW.interest(
        rule,
        InterestClaim.plain(
            principal,
            LocalDate.parse(golden.text("due_date")),
            LocalDate.parse(golden.text("paid_date"))));
  }

  private static BigDecimal rate(String segment) {
    return new BigDecimal(segment.split("@")[1]);
  }
}
