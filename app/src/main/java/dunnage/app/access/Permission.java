package dunnage.app.access;

/// What one may do.
public enum Permission {
  /// See debtors, receivables, scores.
  READ,
  /// Write notes, calls, promises, disputes.
  NOTE,
  /// Ask whether an order may be shipped, and reserve headroom for it.
  CHECK_ORDERS,
  /// Add and change debtors and their contacts; merge them.
  EDIT_DEBTORS,
  /// Record and correct receivables, orders, receipts, allocations, credit notes, write-offs.
  RECORD,
  /// Bring files in and undo that.
  IMPORT,
  /// Decide against the desk's advice, set limits.
  OVERRIDE,
  /// People, tokens, settings of the organisation.
  ADMINISTER
}
