package dunnage.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.RiskDesk;
import dunnage.kernel.assessment.Settings;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.Grade;
import dunnage.kernel.risk.NextStep;
import dunnage.kernel.risk.OrderCase;
import dunnage.kernel.risk.OrderDecision;
import dunnage.kernel.risk.OrderRule;
import dunnage.kernel.risk.OrderTerms;
import dunnage.kernel.risk.TermsAdvice;
import dunnage.kernel.world.Life;
import dunnage.kernel.world.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever the desk says, the book has: nothing stays English.
class PhrasebookTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final Phrasebook BOOK = new Phrasebook();

  private static void mustHave(Set<String> said) {
    Set<String> unknown = new TreeSet<>();
    for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.forLanguageTag("ru"))) {
      for (String one : said) {
        String there = BOOK.found(one, language).orElse("");
        boolean latin =
            there
                .replaceAll("\\b(?:[A-Z]{3}|[A-E])\\b", "")
                .chars()
                .anyMatch(c -> c < 128 && Character.isLetter(c));
        if (there.isEmpty() || latin) {
          unknown.add((one + " → " + there).replaceAll("[0-9]+", "9")); // each shape once
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void every_sentence_about_a_simulated_world_is_in_it() {
    Set<String> said = new TreeSet<>();
    LocalDate from = LocalDate.of(2022, 1, 1);
    for (long seed : new long[] {11, 12}) {
      List<DebtorBook> debtors =
          World.debtors(seed, 150, from, 4).stream()
              .filter(life -> !life.facts().isEmpty())
              .map(Life::book)
              .toList();
      Book book = new Book(debtors, List.of(), List.of());
      for (int month = 14; month <= 44; month += 5) {
        Assessment all = RiskDesk.assess(book, from.plusMonths(month), Settings.plain());
        all.debtors()
            .forEach(
                line -> {
                  line.reasons().forEach(reason -> said.add(reason.text()));
                  said.add(line.nextStep().why());
                  line.warning().warnings().forEach(sign -> said.add(sign.words()));
                });
      }
    }
    assertThat(said).hasSizeGreaterThan(500);
    mustHave(said);
  }

  @Test
  void every_answer_to_an_order_is_in_it() {
    Set<String> said = new TreeSet<>();
    Money order = Money.of(EUR, new java.math.BigDecimal("5000"));
    for (Grade grade : Grade.values()) {
      for (TermsAdvice advised : TermsAdvice.values()) {
        for (int late : new int[] {0, 1, 20, 45, 100}) {
          for (String limit : new String[] {"", "0", "4000", "20000"}) {
            for (NextStep.Action step :
                new NextStep.Action[] {
                  NextStep.Action.SHIP, NextStep.Action.HOLD, NextStep.Action.FILE_CLAIM
                }) {
              for (OrderTerms asked :
                  List.of(
                      OrderTerms.usual(Money.zero(EUR)),
                      new OrderTerms(TermsAdvice.PREPAYMENT, OrderTerms.USUAL, order),
                      new OrderTerms(
                          TermsAdvice.DEPOSIT_AND_BALANCE,
                          30,
                          Money.of(EUR, new java.math.BigDecimal("100"))))) {
                OrderCase known =
                    new OrderCase(
                        limit.isEmpty() ? null : Money.of(EUR, new java.math.BigDecimal(limit)),
                        limit.equals("0"),
                        Money.of(EUR, new java.math.BigDecimal("1500")),
                        Money.of(EUR, new java.math.BigDecimal("1500")),
                        Money.of(EUR, new java.math.BigDecimal(late > 0 ? "900" : "0")),
                        late,
                        grade,
                        advised,
                        step,
                        "",
                        grade == Grade.B && late == 1 ? "USD" : null);
                OrderDecision decision = OrderRule.decide(known, order, asked);
                decision.reasons().forEach(why -> said.add(why.words()));
                OrderTerms turned = decision.wouldShip();
                if (turned != null) {
                  said.add(turned.words());
                }
              }
            }
          }
        }
      }
    }
    assertThat(said).hasSizeGreaterThan(20);
    mustHave(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EUR 1,200.00 and JPY 300 overdue, the oldest 21 days late; no answer since 2026-06-05"
            + "|просрочено EUR\u00a01\u00a0200,00, JPY\u00a0300, старейшее 21 день; нет ответа с 5 июн. 2026",
        "nothing overdue, but pays 4.5 days later than before"
            + "|просрочки нет, но платит на 4,5 дня позже прежнего",
        "grade fell from B to D: nothing overdue|класс упал с B до D: просрочки нет",
        "grade rose from D to B|класс вырос с D до B",
        "1 public warning, the last: they say; who knows"
            + "|публичных предупреждений: 1, последнее: they say; who knows"
      })
  void figures_are_written_as_the_reader_writes_them(String english, String russian) {
    assertThat(BOOK.say(english, Locale.forLanguageTag("ru"))).isEqualTo(russian);
    assertThat(BOOK.say(english, Locale.ENGLISH)).isEqualTo(english);
  }

  @Test
  void what_it_does_not_have_stays_as_it_is() {
    assertThat(BOOK.say("something; else", Locale.SIMPLIFIED_CHINESE)).isEqualTo("something; else");
    assertThat(BOOK.say("", Locale.SIMPLIFIED_CHINESE)).isEmpty();
  }
}
