package dunnage.kernel.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.CreditLimit.Bound;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitAndTermsTest {

  private static final Currency EUR = Currency.of("EUR");

  @Test
  void the_least_bound_binds_and_class_b_gives_28000() {
    CreditLimit limit =
        CreditLimit.least(
            List.of(
                new Bound("need", eur("50000"), ""),
                LimitBounds.netWorth(eur("80000"), Grade.B),
                LimitBounds.turnover(eur("700000"), Grade.B)));
    assertThat(limit.amount()).isEqualTo(eur("28000"));
    assertThat(limit.binding()).isEqualTo("net_worth");
    assertThat(limit.bounds())
        .extracting(Bound::amount)
        .containsExactly(eur("50000"), eur("28000"), eur("35000"));
  }

  @Test
  void bounds_of_two_currencies_are_refused() {
    Bound yen = new Bound("own_sales", new Money(Currency.of("JPY"), 5), "");
    assertThatThrownBy(() -> CreditLimit.least(List.of(new Bound("need", eur("1"), ""), yen)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_negative_net_worth_supports_nothing() {
    assertThat(LimitBounds.netWorth(eur("-5"), Grade.A).amount()).isEqualTo(eur("0"));
  }

  @Test
  void cover_is_grossed_up_by_the_indemnity() {
    assertThat(LimitBounds.insured(eur("90"), new BigDecimal("90"), eur("10")).amount())
        .isEqualTo(eur("109.99"));
    assertThat(LimitBounds.insured(eur("80"), new BigDecimal("80"), eur("10")).amount())
        .isEqualTo(eur("110"));
  }

  @Test
  void grade_e_and_the_insolvent_get_nothing_and_it_is_said_why() {
    Bound need = LimitBounds.need(eur("36500"), 30, 0, Grade.A);
    assertThat(LimitBounds.advise(need, null, null, Grade.E, false).binding()).isEqualTo("grade");
    CreditLimit insolvent = LimitBounds.advise(need, null, null, Grade.A, true);
    assertThat(insolvent.amount()).isEqualTo(eur("0"));
    assertThat(insolvent.bounds().getFirst().words()).contains("insolvency");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.99, 0.99",
    "1.01, 1.00",
    "28347.12, 28000",
    "99.99, 99",
    "100, 100",
    "1099999, 1000000"
  })
  void a_limit_is_rounded_down_to_two_digits(String amount, String rounded) {
    assertThat(LimitBounds.roundedDown(eur(amount))).isEqualTo(eur(rounded));
  }

  @ParameterizedTest
  @CsvSource({
    "A, NONE, OPEN_ACCOUNT", "B, MODERATE, OPEN_ACCOUNT", "A, SERIOUS, SHORTER_TERMS",
        "A, SEVERE, DEPOSIT_AND_BALANCE",
    "C, LIGHT, SHORTER_TERMS", "C, SEVERE, PREPAYMENT", "D, NONE, DEPOSIT_AND_BALANCE",
        "D, SERIOUS, PREPAYMENT",
    "E, NONE, PREPAYMENT", "E, SEVERE, PREPAYMENT", "NONE, NONE, DEPOSIT_AND_BALANCE"
  })
  void terms_harden_with_the_grade_and_the_arrears(Grade grade, Degree degree, TermsAdvice terms) {
    assertThat(TermsRule.advise(grade, degree, false, false)).isEqualTo(terms);
    assertThat(TermsRule.advise(grade, degree, false, true)).isEqualTo(TermsAdvice.PREPAYMENT);
  }

  @Test
  void terms_are_one_step_harder_while_the_wait_grows() {
    assertThat(TermsRule.advise(Grade.A, Degree.NONE, true, false))
        .isEqualTo(TermsAdvice.SHORTER_TERMS);
    assertThat(TermsRule.advise(Grade.C, Degree.MODERATE, true, false))
        .isEqualTo(TermsAdvice.DEPOSIT_AND_BALANCE);
    assertThat(TermsRule.advise(Grade.A, Degree.SERIOUS, true, false))
        .isEqualTo(TermsAdvice.SHORTER_TERMS);
  }

  @Test
  void the_need_is_never_less_than_one_ordinary_order() {
    CreditLimit.Bound average = LimitBounds.need(eur("36500"), 30, 10, Grade.A);

    assertThat(LimitBounds.needOfAnOrder(average, eur("9125"), Grade.A).amount())
        .isEqualTo(eur("9125"));
    assertThat(LimitBounds.needOfAnOrder(average, eur("3999"), Grade.A)).isEqualTo(average);
    assertThat(LimitBounds.needOfAnOrder(average, eur("9125"), Grade.E)).isEqualTo(average);
  }

  private static Money eur(String amount) {
    return Money.of(EUR, new BigDecimal(amount));
  }
}
