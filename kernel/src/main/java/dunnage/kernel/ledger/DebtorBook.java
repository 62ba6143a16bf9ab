package dunnage.kernel.ledger;

import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.List;

/// Everything a book knows of one debtor.
///
/// @param accounts in order of issue, then due, then number
/// @param credits credits and money not set against a receivable
/// @param orders orders taken, oldest first
/// @param notes what happened around the money, oldest first
public record DebtorBook(
    Party debtor,
    List<Account> accounts,
    List<Fact.CreditHeld> credits,
    List<Fact.Ordered> orders,
    List<Fact.Noted> notes) {
  public DebtorBook {
    accounts = List.copyOf(accounts);
    credits = List.copyOf(credits);
    orders = List.copyOf(orders);
    notes = List.copyOf(notes);
  }

  /// Credits known by the end of a day; one without a day counts always.
  public List<Money> creditsBy(LocalDate day) {
    return credits.stream()
        .filter(
            credit -> {
              LocalDate on = credit.on();
              return on == null || !on.isAfter(day);
            })
        .map(Fact.CreditHeld::amount)
        .toList();
  }
}
