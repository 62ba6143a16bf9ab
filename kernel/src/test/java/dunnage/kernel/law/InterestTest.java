package dunnage.kernel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dunnage.kernel.law.InterestStatement.Status;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterestTest {

  private static final Law LAW = Law.shipped();

  @Test
  void a_consumer_pays_five_points_above_the_base_and_no_fixed_sum() {
    InterestStatement statement = plain("DE-B2C", "3089.00 EUR", "2025-04-16", "2026-02-20");
    assertThat(statement.interest()).hasToString("170.84 EUR");
    assertThat(statement.compensation().amount()).hasToString("0.00 EUR");
    assertThat(statement.confidence()).isEqualTo(Confidence.BACKGROUND);
    assertThat(statement.status()).isEqualTo(Status.COMPUTED);
  }

  @ParameterizedTest
  @CsvSource({
    "BE-B2B,2023-01-15,2023-01-16,10.5", // 2.50 + 8
    "BE-B2B,2025-08-01,2025-08-02,10.5", // 2.15 + 8 rounded up
    "BE-B2B,2024-08-01,2024-08-02,12.5", // 4.25 + 8 rounded up
    "SE-B2B,2016-08-01,2016-08-02,7.5", // -0.50 + 8, not floored
    "DE-B2B,2017-02-01,2017-02-02,8.12", // -0.88 + 9, not floored
    "AT-B2B,2025-08-01,2025-08-02,10.73", // 1.53 + 9.2
    "IE-B2B,2024-06-30,2024-07-02,12.5", // the rate of the due date: 4.50 + 8
    "IT-B2B,2024-06-30,2024-07-02,12.25", // the rate of the half-year: 4.25 + 8
    "FR-B2B,2025-08-01,2025-08-02,12.15",
    "IN-MSMED,2024-01-01,2024-01-15,20.25",
    "CN-SALE,2025-06-01,2025-06-30,3.9", // 1.3 × 3.00
    "TR-B2B-1530-2025,2025-06-01,2025-06-30,53.25",
    "TR-B2B-1530-2025,2026-01-05,2026-01-30,43.00", // the next row takes over
    "CN-SME,2025-07-01,2025-07-02,18.25"
  })
  void the_rate_of_a_day_is_that_of_the_law(String rule, String due, String asOf, String rate) {
    InterestStatement statement = plain(rule, "1000.00 EUR", due, asOf);
    assertThat(statement.segments()).hasSize(1);
    assertThat(statement.segments().getFirst().ratePercent()).isEqualByComparingTo(rate);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB-B2B", "CZ-B2B", "SK-B2B-A", "US-DE", "IE-B2B", "JP-LEGAL", "CN-SALE"})
  void a_frozen_rate_never_moves(String rule) {
    InterestStatement statement = plain(rule, "1000.00 EUR", "2023-11-30", "2025-11-30");
    assertThat(statement.segments()).hasSize(1);
    assertThat(statement.segments().getFirst().days()).isEqualTo(731);
  }

  @Test
  void the_key_rate_counts_day_by_day_and_a_leap_year_has_366() {
    InterestStatement statement = plain("RU-395", "100000.00 RUB", "2024-10-20", "2025-01-10");
    assertThat(statement.segments().stream().map(s -> s.from() + " " + s.ratePercent()))
        .containsExactly("2024-10-21 19.00", "2024-10-28 21.00", "2025-01-01 21.00");
    // 7/366 × 19 % + 65/366 × 21 % + 10/365 × 21 %
    assertThat(statement.interest()).hasToString("4668.24 RUB");
  }

  @ParameterizedTest
  @CsvSource({
    "GB-B2B,999.99 GBP,40.00 GBP",
    "GB-B2B,1000.00 GBP,70.00 GBP",
    "GB-B2B,9999.99 GBP,70.00 GBP",
    "GB-B2B,10000.00 GBP,100.00 GBP",
    "IE-B2B,1000.00 EUR,40.00 EUR",
    "IE-B2B,1000.01 EUR,70.00 EUR",
    "IE-B2B,10000.00 EUR,70.00 EUR",
    "IE-B2B,10000.01 EUR,100.00 EUR",
    "PL-B2B,5000.00 PLN,40.00 EUR",
    "PL-B2B,5000.01 PLN,70.00 EUR",
    "PL-B2B,49999.99 PLN,70.00 EUR",
    "PL-B2B,50000.00 PLN,100.00 EUR",
    "CZ-B2B,1.00 EUR,1200.00 CZK",
    "US-NY,1.00 USD,0.00 USD"
  })
  void the_fixed_sum_goes_by_tiers_of_the_debt(String rule, String debt, String sum) {
    FixedCompensation fixed = plain(rule, debt, "2025-02-01", "2025-03-01").compensation();
    assertThat(fixed.amount()).hasToString(sum);
    assertThat(fixed.atLeast()).isFalse();
  }

  @Test
  void a_tier_in_another_currency_is_not_guessed() {
    FixedCompensation fixed =
        plain("PL-B2B", "20000.00 EUR", "2025-02-01", "2025-03-01").compensation();
    assertThat(fixed.atLeast()).isTrue();
    assertThat(fixed.note()).startsWith("the tier goes by the debt in").doesNotContain("At least");
    assertThat(fixed.amount()).hasToString("40.00 EUR");
    assertThat(fixed.note()).contains("PLN");
  }

  @Test
  void a_part_payment_pays_interest_before_principal() {
    InterestStatement statement =
        paid("DE-B2C", "3089.00 EUR", "2025-04-16", "2026-02-20", null, "500.00 2025-09-01");
    AppliedPayment payment = statement.applied().getFirst();
    assertThat(payment.toInterest()).hasToString("79.57 EUR");
    assertThat(payment.toPrincipal()).hasToString("420.43 EUR");
    assertThat(statement.interest()).hasToString("158.42 EUR");
    assertThat(statement.open()).hasToString("2747.42 EUR");
  }

  @Test
  void principal_first_lets_less_interest_run() {
    InterestStatement statement =
        paid(
            "DE-B2C",
            "3089.00 EUR",
            "2025-04-16",
            "2026-02-20",
            Allocation.PRINCIPAL_FIRST,
            "500.00 2025-09-01");
    assertThat(statement.applied().getFirst().toPrincipal()).hasToString("500.00 EUR");
    // 138 days of 3089.00 and 172 of 2589.00
    assertThat(statement.interest()).hasToString("156.07 EUR");
  }

  @Test
  void costs_are_paid_first_and_bear_no_interest() {
    InterestClaim claim =
        new InterestClaim(
            money("1000.00 EUR"),
            day("2025-01-31"),
            null,
            day("2025-06-30"),
            List.of(new InterestPayment(money("100.00 EUR"), day("2025-03-31"))),
            money("80.00 EUR"),
            null,
            true);
    InterestStatement statement = LAW.interest(rule("DE-B2B"), claim);
    assertThat(statement.applied().getFirst().toCosts()).hasToString("80.00 EUR");
    assertThat(statement.applied().getFirst().toInterest()).hasToString("18.22 EUR");
    assertThat(statement.openCosts().isZero()).isTrue();
  }

  @Test
  void interest_ends_with_full_payment_and_what_is_too_much_is_said() {
    InterestStatement statement =
        paid("US-NY", "1000.00 USD", "2025-01-01", "2025-12-31", null, "2000.00 2025-01-11");
    assertThat(statement.interest()).hasToString("2.47 USD");
    assertThat(statement.surplus()).hasToString("997.53 USD");
    assertThat(statement.open().isZero()).isTrue();
    assertThat(statement.settledOn()).isEqualTo("2025-01-11");
  }

  @Test
  void a_payment_before_the_due_date_lowers_the_principal() {
    InterestStatement statement =
        paid("GB-B2B", "1500.00 GBP", "2025-01-31", "2025-06-30", null, "600.00 2025-01-15");
    assertThat(statement.segments().getFirst().principal()).isEqualByComparingTo("900");
    assertThat(statement.compensation().amount()).hasToString("40.00 GBP");
  }

  @Test
  void all_paid_by_the_due_date_leaves_nothing_late() {
    InterestStatement statement =
        paid("DE-B2B", "1500.00 EUR", "2025-01-31", "2025-06-30", null, "1500.00 2025-01-31");
    assertThat(statement.interest()).hasToString("0.00 EUR");
    assertThat(statement.compensation().amount().isZero()).isTrue();
  }

  @Test
  void a_payment_after_the_day_of_the_statement_does_not_count() {
    InterestStatement statement =
        paid("DE-B2B", "1500.00 EUR", "2025-01-31", "2025-06-30", null, "600.00 2025-07-01");
    assertThat(statement.applied()).isEmpty();
    assertThat(statement.ignored()).hasSize(1);
  }

  @Test
  void on_the_due_date_nothing_is_late() {
    InterestStatement statement = plain("DE-B2B", "1500.00 EUR", "2025-01-31", "2025-01-31");
    assertThat(statement.interest()).hasToString("0.00 EUR");
    assertThat(statement.segments()).isEmpty();
    assertThat(statement.compensation().amount().isZero()).isTrue();
  }

  @Test
  void a_missing_half_year_is_named_and_nothing_is_added_for_it() {
    InterestStatement until = plain("DE-B2B", "1000.00 EUR", "2026-05-31", "2026-12-31");
    InterestStatement later = plain("DE-B2B", "1000.00 EUR", "2026-05-31", "2027-09-30");
    assertThat(until.status()).isEqualTo(Status.COMPUTED);
    assertThat(later.status()).isEqualTo(Status.PARTIAL);
    assertThat(later.interest()).isEqualTo(until.interest());
    assertThat(later.missing()).hasSize(1);
    assertThat(later.missing().getFirst().from()).isEqualTo("2027-01-01");
    assertThat(later.missing().getFirst().to()).isEqualTo("2027-09-30");
    assertThat(later.missing().getFirst().what())
        .isEqualTo("DE_BASISZINS has no value for 2027-H1 and following, to 2027-H2");
  }

  @Test
  void days_before_the_first_known_rate_are_missing_too() {
    InterestStatement statement = plain("BG-B2B-2013", "1000.00 BGN", "2025-09-01", "2026-01-31");
    assertThat(statement.missing().getFirst().what()).contains("BG_BNB_OLP");
    assertThat(statement.segments()).hasSize(1);
    assertThat(statement.segments().getFirst().ruleId()).isEqualTo("BG-B2B-2026");
    assertThat(statement.segments().getFirst().ratePercent()).isEqualByComparingTo("10.15");
  }

  @Test
  void a_background_rate_marks_its_segment_and_the_whole() {
    InterestStatement statement = plain("DE-B2B", "1000.00 EUR", "2026-05-31", "2026-07-31");
    assertThat(statement.segments().stream().map(InterestSegment::confidence))
        .containsExactly(Confidence.VERIFIED, Confidence.BACKGROUND);
    assertThat(statement.confidence()).isEqualTo(Confidence.BACKGROUND);
  }

  @ParameterizedTest
  @CsvSource({
    "SA-NONE,NONE", "CISG-78,UNKNOWN", "IN-GEN,UNKNOWN", "HK-PREJ,UNKNOWN", "BR-406,UNKNOWN",
    "SG-PREJ,ESTIMATE", "AE-COM,ESTIMATE", "US-NY,ESTIMATE", "MY-JUD,ESTIMATE", "CH-GEN,COMPUTED"
  })
  void what_the_law_does_not_give_is_not_computed_as_if_it_did(String rule, Status status) {
    InterestStatement statement = plain(rule, "1000.00 USD", "2025-02-01", "2025-08-01");
    assertThat(statement.status()).isEqualTo(status);
    if (status == Status.UNKNOWN) {
      assertThat(statement.interest()).isNull();
    }
    if (status == Status.NONE) {
      assertThat(statement.interest()).hasToString("0.00 USD");
    }
  }

  @Test
  void without_fault_an_austrian_debtor_owes_four_percent() {
    InterestClaim claim =
        new InterestClaim(
            money("1000.00 EUR"),
            day("2024-12-31"),
            null,
            day("2025-12-31"),
            List.of(),
            money("0.00 EUR"),
            null,
            false);
    assertThat(LAW.interest(rule("AT-B2B"), claim).interest()).hasToString("40.00 EUR");
  }

  @Test
  void a_slovak_creditor_is_offered_the_higher_of_two() {
    InterestClaim falling =
        InterestClaim.plain(money("1000.00 EUR"), day("2024-04-01"), day("2025-12-31"));
    InterestOffer offer = LAW.offer(LAW.interestRules().forLaw("SK"), falling);
    assertThat(offer.statement().rule().id()).isEqualTo("SK-B2B-A");
    assertThat(offer.others()).hasSize(1);
    InterestClaim rising =
        InterestClaim.plain(money("1000.00 EUR"), day("2022-04-01"), day("2024-06-30"));
    offer = LAW.offer(LAW.interestRules().forLaw("SK"), rising);
    assertThat(offer.statement().rule().id()).isEqualTo("SK-B2B-B");
  }

  @Test
  void a_law_is_asked_by_its_code_and_never_guessed() {
    InterestRules rules = LAW.interestRules();
    assertThat(rules.forLaw("de").stream().map(InterestRule::id)).containsExactly("DE-B2B");
    assertThat(rules.forLaw("GB-SCT").stream().map(InterestRule::id)).containsExactly("GB-B2B");
    assertThat(rules.forLaw("TR")).hasSize(2);
    assertThat(rules.forLaw("US")).isEmpty();
    assertThat(rules.forLaw("IN")).isEmpty();
    assertThat(rules.forLaw("")).isEmpty();
    assertThat(rules.find("")).isNull();
  }

  @Test
  void a_chinese_sale_shows_what_the_court_may_go_up_to() {
    InterestClaim claim =
        InterestClaim.plain(money("1000.00 CNY"), day("2025-06-01"), day("2026-06-01"));
    InterestOffer offer = LAW.offer(List.of(rule("CN-SALE")), claim);
    assertThat(offer.statement().interest()).hasToString("39.00 CNY");
    assertThat(offer.others().getFirst().interest()).hasToString("45.00 CNY");
  }

  @Test
  void amounts_beyond_exact_counting_are_a_loud_error() {
    Money most = Money.of(Currency.of("EUR"), new BigDecimal("90000000000000000"));
    InterestClaim claim = InterestClaim.plain(most, day("1990-01-01"), day("2190-01-01"));
    assertThatThrownBy(() -> LAW.interest(rule("US-NY"), claim))
        .isInstanceOf(ArithmeticException.class);
  }

  /// Rules without compounding and without a rate frozen at the start.
  @Test
  void splitting_a_period_anywhere_changes_nothing() {
    long seed = 20261125L;
    Random random = new Random(seed);
    List<InterestRule> simple =
        LAW.interestRules().all().stream()
            .filter(r -> r.compounding() == Compounding.NONE && !r.baseReading().frozen())
            .filter(r -> r.entitlement() != Entitlement.NONE)
            .toList();
    for (int i = 0; i < 2_000; i++) {
      InterestRule rule = simple.get(random.nextInt(simple.size()));
      LocalDate due = day("2014-01-01").plusDays(random.nextInt(4_000));
      LocalDate start = rule.startAfter(due);
      LocalDate end = start.plusDays(1L + random.nextInt(2_000));
      LocalDate cut = start.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(start, end)));
      Money principal = new Money(Currency.of("EUR"), 1 + random.nextInt(1_000_000_000));
      Fraction whole = exact(rule, principal, due, null, end);
      Fraction first = exact(rule, principal, due, null, cut);
      Fraction second = exact(rule, principal, due, cut.plusDays(1), end);
      assertThat(first.plus(second))
          .as(
              "seed %d, round %d: %s %s due %s cut %s end %s",
              seed, i, rule.id(), principal, due, cut, end)
          .isEqualTo(whole);
    }
  }

  @Test
  void what_was_paid_and_what_is_open_add_up_to_what_was_owed() {
    long seed = 4711L;
    Random random = new Random(seed);
    List<InterestRule> rules = LAW.interestRules().all();
    for (int i = 0; i < 2_000; i++) {
      InterestRule rule = rules.get(random.nextInt(rules.size()));
      Currency currency = Currency.of(List.of("EUR", "JPY", "KWD").get(random.nextInt(3)));
      LocalDate due = day("2022-01-01").plusDays(random.nextInt(900));
      LocalDate asOf = due.plusDays(random.nextInt(1_200));
      List<InterestPayment> payments = new ArrayList<>();
      for (int n = random.nextInt(6); n > 0; n--) {
        payments.add(
            new InterestPayment(
                new Money(currency, 1 + random.nextInt(50_000)),
                due.plusDays(random.nextInt(1_300) - 50)));
      }
      InterestClaim claim =
          new InterestClaim(
              new Money(currency, 1 + random.nextInt(100_000)),
              due,
              null,
              asOf,
              payments,
              new Money(currency, random.nextInt(3) * 1_000L),
              random.nextBoolean() ? null : Allocation.PRINCIPAL_FIRST,
              true);
      InterestStatement s = LAW.interest(rule, claim);
      String where = "seed " + seed + ", round " + i + ": " + rule.id() + " " + claim;
      Money paid = Money.zero(currency);
      for (AppliedPayment one : s.applied()) {
        Money parts = one.toCosts().plus(one.toInterest()).plus(one.toPrincipal());
        assertThat(parts.plus(one.surplus())).as(where).isEqualTo(one.payment().amount());
        assertThat(one.surplus().signum()).as(where).isNotNegative();
        paid = paid.plus(parts);
      }
      Money interest = s.interest() == null ? Money.zero(currency) : s.interest();
      Money owed = claim.principal().plus(claim.costs()).plus(interest);
      long gap = Math.abs(owed.minus(paid).minus(s.open()).minor());
      // once all is paid, parts of the smallest unit may be left over
      assertThat(gap).as(where).isLessThanOrEqualTo(s.settledOn() == null ? 0 : 1);
      assertThat(s.open().signum()).as(where).isNotNegative();
      assertThat(s.applied().size() + s.ignored().size()).isEqualTo(payments.size());
    }
  }

  private static Fraction exact(
      InterestRule rule, Money principal, LocalDate due, LocalDate from, LocalDate asOf) {
    InterestClaim claim =
        new InterestClaim(
            principal, due, from, asOf, List.of(), Money.zero(principal.currency()), null, true);
    InterestRun run =
        new InterestRun(
            rule, LAW.interestRules().family(rule), LAW.rates(), claim, rule.multiplier());
    run.statement();
    return run.exactInterest();
  }

  private static InterestStatement plain(String rule, String principal, String due, String asOf) {
    return LAW.interest(rule(rule), InterestClaim.plain(money(principal), day(due), day(asOf)));
  }

  private static InterestStatement paid(
      String rule, String principal, String due, String asOf, Allocation order, String payment) {
    Money sum = money(principal);
    String[] parts = payment.split(" ");
    Money part = Money.of(sum.currency(), new BigDecimal(parts[0]));
    InterestClaim claim =
        new InterestClaim(
            sum,
            day(due),
            null,
            day(asOf),
            List.of(new InterestPayment(part, day(parts[1]))),
            Money.zero(sum.currency()),
            order,
            true);
    return LAW.interest(rule(rule), claim);
  }

  private static InterestRule rule(String id) {
    return Objects.requireNonNull(LAW.interestRules().find(id));
  }

  private static Money money(String written) {
    String[] parts = written.split(" ");
    return Money.of(Currency.of(parts[1]), new BigDecimal(parts[0]));
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
