package dunnage.app.desk;

import dunnage.kernel.findings.FindingCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Says in the reader's language what was found in a file. It was kept in English when the file was
/// read; what is quoted from the file stays as it stands there.
@Component
public class FindingWords {

  private static final String EXPECTED = "expected ";
  private static final String BETWEEN = "; ";

  /// `date_bad: due 31/02/2026, expected a date`, each beginning with the code.
  private static final Pattern CODED =
      Pattern.compile(
          "(?:^|; )("
              + Arrays.stream(FindingCode.values())
                  .map(FindingCode::code)
                  .collect(Collectors.joining("|"))
              + ")(?=: |; |$)");

  private final Phrasebook book;
  private final PageWords words;

  FindingWords(Phrasebook book, PageWords words) {
    this.book = book;
    this.words = words;
  }

  private static boolean isEnglish(Locale locale) {
    return PageWords.nearest(locale).equals(Locale.ENGLISH);
  }

  /// One clause of what was found, such as a remedy.
  public String say(String english, Locale locale) {
    return book.finding(english, locale);
  }

  /// A word about how a file was read, such as `unambiguous`, or the name of a field.
  public String word(String english, Locale locale) {
    return book.findingWord(english, locale);
  }

  /// The headers of a list of lines that were left out: line, problem, cells.
  public List<String> columns(Locale locale) {
    return isEnglish(locale)
        ? List.of("line", "problem", "cells")
        : List.of(
            words.say(locale, "import.line"),
            words.say(locale, "import.problem"),
            words.say(locale, "finding.cells"));
  }

  /// `meaning: what was seen; expected what would be right`
  public String message(String code, String english, Locale locale) {
    String meaning = meaning(code);
    if (isEnglish(locale) || meaning.isEmpty() || !english.startsWith(meaning)) {
      return book.finding(english, locale);
    }
    String rest = english.substring(meaning.length());
    int cut = rest.lastIndexOf(BETWEEN + EXPECTED);
    String expected = cut < 0 ? "" : rest.substring(cut + BETWEEN.length() + EXPECTED.length());
    String seen = cut < 0 ? rest : rest.substring(0, cut);
    return said(code, seen.replaceFirst("^: ", ""), expected, locale);
  }

  /// What is wrong with a line that was left out, one thing after the other.
  public String problem(String english, Locale locale) {
    Matcher coded = CODED.matcher(english);
    if (isEnglish(locale) || !coded.lookingAt()) {
      return book.finding(english, locale);
    }
    StringBuilder all = new StringBuilder();
    int start = 0;
    do {
      String code = coded.group(1);
      int from = coded.end();
      start = coded.find() ? coded.start() : english.length();
      all.append(all.isEmpty() ? "" : words.say(locale, "finding.between"));
      all.append(coded(code, english.substring(from, start).replaceFirst("^: ", ""), locale));
    } while (start < english.length());
    return all.toString();
  }

  private String coded(String code, String text, Locale locale) {
    int cut = text.startsWith(EXPECTED) ? 0 : text.lastIndexOf(", " + EXPECTED);
    String expected = cut < 0 ? "" : text.substring(text.indexOf(EXPECTED, cut));
    String seen = cut < 0 ? text : text.substring(0, cut);
    return said(
        code, seen, expected.isEmpty() ? "" : expected.substring(EXPECTED.length()), locale);
  }

  private String said(String code, String seen, String expected, Locale locale) {
    String said = book.finding(meaning(code), locale);
    if (!seen.isEmpty()) {
      boolean word = code.equals(FindingCode.TERMS_CLOCK_MISSING.code());
      String shown = word ? word(seen, locale) : book.finding(seen, locale);
      said = words.say(locale, "finding.seen", said, shown);
    }
    return expected.isEmpty()
        ? said
        : words.say(locale, "finding.expected", said, book.finding(expected, locale));
  }

  private static String meaning(String code) {
    return Arrays.stream(FindingCode.values())
        .filter(one -> one.code().equals(code))
        .map(one -> one.meaning().replaceFirst("\\.$", ""))
        .findFirst()
        .orElse("");
  }
}
