package dunnage.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarTest {

  @Test
  void an_incoterm_is_read_from_the_start_of_a_cell() {
    assertThat(Incoterm.in("FOB Ningbo")).isEqualTo(Incoterm.FOB);
    assertThat(Incoterm.in("  cif Hamburg ")).isEqualTo(Incoterm.CIF);
    assertThat(Incoterm.in("DDP")).isEqualTo(Incoterm.DDP);
    assertThat(Incoterm.in("FOB(宁波)")).isEqualTo(Incoterm.FOB);
    assertThat(Incoterm.in("DAT 2010")).isEqualTo(Incoterm.DAT);
  }

  @Test
  void the_old_names_of_cost_and_freight_are_cfr() {
    assertThat(Incoterm.in("CNF Lagos")).isEqualTo(Incoterm.CFR);
    assertThat(Incoterm.in("C&F Lagos")).isEqualTo(Incoterm.CFR);
  }

  @Test
  void a_word_that_only_begins_like_an_incoterm_is_none() {
    assertThat(Incoterm.in("FOBS")).isNull();
    assertThat(Incoterm.in("CIFRA 3")).isNull();
    assertThat(Incoterm.in("")).isNull();
    assertThat(Incoterm.in("Ningbo FOB")).isNull();
  }

  @Test
  void days_count_from_the_clock_day() {
    assertThat(part(60, false).due(LocalDate.of(2026, 1, 31))).isEqualTo("2026-04-01");
    assertThat(part(-7, false).due(LocalDate.of(2026, 3, 5))).isEqualTo("2026-02-26");
    assertThat(part(0, false).due(LocalDate.of(2026, 3, 5))).isEqualTo("2026-03-05");
  }

  @Test
  void end_of_month_starts_the_days_on_the_last_day_of_the_month() {
    assertThat(part(30, true).due(LocalDate.of(2026, 1, 1))).isEqualTo("2026-03-02");
    assertThat(part(0, true).due(LocalDate.of(2026, 2, 3))).isEqualTo("2026-02-28");
    assertThat(part(0, true).due(LocalDate.of(2026, 12, 31))).isEqualTo("2026-12-31");
  }

  @Test
  void a_leap_day_is_a_day_like_any_other() {
    assertThat(part(1, false).due(LocalDate.of(2024, 2, 28))).isEqualTo("2024-02-29");
    assertThat(part(365, false).due(LocalDate.of(2024, 2, 29))).isEqualTo("2025-02-28");
    assertThat(part(0, true).due(LocalDate.of(2024, 2, 1))).isEqualTo("2024-02-29");
    assertThat(part(30, true).due(LocalDate.of(2024, 2, 1))).isEqualTo("2024-03-30");
  }

  @Test
  void the_due_date_itself_is_not_late() {
    LocalDate due = LocalDate.of(2024, 2, 29);

    assertThat(AgingBucket.of(due, due)).isEqualTo(AgingBucket.NOT_DUE);
    assertThat(AgingBucket.of(due, due.plusDays(1))).isEqualTo(AgingBucket.DAYS_1_30);
    assertThat(AgingBucket.of(due, due.plusDays(30))).isEqualTo(AgingBucket.DAYS_1_30);
    assertThat(AgingBucket.of(due, due.plusDays(31))).isEqualTo(AgingBucket.DAYS_31_60);
    assertThat(AgingBucket.of(due, due.plusDays(90))).isEqualTo(AgingBucket.DAYS_61_90);
    assertThat(AgingBucket.of(due, due.plusDays(91))).isEqualTo(AgingBucket.OVER_90);
  }

  private static TermsPart part(int days, boolean endOfMonth) {
    return new TermsPart(
        BigDecimal.valueOf(100),
        "whole",
        PaymentMethod.OPEN_ACCOUNT,
        ClockStart.INVOICE,
        days,
        endOfMonth);
  }
}
