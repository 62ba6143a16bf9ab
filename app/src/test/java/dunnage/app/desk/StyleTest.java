package dunnage.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Figures and days are written as their reader chose, in tables and in sentences.
class StyleTest {

  private static final Money MUCH = Money.of(Currency.of("EUR"), new BigDecimal("1234567.50"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "own-own   | en | 1,234,567.50 | 31 Mar 2026",
        "iso-comma | en | 1.234.567,50 | 2026-03-31",
        "own-space | en | 1 234 567,50 | 31 Mar 2026",
        "iso-point | ru | 1,234,567.50 | 2026-03-31",
        "own-comma | zh | 1.234.567,50 | 2026年3月31日",
        "x-y       | en | 1,234,567.50 | 31 Mar 2026"
      })
  void what_is_chosen_is_written(String style, String language, String figure, String day) {
    Locale reader = Style.read(style).on(PageWords.nearest(Locale.forLanguageTag(language)));
    Written written = new Written(reader);
    assertThat(written.figure(MUCH).replace('\u00a0', ' ')).isEqualTo(figure);
    assertThat(written.day(LocalDate.of(2026, 3, 31))).isEqualTo(day);
    assertThat(PageWords.nearest(reader).getLanguage()).isEqualTo(language);
  }

  @Test
  void sentences_follow() {
    Phrasebook book = new Phrasebook();
    String said =
        "EUR 1,200.00 and JPY 300 overdue, the oldest 21 days late; no answer since 2026-06-05";
    assertThat(book.say(said, Locale.ENGLISH)).isEqualTo(said);
    assertThat(book.say(said, Style.read("own-comma").on(Locale.ENGLISH)).replace('\u00a0', ' '))
        .isEqualTo(
            "EUR 1.200,00 and JPY 300 overdue, the oldest 21 days late; no answer since 5 Jun 2026");
    assertThat(
            book.say(said, Style.read("iso-point").on(Locale.forLanguageTag("ru")))
                .replace('\u00a0', ' '))
        .contains("EUR 1,200.00", "2026-06-05");
    assertThat(book.say("something else, 1.5", Style.read("iso-comma").on(Locale.ENGLISH)))
        .isEqualTo("something else, 1.5");
  }
}
