package dunnage.kernel.ledger;

/// What happened around the money: the things a credit controller would otherwise keep in mind.
public enum Event {
  /// A reminder or question to the debtor.
  MESSAGE_SENT,
  /// The debtor answered.
  REPLY,
  CALL_UNANSWERED,
  /// The person one dealt with is gone.
  CONTACT_LEFT,
  /// A division or product line of the debtor is closed, staff are laid off.
  DIVISION_CLOSED,
  /// The debtor promises money by a date.
  PROMISE,
  DISPUTE_OPENED,
  DISPUTE_CLOSED,
  INSOLVENCY_PETITION,
  PETITION_DISMISSED,
  INSOLVENCY_OPENED,
  /// Bad public word: court case, rating, complaints.
  PUBLIC_WARNING,
  FINAL_DEMAND;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
