package dunnage.kernel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitationTest {

  private static final Law LAW = Law.shipped();

  @ParameterizedTest
  @CsvSource({
    "DE-REG,2024-01-01,2027-12-31", // every due date of a year ends alike
    "DE-REG,2024-12-31,2027-12-31",
    "GR-MERCH,2024-06-15,2029-12-31",
    "PL-BUS,2024-03-15,2027-12-31", // 2027-03-15, moved to the end of the year
    "PL-SALE,2024-03-15,2026-12-31",
    "AT-GOODS,2024-02-29,2027-02-28", // no 29 February in 2027
    "CH-GEN,2024-02-29,2034-02-28",
    "SK-COM,2024-02-29,2028-02-29",
    "US-UCC,2024-02-28,2028-02-29", // the day after is 29 February
    "US-UCC,2024-02-29,2028-03-01",
    "HR-COM,2024-12-31,2028-01-01", // starts on the day after
    "FR-COM,2021-05-31,2026-05-31",
    "CA-ON,2024-05-31,2026-05-31",
    "TW-GOODS,2024-05-31,2026-05-31"
  })
  void the_last_day_follows_the_start_and_the_end_of_the_row(
      String rule, String due, String expires) {
    assertThat(limitation(rule, due, "2026-11-25").expires()).isEqualTo(expires);
  }

  @Test
  void a_later_start_shows_the_cautious_day_too() {
    Limitation limitation = limitation("US-UCC", "2022-02-28", "2026-01-01");
    assertThat(limitation.expires()).isEqualTo("2026-03-01");
    assertThat(limitation.earliestSafe()).isEqualTo("2026-02-28");
  }

  @Test
  void a_restart_that_rolls_to_the_end_of_the_year_shows_the_bare_day_too() {
    Limitation limitation =
        limitation("PL-SALE", "2024-03-15", "2026-11-25", "acknowledged=2025-05-10");
    assertThat(limitation.expires()).isEqualTo("2027-12-31");
    assertThat(limitation.earliestSafe()).isEqualTo("2027-05-10");
  }

  @Test
  void a_shorter_rule_for_sellers_is_shown_as_the_safe_day() {
    Limitation limitation = limitation("TW-GEN", "2024-05-31", "2026-01-01");
    assertThat(limitation.expires()).isEqualTo("2039-05-31");
    assertThat(limitation.earliestSafe()).isEqualTo("2026-05-31");
    assertThat(limitation.alternatives().getFirst().rule().id()).isEqualTo("TW-GOODS");
  }

  @ParameterizedTest
  @CsvSource({
    "CN-GEN,2023-01-15,demand=2024-06-01,2027-06-01",
    "SE-GEN,2023-01-15,demand=2024-06-01,2034-06-01",
    "IT-ORD,2023-01-15,demand=2024-06-01,2034-06-01",
    "DE-REG,2023-01-15,demand=2024-06-01,2026-12-31", // a letter does nothing in Germany
    "GB-ENG,2023-01-15,demand=2024-06-01,2029-01-15",
    "FR-COM,2023-01-15,demand=2024-06-01,2028-01-15",
    "DE-REG,2024-03-15,acknowledged=2026-05-10,2029-05-10", // not the end of the year
    "DE-REG,2024-03-15,acknowledged=2024-05-10,2027-12-31", // never shortens
    "PL-BUS,2024-03-15,acknowledged=2026-05-10,2029-12-31",
    "CZ-GEN,2024-03-15,acknowledged=2026-05-10,2036-05-10", // ten years (s 639)
    "CZ-GEN,2024-03-15,part-payment=2026-05-10,2027-03-15", // not listed
    "GB-ENG,2020-03-15,part-payment=2026-03-01,2032-03-01",
    "US-TX,2024-03-15,part-payment=2026-05-10,2028-03-15",
    "US-UCC,2022-02-28,acknowledged=2024-01-01,2026-03-01", // left to state law
    "BE-CONTR,2016-03-15,lawyer-notice=2026-02-01,2027-02-01", // one more year
    "BE-CONTR,2020-03-15,lawyer-notice=2026-02-01,2030-03-15",
    "JP-GEN,2021-03-15,demand=2026-02-01,2026-08-01", // six months, no new period
    "AR-GEN,2021-03-15,demand=2024-02-01,2026-09-15", // six months stand still
    "KR-COM,2021-03-15,demand=2026-02-01,2026-08-01",
    "FR-COM,2021-03-15,suit=2026-02-01,2031-02-01",
    "CH-GEN,2021-03-15,enforcement=2026-02-01,2036-02-01",
    "CN-GEN,2023-01-15,force-majeure=2025-10-01..2025-12-01,2026-06-01",
    "CN-GEN,2023-01-15,force-majeure=2024-10-01..2024-12-01,2026-01-15", // too early to matter
    "INT-LIM,2021-03-15,force-majeure=2025-01-01..2025-03-10,2026-03-10"
  })
  void an_event_does_what_its_row_says(String rule, String due, String event, String expires) {
    assertThat(limitation(rule, due, "2026-11-25", event).expires()).isEqualTo(expires);
  }

  @Test
  void an_event_the_row_does_not_list_is_said_to_have_no_effect() {
    Limitation limitation = limitation("DE-REG", "2024-03-15", "2026-11-25", "demand=2025-01-01");
    LimitationStep step = limitation.steps().getLast();
    assertThat(step.counts()).isFalse();
    assertThat(step.text()).contains("does not list it");
  }

  @Test
  void negotiations_pause_the_clock_and_leave_three_months() {
    assertThat(
            limitation("DE-REG", "2024-03-15", "2026-11-25", "negotiation=2026-01-10..2026-03-10")
                .expires())
        .isEqualTo("2028-02-29"); // 60 days after 31 December 2027
    assertThat(
            limitation("DE-REG", "2020-03-15", "2026-11-25", "negotiation=2023-12-30..2023-12-31")
                .expires())
        .isEqualTo("2024-03-31"); // two days, but three months after the end (s 203)
    assertThat(
            limitation("DE-REG", "2024-03-15", "2026-11-25", "negotiation=2024-04-01..2024-12-31")
                .expires())
        .isEqualTo("2027-12-31"); // before time had started
  }

  @Test
  void a_suit_that_still_lasts_moves_the_last_day_with_it() {
    Limitation limitation = limitation("DE-REG", "2023-03-15", "2026-11-25", "suit=2026-11-16");
    assertThat(limitation.pending()).isTrue();
    // ten days and the six months after them: 16 November to 25 May
    assertThat(limitation.expires()).isEqualTo("2027-07-10");
    assertThat(limitation("DE-REG", "2023-03-15", "2026-11-25", "suit=2026-11-16..2026-11-25"))
        .returns(false, Limitation::pending)
        .returns(LocalDate.parse("2027-07-10"), Limitation::expires);
  }

  @Test
  void days_that_stand_still_twice_count_once() {
    Limitation once =
        limitation("DE-REG", "2024-03-15", "2026-11-25", "negotiation=2026-01-01..2026-02-28");
    Limitation twice =
        limitation(
            "DE-REG",
            "2024-03-15",
            "2026-11-25",
            "negotiation=2026-01-01..2026-02-20",
            "negotiation=2026-02-01..2026-02-28");
    assertThat(twice.expires()).isEqualTo(once.expires());
  }

  @Test
  void what_comes_too_late_does_not_revive_a_claim() {
    Limitation late = limitation("IN-GEN", "2020-03-15", "2026-11-25", "acknowledged=2023-03-16");
    assertThat(late.expires()).isEqualTo("2023-03-15");
    assertThat(late.expired()).isTrue();
    assertThat(late.steps().getLast().text()).contains("too late");
    assertThat(
            limitation("IN-GEN", "2020-03-15", "2026-11-25", "acknowledged=2023-03-15").expires())
        .isEqualTo("2026-03-15");
    // art 206(2): in Russia a written acknowledgement helps even then
    assertThat(
            limitation("RU-GEN", "2020-03-15", "2026-11-25", "acknowledged=2024-03-16").expires())
        .isEqualTo("2027-03-16");
  }

  @Test
  void brazil_interrupts_once_and_no_more() {
    Limitation limitation =
        limitation(
            "BR-LIQ", "2020-03-15", "2026-11-25", "acknowledged=2022-01-01", "suit=2024-01-01");
    assertThat(limitation.expires()).isEqualTo("2027-01-01");
    assertThat(limitation.steps().getLast().text()).contains("only once");
  }

  @Test
  void the_long_stop_ends_a_chain_of_acknowledgements() {
    assertThat(
            limitation(
                    "SK-COM",
                    "2014-03-15",
                    "2026-11-25",
                    "acknowledged=2018-01-01",
                    "acknowledged=2021-12-01")
                .expires())
        .isEqualTo("2024-03-15");
    // the ten years of BGB 199(4) cap the first period only
    assertThat(
            limitation(
                    "DE-REG",
                    "2014-03-15",
                    "2026-11-25",
                    "acknowledged=2017-01-01",
                    "acknowledged=2019-12-01",
                    "acknowledged=2022-11-01")
                .expires())
        .isEqualTo("2025-11-01");
  }

  @Test
  void events_before_the_due_date_or_after_the_day_do_not_count() {
    Limitation limitation =
        limitation("CN-GEN", "2024-01-15", "2026-11-25", "demand=2023-12-01", "demand=2026-12-01");
    assertThat(limitation.expires()).isEqualTo("2027-01-15");
    assertThat(limitation.steps().stream().filter(s -> s.text().startsWith("Demand")))
        .hasSize(2)
        .noneMatch(LimitationStep::counts);
  }

  @Test
  void a_suit_in_england_stops_the_clock() {
    Limitation limitation = limitation("GB-ENG", "2020-03-15", "2026-11-25", "suit=2026-03-15");
    assertThat(limitation.stopped()).isTrue();
    assertThat(limitation.expired()).isFalse();
    assertThat(limitation("GB-ENG", "2020-03-15", "2026-11-25", "suit=2026-03-16").expired())
        .isTrue();
  }

  @Test
  void warnings_come_180_90_30_and_7_days_before() {
    Limitation limitation = limitation("DE-REG", "2023-03-15", "2026-11-25");
    assertThat(limitation.daysLeft()).isEqualTo(36);
    assertThat(limitation.marks().stream().map(Limitation.Mark::days))
        .containsExactly(180, 90, 30, 7);
    assertThat(limitation.marks().stream().map(Limitation.Mark::reached))
        .containsExactly(true, true, false, false);
    assertThat(limitation.marks().getLast().date()).isEqualTo("2026-12-24");
  }

  @Test
  void nothing_that_happens_shortens_the_time() {
    long seed = 88L;
    Random random = new Random(seed);
    List<LimitationRule> rules = LAW.limitationRules().all();
    EventKind[] kinds = EventKind.values();
    for (int i = 0; i < 5_000; i++) {
      LimitationRule rule = rules.get(random.nextInt(rules.size()));
      LocalDate due = LocalDate.parse("2015-01-01").plusDays(random.nextInt(3_000));
      LocalDate asOf = due.plusDays(random.nextInt(6_000));
      List<LimitationEvent> events = new ArrayList<>();
      for (int n = random.nextInt(5); n > 0; n--) {
        LocalDate from = due.plusDays(random.nextInt(4_000) - 100);
        LocalDate to = random.nextBoolean() ? null : from.plusDays(random.nextInt(400));
        events.add(new LimitationEvent(kinds[random.nextInt(kinds.length)], from, to));
      }
      Limitation none = LAW.limitation(rule, due, asOf, List.of());
      Limitation some = LAW.limitation(rule, due, asOf, events);
      String where = "seed " + seed + ", round " + i + ": " + rule.id() + " " + due + " " + events;
      assertThat(some.expires()).as(where).isAfterOrEqualTo(none.expires());
      assertThat(some.earliestSafe()).as(where).isBeforeOrEqualTo(some.expires());
      assertThat(some.steps()).as(where).hasSizeGreaterThanOrEqualTo(3 + events.size());
    }
  }

  @Test
  void an_event_cannot_end_before_it_starts() {
    assertThatThrownBy(() -> event("suit=2026-03-02..2026-03-01"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Limitation limitation(String rule, String due, String asOf, String... events) {
    LimitationRule row = Objects.requireNonNull(LAW.limitationRules().find(rule));
    List<LimitationEvent> happened =
        java.util.Arrays.stream(events).map(LimitationTest::event).toList();
    return LAW.limitation(row, LocalDate.parse(due), LocalDate.parse(asOf), happened);
  }

  private static LimitationEvent event(String written) {
    String[] parts = written.split("=|\\.\\.");
    return new LimitationEvent(
        Objects.requireNonNull(EventKind.find(parts[0])),
        LocalDate.parse(parts[1]),
        parts.length > 2 ? LocalDate.parse(parts[2]) : null);
  }
}
