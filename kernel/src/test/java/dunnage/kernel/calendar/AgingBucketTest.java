package dunnage.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgingBucketTest {

  @ParameterizedTest
  @CsvSource({
    "-1, NOT_DUE",
    "0, NOT_DUE",
    "1, DAYS_1_30",
    "30, DAYS_1_30",
    "31, DAYS_31_60",
    "60, DAYS_31_60",
    "61, DAYS_61_90",
    "90, DAYS_61_90",
    "91, OVER_90",
    "4000, OVER_90"
  })
  void buckets_change_on_the_day_after_thirty_sixty_and_ninety(int daysLate, AgingBucket bucket) {
    LocalDate due = LocalDate.of(2024, 2, 29);
    assertThat(AgingBucket.of(due, due.plusDays(daysLate))).isEqualTo(bucket);
  }
}
