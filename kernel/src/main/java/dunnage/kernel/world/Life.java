package dunnage.kernel.world;

import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.party.Party;
import java.util.List;

/// One simulated debtor: what it is, and the facts a creditor would have recorded of it. Facts
/// after the end of the simulated years are payments of receivables issued within them.
public record Life(Party debtor, Kind kind, Truth truth, List<Fact> facts) {
  public Life {
    facts = List.copyOf(facts);
  }

  /// The book of this debtor alone.
  public DebtorBook book() {
    return Book.of(facts).debtors().getFirst();
  }
}
