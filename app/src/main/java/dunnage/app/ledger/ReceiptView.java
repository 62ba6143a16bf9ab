package dunnage.app.ledger;

import dunnage.app.ledger.ReceivableView.DebtorRef;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Money or a credit that came in, as others see it.
///
/// @param kind `payment`, `credit_note` or `bank_line`
/// @param debtor who paid, as they are called now; null until it is known
/// @param on the day it counts from; null when nobody knows
/// @param unallocated what pays nothing yet
/// @param text one line each, as the bank gives them
/// @param allocations what it pays; null in a list
record ReceiptView(
    String id,
    String kind,
    @Nullable DebtorRef debtor,
    String number,
    @Nullable LocalDate on,
    Money amount,
    Money unallocated,
    String payer,
    String text,
    @Nullable List<AllocationView> allocations,
    int version) {

  /// @param id by which it can be taken back
  record AllocationView(String id, PaidRef receivable, Money amount) {}

  /// @param open what is still open of it
  record PaidRef(String id, String number, String part, Money open) {}

  ReceiptView with(List<AllocationView> all) {
    return new ReceiptView(
        id, kind, debtor, number, on, amount, unallocated, payer, text, List.copyOf(all), version);
  }
}
