package dunnage.app.ledger;

import dunnage.app.ledger.ReceivableView.DebtorRef;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What happened around the money, a dispute included, as others see it.
///
/// @param kind the kernel's word for it, or `note` or `call`
/// @param code why it is disputed
/// @param until the day of a promise
/// @param answered whether the debtor said anything since; null unless one was waiting for it
/// @param closed the day on which a dispute ended
/// @param outcome how it ended
record EventView(
    String id,
    DebtorRef debtor,
    @Nullable ReceivableRef receivable,
    String kind,
    LocalDate on,
    String words,
    String code,
    @Nullable Money amount,
    @Nullable LocalDate until,
    @Nullable Boolean answered,
    @Nullable LocalDate closed,
    String outcome,
    int version) {

  record ReceivableRef(String id, String number, String part) {}
}
