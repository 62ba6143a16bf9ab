package dunnage.kernel.waterfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaterfallTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final long SEED = 20_261_125;

  @Test
  void costs_come_before_fees_before_interest_before_the_advance_and_the_rest_is_the_sellers() {
    Distribution split = Waterfall.distribute(eur("75000.00"), financing("63750.00"));

    assertThat(split.shares().stream().map(s -> s.paid().decimal()))
        .containsExactly("40.00", "2100.00", "0.00", "63750.00");
    assertThat(split.rest()).isEqualTo(eur("9110.00"));
    assertThat(split.shortfall().isZero()).isTrue();
  }

  @Test
  void a_sum_that_does_not_reach_leaves_the_last_rank_short() {
    Distribution split = Waterfall.distribute(eur("60000.00"), financing("63750.00"));

    assertThat(split.shares().getLast().paid()).isEqualTo(eur("57860.00"));
    assertThat(split.shares().getLast().shortfall()).isEqualTo(eur("5890.00"));
    assertThat(split.rest().isZero()).isTrue();
  }

  @Test
  void a_class_shares_pro_rata_and_no_cent_is_lost() {
    List<RankedClaim> three =
        List.of(
            new RankedClaim(1, "a", eur("1.00")),
            new RankedClaim(1, "b", eur("1.00")),
            new RankedClaim(1, "c", eur("1.00")));

    assertThat(paid(Waterfall.distribute(eur("1.00"), three))).containsExactly(34L, 33L, 33L);
  }

  @Test
  void a_cap_leaves_the_sum_to_those_behind() {
    List<RankedClaim> claims =
        List.of(
            new RankedClaim(1, "costs", eur("500.00"), eur("100.00")),
            new RankedClaim(2, "advance", eur("300.00")));
    Distribution split = Waterfall.distribute(eur("350.00"), claims);

    assertThat(paid(split)).containsExactly(10_000L, 25_000L);
    assertThat(split.shares().getFirst().shortfall()).isEqualTo(eur("400.00"));
  }

  @Test
  void nothing_to_claim_and_nothing_to_share_are_answers() {
    assertThat(Waterfall.distribute(eur("5.00"), List.of()).rest()).isEqualTo(eur("5.00"));
    assertThat(paid(Waterfall.distribute(eur("0.00"), financing("1.00"))))
        .containsExactly(0L, 0L, 0L, 0L);
    assertThatThrownBy(() -> Waterfall.distribute(eur("-0.01"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RankedClaim(1, "a", eur("-1.00")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatever_the_claims_money_is_conserved_and_ranks_are_kept() {
    Random random = new Random(SEED);
    for (int round = 0; round < 5_000; round++) {
      List<RankedClaim> claims = claims(random);
      Money received = new Money(EUR, random.nextLong(20_000));
      String where = "seed " + SEED + " round " + round + ": " + received + " " + claims;
      Distribution split = Waterfall.distribute(received, claims);

      assertThat(paid(split).stream().mapToLong(p -> p).sum() + split.rest().minor())
          .as(where)
          .isEqualTo(received.minor());
      assertThat(split.rest().signum()).as(where).isNotNegative();
      for (Distribution.Share share : split.shares()) {
        assertThat(share.paid().signum()).as(where).isNotNegative();
        assertThat(share.paid().minor())
            .as(where)
            .isLessThanOrEqualTo(share.claim().reachable().minor());
        assertThat(share.paid().plus(share.shortfall())).as(where).isEqualTo(share.claim().due());
      }
      ranksAreKept(split, where);
      sharesAreProRata(split, where);
    }
  }

  @Test
  void more_money_never_leaves_a_rank_with_less() {
    Random random = new Random(SEED);
    for (int round = 0; round < 1_000; round++) {
      List<RankedClaim> claims = claims(random);
      long received = random.nextLong(20_000);
      long more = received + random.nextLong(500);
      for (int rank = 1; rank <= 4; rank++) {
        assertThat(ofRank(Waterfall.distribute(new Money(EUR, more), claims), rank))
            .as("seed %d round %d rank %d", SEED, round, rank)
            .isGreaterThanOrEqualTo(
                ofRank(Waterfall.distribute(new Money(EUR, received), claims), rank));
      }
    }
  }

  /// A later rank has something only where every earlier one has all it can take.
  private static void ranksAreKept(Distribution split, String where) {
    for (Distribution.Share later : split.shares()) {
      for (Distribution.Share earlier : split.shares()) {
        if (later.paid().signum() > 0 && earlier.claim().rank() < later.claim().rank()) {
          assertThat(earlier.paid()).as(where).isEqualTo(earlier.claim().reachable());
        }
      }
    }
  }

  /// Within a class each is within one unit of its exact share.
  private static void sharesAreProRata(Distribution split, String where) {
    for (Distribution.Share share : split.shares()) {
      int rank = share.claim().rank();
      long wanted =
          split.shares().stream()
              .filter(s -> s.claim().rank() == rank)
              .mapToLong(s -> s.claim().reachable().minor())
              .sum();
      BigInteger exact =
          BigInteger.valueOf(ofRank(split, rank))
              .multiply(BigInteger.valueOf(share.claim().reachable().minor()));
      BigInteger got =
          BigInteger.valueOf(share.paid().minor()).multiply(BigInteger.valueOf(wanted));
      assertThat(exact.subtract(got).abs())
          .as(where)
          .isLessThanOrEqualTo(BigInteger.valueOf(wanted));
    }
  }

  private static long ofRank(Distribution split, int rank) {
    return split.shares().stream()
        .filter(s -> s.claim().rank() == rank)
        .mapToLong(s -> s.paid().minor())
        .sum();
  }

  private static List<RankedClaim> claims(Random random) {
    List<RankedClaim> claims = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      Money due = new Money(EUR, random.nextInt(4) == 0 ? 0 : random.nextLong(3_000));
      Money cap = random.nextInt(3) == 0 ? new Money(EUR, random.nextLong(3_000)) : null;
      claims.add(new RankedClaim(1 + random.nextInt(4), "claim " + i, due, cap));
    }
    return claims;
  }

  private static List<Long> paid(Distribution split) {
    return split.shares().stream().map(s -> s.paid().minor()).toList();
  }

  private static List<RankedClaim> financing(String advance) {
    return List.of(
        new RankedClaim(1, "costs", eur("40.00")),
        new RankedClaim(2, "fee", eur("2100.00")),
        new RankedClaim(3, "interest", eur("0.00")),
        new RankedClaim(4, "advance", eur(advance)));
  }

  private static Money eur(String amount) {
    return Money.of(EUR, new BigDecimal(amount));
  }
}
