package dunnage.app.debtors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names of any script as they are typed on any keyboard.
class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "深圳市华强电子有限公司, huaqiang",
    "深圳市华强电子有限公司, 华强",
    "深圳市華強電子, 华强",
    "重庆长安汽车, chongqing",
    "重庆长安汽车, changan",
    "中国工商银行, gongshangyinhang",
    "厦门远洋, xiamen",
    "ООО Ромашка, romashka",
    "ООО Ромашка, ромашка",
    "ООО Ромашка, romaska",
    "АО «Щукинские ключи», shchukinskie",
    "Müller GmbH, muller",
    "Müller GmbH, mueller",
    "Großhandel Weiß, grosshandel",
    "Ελληνική Αθήνα, athena",
    "شركة النور, النور",
    "شركة النور, alnwr",
    "Société Générale, societegenerale",
    "Łódź Handel, lodz",
    "ＡＢＣ　Ｔｒａｄｉｎｇ, abctrading",
    "K-100/7, k1007",
  })
  void a_name_is_found_by(String name, String typed) {
    assertThat(Folding.searchable(List.of(name))).contains(typed);
  }

  @Test
  void a_key_tells_scripts_and_words_apart_and_not_case_spacing_or_what_is_unseen() {
    assertThat(Folding.key("  MÜLLER \t GmbH")).isEqualTo(Folding.key("Müller GmbH"));
    assertThat(Folding.key("Mu\u0308ller")).isEqualTo(Folding.key("Müller"));
    assertThat(Folding.key("abc\u202ecba")).isEqualTo(Folding.key("abccba"));
    assertThat(Folding.key("Ромашка")).isNotEqualTo(Folding.key("Romashka"));
    assertThat(Folding.key("Müller GmbH")).isNotEqualTo(Folding.key("Müller AG"));
  }

  @Test
  void what_unfolds_many_times_over_still_fits_an_index() {
    assertThat(Folding.key("\ufdfa".repeat(300))).hasSizeLessThanOrEqualTo(600);
  }

  @Test
  void signs_alone_leave_nothing_to_be_found_by_letters() {
    assertThat(Folding.fold("'; -- %_")).isEmpty();
    assertThat(Folding.searchable(List.of("", " "))).isEqualTo("\n");
  }
}
