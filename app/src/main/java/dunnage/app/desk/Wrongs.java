package dunnage.app.desk;

import dunnage.app.platform.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says what is wrong with what was typed, in the reader's words where there are some.
@Component
public class Wrongs {

  private final PageWords words;
  private final Phrasebook phrases;

  Wrongs(PageWords words, Phrasebook phrases) {
    this.words = words;
    this.phrases = phrases;
  }

  public List<String> of(Problem problem, Locale locale) {
    if (problem.errors().isEmpty()) {
      return List.of(code(problem.code(), problem.getMessage(), locale));
    }
    return problem.errors().stream().map(wrong -> said(wrong, locale)).toList();
  }

  /// A code in the reader's words, else the sentence that came with it.
  public String code(String code, String sentence, Locale locale) {
    String key = "problem." + code;
    return words.has(key, locale) ? words.say(locale, key) : phrases.remark(sentence, locale);
  }

  private String said(Problem.Wrong wrong, Locale locale) {
    String field = known("field." + wrong.pointer().replaceAll("[^a-z_]", ""), "field", locale);
    return words.say(
        locale,
        "wrong",
        words.say(locale, field),
        phrases.remark(wrong.message(), locale),
        phrases.remark(wrong.hint(), locale));
  }

  public String amount(MoneyField field, Locale locale) {
    String why = field.unclear();
    return words.say(locale, "amount." + (why == null ? "missing" : why), field.typed());
  }

  /// A day as a browser sends it; null where none was typed.
  ///
  /// @param errors gets a sentence where it is none
  public @Nullable LocalDate day(String typed, List<String> errors, Locale locale) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeException wrong) {
      errors.add(words.say(locale, "wrong.day", typed));
      return null;
    }
  }

  /// The first of two keys that is a word.
  public String known(String key, String otherwise, Locale locale) {
    return words.has(key, locale) ? key : otherwise;
  }
}
