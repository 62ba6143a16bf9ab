package dunnage.kernel.warning;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import dunnage.kernel.world.Life;
import dunnage.kernel.world.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WarningsTest {

  private static final Party DEBTOR = new Party("Harbour Ltd", "Harbour Ltd", "GB");
  private static final LocalDate START = LocalDate.of(2023, 3, 1);

  private final List<Fact> facts = new ArrayList<>();

  @Test
  void nothing_is_said_without_data() {
    invoice(START, 1000, 3, null);
    DebtorWarning said = said(START.plusDays(60));
    assertThat(said.trend()).isEqualTo(Tendency.UNKNOWN);
    assertThat(said.warnings()).isEmpty();
  }

  @Test
  void a_steady_payer_gives_no_warning_in_any_week() {
    fortnights(0, 70, i -> 3 + i % 5);
    for (int week = 1; week < 140; week++) {
      DebtorWarning said = said(START.plusWeeks(week));
      assertThat(said.warnings()).as("week %d", week).isEmpty();
    }
    assertThat(said(START.plusWeeks(130)).trend()).isEqualTo(Tendency.STEADY);
  }

  /// The worked example of docs/methodology/warning.md.
  @Test
  void a_buyer_who_pays_five_days_more_late_each_time_is_noticed_and_dated() {
    fortnights(0, 39, i -> 3 + i % 5);
    fortnights(39, 52, i -> 5 + 5 * (i - 38));
    assertThat(said(START.plusDays(39 * 14 + 30)).trend()).isEqualTo(Tendency.STEADY);
    DebtorWarning said = said(START.plusDays(52 * 14));
    assertThat(said.trend()).isEqualTo(Tendency.WORSE);
    Warning warning = only(said, Signal.LATENESS);
    assertThat(warning.evidence()).isGreaterThanOrEqualTo(1);
    LocalDate began = START.plusDays(39 * 14 + 30);
    assertThat(warning.since()).isBetween(began.minusDays(28), began.plusDays(42));
    assertThat(warning.words()).contains("usual for this debtor is 5 (±4)");
  }

  @Test
  void one_very_late_invoice_is_no_warning() {
    fortnights(0, 60, i -> i == 50 ? 80 : 3 + i % 5);
    for (int week = 100; week < 120; week++) {
      assertThat(said(START.plusWeeks(week)).warnings()).as("week %d", week).isEmpty();
    }
  }

  @Test
  void who_stops_paying_is_late_though_nothing_late_was_ever_paid() {
    fortnights(0, 45, i -> 3 + i % 5);
    for (int i = 45; i < 50; i++) {
      invoice(START.plusDays(14 * i), 1000, null, null);
    }
    assertThat(only(said(START.plusDays(14 * 50 + 40)), Signal.LATENESS).words())
        .contains("still unpaid");
  }

  @Test
  void paying_sooner_is_said_too() {
    fortnights(0, 40, i -> 30 + i % 5);
    fortnights(40, 60, i -> 2 + i % 5);
    DebtorWarning said = said(START.plusDays(60 * 14));
    assertThat(said.trend()).isEqualTo(Tendency.BETTER);
    assertThat(only(said, Signal.LATENESS).direction()).isEqualTo(Tendency.BETTER);
  }

  @Test
  void orders_that_grow_are_said_too() {
    fortnights(0, 48, i -> 4 + i % 3);
    for (int i = 96; i < 144; i++) {
      invoice(START.plusDays(7L * i), 1000, 4 + i % 3, null);
    }
    DebtorWarning said = said(START.plusDays(7 * 144));
    assertThat(said.trend()).isEqualTo(Tendency.BETTER);
    Warning more = only(said, Signal.ORDER_VOLUME);
    assertThat(more.direction()).isEqualTo(Tendency.BETTER);
    assertThat(more.since()).isBetween(START.plusDays(7 * 80), START.plusDays(7 * 125));
    assertThat(said.since()).isEqualTo(more.since());
    assertThat(more.words()).contains("invoiced in the last months, since");
  }

  @Test
  void paying_sooner_and_ordering_more_are_both_told_with_their_days() {
    fortnights(0, 48, i -> 30 + i % 5);
    for (int i = 96; i < 150; i++) {
      invoice(START.plusDays(7L * i), 1000, 2 + i % 5, null);
    }
    DebtorWarning said = said(START.plusDays(7 * 152));
    assertThat(said.trend()).isEqualTo(Tendency.BETTER);
    only(said, Signal.LATENESS);
    only(said, Signal.ORDER_VOLUME);
  }

  @Test
  void a_missed_payment_run_is_one_piece_of_news() {
    // Weekly invoices, all paid at the end of the month; once the run comes a week late.
    for (int i = 0; i < 100; i++) {
      LocalDate issued = START.plusDays(7L * i);
      LocalDate due = issued.plusDays(30);
      LocalDate run = due.withDayOfMonth(due.lengthOfMonth());
      int late = (int) (run.toEpochDay() - due.toEpochDay()) + (i >= 90 && i < 94 ? 8 : 0);
      invoice(issued, 1000, late, null);
    }
    for (int week = 88; week < 100; week++) {
      assertThat(said(START.plusWeeks(week)).warnings()).as("week %d", week).isEmpty();
    }
  }

  @Test
  void what_everybody_does_at_once_is_not_held_against_each() {
    List<Fact> all = new ArrayList<>();
    List<Party> debtors = new ArrayList<>();
    for (int d = 0; d < 30; d++) {
      Party one = new Party("D" + d, "D" + d, "");
      debtors.add(one);
      for (int i = 0; i < 60; i++) {
        LocalDate due = START.plusDays(14L * i + d % 14 + 30);
        // In the last ten weeks all pay 25 days later; the last debtor 60.
        int more = i < 55 ? 0 : d == 29 ? 60 : 25;
        Receivable receivable =
            new Receivable(
                one.id() + "-" + i, one, due.minusDays(30), due, money(100), null, Origin.NONE);
        all.add(new Fact.Issued(receivable));
        all.add(
            new Fact.Settled(
                receivable,
                new Entry(Entry.Kind.PAYMENT, due.plusDays(3 + i % 5 + more), money(100))));
      }
    }
    Book book = Book.of(all);
    LocalDate day = START.plusDays(14 * 60 + 40);
    Climate climate = Climate.of(book, day);
    int alone = 0;
    List<String> together = new ArrayList<>();
    for (DebtorBook debtor : book.debtors()) {
      alone += Warnings.of(debtor, day).trend() == Tendency.WORSE ? 1 : 0;
      if (Warnings.of(debtor, day, climate).trend() == Tendency.WORSE) {
        together.add(debtor.debtor().id());
      }
    }
    assertThat(alone).isEqualTo(30);
    assertThat(together).containsExactly("D29");
  }

  @Test
  void files_that_end_before_the_day_are_no_fall_of_every_debtors_orders() {
    List<Fact> all = new ArrayList<>();
    for (int d = 0; d < 12; d++) {
      Party one = new Party("D" + d, "D" + d, "");
      for (int i = 0; i < 30; i++) {
        LocalDate issued = START.plusDays(30L * i + d);
        Receivable receivable =
            new Receivable(
                one.id() + "-" + i,
                one,
                issued,
                issued.plusDays(30),
                money(100),
                null,
                Origin.NONE);
        all.add(new Fact.Issued(receivable));
        Entry paid = new Entry(Entry.Kind.PAYMENT, issued.plusDays(33 + i % 3), money(100));
        all.add(new Fact.Settled(receivable, paid));
      }
    }
    Book book = Book.of(all);
    LocalDate day = START.plusDays(30 * 36);
    Climate climate = Climate.of(book, day);
    for (DebtorBook debtor : book.debtors()) {
      assertThat(Warnings.of(debtor, day).trend()).isEqualTo(Tendency.WORSE);
      assertThat(Warnings.of(debtor, day, climate).trend()).isEqualTo(Tendency.STEADY);
    }
  }

  @Test
  void more_evidence_is_rarer_with_whom_nothing_is_wrong() {
    double before = Double.MAX_VALUE;
    for (double evidence : new double[] {1, 1.1, 1.3, 1.5, 1.9}) {
      double rate =
          new Warning(Signal.LATENESS, START, evidence, Tendency.WORSE, "")
              .falseAlarmsPerHundredYears();
      assertThat(rate).isPositive().isLessThan(before);
      before = rate;
    }
  }

  @Test
  void a_debtor_of_two_hundred_thousand_rows_with_talk_is_looked_at_in_a_moment() {
    for (int i = 0; i < 200_000; i++) {
      invoice(START.plusDays(i / 200), 1000, 3 + i % 5, null);
    }
    for (int i = 0; i < 20_000; i++) {
      note(i / 20, i % 2 == 0 ? Event.PROMISE : Event.MESSAGE_SENT, START.plusDays(i / 20 + 3));
    }
    DebtorBook book = Book.of(facts).debtors().getFirst();
    long began = System.nanoTime();
    assertThat(Warnings.of(book, START.plusDays(1000)).trend()).isNotEqualTo(Tendency.UNKNOWN);
    assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(8000);
  }

  @Test
  void short_payments_that_become_usual_are_noticed_and_a_usual_habit_is_not() {
    for (int i = 0; i < 52; i++) {
      boolean isShort = i >= 40;
      invoice(START.plusDays(14 * i), 1000, 3, isShort ? 20 : null);
    }
    LocalDate day = START.plusDays(14 * 52 + 20);
    only(said(day), Signal.PART_PAYMENTS);
    facts.clear();
    for (int i = 0; i < 52; i++) {
      invoice(START.plusDays(14 * i), 1000, 3, 20);
    }
    assertThat(said(day).warnings()).noneMatch(w -> w.signal() == Signal.PART_PAYMENTS);
  }

  @Test
  void fewer_orders_and_smaller_orders_are_both_a_falling_volume() {
    fortnights(0, 48, i -> 4);
    for (int i = 48; i < 72; i += 5) {
      invoice(START.plusDays(14 * i), 1000, 4, null);
    }
    only(said(START.plusDays(14 * 72)), Signal.ORDER_VOLUME);
    facts.clear();
    for (int i = 0; i < 72; i++) {
      invoice(START.plusDays(14 * i), i < 48 ? 1000 : 200, 4, null);
    }
    only(said(START.plusDays(14 * 72)), Signal.ORDER_VOLUME);
  }

  @Test
  void a_season_that_comes_every_year_is_no_falling_volume() {
    for (int day = 0; day < 1200; day += 7) {
      double season = 1 + 0.7 * Math.cos(2 * Math.PI * day / 365.25);
      invoice(START.plusDays(day), Math.round(1000 * season), 4, null);
    }
    for (int day = 800; day < 1190; day += 7) {
      assertThat(said(START.plusDays(day)).warnings()).as("day %d", day).isEmpty();
    }
  }

  @Test
  void three_messages_without_answer_or_money_are_silence_and_an_answer_ends_it() {
    note(100, Event.MESSAGE_SENT, null);
    note(115, Event.CALL_UNANSWERED, null);
    note(130, Event.MESSAGE_SENT, null);
    invoice(START, 1000, null, null);
    assertThat(only(said(START.plusDays(135)), Signal.SILENCE).since())
        .isEqualTo(START.plusDays(100));
    note(136, Event.REPLY, null);
    assertThat(said(START.plusDays(140)).warnings()).noneMatch(w -> w.signal() == Signal.SILENCE);
  }

  @Test
  void a_receivable_unpaid_for_more_than_ninety_days_is_default_whatever_is_known_of_habits() {
    invoice(START, 1000, null, null);
    LocalDate due = START.plusDays(30);
    assertThat(said(due.plusDays(90)).warnings()).isEmpty();
    assertThat(only(said(due.plusDays(91)), Signal.LATENESS).since()).isEqualTo(due);
  }

  @Test
  void a_contact_gone_is_noticed_when_nobody_takes_over() {
    invoice(START, 1000, null, null);
    note(100, Event.CONTACT_LEFT, null);
    assertThat(said(START.plusDays(120)).warnings()).isEmpty();
    assertThat(only(said(START.plusDays(150)), Signal.SILENCE).words()).contains("contact left");
  }

  @Test
  void three_promises_without_any_money_are_a_habit() {
    invoice(START, 1000, null, null);
    for (int i = 0; i < 3; i++) {
      note(60 + 30 * i, Event.PROMISE, START.plusDays(70 + 30 * i));
    }
    assertThat(said(START.plusDays(110)).warnings()).isEmpty();
    only(said(START.plusDays(140)), Signal.BROKEN_PROMISES);
  }

  @Test
  void balances_unpaid_while_new_orders_come_are_noticed() {
    for (int i = 0; i < 8; i++) {
      Deal deal = new Deal("O" + i, "balance", "", null, null, null, false);
      add(START.plusDays(30L * i), 1000, i < 5 ? 4 : null, null, deal);
    }
    assertThat(said(START.plusDays(240)).warnings())
        .noneMatch(w -> w.signal() == Signal.UNPAID_BALANCES);
    add(
        START.plusDays(250),
        1000,
        null,
        null,
        new Deal("O9", "deposit", "", null, null, null, false));
    assertThat(only(said(START.plusDays(290)), Signal.UNPAID_BALANCES).words())
        .contains("newer orders");
  }

  @Test
  void nothing_after_the_day_is_used() {
    for (Life life : World.debtors(21, 60, START, 3)) {
      for (int days = 300; days < 1000; days += 140) {
        LocalDate day = START.plusDays(days);
        List<Fact> known = life.facts().stream().filter(f -> !on(f).isAfter(day)).toList();
        if (known.stream().anyMatch(Fact.Issued.class::isInstance)) {
          DebtorBook before = Book.of(known).debtors().getFirst();
          assertThat(Warnings.of(life.book(), day))
              .as("%s on %s", life.debtor().id(), day)
              .isEqualTo(Warnings.of(before, day));
        }
      }
    }
  }

  @Test
  void stricter_thresholds_never_warn_where_the_usual_ones_do_not() {
    for (Life life : World.debtors(22, 40, START, 3)) {
      if (!life.facts().isEmpty()
          && Warnings.of(life.book(), START.plusDays(900), Climate.NONE, 1).trend()
              != Tendency.WORSE) {
        assertThat(Warnings.of(life.book(), START.plusDays(900), Climate.NONE, 2).trend())
            .isNotEqualTo(Tendency.WORSE);
      }
    }
  }

  private static LocalDate on(Fact fact) {
    return switch (fact) {
      case Fact.Issued issued -> issued.receivable().issued();
      case Fact.Settled settled -> java.util.Objects.requireNonNull(settled.entry().on());
      case Fact.Ordered ordered -> ordered.on();
      case Fact.Noted noted -> noted.on();
      case Fact.Remitted row -> LocalDate.MIN;
      case Fact.BankReceipt line -> line.on();
      case Fact.CreditHeld credit -> LocalDate.MIN;
      case Fact.Received payment -> payment.on();
      case Fact.Allocated part -> LocalDate.MIN;
    };
  }

  private void fortnights(int from, int to, java.util.function.IntUnaryOperator late) {
    for (int i = from; i < to; i++) {
      invoice(START.plusDays(14L * i), 1000, late.applyAsInt(i), null);
    }
  }

  private void invoice(
      LocalDate issued, long amount, @Nullable Integer late, @Nullable Integer restLate) {
    add(issued, amount, late, restLate, null);
  }

  /// @param restLate days beyond terms at which a third of the amount follows; null if paid at once
  private void add(
      LocalDate issued,
      long amount,
      @Nullable Integer late,
      @Nullable Integer restLate,
      @Nullable Deal deal) {
    LocalDate due = issued.plusDays(30);
    Receivable receivable =
        new Receivable("I" + facts.size(), DEBTOR, issued, due, money(amount), deal, Origin.NONE);
    facts.add(new Fact.Issued(receivable));
    long rest = restLate == null ? 0 : amount / 3;
    if (late != null) {
      facts.add(
          new Fact.Settled(
              receivable, new Entry(Entry.Kind.PAYMENT, due.plusDays(late), money(amount - rest))));
    }
    if (restLate != null) {
      facts.add(
          new Fact.Settled(
              receivable, new Entry(Entry.Kind.PAYMENT, due.plusDays(restLate), money(rest))));
    }
  }

  private void note(int day, Event event, @Nullable LocalDate until) {
    facts.add(new Fact.Noted(DEBTOR, START.plusDays(day), event, "", null, until, Origin.NONE));
  }

  private DebtorWarning said(LocalDate day) {
    return Warnings.of(Book.of(facts).debtors().getFirst(), day);
  }

  private static Warning only(DebtorWarning said, Signal signal) {
    List<Warning> found = said.warnings().stream().filter(w -> w.signal() == signal).toList();
    assertThat(found).as("%s", said).hasSize(1);
    return found.getFirst();
  }

  private static Money money(long units) {
    return new Money(Currency.of("EUR"), units * 100);
  }
}
