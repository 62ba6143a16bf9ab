package dunnage.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FxRatesTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final Currency USD = Currency.of("USD");
  private static final Currency JPY = Currency.of("JPY");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private final FxRates rates = new FxRates();

  @Test
  void a_published_rate_is_taken_as_it_is() {
    publish(USD, "1.25", MONDAY);
    FxRate found = rates.find(EUR, USD, MONDAY);
    assertThat(found.rate()).isEqualTo("1.25");
    assertThat(found.convert(money(EUR, "10.00"))).isEqualTo(money(USD, "12.50"));
  }

  @Test
  void the_other_way_round_is_the_inverse_with_its_day() {
    publish(USD, "1.25", MONDAY);
    FxRate found = rates.find(USD, EUR, MONDAY.plusDays(1));
    assertThat(found.rate()).isEqualByComparingTo("0.8");
    assertThat(found.date()).isEqualTo(MONDAY);
  }

  @Test
  void a_pair_is_taken_through_the_currency_both_are_published_against() {
    publish(USD, "1.25", MONDAY);
    publish(JPY, "160", MONDAY.minusDays(1));
    FxRate found = rates.find(USD, JPY, MONDAY);
    assertThat(found.rate()).isEqualByComparingTo("128");
    assertThat(found.date()).as("the older of the two").isEqualTo(MONDAY.minusDays(1));
    assertThat(found.source()).contains("EUR");
    assertThat(found.convert(money(USD, "1.01")))
        .as("129.28 rounds to whole yen")
        .isEqualTo(money(JPY, "129"));
  }

  @Test
  void a_rate_is_good_for_seven_days_and_never_before_its_day() {
    publish(USD, "1.25", MONDAY);
    assertThat(rates.find(EUR, USD, MONDAY.plusDays(7))).isNotNull();
    assertThat(rates.find(EUR, USD, MONDAY.plusDays(8))).isNull();
    assertThat(rates.find(USD, EUR, MONDAY.plusDays(8))).isNull();
    assertThat(rates.find(EUR, USD, MONDAY.minusDays(1))).isNull();
  }

  @Test
  void the_last_rate_before_the_day_counts() {
    publish(USD, "1.20", MONDAY.minusDays(3));
    publish(USD, "1.25", MONDAY);
    publish(USD, "1.30", MONDAY.plusDays(1));
    assertThat(rates.find(EUR, USD, MONDAY).rate()).isEqualTo("1.25");
    assertThat(rates.find(EUR, USD, MONDAY.minusDays(1)).rate()).isEqualTo("1.20");
  }

  @Test
  void what_was_never_published_has_no_rate_and_the_same_currency_always_has_one() {
    publish(USD, "1.25", MONDAY);
    assertThat(rates.find(EUR, JPY, MONDAY)).isNull();
    assertThat(rates.find(JPY, JPY, MONDAY).rate()).isEqualTo("1");
  }

  @Test
  void a_rate_of_zero_and_a_conversion_of_another_currency_are_refused() {
    assertThatThrownBy(() -> publish(USD, "0", MONDAY))
        .isInstanceOf(IllegalArgumentException.class);
    FxRate rate = new FxRate(EUR, USD, BigDecimal.ONE, MONDAY, "test");
    assertThatThrownBy(() -> rate.convert(money(JPY, "1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void publish(Currency to, String rate, LocalDate day) {
    rates.add(new FxRate(EUR, to, new BigDecimal(rate), day, "ECB"));
  }

  private static Money money(Currency currency, String amount) {
    return Money.of(currency, new BigDecimal(amount));
  }
}
