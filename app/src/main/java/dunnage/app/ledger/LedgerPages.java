package dunnage.app.ledger;

import dunnage.app.platform.TypeId;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What pages of other modules show and do with the books.
@Component
public class LedgerPages {

  private final Aging aging;
  private final ReceivableLists receivables;
  private final Timeline timeline;
  private final EventsApi events;

  LedgerPages(Aging aging, ReceivableLists receivables, Timeline timeline, EventsApi events) {
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
}
