package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.FindingCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyReadingTest {

  private static Sample read(String currency) {
    return Sample.of(rows(currency));
  }

  private static String rows(String... currencies) {
    StringBuilder text = new StringBuilder("number,customer,due,amount,currency\n");
    for (int i = 0; i < currencies.length; i++) {
      text.append('A').append(i).append(",Acme,2013-01-02,10,").append(currencies[i]).append('\n');
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "EUR,EUR",
    "eur,EUR",
    "RMB,CNY",
    "CNH,CNY",
    "人民币,CNY",
    "元,CNY",
    "€,EUR",
    "£,GBP",
    "₽,RUB",
    "руб,RUB",
    "руб.,RUB",
    "US$,USD",
    "RUR,RUB",
    "HK$,HKD",
    "美元,USD",
    "日元,JPY",
    "Euro,EUR"
  })
  void a_currency_in_many_writings(String written, String code) {
    assertThat(read(written).receivable().amount().currency().code()).as(written).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$", "¥", "kr", "XXX", "QQQ", "XAU", "EURO2", "12"})
  void a_currency_in_which_no_one_can_owe_is_left_out(String written) {
    Sample sample = read(written);
    assertThat(sample.report().records()).isZero();
    assertThat(sample.report().rejected()).isEqualTo(1);
    assertThat(sample.finding(FindingCode.CURRENCY_UNKNOWN).seen()).isEqualTo(written);
  }

  @Test
  void a_file_without_a_currency_says_so_once() {
    Sample sample =
        Sample.of("number,customer,due,amount\nA1,Acme,2013-01-02,10\nA2,Acme,2013-01-02,10\n");
    assertThat(sample.findings(FindingCode.NO_CURRENCY)).hasSize(1);
    assertThat(sample.receivables())
        .extracting(r -> r.amount().currency().code())
        .containsOnly("XXX");
  }

  @Test
  void a_blank_currency_is_told_of_by_row() {
    Sample sample = Sample.of(rows("EUR", "", "EUR", ""));
    assertThat(sample.findings(FindingCode.NO_CURRENCY))
        .extracting(f -> f.line())
        .containsExactly(3, 5);
    assertThat(sample.report().records()).isEqualTo(4);
  }

  @Test
  void the_user_may_say_the_currency_of_rows_that_name_none() {
    Sample sample = Sample.of(rows("EUR", ""), Sample.currency("USD"));
    assertThat(sample.receivables())
        .extracting(r -> r.amount().currency().code())
        .containsExactly("EUR", "USD");
    assertThat(sample.codes()).doesNotContain(FindingCode.NO_CURRENCY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Amount (USD)", "Amount USD", "USD amount", "InvoiceAmount USD", "Amount [US$]"})
  void the_header_of_the_amount_may_name_it(String header) {
    Sample sample = Sample.of("number,customer,due," + header + "\nA1,Acme,2013-01-02,10\n");
    assertThat(sample.receivable().amount()).hasToString("10.00 USD");
  }

  @Test
  void a_sign_beside_the_amount_names_it_too() {
    Sample sample =
        Sample.of(
            "number,customer,due,amount\nA1,Acme,2013-01-02,€10\nA2,Acme,2013-01-02,20 CHF\n");
    assertThat(sample.receivables())
        .extracting(r -> r.amount().toString())
        .containsExactly("10.00 EUR", "20.00 CHF");
    assertThat(sample.codes()).doesNotContain(FindingCode.NO_CURRENCY);
  }

  @Test
  void a_sign_that_contradicts_the_column_is_left_out() {
    Sample sample = Sample.of("number,customer,due,amount,currency\nA1,Acme,2013-01-02,€10,USD\n");
    assertThat(sample.report().rejected()).isEqualTo(1);
    assertThat(sample.codes()).contains(FindingCode.CURRENCY_UNKNOWN);
  }

  @Test
  void a_dollar_sign_alone_asks_for_the_flag_and_is_content_with_it() {
    String text = "number,customer,due,amount\nA1,Acme,2013-01-02,$10\n";
    Sample asked = Sample.of(text);
    assertThat(asked.codes()).contains(FindingCode.CURRENCY_UNKNOWN);
    assertThat(asked.report().asked()).isTrue();
    assertThat(Sample.of(text, Sample.currency("CAD")).receivable().amount())
        .hasToString("10.00 CAD");
  }

  @Test
  void sums_are_kept_apart_by_currency() {
    Sample sample = Sample.of(rows("EUR", "USD", "EUR"));
    assertThat(sample.report().accepted()).hasToString("[20.00 EUR, 10.00 USD]");
  }
}
