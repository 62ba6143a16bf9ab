package dunnage.app.ledger;

import dunnage.app.ledger.ReceivableView.DebtorRef;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order as others see it.
///
/// @param uninvoiced what no receivable stands for yet: it adds to the exposure
/// @param state `accepted` or `closed`
/// @param receivables that stand for it; null in a list
record OrderView(
    String id,
    DebtorRef debtor,
    String number,
    LocalDate on,
    Money amount,
    Money uninvoiced,
    String state,
    @Nullable List<PartView> receivables,
    int version) {

  record PartView(
      String id,
      String number,
      String part,
      LocalDate issued,
      LocalDate due,
      Money amount,
      Money open) {}

  OrderView with(List<PartView> all) {
    return new OrderView(
        id, debtor, number, on, amount, uninvoiced, state, List.copyOf(all), version);
  }
}
