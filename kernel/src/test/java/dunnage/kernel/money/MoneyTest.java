package dunnage.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final Currency JPY = Currency.of("JPY");
  private static final Currency BHD = Currency.of("BHD");

  @Test
  void an_amount_keeps_the_digits_of_its_currency() {
    assertThat(of(EUR, "1234.5").decimal()).isEqualTo("1234.50");
    assertThat(of(EUR, "-0.05").decimal()).isEqualTo("-0.05");
    assertThat(of(JPY, "1200").decimal()).isEqualTo("1200");
    assertThat(of(BHD, "1.5").decimal()).isEqualTo("1.500");
    assertThat(of(EUR, "7")).hasToString("7.00 EUR");
  }

  @Test
  void an_amount_with_more_decimals_than_its_currency_is_refused_unless_the_rounding_is_named() {
    assertThatThrownBy(() -> of(EUR, "0.005")).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> of(JPY, "0.5")).isInstanceOf(ArithmeticException.class);
    assertThat(of(EUR, "0.5000")).isEqualTo(of(EUR, "0.50"));
    assertThat(Money.rounded(EUR, new BigDecimal("0.005"), RoundingMode.HALF_UP))
        .isEqualTo(of(EUR, "0.01"));
    assertThat(Money.rounded(EUR, new BigDecimal("0.005"), RoundingMode.HALF_EVEN).isZero())
        .isTrue();
    assertThat(Money.rounded(EUR, new BigDecimal("-0.005"), RoundingMode.HALF_UP))
        .isEqualTo(of(EUR, "-0.01"));
  }

  @Test
  void currencies_never_mix() {
    Money euro = of(EUR, "1");
    Money yen = of(JPY, "1");
    assertThatThrownBy(() -> euro.plus(yen)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> euro.minus(yen)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> euro.min(yen)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> euro.max(yen)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_sum_that_is_too_large_is_refused_and_never_wraps_around() {
    Money most = new Money(EUR, Long.MAX_VALUE);
    assertThatThrownBy(() -> most.plus(new Money(EUR, 1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Money(EUR, Long.MIN_VALUE).negated())
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(new BigDecimal("1.1"), RoundingMode.DOWN))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> of(EUR, "1e30")).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void a_split_by_percents_adds_up() {
    assertThat(of(EUR, "100.00").allocate(weights("30", "70")))
        .containsExactly(of(EUR, "30.00"), of(EUR, "70.00"));
    assertThat(of(EUR, "0.05").allocate(weights("1", "1", "1")))
        .containsExactly(of(EUR, "0.02"), of(EUR, "0.02"), of(EUR, "0.01"));
    assertThat(of(EUR, "-0.05").allocate(weights("1", "1")))
        .containsExactly(of(EUR, "-0.03"), of(EUR, "-0.02"));
    assertThat(of(EUR, "10.00").allocate(weights("0", "1")))
        .containsExactly(of(EUR, "0.00"), of(EUR, "10.00"));
    assertThatThrownBy(() -> of(EUR, "1").allocate(weights("0", "0")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(EUR, "1").allocate(weights("2", "-1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_split_loses_no_cent_and_is_fair_to_one_cent() {
    long seed = 20_260_301;
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      Money whole = new Money(EUR, random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L));
      List<BigDecimal> weights = new ArrayList<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        weights.add(BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(5)));
      }
      weights.add(BigDecimal.ONE);
      BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      List<Money> parts = whole.allocate(weights);
      String where = "seed " + seed + ", round " + round + ": " + whole + " by " + weights;
      assertThat(parts.stream().reduce(Money.zero(EUR), Money::plus)).as(where).isEqualTo(whole);
      for (int i = 0; i < parts.size(); i++) {
        BigDecimal exact = BigDecimal.valueOf(whole.minor()).multiply(weights.get(i));
        BigDecimal off =
            BigDecimal.valueOf(parts.get(i).minor()).multiply(total).subtract(exact).abs();
        assertThat(off).as(where).isLessThan(total);
      }
    }
  }

  @Test
  void sums_keep_their_currencies_apart_in_order_of_code() {
    Amounts sum =
        Amounts.of(List.of(of(JPY, "5"), of(EUR, "1.10"), of(JPY, "7"), of(EUR, "-1.10")));
    assertThat(sum.list()).containsExactly(of(EUR, "0.00"), of(JPY, "12"));
    assertThat(sum.nonZero()).containsExactly(of(JPY, "12"));
    assertThat(sum.in(BHD)).isEqualTo(Money.zero(BHD));
    assertThat(sum)
        .isEqualTo(new Amounts().add(of(JPY, "12")))
        .hasSameHashCodeAs(new Amounts().add(of(JPY, "12")));
    assertThat(sum.isZero()).isFalse();
    assertThat(new Amounts().addAll(sum).add(of(JPY, "-12")).isZero()).isTrue();
  }

  private static Money of(Currency currency, String amount) {
    return Money.of(currency, new BigDecimal(amount));
  }

  private static List<BigDecimal> weights(String... weights) {
    return java.util.Arrays.stream(weights).map(BigDecimal::new).toList();
  }
}
