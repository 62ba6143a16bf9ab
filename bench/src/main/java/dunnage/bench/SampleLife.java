package dunnage.bench;

import dunnage.bench.SampleBook.Note;
import dunnage.bench.SampleBook.Order;
import dunnage.bench.SampleBook.Payment;
import dunnage.bench.SampleBook.Row;
import dunnage.bench.SampleCustomers.Customer;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Money;
import dunnage.kernel.world.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Dresses one simulated debtor as a customer: its orders scaled to the customer's usual size, its
/// days as they are. What happens after the last day is not known yet and is left out.
///
/// Numbers of receivables are the customer's own; [SampleBook] gives them those of the factory.
record SampleLife(List<Row> rows, List<Payment> payments, List<Order> orders, List<Note> notes) {

  /// One order with everything invoiced on it.
  private static final class Trade {
    final String simulated;
    final @Nullable LocalDate ordered;
    final List<Part> parts = new ArrayList<>();

    Trade(String simulated, @Nullable LocalDate ordered) {
      this.simulated = simulated;
      this.ordered = ordered;
    }

    LocalDate first() {
      return ordered != null ? ordered : parts.getFirst().receivable.issued();
    }

    long total() {
      return parts.stream().mapToLong(p -> p.receivable.amount().minor()).sum();
    }
  }

  private static final class Part {
    final Receivable receivable;
    final List<Entry> entries = new ArrayList<>();

    Part(Receivable receivable) {
      this.receivable = receivable;
    }
  }

  static SampleLife of(Customer customer) {
    List<Fact> facts =
        World.debtor(customer.seed(), customer.kind(), customer.from(), customer.years()).facts();
    List<Trade> trades = trades(facts);
    BigDecimal factor = factor(customer, trades);
    SampleLife life =
        new SampleLife(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int turn = 0;
    for (Trade trade : trades) {
      if (!trade.first().isBefore(SampleExporter.FIRST_DAY)
          && !trade.first().isAfter(SampleExporter.AS_OF)) {
        life.tell(customer, trade, ++turn, factor);
      }
    }
    life.listen(customer, facts, factor);
    return life;
  }

  /// In the order in which they happened. An invoice without parts follows its order directly.
  private static List<Trade> trades(List<Fact> facts) {
    List<Trade> trades = new ArrayList<>();
    for (Fact fact : facts) {
      switch (fact) {
        case Fact.Ordered o -> trades.add(new Trade(o.number(), o.on()));
        case Fact.Issued i -> trade(trades, i.receivable()).parts.add(new Part(i.receivable()));
        case Fact.Settled s -> trades.getLast().parts.getLast().entries.add(s.entry());
        default -> {}
      }
    }
    return trades;
  }

  private static Trade trade(List<Trade> trades, Receivable receivable) {
    Deal deal = receivable.deal();
    Trade last = trades.isEmpty() ? null : trades.getLast();
    boolean ofLast =
        last != null && (deal == null ? last.parts.isEmpty() : deal.order().equals(last.simulated));
    if (last == null || !ofLast) {
      last = new Trade("", null);
      trades.add(last);
    }
    return last;
  }

  /// What makes the middle one of the orders as large as the customer's usual one.
  private static BigDecimal factor(Customer customer, List<Trade> trades) {
    long[] totals = trades.stream().mapToLong(Trade::total).sorted().toArray();
    return customer
        .order()
        .divide(BigDecimal.valueOf(totals[totals.length / 2]), 12, RoundingMode.HALF_UP);
  }

  private void tell(Customer customer, Trade trade, int turn, BigDecimal factor) {
    String series = customer.kind().marketplace() ? "ST" : "SO";
    String order = series + customer.id().substring(1) + "-" + turn;
    BigDecimal total = total(customer, trade.total(), factor);
    if (trade.ordered != null) {
      orders.add(new Order(order, customer, trade.ordered, total));
    }
    BigDecimal left = total;
    for (Part part : trade.parts) {
      Receivable r = part.receivable;
      boolean last = part.equals(trade.parts.getLast());
      BigDecimal amount = last ? left : share(total, r.amount().minor(), trade.total());
      left = left.subtract(amount);
      if (r.issued().isAfter(SampleExporter.AS_OF)) {
        continue;
      }
      boolean disputed =
          customer.id().equals(SampleEvents.DISPUTING)
              && r.due().isBefore(SampleExporter.AS_OF)
              && part.entries.stream().noneMatch(e -> known(e.on()));
      Deal deal = r.deal();
      String number = customer.id() + "/" + (rows.size() + 1);
      rows.add(
          new Row(
              number,
              customer,
              r.issued(),
              r.due(),
              amount,
              order,
              deal == null ? "" : deal.part(),
              disputed));
      pay(part, number, amount, customer.currency());
    }
  }

  /// Parts of the dressed amount as the simulated payments are of the simulated one, to the cent.
  private void pay(Part part, String number, BigDecimal amount, String currency) {
    long whole = part.receivable.amount().minor();
    long before = 0;
    for (Entry entry : part.entries) {
      long after = before + entry.amount().minor();
      BigDecimal paid = share(amount, after, whole).subtract(share(amount, before, whole));
      before = after;
      if (known(entry.on())) {
        payments.add(new Payment(number, Objects.requireNonNull(entry.on()), paid, currency));
      }
    }
  }

  private void listen(Customer customer, List<Fact> facts, BigDecimal factor) {
    int turn = 0;
    for (Fact fact : facts) {
      if (fact instanceof Fact.Noted note
          && known(note.on())
          && !note.on().isBefore(SampleExporter.FIRST_DAY)) {
        Money amount = note.amount();
        notes.add(
            new Note(
                customer.id(),
                note.on(),
                note.event(),
                SampleWords.of(customer, note, turn++),
                amount == null ? null : total(customer, amount.minor(), factor),
                amount == null ? "" : customer.currency(),
                note.until()));
      }
    }
  }

  private static boolean known(@Nullable LocalDate on) {
    return on != null && !on.isAfter(SampleExporter.AS_OF);
  }

  /// So many pairs at a price: no odd cents, and with large numbers no odd tens. What a marketplace
  /// settles is odd.
  private static BigDecimal total(Customer customer, long simulated, BigDecimal factor) {
    BigDecimal exact = BigDecimal.valueOf(simulated).multiply(factor);
    int places =
        customer.kind().marketplace() ? 2 : customer.order().longValueExact() < 90_000 ? 0 : -1;
    return exact.setScale(places, RoundingMode.HALF_UP).setScale(2);
  }

  private static BigDecimal share(BigDecimal amount, long part, long whole) {
    return amount
        .multiply(BigDecimal.valueOf(part))
        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
  }
}
