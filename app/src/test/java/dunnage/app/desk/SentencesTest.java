package dunnage.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.cli.Sources;
import dunnage.kernel.findings.FindingCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every English sentence that a page can show of a file or a field has a Chinese and a Russian
/// one. The sentences are taken out of the sources, so that a new one cannot be forgotten.
class SentencesTest {

  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
  private static final Phrasebook BOOK = new Phrasebook();
  private static final FindingWords WORDS = new FindingWords(BOOK, new PageWords());

  private static final Set<String> FINDINGS = clauses(Phrasebook.FINDINGS);
  private static final Set<String> EITHER = new HashSet<>(FINDINGS);

  static {
    EITHER.addAll(clauses(Phrasebook.REMARKS));
  }

  private static final String NOT_FOUND = "Problem.notFound";

  /// Readers whose words no page shows: offers of financiers are priced by a command alone.
  private static final Pattern NOT_OF_PAGES =
      Pattern.compile("(Offer[A-Z]\\w*|BookWriter|MarketplaceFormat|FactWords)\\.java");

  /// Headers, markers and words of files: what is looked for and not what is said.
  private static final Pattern READ =
      Pattern.compile(
          "(KnownHeaders|MarketplaceColumns|Folding|CurrencyWords|HeaderRow|NoteReader|Icons|Shell"
              + "|Written)\\.java");

  /// Given to these, a text is for machines, for the log or for whoever wrote a bug.
  private static final Pattern TO_MACHINES =
      Pattern.compile(
          "new (Illegal\\w+|UnsupportedOperation\\w*|XMLStream\\w*|CsvParse\\w*|IOException)"
              + "|.*(requireNonNull|Pattern\\.compile|[lL]og\\.[a-z]+|LOG\\.[a-z]+|[hH]eader"
              + "|\\.sql|\\.matches|recurring|Transliterator.*|recognised\\.put|\\.name|super)"
              + "|var (CIRCLE|OCTAGON|TRIANGLE|BEARER|EXPECTED|SCHEME|ROWS|AND|PENDING)");

  private static final Pattern SQL =
      Pattern.compile(
          "(?s).*(SELECT|UPDATE|INSERT|DELETE| AND | OR |ORDER BY|WHERE|COALESCE| LIKE |CAST\\(| \\|\\| | UNION | DESC|::text|CASE WHEN).*|, r\\.\\w+§");

  /// Parts of a sentence that stand by themselves in the source; the whole one is tried below.
  private static final Set<String> PARTS =
      Set.of(
          ": a debit was taken back",
          ": money that came in was taken back",
          "§ § to § §",
          " with lines of §§",
          " in several currencies",
          "§ and §",
          "§ (column §)",
          "§ in §",
          "line ",
          "lines ",
          "expected §",
          ", announced for §",
          "no payout",
          " (§ with its payout rows)",
          "§: rows add up to §§",
          "a day greater than §; read as §",
          "§, line §",
          " and § more",
          "no § in §",
          "no §",
          "; expected §",
          ", part §",
          "This debtor has a receivable of number §§ already. Correct that one, or give this one a"
              + " part.",
          "§, line §: §",
          "§ is unpaid, § late.",
          "Paid § late.",
          " day",
          " days");

  /// Names, codes and places, the same in every language, and words about what nobody is shown.
  private static final Set<String> NAMES =
      Set.of(
          "line §", // a number for a receivable without one
          "file §",
          "UBL § §",
          "CII CrossIndustryInvoice",
          "t t in advance",
          "wire transfer",
          "bank transfer",
          "letter of credit",
          "documents against payment",
          "documents against acceptance",
          "open account",
          "first token",
          "Mac OS X",
          "attachment; filename=\"§-§.§\"",
          "is allocated to nothing",
          "grade § from § to §", // an alarm: see PhrasebookTest
          "§ in §");

  private static Set<String> clauses(String file) {
    Set<String> all = new HashSet<>();
    for (String line : Phrases.lines(file)) {
      String english = line.split(" \\| ")[0].replaceAll("<[mndtvaw]>", "§");
      Matcher either = Pattern.compile("\\[([^|\\]]+)\\|([^|\\]]+)\\]").matcher(english);
      all.add(shape(either.replaceAll("$1")));
      all.add(shape(either.replaceAll("$2")));
      all.add(shape(either.replaceAll("§")));
    }
    return all;
  }

  /// Figures count as values.
  private static String shape(String text) {
    return text.replace('\'', '’').replaceAll("[0-9]+", "§");
  }

  private static boolean isSentence(String text) {
    return text.contains(" ") && !text.contains("\n") && text.matches(".*[A-Za-z]{2}.*");
  }

  private static List<Path> sources(String... folders) {
    List<Path> all = new ArrayList<>();
    for (Path file : Sources.java("main")) {
      for (String folder : folders) {
        if (Sources.name(file).replace('\\', '/').contains(folder)) {
          all.add(file);
        }
      }
    }
    return all;
  }

  private static Set<String> unknown(List<Path> files, Set<String> known) {
    Set<String> unknown = new TreeSet<>();
    for (Literals.Text one : Literals.in(files)) {
      String file = one.file().getFileName().toString();
      boolean said =
          isSentence(one.text())
              && !NOT_OF_PAGES.matcher(file).matches()
              && !READ.matcher(file).matches()
              && !TO_MACHINES.matcher(one.where()).matches()
              && !SQL.matcher(one.text()).matches();
      String shape = shape(one.text());
      if (said
          && !known.contains(shape)
          && !PARTS.contains(shape)
          && !NAMES.contains(shape)
          && !shape.matches("Write it like [^ ]+\\.")) {
        unknown.add(one.toString());
      }
    }
    return unknown;
  }

  @Test
  void whatever_a_reader_of_files_finds_is_said_in_every_language() {
    List<Path> files = sources("formats/src/main/java/", "kernel/findings/FindingLog");
    assertThat(files).hasSizeGreaterThan(60);
    assertThat(unknown(files, FINDINGS)).isEmpty();
  }

  @Test
  void every_kind_of_finding_and_its_remedy_is_said_in_every_language() {
    Set<String> unknown = new TreeSet<>();
    for (FindingCode code : FindingCode.values()) {
      if (code.name().startsWith("BUNDLE_")) {
        continue; // told by the verifier of bundles, which is a command
      }
      for (String text : List.of(code.meaning().replaceFirst("\\.$", ""), code.remedy())) {
        if (!FINDINGS.contains(shape(text))) {
          unknown.add(code + ": " + text);
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void whatever_is_wrong_with_a_request_is_said_in_every_language() {
    List<Path> files =
        sources(
            "app/access/", "app/debtors/", "app/desk/", "app/intake/", "app/ledger/", "app/risk/");
    assertThat(files).hasSizeGreaterThan(150);
    assertThat(unknown(files, EITHER)).isEmpty();
    List<Path> platform =
        sources("app/platform/", "app/evidence/").stream()
            .filter(file -> Literals.in(List.of(file)).stream().anyMatch(SentencesTest::isProblem))
            .toList();
    assertThat(platform).hasSizeGreaterThan(5);
    Set<String> unknown = new TreeSet<>();
    for (Literals.Text one : Literals.in(platform)) {
      if (isProblem(one)
          && !one.where().equals(NOT_FOUND)
          && isSentence(one.text())
          && !EITHER.contains(shape(one.text()))) {
        unknown.add(one.toString());
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void whatever_is_not_there_has_a_name_in_every_language() {
    Set<String> named = new TreeSet<>();
    Set<String> unknown = new TreeSet<>();
    for (Literals.Text one : Literals.in(sources("app/src/main/java/dunnage/app/"))) {
      if (one.where().equals(NOT_FOUND)) {
        named.add(one.text());
        if (!EITHER.contains("=" + shape(one.text()))) {
          unknown.add(one.toString());
        }
      }
    }
    assertThat(named).hasSizeGreaterThan(15);
    assertThat(unknown).isEmpty();
  }

  private static boolean isProblem(Literals.Text text) {
    return text.where().matches("Problem\\.[a-z]\\w+|new (Problem|DamagedLog)|unsupported");
  }

  @Test
  void no_word_of_the_translations_is_english() {
    Set<String> english = new TreeSet<>();
    for (String file : List.of(Phrasebook.FINDINGS, Phrasebook.REMARKS)) {
      for (String line : Phrases.lines(file)) {
        String[] all = line.split(" \\| ");
        assertThat(all).as(line).hasSize(3);
        for (String other : List.of(all[1], all[2])) {
          String bare =
              other
                  .replaceAll("\\{[0-9]+, plural,|(one|few|many|other) \\{", "")
                  .replaceAll("[“\"][^”\"]*[”\"]|--[a-z-]+( [a-z]+=?| [A-Z]{3})?", "");
          Matcher word = Pattern.compile("[A-Za-z](?:[A-Za-z_./]*[A-Za-z])?").matcher(bare);
          while (word.find()) {
            // whatever is the same in English is a name or a word to be typed as it is
            if (!Pattern.compile("(?<![A-Za-z])" + Pattern.quote(word.group()))
                .matcher(all[0])
                .find()) {
              english.add(word.group() + " in " + other);
            }
          }
        }
      }
    }
    assertThat(english).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "row_short|Rows have fewer cells than the header: fewer cells than headers in lines 3, 4"
            + " and 12 more|в строках меньше ячеек, чем в заголовке: ячеек меньше, чем заголовков"
            + " (строки 3, 4 и ещё 12)",
        "date_bad|The cell is not a date that exists: 31/02/2026; expected a date that exists, like"
            + " 2026-03-31|в ячейке нет существующей даты: 31/02/2026; нужно: существующая дата,"
            + " например 2026-03-31",
        "amount_bad|The cell is not an amount: Bank of China; expected an amount in figures|в"
            + " ячейке не сумма: Bank of China; нужно: сумма цифрами",
        "payout_pending|Money that is not paid yet: these rows: no payout, announced for"
            + " 2026-06-05|деньги ещё не выплачены: эти строки: выплаты нет, объявлена на"
            + " 5 июн. 2026",
        "terms_clock_missing|The terms start with an event whose date is not in the row: bill of"
            + " lading; expected its date|срок отсчитывается от события, даты которого в строке"
            + " нет: коносамент; нужно: его дата",
        "column_missing|A column that is needed was not found: Fecha, Importe; expected a column"
            + " for due|нужный столбец не найден: Fecha, Importe; нужно: столбец: срок",
        "statement_unbalanced|Opening balance plus lines is not the closing balance: 1.00 EUR to"
            + " 3.00 EUR with lines of 1.00 in several currencies; expected opening plus lines"
            + " equal to closing|входящий остаток и строки не дают исходящего остатка: с 1.00 EUR"
            + " до 3.00 EUR, строки на 1.00 в нескольких валютах; нужно: начало плюс строки равны"
            + " концу",
        "currencies_mixed|More than one currency stands in the file: the buyer paid USD, settled in"
            + " EUR in line 7|в файле больше одной валюты: покупатель платил в USD, расчёт в EUR"
            + " (строка 7)",
        "credit_held|A credit or money that names no open receivable: 5.00 EUR of Bank of China;"
            + " expected an invoice to set it against|кредит-нота или деньги без открытого"
            + " требования: 5.00 EUR, Bank of China; нужно: счёт, в который это можно зачесть",
        "some_day_removed|something of an older release|something of an older release"
      })
  void a_finding_reads_as_one_sentence(String code, String english, String russian) {
    assertThat(WORDS.message(code, english, Locale.ENGLISH)).isEqualTo(english);
    assertThat(WORDS.message(code, english, RUSSIAN)).isEqualTo(russian);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 ячейка: x; нужно: не больше 1 ячейки",
    "2, 2 ячейки: x; нужно: не больше 2 ячеек",
    "5, 5 ячеек: x; нужно: не больше 5 ячеек",
    "21, 21 ячейка: x; нужно: не больше 21 ячейки"
  })
  void plurals_are_those_of_the_language(int number, String russian) {
    String english = "row_shape: %d cells: x, expected at most %d cells".formatted(number, number);
    assertThat(WORDS.problem(english, RUSSIAN))
        .isEqualTo("в строке больше ячеек, чем в заголовке: " + russian);
    assertThat(WORDS.problem(english, Locale.ENGLISH)).isEqualTo(english);
  }

  @Test
  void several_problems_of_a_line_are_all_said() {
    assertThat(
            WORDS.problem(
                "date_bad: due soon; expected, expected a date; value_missing: expected an amount",
                CHINESE))
        .isEqualTo("单元格不是存在的日期：due soon; expected；应为：日期；必填的单元格为空；应为：金额");
    assertThat(WORDS.problem("row_total", CHINESE)).isEqualTo("该行是以上各行的合计，不是应收款");
    assertThat(WORDS.problem("receivables.csv, line 4: amount is nothing", CHINESE))
        .isEqualTo("receivables.csv 第 4 行：金额为零");
    assertThat(WORDS.problem("12.50 EUR has more decimals than JPY", RUSSIAN))
        .isEqualTo("в 12.50 EUR больше десятичных знаков, чем у JPY");
  }

  @Test
  void remarks_made_of_parts_are_whole() {
    assertThat(BOOK.remark("There is no such receivable.", CHINESE)).isEqualTo("没有该应收款。");
    assertThat(
            BOOK.remark(
                "This debtor has a receivable of number A1, part 2 already. Correct that one, or"
                    + " give this one a part.",
                CHINESE))
        .isEqualTo("该债务人已有编号 A1 第 2 期的应收款。请更正它，或为这笔另设分期。");
    assertThat(BOOK.remark("has 5001 characters", RUSSIAN)).isEqualTo("5\u00a0001 знак");
    assertThat(BOOK.remark("Paid 1 day late.", RUSSIAN))
        .isEqualTo("Оплачено с опозданием на 1 день.");
  }
}
