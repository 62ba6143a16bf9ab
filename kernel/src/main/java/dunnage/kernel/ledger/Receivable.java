package dunnage.kernel.ledger;

import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One claim for money with a due date.
///
/// @param number as the file names it; unique within a [Book] (a repeat gets ` (2)`)
/// @param issued first day on which it is owed
/// @param due last day on which payment is in time
/// @param amount greater than zero
/// @param deal the order behind it, where known
public record Receivable(
    String number,
    Party debtor,
    LocalDate issued,
    LocalDate due,
    Money amount,
    @Nullable Deal deal,
    Origin origin) {

  public boolean disputed() {
    return deal != null && deal.disputed();
  }

  Receivable renumbered(String other) {
    return new Receivable(other, debtor, issued, due, amount, deal, origin);
  }
}
