package dunnage.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.Portfolio.AgingLine;
import dunnage.kernel.assessment.RiskDesk;
import dunnage.kernel.assessment.Settings;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Random books with part payments, credit notes, write-offs, overpayments, undated entries and
/// five currencies; the position is computed here once more, from the facts alone.
class BookInvariantTest {

  private static final List<String> CURRENCIES = List.of("EUR", "USD", "CNY", "JPY", "BHD");
  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final int SPAN_DAYS = 500;
  private static final int SEEDS = 60;

  @Test
  void aging_as_of_any_day_is_the_brute_force_sum_of_the_facts() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Random random = new Random(seed);
      List<Fact> facts = facts(random);
      Book book = Book.of(facts);
      for (int k = 0; k < 8; k++) {
        LocalDate day = START.plusDays(random.nextInt(SPAN_DAYS + 200) - 50);
        Assessment assessment = RiskDesk.assess(book, day, Settings.plain());
        assertThat(aged(assessment))
            .as("seed %d, day %s", seed, day)
            .isEqualTo(bruteForce(facts, day));
        assertThat(held(assessment))
            .as("surplus, seed %d, day %s", seed, day)
            .isEqualTo(bruteSurplus(facts, day));
        assertConsistent(assessment, "seed " + seed + ", day " + day);
      }
    }
  }

  @Test
  void the_same_facts_in_any_legal_order_give_the_same_book_and_assessment() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Random random = new Random(seed);
      List<Fact> facts = facts(random);
      Book book = Book.of(facts);
      List<Fact> shuffled = new ArrayList<>(facts);
      Collections.shuffle(shuffled, random);
      Book again = Book.of(shuffled);
      LocalDate day = START.plusDays(random.nextInt(SPAN_DAYS));
      assertThat(RiskDesk.assess(again, day, Settings.plain()).toString())
          .as("seed %d, day %s", seed, day)
          .isEqualTo(RiskDesk.assess(book, day, Settings.plain()).toString());
    }
  }

  @Test
  void facts_after_the_day_change_nothing() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Random random = new Random(seed);
      List<Fact> facts = facts(random);
      LocalDate day = START.plusDays(random.nextInt(SPAN_DAYS));
      List<Fact> known = facts.stream().filter(f -> !dayOf(f).isAfter(day)).toList();
      Assessment whole = RiskDesk.assess(Book.of(facts), day, Settings.plain());
      Assessment cut = RiskDesk.assess(Book.of(known), day, Settings.plain());
      assertThat(whole.portfolio().toString())
          .as("seed %d, day %s", seed, day)
          .isEqualTo(cut.portfolio().toString());
      assertThat(whole.debtors().toString())
          .as("seed %d, day %s", seed, day)
          .isEqualTo(cut.debtors().toString());
    }
  }

  private static LocalDate dayOf(Fact fact) {
    return switch (fact) {
      case Fact.Issued issued -> issued.receivable().issued();
      case Fact.Remitted row -> row.entry().on() == null ? LocalDate.MIN : row.entry().on();
      case Fact.Noted note -> note.on();
      case Fact.Ordered order -> order.on();
      case Fact.Settled _,
          Fact.BankReceipt _,
          Fact.CreditHeld _,
          Fact.Received _,
          Fact.Allocated _ ->
          throw new AssertionError(fact);
    };
  }

  private static void assertConsistent(Assessment assessment, String where) {
    for (var line : assessment.debtors()) {
      if (line.score() != null) {
        int lost = line.reasons().stream().mapToInt(r -> r.points()).sum();
        assertThat(lost).as("%s: %s", where, line.reasons()).isEqualTo(line.score() - 100);
      }
    }
    assertThat(assessment.receivables()).as(where).hasSize(assessment.portfolio().open());
  }

  private static List<Fact> facts(Random random) {
    List<Fact> facts = new ArrayList<>();
    int receivables = 5 + random.nextInt(60);
    for (int i = 0; i < receivables; i++) {
      Party debtor = new Party("D" + random.nextInt(6), "Debtor", "");
      Currency currency = Currency.of(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
      LocalDate issued = START.plusDays(random.nextInt(SPAN_DAYS));
      LocalDate due = issued.plusDays(random.nextInt(100) - 5);
      long amount = 1 + random.nextInt(100_000);
      String number = "N" + i;
      facts.add(
          new Fact.Issued(
              new Receivable(
                  number, debtor, issued, due, new Money(currency, amount), null, Origin.NONE)));
      int entries = random.nextInt(4);
      for (int e = 0; e < entries; e++) {
        Entry.Kind kind = Entry.Kind.values()[random.nextInt(3)];
        LocalDate on = random.nextInt(8) == 0 ? null : issued.plusDays(random.nextInt(200) - 10);
        long part = 1 + random.nextLong(amount);
        facts.add(
            new Fact.Remitted(
                number, "", new Entry(kind, on, new Money(currency, part)), Origin.NONE));
      }
      LocalDate noted = issued.plusDays(random.nextInt(60));
      if (random.nextInt(3) == 0) {
        Event event = Event.values()[random.nextInt(Event.values().length)];
        LocalDate until = event == Event.PROMISE ? noted.plusDays(20) : null;
        // One note a day and debtor: the order of two within a day is the file's to tell.
        Party own = new Party("D" + i % 6, "Debtor", "");
        facts.add(
            new Fact.Noted(
                own,
                noted.withDayOfMonth(1).plusDays(i % 28),
                event,
                "",
                null,
                until,
                Origin.NONE));
      }
    }
    return onePerDay(facts);
  }

  private static List<Fact> onePerDay(List<Fact> facts) {
    Map<String, Fact> notes = new HashMap<>();
    List<Fact> kept = new ArrayList<>();
    for (Fact fact : facts) {
      if (!(fact instanceof Fact.Noted note)
          || notes.put(note.debtor().id() + note.on(), note) == null) {
        kept.add(fact);
      }
    }
    return kept;
  }

  private static Map<String, Long> aged(Assessment assessment) {
    Map<String, Long> sums = new TreeMap<>();
    for (AgingLine line : assessment.portfolio().aging()) {
      line.amount()
          .nonZero()
          .forEach(m -> sums.put(line.bucket().code() + " " + m.currency(), m.minor()));
      if (line.count() > 0) {
        sums.put(line.bucket().code(), (long) line.count());
      }
    }
    return sums;
  }

  private static Map<String, Long> bruteForce(List<Fact> facts, LocalDate day) {
    Map<String, Long> sums = new TreeMap<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.Issued(Receivable receivable) && !receivable.issued().isAfter(day)) {
        long left = balance(facts, receivable, day);
        if (left > 0) {
          long late = day.toEpochDay() - receivable.due().toEpochDay();
          String bucket =
              late < 1
                  ? "not_due"
                  : late < 31 ? "1-30" : late < 61 ? "31-60" : late < 91 ? "61-90" : "90+";
          sums.merge(bucket + " " + receivable.amount().currency(), left, Long::sum);
          sums.merge(bucket, 1L, Long::sum);
        }
      }
    }
    return sums;
  }

  private static Map<String, Long> held(Assessment assessment) {
    Map<String, Long> sums = new TreeMap<>();
    assessment
        .portfolio()
        .creditsHeld()
        .nonZero()
        .forEach(m -> sums.put(m.currency().code(), m.minor()));
    return sums;
  }

  private static Map<String, Long> bruteSurplus(List<Fact> facts, LocalDate day) {
    Map<String, Long> sums = new TreeMap<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.Issued(Receivable receivable) && !receivable.issued().isAfter(day)) {
        long left = balance(facts, receivable, day);
        if (left < 0) {
          sums.merge(receivable.amount().currency().code(), -left, Long::sum);
        }
      }
    }
    return sums;
  }

  private static long balance(List<Fact> facts, Receivable receivable, LocalDate day) {
    long left = receivable.amount().minor();
    for (Fact fact : facts) {
      if (fact instanceof Fact.Remitted row
          && row.number().equals(receivable.number())
          && (row.entry().on() == null || !row.entry().on().isAfter(day))) {
        left -= row.entry().amount().minor();
      }
    }
    return left;
  }
}
