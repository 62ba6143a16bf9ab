package dunnage.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CurrencyTest {

  @Test
  void digits_are_those_of_the_standard() {
    assertThat(Currency.of("EUR").digits()).isEqualTo(2);
    assertThat(Currency.of("JPY").digits()).isZero();
    assertThat(Currency.of("KWD").digits()).isEqualTo(3);
    assertThat(Currency.of("CLF").digits()).isEqualTo(4);
  }

  @Test
  void historic_currencies_are_known() {
    for (String code : new String[] {"CYP", "EEK", "DEM", "HRK", "ROL"}) {
      assertThat(Currency.find(code)).as(code).isNotNull();
    }
  }

  @Test
  void what_no_one_can_owe_in_is_no_currency() {
    for (String code :
        new String[] {"XAU", "XTS", "XDR", "eur", "EURO", "", "E R", "QQQ", "12", "ЕUR"}) {
      assertThat(Currency.find(code)).as(code).isNull();
    }
    assertThatThrownBy(() -> Currency.of("QQQ"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("QQQ");
  }

  @Test
  void no_currency_is_a_currency_of_its_own() {
    assertThat(Currency.find("XXX")).isSameAs(Currency.NONE);
    assertThat(Currency.NONE.digits()).isEqualTo(2);
  }
}
