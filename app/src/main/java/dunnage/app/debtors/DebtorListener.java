package dunnage.app.debtors;

import java.util.Set;
import java.util.UUID;

/// Told in the transaction when it changes who a debtor is: what was computed for these is to be
/// computed anew.
public interface DebtorListener {

  /// @param debtors both records of a merger that was made or undone
  void merged(Set<UUID> debtors);
}
