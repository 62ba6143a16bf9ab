package dunnage.kernel.assessment;

import dunnage.kernel.ledger.Book;
import java.time.LocalDate;

/// The door: a book and a day in, an [Assessment] out. Pure: the same book and day give the same
/// answer.
public final class RiskDesk {

  private RiskDesk() {}

  public static Assessment assess(Book book, LocalDate asOf, Settings settings) {
    throw new UnsupportedOperationException();
  }
}
