package dunnage.app.desk;

import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says what is wrong with what was typed, in the reader's words where there are some.
@Component
public class Wrongs {

  private final PageWords words;
  private final Phrasebook phrases;
  private final Tenancy tenancy;

  Wrongs(PageWords words, Phrasebook phrases, Tenancy tenancy) {
    this.tenancy = tenancy;
    this.words = words;
    this.phrases = phrases;
  }

  public List<String> of(Problem problem, Locale locale) {
    if (problem.errors().isEmpty()) {
      return List.of(code(problem.code(), problem.getMessage(), locale));
    }
    return problem.errors().stream().map(wrong -> said(wrong, locale)).toList();
  }

  /// Does something, or nothing of it.
  ///
  /// @return what is wrong with it; empty when it is done
  public List<String> in(Runnable work, Locale locale) {
    List<String> errors = new ArrayList<>();
    Object ignored =
        made(
            () -> {
              work.run();
              return errors;
            },
            errors,
            locale);
    return errors;
  }

  /// Makes something, or nothing of it: null with what is wrong.
  public <T> @Nullable T made(Supplier<T> work, List<String> errors, Locale locale) {
    try {
      return tenancy.attempt(work);
    } catch (Problem no) {
      errors.addAll(of(no, locale));
      return null;
    }
  }

  /// An amount that was typed; null where there is none, or none that is clear.
  ///
  /// @param fallback the currency where none is typed
  /// @param errors gets a sentence where it is unclear
  public @Nullable Money money(
      String typed, @Nullable Currency fallback, List<String> errors, Locale locale) {
    MoneyField field = MoneyField.read(typed, fallback);
    if (field.unclear() != null) {
      errors.add(amount(field, locale));
    }
    return field.money();
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
