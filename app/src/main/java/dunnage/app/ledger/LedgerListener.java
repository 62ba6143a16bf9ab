package dunnage.app.ledger;

import java.util.Set;
import java.util.UUID;

/// Who computes from the books and wants to know that they changed.
public interface LedgerListener {

  /// Called in the transaction that changed them.
  ///
  /// @param debtors by the id that the facts name; `debtor_current` says who that is now
  void changed(Set<UUID> debtors);
}
