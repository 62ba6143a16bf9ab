package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountReadingTest {

  private static Sample read(String... amounts) {
    return Sample.of(rows(amounts));
  }

  private static String rows(String... amounts) {
    StringBuilder text = new StringBuilder("number\tcustomer\tdue\tamount\n");
    for (int i = 0; i < amounts.length; i++) {
      text.append('A').append(i).append("\tAcme\t2013-01-02\t").append(amounts[i]).append('\n');
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1234;1234.00",
        "1234.5;1234.50",
        "1,234.56;1234.56",
        "1.234,56;1234.56",
        "1 234,56;1234.56",
        "1\u00a0234,56;1234.56",
        "1\u202f234,56;1234.56",
        "'1''234.56';1234.56",
        "1’234.56;1234.56",
        "1,234,567;1234567.00",
        "1.234.567;1234567.00",
        "12,34,567.89;1234567.89",
        "0,5;0.50",
        "0.125 BHD;0.125",
        ".50;0.50",
        "007.10;7.10",
        "+12.30;12.30",
        "EUR 12.30;12.30",
        "12,30 €;12.30",
        "€12.30;12.30",
        "12.30EUR;12.30",
        "US$ 1,234.50;1234.50",
        "1 234,50 руб.;1234.50",
        "₽12,30;12.30",
        "100.000000;100.00",
        "2500 DR;2500.00"
      })
  void one_amount_in_many_writings(String written, String decimal) {
    assertThat(read(written).receivable().amount().decimal()).as(written).isEqualTo(decimal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(123.45)",
        "-123.45",
        "123.45-",
        "−123.45",
        "-$123.45",
        "$-123.45",
        "($123.45)",
        "123.45 CR",
        "123,45-",
        "EUR -123.45",
        "(EUR 123.45)"
      })
  void negatives_in_many_writings_are_credits(String written) {
    Sample sample = Sample.of(rows(written), Sample.currency("EUR"));
    assertThat(sample.all(dunnage.kernel.ledger.Fact.CreditHeld.class))
        .as(written + sample.report())
        .hasSize(1);
    assertThat(
            sample.all(dunnage.kernel.ledger.Fact.CreditHeld.class).getFirst().amount().decimal())
        .isEqualTo("123.45");
    assertThat(sample.report().accepted().in(Currency.of("EUR")).decimal()).isEqualTo("-123.45");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "Inf",
        "-Infinity",
        "1e400",
        "1E5",
        "1e-2",
        "１２３",
        "12３",
        "٣٤",
        "12.3.4",
        "12,34.5,6",
        "1,23.45",
        "--5",
        "(5",
        "5 apples",
        "n/a",
        "#N/A",
        "=1+1",
        "0x1F",
        "1_000",
        "(-5)",
        "5 EUR USD",
        "12 34"
      })
  void what_is_no_amount_is_left_out(String written) {
    Sample sample = read("1.50", "2.50", written);
    assertThat(sample.report().records()).as(written + sample.report()).isEqualTo(2);
    assertThat(sample.findings(FindingCode.AMOUNT_BAD)).as(written).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567890123456",
        "1234567890123456.00",
        "1,234,567,890,123,456.00",
        "9999999999999999999999999999999999999999",
        "99999999999999999999999999999999999999999999999999999999999999999999999999999999"
      })
  void more_digits_than_any_invoice_has_are_left_out(String written) {
    assertThat(read("1.50", written).codes()).as(written).contains(FindingCode.AMOUNT_TOO_LARGE);
  }

  @Test
  void fifteen_digits_are_exact() {
    assertThat(read("999999999999999.99").receivable().amount().decimal())
        .isEqualTo("999999999999999.99");
  }

  @Test
  void amounts_whose_sum_cannot_be_counted_are_left_out_rather_than_wrapped_around() {
    String[] many = new String[200];
    java.util.Arrays.fill(many, "999999999999999.99");
    Sample sample = read(many);
    assertThat(sample.report().records()).isEqualTo(92);
    assertThat(sample.report().rejected()).isEqualTo(108);
    assertThat(sample.report().accepted().in(Currency.NONE).decimal())
        .isEqualTo("91999999999999999.08");
  }

  @ParameterizedTest
  @CsvSource({"EUR,10.005", "JPY,10.5", "JPY,10.50", "KWD,1.2345", "USD,0.001"})
  void more_decimals_than_the_currency_has_are_left_out(String currency, String amount) {
    Sample sample = Sample.of(rows(amount, "12345.0"), Sample.currency(currency));
    assertThat(sample.finding(FindingCode.AMOUNT_PRECISION).seen()).isEqualTo(amount);
    assertThat(sample.report().rejected()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"JPY,10.00,10", "JPY,10,10", "KWD,1.2340,1.234", "EUR,1.500000,1.50"})
  void zeros_behind_are_no_decimals(String currency, String amount, String decimal) {
    assertThat(
            Sample.of(rows(amount, "12345.0"), Sample.currency(currency))
                .receivables()
                .getFirst()
                .amount()
                .decimal())
        .isEqualTo(decimal);
  }

  @Test
  void the_decimal_sign_is_that_of_the_whole_file() {
    Sample comma = read("1.234", "12,50");
    assertThat(comma.report().recognised().get("decimal")).isEqualTo(",");
    assertThat(comma.receivables().getFirst().amount().decimal()).isEqualTo("1234.00");
    Sample point = read("1,234", "12.50");
    assertThat(point.report().recognised().get("decimal")).isEqualTo(".");
    assertThat(point.receivables().getFirst().amount().decimal()).isEqualTo("1234.00");
  }

  @Test
  void a_decimal_sign_that_cannot_be_told_is_asked_for() {
    for (String undecidable : new String[] {"1,234", "1.234"}) {
      Sample sample = read(undecidable, "567");
      assertThat(sample.report().asked()).isTrue();
      assertThat(sample.facts()).isEmpty();
      Finding finding = sample.finding(FindingCode.DECIMAL_UNDECIDABLE);
      assertThat(finding.seen()).isEqualTo(undecidable);
      assertThat(finding.remedy()).contains("--decimal");
    }
  }

  @Test
  void the_answer_is_taken() {
    assertThat(Sample.of(rows("1,234"), Sample.decimal('.')).receivable().amount().decimal())
        .isEqualTo("1234.00");
    assertThat(Sample.of(rows("1,230"), Sample.decimal(',')).receivable().amount().decimal())
        .isEqualTo("1.23");
    assertThat(Sample.of(rows("1,234"), Sample.decimal(',')).codes())
        .contains(FindingCode.AMOUNT_PRECISION);
  }

  @Test
  void an_amount_that_contradicts_the_sign_of_the_file_is_left_out() {
    Sample sample = read("1.50", "2.50", "3.50", "4,5");
    assertThat(sample.report().records()).isEqualTo(3);
    assertThat(sample.finding(FindingCode.AMOUNT_BAD).line()).isEqualTo(5);
  }

  @Test
  void zero_counts_and_owes_nothing() {
    for (String zero : new String[] {"0", "0.00", "-0.00", "0,00"}) {
      Sample sample = read(zero);
      assertThat(sample.report().records()).isEqualTo(1);
      assertThat(sample.facts()).isEmpty();
      assertThat(sample.codes()).contains(FindingCode.AMOUNT_ZERO);
    }
  }

  @Test
  void thousands_in_the_header_are_multiplied_out() {
    assertThat(Sample.of("发票号,客户,到期日,金额(万元)\n1,甲公司,2026-01-31,12.3456\n").receivable().amount())
        .hasToString("123456.00 CNY");
    assertThat(
            Sample.of("Номер;Контрагент;Срок оплаты;Сумма (тыс. руб.)\n1;Ромашка;31.01.2026;12,5\n")
                .receivable()
                .amount())
        .hasToString("12500.00 RUB");
  }

  @Test
  void any_amount_is_read_back_from_any_usual_writing() {
    long seed = 20260131;
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      long cents = random.nextLong(1, 1L << 1 + random.nextInt(45));
      char decimal = random.nextBoolean() ? '.' : ',';
      String group =
          new String[] {"", decimal == '.' ? "," : ".", " ", "'", "\u00a0"}[random.nextInt(5)];
      String written = grouped(cents / 100, group) + decimal + "%02d".formatted(cents % 100);
      AmountReader reader = new AmountReader(decimal);
      Row row = new Row().startAt(1);
      row.add(written);
      assertThat(reader.read(row, 0, 2, 1)).as("seed %d: %s", seed, written).isTrue();
      assertThat(reader.minor()).as("seed %d: %s", seed, written).isEqualTo(cents);
    }
  }

  private static String grouped(long whole, String group) {
    StringBuilder text = new StringBuilder(Long.toString(whole));
    for (int i = text.length() - 3; i > 0; i -= 3) {
      text.insert(i, group);
    }
    return text.toString();
  }
}
