package dunnage.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentJoinTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
  private static final Party DEBTOR = new Party("D1", "Debtor", "");

  @Test
  void an_allocation_counts_from_the_day_the_money_came_in() {
    Book book =
        Book.of(
            List.of(
                allocated("P1", "A1", 60, DAY.plusDays(20)),
                issued("A1", 100),
                received("P1", DEBTOR, 60)));
    assertThat(account(book, "A1").entries())
        .containsExactly(new Entry(Entry.Kind.PAYMENT, DAY.plusDays(5), eur(60)));
    assertThat(book.findings()).isEmpty();
  }

  @Test
  void what_nobody_allocates_is_a_credit_of_the_debtor() {
    Book book =
        Book.of(
            List.of(
                issued("A1", 100), received("P1", DEBTOR, 90), allocated("P1", "A1", 60, null)));
    assertThat(credits(book)).containsExactly(eur(30));
    assertThat(codes(book)).containsExactly(FindingCode.CREDIT_HELD);
  }

  @Test
  void the_receivable_tells_whose_the_rest_is_where_the_payment_does_not() {
    Book book =
        Book.of(
            List.of(issued("A1", 100), received("P1", null, 90), allocated("P1", "A1", 60, null)));
    assertThat(credits(book)).containsExactly(eur(30));
  }

  @Test
  void money_of_nobody_that_pays_nothing_is_listed_as_unmatched() {
    Book book = Book.of(List.of(issued("A1", 100), received("P1", null, 90)));
    assertThat(book.unmatched()).extracting(u -> u.receipt().amount()).containsExactly(eur(90));
  }

  @Test
  void no_more_of_a_payment_is_allocated_than_came_in() {
    Book book =
        Book.of(
            List.of(
                issued("A1", 100),
                issued("A2", 100),
                received("P1", DEBTOR, 90),
                allocated("P1", "A1", 60, null),
                allocated("P1", "A2", 60, null)));
    assertThat(account(book, "A1").open(LocalDate.MAX)).isEqualTo(eur(40));
    assertThat(account(book, "A2").open(LocalDate.MAX)).isEqualTo(eur(70));
    assertThat(codes(book)).containsExactly(FindingCode.ALLOCATION_EXCEEDS);
  }

  @Test
  void an_allocation_of_an_unknown_payment_counts_from_its_own_day() {
    Book book = Book.of(List.of(issued("A1", 100), allocated("P9", "A1", 60, DAY.plusDays(7))));
    assertThat(account(book, "A1").entries())
        .extracting(Entry::on)
        .containsExactly(DAY.plusDays(7));
    assertThat(book.findings()).isEmpty();
  }

  @Test
  void an_allocation_of_an_unknown_payment_without_a_day_counts_and_is_told_of() {
    Book book = Book.of(List.of(issued("A1", 100), allocated("P9", "A1", 60, null)));
    assertThat(account(book, "A1").open(DAY.plusDays(1))).isEqualTo(eur(40));
    assertThat(codes(book)).containsExactly(FindingCode.PAYMENT_UNKNOWN);
  }

  @Test
  void a_file_of_allocations_without_a_currency_means_that_of_the_payments() {
    Fact allocation =
        new Fact.Allocated("P1", "A1", "", null, new Money(Currency.NONE, 60), Origin.NONE);
    Book book = Book.of(List.of(issued("A1", 100), received("P1", DEBTOR, 60), allocation));
    assertThat(account(book, "A1").open(LocalDate.MAX)).isEqualTo(eur(40));
    assertThat(book.findings()).isEmpty();
  }

  @Test
  void money_is_conserved_whatever_the_order_of_the_facts() {
    long seed = 20260210;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<Fact> facts = new ArrayList<>();
      long in = 0;
      int invoices = 1 + random.nextInt(5);
      for (int i = 0; i < invoices; i++) {
        facts.add(issued("A" + i, 1 + random.nextInt(100)));
      }
      for (int p = 0; p < 4; p++) {
        long amount = 1 + random.nextInt(150);
        in += amount;
        facts.add(received("P" + p, DEBTOR, amount));
        for (int k = random.nextInt(3); k > 0; k--) {
          facts.add(
              allocated("P" + p, "A" + random.nextInt(invoices), 1 + random.nextInt(80), null));
        }
      }
      Collections.shuffle(facts, random);
      Book book = Book.of(facts);
      long applied =
          book.debtors().getFirst().accounts().stream()
              .flatMap(a -> a.entries().stream())
              .mapToLong(e -> e.amount().minor())
              .sum();
      long held = credits(book).stream().mapToLong(Money::minor).sum();
      assertThat(applied + held).as("seed %d, round %d", seed, round).isEqualTo(in);
    }
  }

  private static Account account(Book book, String number) {
    return book.debtors().getFirst().accounts().stream()
        .filter(a -> a.receivable().number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private static List<Money> credits(Book book) {
    return book.debtors().getFirst().credits().stream().map(Fact.CreditHeld::amount).toList();
  }

  private static List<FindingCode> codes(Book book) {
    return book.findings().stream().map(Finding::code).toList();
  }

  private static Fact issued(String number, long minor) {
    return new Fact.Issued(
        new Receivable(number, DEBTOR, DAY, DAY.plusDays(30), eur(minor), null, Origin.NONE));
  }

  private static Fact received(String payment, @Nullable Party debtor, long minor) {
    return new Fact.Received(payment, debtor, DAY.plusDays(5), eur(minor), Origin.NONE);
  }

  private static Fact allocated(String payment, String number, long minor, @Nullable LocalDate on) {
    return new Fact.Allocated(payment, number, "", on, eur(minor), Origin.NONE);
  }

  private static Money eur(long minor) {
    return new Money(EUR, minor);
  }
}
