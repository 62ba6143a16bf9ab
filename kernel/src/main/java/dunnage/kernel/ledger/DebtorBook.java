package dunnage.kernel.ledger;

import dunnage.kernel.party.Party;
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
}
