package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountReaderTest {

  private static String read(char decimal, int digits, String cell) {
    AmountReader amounts = new AmountReader(decimal);
    Row row = new Row().startAt(1);
    row.add(cell);
    return amounts.read(row, 0, digits, 1)
        ? String.valueOf(amounts.minor())
        : String.valueOf(amounts.problem());
  }

  @Test
  void amounts_are_read_as_people_and_programs_write_them() {
    assertThat(read('.', 2, "1,234.56")).isEqualTo("123456");
    assertThat(read(',', 2, "1.234,56")).isEqualTo("123456");
    assertThat(read(',', 2, "1 234,56")).isEqualTo("123456");
    assertThat(read(',', 2, "1\u00a0234,56")).isEqualTo("123456");
    assertThat(read(',', 2, "1\u202f234,56")).isEqualTo("123456");
    assertThat(read('.', 2, "1'234.5")).isEqualTo("123450");
    assertThat(read('.', 2, "€ 12.50")).isEqualTo("1250");
    assertThat(read('.', 2, "12.50 EUR")).isEqualTo("1250");
    assertThat(read('.', 2, "USD 12.50")).isEqualTo("1250");
    assertThat(read('.', 2, ".5")).isEqualTo("50");
    assertThat(read('.', 2, "12.5000")).isEqualTo("1250");
  }

  @Test
  void a_minus_stands_before_behind_or_as_brackets_but_once() {
    assertThat(read('.', 2, "(123.45)")).isEqualTo("-12345");
    assertThat(read('.', 2, "(123.45 €)")).isEqualTo("-12345");
    assertThat(read('.', 2, "123.45-")).isEqualTo("-12345");
    assertThat(read('.', 2, "-123.45")).isEqualTo("-12345");
    assertThat(read('.', 2, "−123.45")).isEqualTo("-12345");
    assertThat(read('.', 2, "-123.45-")).isEqualTo("AMOUNT_BAD");
    assertThat(read('.', 2, "-(123.45)")).isEqualTo("AMOUNT_BAD");
  }

  @Test
  void what_is_no_amount_is_refused() {
    for (String cell :
        new String[] {
          "NaN",
          "Infinity",
          "1e400",
          "1E5",
          "abc",
          "1,23,4",
          "1,2345.00",
          "1.",
          "12.3.4",
          "0x10",
          "١٢٣",
          "１２３",
          "()",
          "-",
          "€",
          "1,,234",
          ",123.00"
        }) {
      assertThat(read('.', 2, cell)).as(cell).isEqualTo("AMOUNT_BAD");
    }
  }

  @Test
  void forty_digits_are_more_than_any_invoice_and_fifteen_still_fit_every_currency() {
    assertThat(read('.', 2, "1".repeat(40))).isEqualTo("AMOUNT_TOO_LARGE");
    assertThat(read('.', 2, "999999999999999.99")).isEqualTo("99999999999999999");
    assertThat(read('.', 4, "999999999999999.9999")).isEqualTo("AMOUNT_TOO_LARGE");
    assertThat(read('.', 4, "99999999999999.9999")).isEqualTo("999999999999999999");
  }

  @Test
  void decimals_are_those_of_the_currency_and_nothing_is_rounded() {
    assertThat(read('.', 0, "1200.50")).isEqualTo("AMOUNT_PRECISION");
    assertThat(read('.', 0, "1200.00")).isEqualTo("1200");
    assertThat(read('.', 3, "1.234")).isEqualTo("1234");
    assertThat(read('.', 2, "1.23456")).isEqualTo("AMOUNT_PRECISION");
  }
}
