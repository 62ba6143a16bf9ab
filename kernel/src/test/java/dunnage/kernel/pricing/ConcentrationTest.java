package dunnage.kernel.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConcentrationTest {

  private static final long SEED = 812;

  @Test
  void the_cap_is_a_share_of_the_pool_before_it() {
    assertThat(cap(List.of(60L, 20L, 20L), "0.25", false)).isEqualTo(25);
    assertThat(cap(List.of(), "0.25", false)).isZero();
  }

  @Test
  void of_the_pool_after_it_the_cap_is_what_it_says_of_the_result() {
    // 400 of 1000 at 25 %: rest 600 = 75 % of the pool, so the pool is 800 and the cap 200
    assertThat(cap(List.of(400L, 200L, 200L, 200L), "0.25", true)).isEqualTo(200);
  }

  @Test
  void too_few_debtors_make_no_pool_of_which_none_is_above_the_share() {
    assertThat(cap(List.of(100L, 100L, 100L), "0.2", true)).isZero();
    assertThat(cap(List.of(100L, 100L, 100L, 100L, 100L), "0.2", true)).isEqualTo(100);
    assertThat(cap(List.of(), "0.2", true)).isZero();
  }

  @Test
  void the_closed_form_finds_the_largest_pool_that_keeps_its_own_cap() {
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      List<Long> amounts = random.longs(random.nextInt(1, 9), 0, 400).boxed().toList();
      BigDecimal share = BigDecimal.valueOf(random.nextInt(1, 100), 2);
      assertThat(cap(amounts, share.toString(), true))
          .as("seed %d round %d: %s of %s", SEED, round, share, amounts)
          .isEqualTo(bruteForce(amounts, share));
    }
  }

  private static long bruteForce(List<Long> amounts, BigDecimal share) {
    for (long pool = amounts.stream().mapToLong(a -> a).sum(); pool > 0; pool--) {
      long cap = share.multiply(BigDecimal.valueOf(pool)).longValue();
      if (amounts.stream().mapToLong(a -> Math.min(a, cap)).sum() >= pool) {
        return cap;
      }
    }
    return 0;
  }

  private static long cap(List<Long> amounts, String share, boolean ofCappedPool) {
    return Concentration.cap(amounts, new BigDecimal(share), ofCappedPool);
  }
}
