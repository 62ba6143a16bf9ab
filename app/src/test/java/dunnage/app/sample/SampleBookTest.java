package dunnage.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SampleBookTest {

  @Test
  void every_day_is_later_by_whole_weeks_and_nothing_else_is_taken_for_a_day() {
    assertThat(SampleBook.later("R2026-01,2026-01-30,12026-01-30,2026-01-30T10:00", 7))
        .isEqualTo("R2026-01,2026-02-06,12026-01-30,2026-02-06T10:00");
    LocalDate day = SampleBook.upTo(LocalDate.of(2027, 3, 3));
    assertThat(day).isBetween(LocalDate.of(2027, 2, 25), LocalDate.of(2027, 3, 3));
    assertThat(day.getDayOfWeek()).isEqualTo(SampleBook.written().getDayOfWeek());
    assertThat(SampleBook.upTo(LocalDate.of(2020, 1, 1))).isEqualTo(SampleBook.written());
  }

  @Test
  void each_file_is_there() {
    assertThat(SampleBook.names()).hasSizeGreaterThan(3).contains("receivables.csv");
    for (String name : SampleBook.names()) {
      assertThat(SampleBook.file(name, SampleBook.written())).as(name).isNotBlank();
    }
  }
}
