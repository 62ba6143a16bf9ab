package dunnage.app.ledger;

import dunnage.app.platform.TypeId;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What pages of other modules show and do with the books.
@Component
public class LedgerPages {

  /// What one payment pays without being told; the rest of it stays unallocated.
  private static final int PAID_AT_ONCE = 50;

  private final Aging aging;
  private final ReceivableLists receivables;
  private final Timeline timeline;
  private final EventsApi events;
  private final ReceivablesApi issuing;
  private final ReceiptsApi receiving;
  private final OrdersApi ordering;

  LedgerPages(
      Aging aging,
      ReceivableLists receivables,
      Timeline timeline,
      EventsApi events,
      ReceivablesApi issuing,
      ReceiptsApi receiving,
      OrdersApi ordering) {
    this.issuing = issuing;
    this.receiving = receiving;
    this.ordering = ordering;
    this.aging = aging;
    this.receivables = receivables;
    this.timeline = timeline;
    this.events = events;
  }

  /// How old what is owed is, per currency.
  public List<Aging.Row> aging(LocalDate day) {
    return aging.whole(day);
  }

  /// What a debtor owes, due first.
  public List<ReceivableView> open(UUID debtor, LocalDate day, int most) {
    ReceivableLists.Filter filter = new ReceivableLists.Filter(debtor, "open", false, null, null);
    return receivables.list(filter, day, most, null).data();
  }

  /// Everything that was recorded of a debtor, the latest first.
  public List<Timeline.Told> timeline(UUID debtor, int most) {
    return timeline.of(debtor, most, null).data();
  }

  /// Notes what happened today.
  ///
  /// @throws dunnage.app.platform.Problem with what is wrong
  public void note(
      UUID debtor, String kind, String words, @Nullable Money amount, @Nullable LocalDate until) {
    Object ignored =
        events.add(
            TypeId.of("deb", debtor),
            new EventsApi.NewEvent(kind, null, words, amount, until, null));
  }

  /// What can be entered of a debtor by hand.
  public enum Entered {
    RECEIVABLE,
    PAYMENT,
    CREDIT_NOTE,
    ORDER
  }

  /// Enters one fact. A payment pays what was due first.
  ///
  /// @param on issued, received or ordered; today when left out
  /// @param due of a receivable
  /// @throws dunnage.app.platform.Problem with everything that is wrong
  public void enter(
      Entered what,
      UUID debtor,
      String number,
      Money amount,
      @Nullable LocalDate on,
      @Nullable LocalDate due) {
    String id = TypeId.of("deb", debtor);
    Object ignored =
        switch (what) {
          case RECEIVABLE ->
              issuing.add(
                  new ReceivablesApi.NewReceivable(id, number, null, on, due, amount, null, null));
          case PAYMENT -> receive("payment", id, number, amount, on);
          case CREDIT_NOTE -> receive("credit_note", id, number, amount, on);
          case ORDER -> ordering.add(new OrdersApi.NewOrder(id, number, on, amount, null));
        };
  }

  private Object receive(
      String kind, String debtor, String number, Money amount, @Nullable LocalDate on) {
    List<ReceiptsApi.@Nullable NewAllocation> pays = new ArrayList<>();
    Money left = amount;
    for (ReceivableView one : open(TypeId.parse("deb", debtor), LocalDate.EPOCH, PAID_AT_ONCE)) {
      if (left.signum() > 0 && one.open().currency().equals(amount.currency())) {
        pays.add(new ReceiptsApi.NewAllocation(one.id(), left.min(one.open()), false));
        left = left.minus(left.min(one.open()));
      }
    }
    return receiving.add(
        new ReceiptsApi.NewReceipt(kind, debtor, number, on, amount, null, null, pays));
  }
}
