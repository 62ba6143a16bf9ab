package dunnage.kernel.warning;

/// What has changed.
public enum Signal {
  /// Days beyond terms, unpaid parts counted up to the day.
  LATENESS,
  /// Payments that leave a part open become usual.
  PART_PAYMENTS,
  /// Volume ordered or invoiced.
  ORDER_VOLUME,
  /// Messages without an answer, a contact gone, a division closed.
  SILENCE,
  BROKEN_PROMISES,
  /// Balances (尾款) left unpaid while new orders come.
  UNPAID_BALANCES;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
