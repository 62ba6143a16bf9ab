package dunnage.kernel.world;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.Fact;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorldTest {

  private static final LocalDate START = LocalDate.of(2021, 1, 1);
  private static final LocalDate EVER = LocalDate.of(2100, 1, 1);

  @Test
  void the_same_seed_gives_the_same_world_and_another_seed_another() {
    List<Life> world = World.debtors(7, 60, START, 3);
    assertThat(World.debtors(7, 60, START, 3)).isEqualTo(world);
    assertThat(World.debtors(8, 60, START, 3)).isNotEqualTo(world);
    assertThat(World.marketplaces(7, 30, START, 3)).isEqualTo(World.marketplaces(7, 30, START, 3));
  }

  @Test
  void a_debtor_is_the_same_however_many_are_asked_for() {
    assertThat(World.debtors(7, 5, START, 3))
        .isEqualTo(World.debtors(7, 40, START, 3).subList(0, 5));
  }

  @Test
  void every_kind_occurs() {
    Set<Kind> seen = EnumSet.noneOf(Kind.class);
    World.debtors(1, 300, START, 3).forEach(life -> seen.add(life.kind()));
    World.marketplaces(1, 100, START, 3).forEach(life -> seen.add(life.kind()));
    assertThat(seen).isEqualTo(EnumSet.allOf(Kind.class));
  }

  @Test
  void the_healthy_pay_everything_within_ninety_days_of_terms_and_have_no_default() {
    for (Life life : all()) {
      if (life.kind().healthy()) {
        assertThat(life.truth().firstDefault()).as("%s", life.debtor()).isNull();
        assertThat(firstDefault(life)).as("%s", life.debtor()).isNull();
      }
    }
  }

  @Test
  void the_first_default_named_is_the_one_the_payments_show() {
    for (Life life : all()) {
      assertThat(life.truth().firstDefault())
          .as("%s %s", life.debtor(), life.kind())
          .isEqualTo(firstDefault(life));
    }
  }

  @Test
  void who_drifts_into_default_does_so_after_it_began_to_get_worse() {
    List<Life> drifting = all().stream().filter(l -> l.kind() == Kind.DRIFTING).toList();
    List<Long> days = new ArrayList<>();
    for (Life life : drifting) {
      LocalDate worse = life.truth().worseFrom();
      LocalDate fails = life.truth().firstDefault();
      assertThat(worse).isNotNull();
      if (fails != null) {
        days.add(ChronoUnit.DAYS.between(worse, fails));
      }
    }
    assertThat(days).hasSizeGreaterThan(drifting.size() * 9 / 10).allMatch(d -> d > 0);
    Collections.sort(days);
    assertThat(days.get(days.size() / 2)).isBetween(60L, 400L);
  }

  @Test
  void before_anything_changes_the_sick_look_like_the_healthy() {
    // Otherwise a detector could learn the kind instead of the change.
    double healthy = meanDaysBeyondTerms(Kind.STEADY);
    assertThat(meanDaysBeyondTerms(Kind.DRIFTING))
        .isCloseTo(healthy, org.assertj.core.data.Offset.offset(5.0));
    assertThat(meanDaysBeyondTerms(Kind.ORDERS_FALLING))
        .isCloseTo(healthy, org.assertj.core.data.Offset.offset(5.0));
  }

  @Test
  void usual_days_beyond_terms_follow_the_published_quartiles() {
    List<Double> usual = new ArrayList<>();
    for (Life life : World.debtors(11, 1000, START, 2)) {
      if (life.kind() == Kind.STEADY) {
        List<Long> late = new ArrayList<>();
        for (Account account : life.book().accounts()) {
          if (account.receivable().deal() == null) {
            late.add(lateDays(account));
          }
        }
        if (late.size() > 5) {
          Collections.sort(late);
          usual.add((double) late.get(late.size() / 2));
        }
      }
    }
    Collections.sort(usual);
    // UK reports: -4, 10, 25. Payments cannot be earlier than issued, which lifts the low end a
    // little.
    assertThat(usual.get(usual.size() / 4)).isBetween(-9.0, 2.0);
    assertThat(usual.get(usual.size() / 2)).isBetween(6.0, 15.0);
    assertThat(usual.get(usual.size() * 3 / 4)).isBetween(20.0, 31.0);
  }

  @Test
  void orders_of_a_failing_buyer_fall_to_a_fraction_before_it_fails() {
    int fell = 0;
    int all = 0;
    for (Life life : all()) {
      LocalDate fails = life.truth().firstDefault();
      if (life.kind() == Kind.ORDERS_FALLING && fails != null) {
        all++;
        fell +=
            invoiced(life, fails.minusDays(180), fails)
                    < 0.5 * invoiced(life, START, START.plusDays(360)) / 2
                ? 1
                : 0;
      }
    }
    assertThat(all).isGreaterThan(10);
    assertThat(fell).isGreaterThan(all * 8 / 10);
  }

  private static double invoiced(Life life, LocalDate from, LocalDate to) {
    double sum = 0;
    for (Account account : life.book().accounts()) {
      LocalDate issued = account.receivable().issued();
      if (!issued.isBefore(from) && issued.isBefore(to)) {
        sum += account.receivable().amount().minor();
      }
    }
    return sum;
  }

  private static double meanDaysBeyondTerms(Kind kind) {
    double sum = 0;
    int count = 0;
    for (int seed = 1; seed <= 60; seed++) {
      for (Account account : World.debtor(seed, kind, START, 3).book().accounts()) {
        if (account.receivable().due().isBefore(START.plusDays(300))) {
          sum += lateDays(account);
          count++;
        }
      }
    }
    return sum / count;
  }

  private static long lateDays(Account account) {
    LocalDate paid = account.settledOn(EVER);
    return paid == null
        ? Truth.DEFAULT_DAYS + 1
        : ChronoUnit.DAYS.between(account.receivable().due(), paid);
  }

  private static LocalDate firstDefault(Life life) {
    LocalDate first = null;
    for (Account account : life.book().accounts()) {
      LocalDate due = account.receivable().due();
      if (lateDays(account) > Truth.DEFAULT_DAYS && (first == null || due.isBefore(first))) {
        first = due;
      }
    }
    return first;
  }

  private static List<Life> all() {
    List<Life> lives = new ArrayList<>(World.debtors(3, 250, START, 3));
    lives.addAll(World.marketplaces(3, 120, START, 3));
    return lives.stream()
        .filter(l -> l.facts().stream().anyMatch(Fact.Issued.class::isInstance))
        .toList();
  }
}
