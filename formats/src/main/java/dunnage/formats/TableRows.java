package dunnage.formats;

/// Turns the rows of one kind of table into facts.
sealed interface TableRows permits ReceivableRows, PaymentRows, EventRows, OrderRows {

  /// Reads one row; what is wrong with it is told as findings.
  ///
  /// @return whether the row counts
  boolean read(Row row);

  /// Whether a row without an amount is whole.
  default boolean isMoneyOptional() {
    return false;
  }

  /// A heading between the rows: in some reports the customer whose rows follow.
  default void heading(String words) {}

  /// Tells what shows only behind the last row.
  default void close() {}
}
