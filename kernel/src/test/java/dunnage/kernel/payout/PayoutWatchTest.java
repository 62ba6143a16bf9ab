package dunnage.kernel.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.payout.PayoutSign.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayoutWatchTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final LocalDate START = LocalDate.of(2025, 1, 1);

  /// Fortnightly settlements of 1,000.00, promised 5 days after their end, paid with the given
  /// lags; null: not paid.
  private static List<MarketplaceSettlement> fortnights(@Nullable Integer... lags) {
    List<MarketplaceSettlement> all = new ArrayList<>();
    for (int i = 0; i < lags.length; i++) {
      LocalDate to = START.plusDays(14L * i + 13);
      List<Payout> paid = new ArrayList<>();
      if (lags[i] != null) {
        paid.add(new Payout(to.plusDays(5L + lags[i]), euro(100_000), true));
      }
      all.add(one("S" + i, to.minusDays(13), to, euro(100_000), paid, Map.of()));
    }
    return all;
  }

  private static MarketplaceSettlement one(
      String id,
      LocalDate from,
      LocalDate to,
      Money due,
      List<Payout> paid,
      Map<RowType, Money> types) {
    return new MarketplaceSettlement(
        "amazon",
        "",
        id,
        from,
        to,
        due.currency(),
        due,
        due,
        3,
        types,
        paid,
        null,
        true,
        new Origin("a.txt", 2));
  }

  private static Money euro(long cents) {
    return new Money(EUR, cents);
  }

  private static PayoutAccount at(List<MarketplaceSettlement> settlements, LocalDate day) {
    PayoutReport report = PayoutWatch.of(settlements, PayoutTerms.shipped(), day);
    assertThat(report.accounts()).hasSize(1);
    return report.accounts().getFirst();
  }

  private static LocalDate promised(int i) {
    return START.plusDays(14L * i + 18);
  }

  @Test
  void payouts_on_time_are_steady() {
    PayoutAccount account = at(fortnights(0, 1, 0, 0, 2, 0, 1, 0, 0, 0), promised(9).plusDays(1));
    assertThat(account.isAlarm()).isFalse();
    assertThat(account.usualLagDays()).isEqualTo(0, within(0.5));
    assertThat(account.lagDaysPerMonth()).isEqualTo(0, within(0.01));
    assertThat(account.lines().getLast().lagDays()).isZero();
  }

  @Test
  void payouts_that_come_later_and_later_are_an_alarm_with_its_day() {
    List<MarketplaceSettlement> all = fortnights(0, 1, 0, 0, 2, 0, 3, 5, 8, 11, 15);
    PayoutAccount account = at(all, promised(9).plusDays(12));
    assertThat(account.isAlarm()).isTrue();
    assertThat(account.signs().getFirst().kind()).isEqualTo(Kind.LATER);
    assertThat(account.alarmSince()).isEqualTo(promised(6));
    assertThat(account.lagDaysPerMonth()).isGreaterThan(2);
  }

  @Test
  void one_late_payout_is_a_change_point_and_no_alarm() {
    List<MarketplaceSettlement> all = fortnights(0, 1, 0, 0, 2, 0, 13, 0, 1, 0);
    for (int i = 0; i < 60; i++) {
      LocalDate day = promised(6).plusDays(i - 5);
      assertThat(at(all, day).isAlarm()).as("on " + day).isFalse();
    }
    PayoutAccount after = at(all, promised(9).plusDays(1));
    assertThat(after.signs().stream().map(PayoutSign::kind)).containsExactly(Kind.ONE_OFF);
    assertThat(after.signs().getFirst().since()).isEqualTo(promised(6));
  }

  @Test
  void a_stop_is_an_alarm_once_no_change_of_rule_explains_it() {
    List<MarketplaceSettlement> all = fortnights(0, 1, 0, 0, 2, 0, null, null);
    assertThat(at(all, promised(6).plusDays(12)).isAlarm()).isFalse();
    PayoutAccount account = at(all, promised(7).plusDays(6));
    assertThat(account.isAlarm()).isTrue();
    assertThat(account.trapped().overdue()).isEqualTo(euro(200_000));
  }

  @Test
  void an_announced_change_explains_its_drought() {
    List<MarketplaceSettlement> all = fortnights(0, 1, 0, 0, 2, 0, 13, 12, 11, 0, 0);
    PayoutTerms told = new PayoutTerms(null, null, promised(5).plusDays(3));
    LocalDate day = promised(8).plusDays(12);
    assertThat(at(all, day).isAlarm()).isTrue();
    assertThat(PayoutWatch.of(all, told, day).accounts().getFirst().isAlarm()).isFalse();
  }

  @Test
  void payouts_in_parts_are_an_alarm_from_the_second_on() {
    List<MarketplaceSettlement> all = new ArrayList<>(fortnights(0, 0, 0, 0, 0, 0));
    for (int i = 6; i < 8; i++) {
      LocalDate to = START.plusDays(14L * i + 13);
      Payout part = new Payout(to.plusDays(5), euro(70_000), true);
      all.add(one("S" + i, to.minusDays(13), to, euro(100_000), List.of(part), Map.of()));
    }
    assertThat(at(all, promised(6).plusDays(11)).isAlarm()).isFalse();
    PayoutAccount account = at(all, promised(7).plusDays(11));
    assertThat(account.signs().stream().filter(PayoutSign::alarm).map(PayoutSign::kind))
        .contains(Kind.PART_PAID);
    assertThat(account.trapped().overdue()).isEqualTo(euro(60_000));
  }

  @Test
  void a_growing_reserve_is_an_alarm_and_is_trapped() {
    List<MarketplaceSettlement> all = new ArrayList<>();
    long held = 0;
    for (int i = 0; i < 10; i++) {
      LocalDate to = START.plusDays(14L * i + 13);
      long hold = i < 6 ? 5_000 : 5_000 + 12_000L * (i - 5);
      Map<RowType, Money> types =
          Map.of(
              RowType.SALE, euro(100_000),
              RowType.RESERVE_HOLD, euro(-hold),
              RowType.RESERVE_RELEASE, euro(held));
      Money due = euro(100_000 - hold + held);
      held = hold;
      all.add(
          one(
              "S" + i,
              to.minusDays(13),
              to,
              due,
              List.of(new Payout(to.plusDays(5), due, true)),
              types));
    }
    PayoutAccount account = at(all, promised(9));
    assertThat(account.signs().getFirst().kind()).isEqualTo(Kind.RESERVE_GROWING);
    assertThat(account.trapped().reserve()).isEqualTo(euro(held));
  }

  @Test
  void a_settlement_given_twice_counts_once_and_a_missing_one_is_named() {
    List<MarketplaceSettlement> all = new ArrayList<>(fortnights(0, 0, 0, null));
    all.add(all.getFirst());
    all.remove(2);
    PayoutReport report = PayoutWatch.of(all, PayoutTerms.shipped(), promised(3));
    assertThat(report.findings().stream().map(f -> f.code()))
        .containsExactlyInAnyOrder(
            FindingCode.SETTLEMENT_READ_TWICE, FindingCode.SETTLEMENT_MISSING);
    assertThat(report.accounts().getFirst().lines()).hasSize(3);
    assertThat(report.trapped().getFirst().notYetDue()).isEqualTo(euro(100_000));
  }

  @Test
  void what_is_not_known_yet_on_a_day_does_not_count() {
    List<MarketplaceSettlement> all = fortnights(0, 0, 0, 0);
    PayoutAccount account = at(all, promised(1).minusDays(1));
    assertThat(account.lines()).hasSize(2);
    assertThat(account.lines().getLast().paidOn()).isNull();
    assertThat(account.trapped().notYetDue()).isEqualTo(euro(100_000));
  }

  @Test
  void rules_are_dated_and_differ_by_currency() {
    LocalDate day = LocalDate.of(2026, 3, 20);
    assertThat(PayoutRules.of("amazon", "USD", day).droughtDays()).isEqualTo(14);
    assertThat(PayoutRules.of("amazon", "CAD", day).droughtDays()).isZero();
    assertThat(
            PayoutRules.of("wemakeprice", "KRW", LocalDate.of(2024, 5, 31))
                .promised(LocalDate.of(2024, 5, 31)))
        .isEqualTo(LocalDate.of(2024, 7, 7));
    assertThat(
            PayoutRules.of("tmon", "KRW", LocalDate.of(2024, 5, 31))
                .promised(LocalDate.of(2024, 5, 31)))
        .isEqualTo(LocalDate.of(2024, 7, 10));
    assertThat(PayoutRules.of("nobody", "EUR", day)).isNull();
  }

  /// The two Korean platforms together, KRW millions: 18,900 a day payable (6.9 tn a year); on 29
  /// July 2024 only 166,200 of it, from May, was overdue, and the loss became 1,278,900.
  @Test
  void the_korean_platforms_owed_eight_times_what_was_overdue() {
    Currency krw = Currency.of("KRW");
    List<MarketplaceSettlement> all = new ArrayList<>();
    for (int month = 1; month <= 6; month++) {
      LocalDate from = LocalDate.of(2024, month, 1);
      LocalDate to = from.plusMonths(1).minusDays(1);
      Money due = new Money(krw, 18_900L * to.getDayOfMonth());
      List<Payout> paid = new ArrayList<>();
      if (month < 5) {
        paid.add(new Payout(PayoutRules.of("wemakeprice", "KRW", to).promised(to), due, true));
      } else if (month == 5) {
        paid.add(new Payout(LocalDate.of(2024, 7, 7), due.minus(new Money(krw, 166_200)), true));
      }
      all.add(
          new MarketplaceSettlement(
              "wemakeprice",
              "",
              "2024-0" + month,
              from,
              to,
              krw,
              due,
              due,
              1,
              Map.of(),
              paid,
              null,
              true,
              Origin.NONE));
    }
    PayoutAccount account = at(all, LocalDate.of(2024, 7, 29));
    assertThat(account.isAlarm()).isTrue();
    assertThat(account.trapped().overdue().minor()).isEqualTo(166_200);
    assertThat((double) account.trapped().total().minor()).isCloseTo(1_278_900, within(30_000.0));
  }
}
