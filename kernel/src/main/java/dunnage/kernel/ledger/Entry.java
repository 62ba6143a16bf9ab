package dunnage.kernel.ledger;

import dunnage.kernel.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What lowers a receivable.
///
/// @param on the day it counts from; null when the file tells that it happened but not when: then
///   it counts from the day of issue and says nothing about punctuality
/// @param amount greater than zero
public record Entry(Kind kind, @Nullable LocalDate on, Money amount) {

  /// Money, a document, or a loss.
  public enum Kind {
    PAYMENT,
    CREDIT_NOTE,
    WRITE_OFF
  }
}
