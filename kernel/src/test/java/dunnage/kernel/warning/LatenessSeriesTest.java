package dunnage.kernel.warning;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import dunnage.kernel.warning.LatenessSeries.Month;
import dunnage.kernel.warning.LatenessSeries.Point;
import dunnage.kernel.warning.LatenessSeries.Typical;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LatenessSeriesTest {

  private static final Party DEBTOR = new Party("Harbour Ltd", "Harbour Ltd", "GB");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

  private final List<Fact> facts = new ArrayList<>();

  @Test
  void a_debtor_who_stops_paying_gets_later_month_by_month_up_to_the_day() {
    for (int week = 100; week > 25; week -= 2) {
      due(DAY.minusWeeks(week), 5);
    }
    for (int week = 25; week > 0; week -= 2) {
      due(DAY.minusWeeks(week), null);
    }
    LatenessSeries series = series(DAY.minusWeeks(25));
    List<Double> typical =
        series.months().stream()
            .map(Month::typical)
            .filter(Objects::nonNull)
            .map(Typical::days)
            .toList();
    assertThat(typical.subList(typical.size() - 4, typical.size())).isSorted();
    assertThat(typical.getFirst()).isEqualTo(5);
    assertThat(typical.getLast()).isGreaterThan(80);
    assertThat(last(series).growing()).isTrue();
    assertThat(series.recent().open()).isEqualTo(series.recent().receivables()).isEqualTo(13);
    assertThat(series.usual()).isNotNull();
    assertThat(series.usual().middle()).isEqualTo(5);
  }

  @Test
  void what_is_unpaid_but_not_yet_later_than_usual_makes_nobody_look_better() {
    for (int week = 100; week > 3; week--) {
      due(DAY.minusWeeks(week), 20);
    }
    for (int week = 3; week > 0; week--) {
      due(DAY.minusWeeks(week), null);
    }
    LatenessSeries series = series(null);
    assertThat(last(series)).isEqualTo(new Typical(20, false));
    assertThat(series.recent().open()).isEqualTo(3);
  }

  @Test
  void early_payers_have_negative_days() {
    for (int week = 40; week > 2; week--) {
      due(DAY.minusWeeks(week), -7);
    }
    LatenessSeries series = series(null);
    assertThat(last(series)).isEqualTo(new Typical(-7, false));
    assertThat(series.points()).extracting(Point::daysLate).containsOnly(-7.0);
  }

  @Test
  void every_month_stands_in_it_also_one_in_which_nothing_fell_due() {
    due(LocalDate.of(2026, 1, 12), 3);
    due(LocalDate.of(2026, 4, 12), 40);
    LatenessSeries series = series(null);
    assertThat(series.months()).extracting(Month::receivables).containsExactly(1, 0, 0, 1, 0, 0);
    assertThat(series.months().get(1).late()).isNull();
    assertThat(series.months().get(3).typical()).isNotNull();
    assertThat(series.months().get(3).typical().days())
        .as("18 days unpaid tell nothing yet")
        .isEqualTo(3);
    assertThat(last(series).days()).as("paid after 40").isEqualTo(21.5);
    assertThat(series.months().getLast().to()).isEqualTo(DAY);
  }

  @Test
  void ten_thousand_receivables_become_ranges_of_at_most_36_months() {
    for (int i = 0; i < 10_000; i++) {
      due(DAY.minusDays(1 + i % 1_400), i % 31 - 5);
    }
    LatenessSeries series = series(null);
    assertThat(series.points()).isEmpty();
    assertThat(series.months()).hasSize(LatenessSeries.MONTHS);
    assertThat(series.months()).allMatch(m -> m.late() != null && m.late().high() <= 25);
    assertThat(series.months().stream().mapToInt(Month::receivables).sum())
        .isEqualTo(series.receivables());
  }

  @Test
  void facts_after_the_day_and_what_is_not_due_yet_do_not_exist() {
    due(DAY.minusDays(10), 90);
    due(DAY.plusDays(1), null);
    LatenessSeries series = series(null);
    assertThat(series.points()).containsExactly(new Point(DAY.minusDays(10), 10, true));
  }

  @Test
  void nothing_due_gives_nothing_to_draw() {
    due(DAY.plusDays(5), null);
    LatenessSeries series = series(DAY.minusDays(3));
    assertThat(series.receivables()).isZero();
    assertThat(series.months()).isEmpty();
    assertThat(series.usual()).isNull();
  }

  private static Typical last(LatenessSeries series) {
    return Objects.requireNonNull(series.months().getLast().typical());
  }

  private LatenessSeries series(@Nullable LocalDate since) {
    return LatenessSeries.of(Book.of(facts).debtors().getFirst(), DAY, since);
  }

  private void due(LocalDate due, @Nullable Integer late) {
    Money amount = new Money(Currency.of("EUR"), 100_000);
    Receivable receivable =
        new Receivable(
            "R" + facts.size(), DEBTOR, due.minusDays(30), due, amount, null, Origin.NONE);
    facts.add(new Fact.Issued(receivable));
    if (late != null) {
      facts.add(
          new Fact.Settled(receivable, new Entry(Entry.Kind.PAYMENT, due.plusDays(late), amount)));
    }
  }
}
