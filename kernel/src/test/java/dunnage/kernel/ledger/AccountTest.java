package dunnage.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final LocalDate ISSUED = LocalDate.of(2026, 1, 10);
  private static final Receivable RECEIVABLE =
      new Receivable(
          "A1", new Party("D", "D", ""), ISSUED, ISSUED.plusDays(30), eur(100), null, Origin.NONE);

  @Test
  void nothing_is_open_before_the_day_of_issue() {
    Account account = new Account(RECEIVABLE, List.of());
    assertThat(account.open(ISSUED.minusDays(1))).isEqualTo(eur(0));
    assertThat(account.open(ISSUED)).isEqualTo(eur(100));
  }

  @Test
  void entries_count_from_the_end_of_their_day_in_whatever_order_they_came() {
    Account account =
        new Account(
            RECEIVABLE, List.of(paid(ISSUED.plusDays(20), 70), paid(ISSUED.plusDays(5), 30)));
    assertThat(account.open(ISSUED.plusDays(4))).isEqualTo(eur(100));
    assertThat(account.open(ISSUED.plusDays(5))).isEqualTo(eur(70));
    assertThat(account.open(ISSUED.plusDays(20))).isEqualTo(eur(0));
    assertThat(account.settledOn(ISSUED.plusDays(19))).isNull();
    assertThat(account.settledOn(ISSUED.plusDays(40))).isEqualTo(ISSUED.plusDays(20));
  }

  @Test
  void an_undated_entry_counts_from_issue_and_tells_no_day_of_settlement() {
    Account account =
        new Account(RECEIVABLE, List.of(new Entry(Entry.Kind.PAYMENT, null, eur(100))));
    assertThat(account.open(ISSUED)).isEqualTo(eur(0));
    assertThat(account.settledOn(ISSUED)).isNull();
  }

  @Test
  void what_is_paid_too_much_is_a_surplus_and_never_a_negative_balance() {
    Account account =
        new Account(RECEIVABLE, List.of(paid(ISSUED, 80), paid(ISSUED.plusDays(1), 45)));
    assertThat(account.open(ISSUED.plusDays(1))).isEqualTo(eur(0));
    assertThat(account.surplus(ISSUED)).isEqualTo(eur(0));
    assertThat(account.surplus(ISSUED.plusDays(1))).isEqualTo(eur(25));
  }

  private static Entry paid(LocalDate on, long minor) {
    return new Entry(Entry.Kind.PAYMENT, on, eur(minor));
  }

  private static Money eur(long minor) {
    return new Money(EUR, minor);
  }
}
