package dunnage.kernel.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentIndexTest {

  @ParameterizedTest
  @CsvSource({
    "-31, 100",
    "-30, 100",
    "-20, 90",
    "0, 80",
    "15, 70",
    "22, 60",
    "30, 50",
    "60, 40",
    "90, 30",
    "120, 20",
    "180, 1",
    "181, 1",
    "-10, 85",
    "7.5, 75",
    "135, 15.25"
  })
  void the_score_lies_on_straight_lines_between_the_anchors(double days, double score) {
    assertThat(PaymentIndex.score(days)).isCloseTo(score, within(1e-9));
  }

  @Test
  void a_day_later_never_scores_better() {
    for (int day = -60; day < 400; day++) {
      assertThat(PaymentIndex.score(day + 1)).isLessThanOrEqualTo(PaymentIndex.score(day));
    }
  }
}
