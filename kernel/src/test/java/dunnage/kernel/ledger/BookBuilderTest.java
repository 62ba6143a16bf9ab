package dunnage.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BookBuilderTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
  private static final Party DEBTOR = new Party("D1", "Debtor", "");

  @Test
  void one_row_read_from_two_files_counts_once_with_its_payment() {
    Receivable first = receivable("A1", DAY.plusDays(30), 100, null, "one.csv", 2);
    Receivable second = receivable("A1", DAY.plusDays(30), 100, null, "two.csv", 2);
    Entry paid = new Entry(Entry.Kind.PAYMENT, DAY.plusDays(3), eur(40));
    Book book =
        Book.of(
            List.of(
                new Fact.Issued(first),
                new Fact.Settled(first, paid),
                new Fact.Issued(second),
                new Fact.Settled(second, paid)));
    assertThat(accounts(book)).hasSize(1);
    assertThat(accounts(book).getFirst().open(LocalDate.MAX)).isEqualTo(eur(60));
    assertThat(codes(book)).containsExactly(FindingCode.ROW_READ_TWICE);
  }

  @Test
  void two_equal_rows_of_one_file_both_count_and_are_told_of() {
    Book book =
        Book.of(
            List.of(
                new Fact.Issued(receivable("A1", DAY.plusDays(30), 100, null, "one.csv", 2)),
                new Fact.Issued(receivable("A1", DAY.plusDays(30), 100, null, "one.csv", 3))));
    assertThat(accounts(book))
        .extracting(a -> a.receivable().number())
        .containsExactly("A1", "A1 (2)");
    assertThat(codes(book)).containsExactly(FindingCode.NUMBER_REPEATED);
  }

  @Test
  void a_payment_over_parts_of_one_number_fills_the_part_due_first() {
    Book book =
        Book.of(
            List.of(
                new Fact.Issued(
                    receivable("O1", DAY.plusDays(60), 70, part("balance"), "one.csv", 2)),
                new Fact.Issued(receivable("O1", DAY, 30, part("deposit"), "one.csv", 3)),
                remitted("O1", 50)));
    assertThat(accounts(book))
        .extracting(a -> a.receivable().deal().part() + " " + a.open(LocalDate.MAX).minor())
        .containsExactly("deposit 0", "balance 50");
    assertThat(book.findings()).isEmpty();
  }

  @Test
  void payments_fill_parts_in_order_of_their_days_whatever_their_order_in_the_files() {
    Fact later =
        new Fact.Remitted(
            "O1", "", new Entry(Entry.Kind.PAYMENT, DAY.plusDays(50), eur(70)), Origin.NONE);
    Book book =
        Book.of(
            List.of(
                new Fact.Issued(
                    receivable("O1", DAY.plusDays(60), 70, part("balance"), "one.csv", 2)),
                new Fact.Issued(receivable("O1", DAY, 30, part("deposit"), "one.csv", 3)),
                later,
                remitted("O1", 30)));
    assertThat(accounts(book))
        .extracting(a -> a.settledOn(LocalDate.MAX))
        .containsExactly(DAY.plusDays(1), DAY.plusDays(50));
  }

  @Test
  void what_is_paid_too_much_stays_with_the_receivable_and_is_told_of() {
    Book book =
        Book.of(
            List.of(
                new Fact.Issued(receivable("A1", DAY, 100, null, "one.csv", 2)),
                remitted("A1", 130)));
    assertThat(accounts(book).getFirst().surplus(LocalDate.MAX)).isEqualTo(eur(30));
    assertThat(codes(book)).containsExactly(FindingCode.OVERPAID);
  }

  @Test
  void money_that_names_nothing_is_kept_apart_and_listed() {
    Book book =
        Book.of(
            List.of(
                new Fact.Issued(receivable("A-100", DAY, 100, null, "one.csv", 2)),
                remitted("B-200", 10),
                bank("payment of A-100", 99),
                bank("thank you", 100)));
    assertThat(accounts(book).getFirst().open(LocalDate.MAX)).isEqualTo(eur(100));
    assertThat(book.unmatched())
        .extracting(u -> u.receipt().amount().minor())
        .containsExactly(10L, 99L, 100L);
  }

  @Test
  void a_bank_line_that_names_one_open_receivable_and_pays_it_exactly_counts() {
    Book book =
        Book.of(
            List.of(
                bank("payment of A-100, thanks", 100),
                new Fact.Issued(receivable("A-100", DAY, 100, null, "one.csv", 2))));
    assertThat(accounts(book).getFirst().open(DAY.plusDays(9))).isEqualTo(eur(100));
    assertThat(accounts(book).getFirst().open(DAY.plusDays(10))).isEqualTo(eur(0));
    assertThat(book.unmatched()).isEmpty();
  }

  private static List<Account> accounts(Book book) {
    return book.debtors().getFirst().accounts();
  }

  private static List<FindingCode> codes(Book book) {
    return book.findings().stream().map(Finding::code).toList();
  }

  private static Deal part(String part) {
    return new Deal("O1", part, "", null, null, null, false);
  }

  private static Receivable receivable(
      String number, LocalDate due, long minor, @Nullable Deal deal, String file, int line) {
    return new Receivable(number, DEBTOR, DAY, due, eur(minor), deal, new Origin(file, line));
  }

  private static Fact remitted(String number, long minor) {
    return new Fact.Remitted(
        number, "", new Entry(Entry.Kind.PAYMENT, DAY.plusDays(1), eur(minor)), Origin.NONE);
  }

  private static Fact bank(String text, long minor) {
    return new Fact.BankReceipt(DAY.plusDays(10), eur(minor), List.of(text), "", Origin.NONE);
  }

  private static Money eur(long minor) {
    return new Money(EUR, minor);
  }
}
