package dunnage.app.ledger;

import dunnage.app.platform.TypeId;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What pages of other modules show and do with the books.
@Component
public class LedgerPages {

  /// What one payment pays without being told; the rest of it stays unallocated.
  private static final int PAID_AT_ONCE = 50;

  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final Pattern PERCENT = Pattern.compile("[0-9]{1,2}(\\.[0-9]{1,6})?");

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

  /// Notes what happened.
  ///
  /// @param on today when left out
  /// @return `evn_…`
  /// @throws dunnage.app.platform.Problem with what is wrong
  public String note(
      UUID debtor,
      String kind,
      @Nullable LocalDate on,
      String words,
      @Nullable Money amount,
      @Nullable LocalDate until) {
    EventsApi.NewEvent event = new EventsApi.NewEvent(kind, on, words, amount, until, null);
    return made(events.add(TypeId.of("deb", debtor), event)).id();
  }

  private static <T> T made(ResponseEntity<T> answer) {
    return Objects.requireNonNull(answer.getBody());
  }

  /// What can be entered of a debtor by hand.
  public enum Entered {
    RECEIVABLE,
    PAYMENT,
    CREDIT_NOTE,
    ORDER
  }

  /// What was typed in of a fact.
  ///
  /// @param on issued, received or ordered; today when left out
  /// @param due of a receivable, or of the balance of an order
  /// @param percent of an order that is its deposit; empty: it has none
  /// @param depositDue of that
  public record Typed(
      Entered what,
      String number,
      Money amount,
      @Nullable LocalDate on,
      @Nullable LocalDate due,
      String percent,
      @Nullable LocalDate depositDue) {}

  /// Enters one fact. A payment pays what was due first.
  ///
  /// @return its id
  /// @throws dunnage.app.platform.Problem with everything that is wrong
  public String enter(UUID debtor, Typed typed) {
    String id = TypeId.of("deb", debtor);
    LocalDate on = typed.on();
    return switch (typed.what()) {
      case RECEIVABLE ->
          made(issuing.add(
                  new ReceivablesApi.NewReceivable(
                      id, typed.number(), null, on, typed.due(), typed.amount(), null, null)))
              .id();
      case PAYMENT -> receive("payment", id, typed.number(), typed.amount(), on);
      case CREDIT_NOTE -> receive("credit_note", id, typed.number(), typed.amount(), on);
      case ORDER ->
          made(ordering.add(
                  new OrdersApi.NewOrder(id, typed.number(), on, typed.amount(), parts(typed))))
              .id();
    };
  }

  /// A deposit and the balance: what one type of trade after another agrees on.
  private static @Nullable List<OrderParts.@Nullable Wanted> parts(Typed order) {
    String percent = order.percent().strip().replace(',', '.');
    if (percent.isEmpty()) {
      return null;
    }
    List<OrderParts.@Nullable Wanted> parts = new ArrayList<>();
    parts.add(new OrderParts.Wanted("deposit", percent, null, null, order.depositDue()));
    if (order.due() != null && PERCENT.matcher(percent).matches()) {
      String rest = WHOLE.subtract(new BigDecimal(percent)).toPlainString();
      parts.add(new OrderParts.Wanted("balance", rest, null, null, order.due()));
    }
    return parts;
  }

  private String receive(
      String kind, String debtor, String number, Money amount, @Nullable LocalDate on) {
    List<ReceiptsApi.@Nullable NewAllocation> pays = new ArrayList<>();
    Money left = amount;
    ReceivableLists.Filter owed =
        new ReceivableLists.Filter(
            TypeId.parse("deb", debtor), "open", false, amount.currency().code(), null);
    for (ReceivableView one : receivables.list(owed, LocalDate.EPOCH, PAID_AT_ONCE, null).data()) {
      if (left.signum() > 0) {
        pays.add(new ReceiptsApi.NewAllocation(one.id(), left.min(one.open()), false));
        left = left.minus(left.min(one.open()));
      }
    }
    return made(receiving.add(
            new ReceiptsApi.NewReceipt(kind, debtor, number, on, amount, null, null, pays)))
        .id();
  }
}
