package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dunnage.kernel.money.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3089.00 EUR|3089.00 EUR",
        "3089 eur|3089.00 EUR",
        "EUR3089.5|3089.50 EUR",
        "1,000.00 EUR|1000.00 EUR",
        "1.000,00 EUR|1000.00 EUR",
        "1,234,567 EUR|1234567.00 EUR",
        "1 234,50 EUR|1234.50 EUR",
        "1'234.50 CHF|1234.50 CHF",
        "12,5 EUR|12.50 EUR",
        ".50 EUR|0.50 EUR",
        "1.000 KWD|1.000 KWD",
        "1000000 JPY|1000000 JPY",
        "999999999999999.99 EUR|999999999999999.99 EUR",
        "3089.000 EUR|3089.00 EUR"
      })
  void an_amount_is_read_exactly(String written, String read) {
    assertThat(AmountText.positive("--amount", written, null, "1.00 EUR")).hasToString(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,000 EUR|two ways",
        "1.000 EUR|two ways",
        "1,00,000 EUR|two ways",
        "10.0050 EUR|decimals",
        "1.5 JPY|decimals",
        "-5 EUR|more than zero",
        "0.00 EUR|more than zero",
        "5|no currency",
        "5 XYZ|no ISO 4217",
        "5 XXX|no ISO 4217",
        "5 XAU|no ISO 4217",
        "EUR 5 USD|two currencies",
        "five EUR|no amount",
        "1e9 EUR|no amount",
        "1000000000000000 EUR|too large",
        "'' |no amount"
      })
  void what_is_no_clear_amount_is_refused_with_a_reason(String written, String reason) {
    assertThatThrownBy(() -> AmountText.positive("--amount", written, null, "1.00 EUR"))
        .isInstanceOf(Stop.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("--amount \"1.00 EUR\"");
  }

  @Test
  void a_payment_takes_the_currency_of_the_claim() {
    Currency yen = Currency.of("JPY");
    assertThat(AmountText.positive("--paid", "500", yen, "500")).hasToString("500 JPY");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 5000, 100_000})
  void long_input_is_refused_quickly(int length) {
    assertThatThrownBy(() -> AmountText.positive("--amount", "9,".repeat(length), null, "1 EUR"))
        .isInstanceOf(Stop.class);
  }
}
