package dunnage.kernel.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.behaviour.Trend;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import dunnage.kernel.money.FxRates;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.Grade;
import dunnage.kernel.risk.NextStep.Action;
import dunnage.kernel.risk.RiskLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskDeskTest {

  /// Three invoices paid on the day, then what the test adds.
  private static final String GOOD =
      """
      invoice G1 Aster 2025-01-01 due 2025-01-31 1000.00 EUR
      paid G1 2025-01-31 1000.00
      invoice G2 Aster 2025-02-01 due 2025-02-28 1000.00 EUR
      paid G2 2025-02-28 1000.00
      invoice G3 Aster 2025-03-01 due 2025-03-31 1000.00 EUR
      paid G3 2025-03-31 1000.00
      invoice G4 Aster 2025-05-01 due 2025-06-01 1000.00 EUR
      """;

  @ParameterizedTest
  @CsvSource({
    "2025-06-01, SHIP",
    "2025-06-02, REMIND",
    "2025-06-15, REMIND",
    "2025-07-01, REMIND",
    "2025-07-02, CALL_DECIDER",
    "2025-08-30, CALL_DECIDER",
    "2025-08-31, FINAL_DEMAND",
    "2025-09-29, FINAL_DEMAND",
    "2025-09-30, HAND_OVER"
  })
  void one_late_invoice_is_chased_harder_as_it_grows_old(LocalDate asOf, Action action) {
    assertThat(on(asOf, "").nextStep().action()).isEqualTo(action);
  }

  @Test
  void a_dispute_is_settled_before_anything_is_chased() {
    DebtorLine line = on(LocalDate.of(2025, 9, 30), "noted Aster 2025-06-10 dispute_opened");
    assertThat(line.nextStep().action()).isEqualTo(Action.SETTLE_DISPUTE);
    assertThat(line.nextStep().words()).contains("what is wrong with the goods");
    String closed = "noted Aster 2025-06-10 dispute_opened\nnoted Aster 2025-06-20 dispute_closed";
    assertThat(on(LocalDate.of(2025, 9, 30), closed).nextStep().action())
        .isEqualTo(Action.HAND_OVER);
  }

  @Test
  void a_broken_promise_brings_the_final_demand_after_sixty_days() {
    LocalDate day = LocalDate.of(2025, 8, 5);
    String promise = "noted Aster 2025-07-01 promise until 2025-07-15 1000.00 EUR\n";
    DebtorLine broken = on(day, promise);
    assertThat(broken.nextStep().action()).isEqualTo(Action.FINAL_DEMAND);
    assertThat(broken.nextStep().why()).contains("65 days late").contains("1 promise broken");
    assertThat(broken.behaviour().brokenPromises()).isEqualTo(1);
    assertThat(on(day, promise + "paid G4 2025-07-10 999.99").behaviour().brokenPromises())
        .isEqualTo(1);
    assertThat(on(day, promise + "paid G4 2025-07-10 1000.00").behaviour().brokenPromises())
        .isZero();
    assertThat(on(LocalDate.of(2025, 7, 15), promise).behaviour().brokenPromises()).isZero();
  }

  @Test
  void silence_needs_two_weeks_or_two_attempts_and_ends_with_an_answer_or_money() {
    String one = "noted Aster 2025-06-10 message_sent\n";
    assertThat(on(LocalDate.of(2025, 6, 23), one).behaviour().silentSince()).isNull();
    assertThat(on(LocalDate.of(2025, 6, 24), one).behaviour().silentSince())
        .isEqualTo("2025-06-10");
    String two = one + "noted Aster 2025-06-12 call_unanswered\n";
    assertThat(on(LocalDate.of(2025, 6, 12), two).behaviour().silentSince())
        .isEqualTo("2025-06-10");
    assertThat(
            on(LocalDate.of(2025, 7, 1), two + "noted Aster 2025-06-30 reply")
                .behaviour()
                .silentSince())
        .isNull();
    assertThat(
            on(LocalDate.of(2025, 7, 1), two + "paid G4 2025-06-30 10.00")
                .behaviour()
                .silentSince())
        .isNull();
  }

  @Test
  void insolvency_is_grade_e_at_once_and_the_claim_is_filed() {
    LocalDate day = LocalDate.of(2025, 5, 20);
    assertThat(on(day, "").grade()).isEqualTo(Grade.A);
    DebtorLine line = on(day, "noted Aster 2025-05-15 insolvency_opened");
    assertThat(line.grade()).isEqualTo(Grade.E);
    assertThat(line.score()).isZero();
    assertThat(line.limit().amount().isZero()).isTrue();
    assertThat(line.nextStep().action()).isEqualTo(Action.FILE_CLAIM);
    Assessment assessment = scenario(day, "noted Aster 2025-05-15 insolvency_opened").assess();
    assertThat(assessment.receivables())
        .extracting(ReceivableLine::risk)
        .containsExactly(RiskLevel.HIGH);
  }

  @Test
  void few_payments_and_nothing_overdue_are_not_enough_data() {
    DebtorLine line =
        Scenario.of(
                "as of 2026-01-31\ninvoice N1 New 2026-01-15 due 2026-02-15 50.00 EUR\nnoted New 2026-01-20 public_warning")
            .only();
    assertThat(line.grade()).isEqualTo(Grade.NONE);
    assertThat(line.score()).isNull();
    assertThat(line.reasons())
        .extracting(r -> r.code() + r.points())
        .containsExactly("not_enough_data0", "public_warning0");
    assertThat(line.nextStep().action()).isEqualTo(Action.WATCH);
  }

  @Test
  void overdue_that_is_frequent_and_growing_holds_orders_whoever_the_customer_is() {
    StringBuilder facts = new StringBuilder("as of 2026-01-31\n");
    for (int year = 2015; year < 2025; year++) {
      facts.append(
          "invoice Y%d Old %d-01-01 due %d-01-31 1000.00 GBP%n".formatted(year, year, year));
      facts.append("paid Y%d %d-01-31 1000.00%n".formatted(year, year));
    }
    facts.append("invoice Z1 Old 2025-10-01 due 2025-12-10 1000.00 GBP\n");
    facts.append("invoice Z2 Old 2025-11-01 due 2025-12-20 1000.00 GBP\n");
    facts.append("invoice Z3 Old 2025-11-15 due 2026-01-05 1000.00 GBP\n");
    facts.append("invoice Z4 Old 2026-01-20 due 2026-03-05 1000.00 GBP\n");
    DebtorLine line = Scenario.of(facts.toString()).only();
    assertThat(line.nextStep().action()).isEqualTo(Action.HOLD);
    assertThat(line.nextStep().why()).contains("frequent and growing, 3 of the last 6 invoices");
    assertThat(line.reasons()).extracting(r -> r.code()).contains("overdue_growing");
  }

  @Test
  void a_good_customer_who_buys_more_is_one_to_grow() {
    StringBuilder facts = new StringBuilder("as of 2026-01-31\n");
    for (int month = 1; month <= 12; month++) {
      long amount = month <= 6 ? 1000 : 2000;
      facts.append(
          "invoice M%d Elm 2025-%02d-01 due 2025-%02d-28 %d.00 EUR%n"
              .formatted(month, month, month, amount));
      facts.append("paid M%d 2025-%02d-28 %d.00%n".formatted(month, month, amount));
    }
    Assessment assessment = Scenario.of(facts.toString()).assess();
    DebtorLine line = assessment.debtors().getFirst();
    assertThat(line.behaviour().orders()).isEqualTo(Trend.RISING);
    assertThat(line.grade()).isEqualTo(Grade.A);
    // Bought 17,000 since 31 January 2025 on 27 days terms: 1257.53, less than one order of 2,000.
    assertThat(line.limit().binding()).isEqualTo("need");
    assertThat(line.limit().amount().decimal()).isEqualTo("2000.00");
    assertThat(assessment.toGrow()).hasSize(1);
    GrowthLine growth = assessment.toGrow().getFirst();
    // 10,000 in the second half of the history against 8,000 in the first: 2,000 x 1.25.
    assertThat(growth.higher().decimal()).isEqualTo("2500.00");
    assertThat(growth.why()).contains("orders up 25 %").contains("12 receivables");
    assertThat(line.nextStep().action()).isEqualTo(Action.GROW);
  }

  @Test
  void a_steady_habit_of_paying_some_days_late_is_no_alarm() {
    StringBuilder facts = new StringBuilder("as of 2026-01-31\n");
    for (int month = 1; month <= 12; month++) {
      facts.append(
          "invoice M%d Elm 2025-%02d-01 due 2025-%02d-20 100.00 EUR%n"
              .formatted(month, month, month));
      facts.append(
          "paid M%d %s 100.00%n".formatted(month, LocalDate.of(2025, month, 20).plusDays(12)));
    }
    facts.append("invoice L1 Elm 2026-01-01 due 2026-01-20 100.00 EUR\n");
    facts.append("invoice L2 Elm 2026-01-02 due 2026-01-21 100.00 EUR\n");
    DebtorLine line = Scenario.of(facts.toString()).only();
    assertThat(line.nextStep().action()).isEqualTo(Action.REMIND);
    assertThat(line.reasons()).extracting(r -> r.code()).doesNotContain("overdue_growing");
  }

  @Test
  void who_always_pays_three_weeks_late_is_not_one_to_grow() {
    StringBuilder facts = new StringBuilder("as of 2026-01-31\n");
    for (int month = 1; month <= 11; month++) {
      facts.append(
          "invoice M%d Elm 2025-%02d-01 due 2025-%02d-03 1000.00 EUR%n"
              .formatted(month, month, month));
      facts.append("paid M%d 2025-%02d-24 1000.00%n".formatted(month, month));
    }
    Assessment assessment = Scenario.of(facts.toString()).assess();

    assertThat(assessment.debtors().getFirst().behaviour().lateness()).isEqualTo(Trend.STEADY);
    assertThat(assessment.toGrow()).isEmpty();
  }

  @Test
  void who_was_ever_very_late_is_not_one_to_grow() {
    StringBuilder facts = new StringBuilder("as of 2026-01-31\n");
    for (int month = 1; month <= 12; month++) {
      facts.append(
          "invoice M%d Elm 2025-%02d-01 due 2025-%02d-28 1000.00 EUR%n"
              .formatted(month, month, month));
      facts.append(
          "paid M%d %s 1000.00%n"
              .formatted(month, month == 2 ? "2025-06-30" : "2025-%02d-28".formatted(month)));
    }
    assertThat(Scenario.of(facts.toString()).assess().toGrow()).isEmpty();
  }

  @Test
  void currencies_are_converted_with_the_rates_shown_or_stay_apart() {
    Scenario scenario =
        Scenario.of(
            """
            as of 2026-01-31
            invoice E1 Elm 2026-01-01 due 2026-01-15 100.00 EUR
            invoice U1 Elm 2026-01-02 due 2026-02-15 120.00 USD
            """);
    FxRates rates = new FxRates();
    Currency eur = Currency.of("EUR");
    rates.add(
        new FxRate(
            eur, Currency.of("USD"), new BigDecimal("1.20"), LocalDate.of(2026, 1, 30), "test"));
    Assessment assessment =
        RiskDesk.assess(scenario.book(), scenario.asOf, new Settings(eur, rates));
    assertThat(assessment.portfolio().inBase().openAmount())
        .isEqualTo(Money.of(eur, new BigDecimal("200")));
    assertThat(assessment.portfolio().inBase().overdueAmount())
        .isEqualTo(Money.of(eur, new BigDecimal("100")));
    assertThat(assessment.portfolio().inBase().dsoDays()).isEqualTo(31);
    assertThat(assessment.ratesUsed()).hasSize(1);
    Assessment without =
        RiskDesk.assess(scenario.book(), scenario.asOf, new Settings(eur, new FxRates()));
    assertThat(without.portfolio().inBase()).isNull();
    assertThat(without.ratesMissing()).containsExactly(Currency.of("USD"));
    assertThat(without.portfolio().concentration()).hasSize(2);
  }

  @Test
  void own_losses_make_the_provision_when_there_are_a_hundred_of_them_over_a_year() {
    StringBuilder facts = new StringBuilder("as of 2026-01-31\n");
    for (int i = 0; i < 100; i++) {
      LocalDate due = LocalDate.of(2023, 1, 1).plusDays(i * 4L);
      facts.append("invoice H%d Elm %s due %s 100.00 EUR%n".formatted(i, due.minusDays(30), due));
      if (i != 7) {
        facts.append("paid H%d %s 100.00%n".formatted(i, due.plusDays(i < 20 ? 45 : 0)));
      }
    }
    facts.append("invoice NOW Elm 2026-01-01 due 2026-02-28 1000.00 EUR\n");
    var provision =
        Scenario.of(facts.toString()).assess().portfolio().currencies().getFirst().provision();
    assertThat(provision.fromOwnHistory()).isTrue();
    assertThat(provision.source()).startsWith("own history: 100 receivables");
    // 1 of 100 was lost; 20 reached 1–30 and 31–60; 1 went on.
    assertThat(provision.lines())
        .extracting(l -> l.ratePercent())
        .containsExactly(1.0, 5.0, 5.0, 100.0, 100.0);
    assertThat(provision.total()).isEqualTo(Money.of(Currency.of("EUR"), new BigDecimal("110")));
  }

  @Test
  void an_empty_book_has_an_assessment_without_figures() {
    Assessment assessment = Scenario.of("as of 2026-01-31").assess();
    assertThat(assessment.debtors()).isEmpty();
    assertThat(assessment.portfolio().open()).isZero();
    assertThat(assessment.portfolio().aging()).hasSize(5);
    assertThat(assessment.newestFact()).isNull();
  }

  @Test
  void two_currencies_of_one_debtor_weigh_by_their_numbers_and_never_by_their_sums() {
    DebtorLine line =
        Scenario.of(
                """
                as of 2026-01-31
                invoice E1 Elm 2025-11-01 due 2025-12-01 1.00 EUR
                paid E1 2025-12-31 1.00
                invoice J1 Elm 2025-11-01 due 2025-12-01 900000 JPY
                paid J1 2025-12-01 900000
                """)
            .only();
    assertThat(line.behaviour().daysBeyondTerms()).isEqualTo(15);
    assertThat(line.behaviour().paymentIndex()).isEqualTo(65);
  }

  @Test
  void debtors_stand_worst_first_and_receivables_follow_them_oldest_first() {
    Assessment assessment =
        Scenario.of(
                """
                as of 2026-01-31
                invoice A1 Fine 2026-01-01 due 2026-02-15 9000.00 EUR
                invoice B2 Late 2025-09-02 due 2025-12-01 10.00 EUR
                invoice B1 Late 2025-09-01 due 2025-10-01 10.00 EUR
                invoice C1 Gone 2026-01-01 due 2026-02-20 5.00 EUR
                noted Gone 2026-01-15 insolvency_opened
                """)
            .assess();
    assertThat(assessment.debtors())
        .extracting(d -> d.debtor().id())
        .containsExactly("Gone", "Late", "Fine");
    assertThat(assessment.receivables())
        .extracting(r -> r.receivable().number())
        .containsExactly("C1", "B1", "B2", "A1");
  }

  private static Scenario scenario(LocalDate asOf, String more) {
    return Scenario.of("as of " + asOf + "\n" + GOOD + more);
  }

  private static DebtorLine on(LocalDate asOf, String more) {
    return scenario(asOf, more).only();
  }
}
