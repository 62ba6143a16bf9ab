package dunnage.app.ledger;

import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.kernel.calendar.ClockStart;
import dunnage.kernel.calendar.Incoterm;
import dunnage.kernel.calendar.PaymentMethod;
import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.ledger.UnmatchedReceipt;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// The ledger as the kernel's book: what a file would have told, as it stands now.
@Component
class BookReader {

  private static final int AT_ONCE = 5_000;

  private static final String DEBTORS =
      """
      SELECT d.debtor_id, d.number, d.name, d.country FROM debtor d
       WHERE d.org_id = :org AND d.merged_into IS NULL ORDER BY d.debtor_id
      """;

  private static final String OF_ALL =
      """
      SELECT c.current_id, %s FROM receivable r
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = r.debtor_id
       WHERE r.org_id = :org
      """
          .formatted(ReceivableTable.COLUMNS);

  private static final String BY_ISSUE = " ORDER BY r.issued, r.due, r.number";
  private static final String RECEIVABLES = OF_ALL + BY_ISSUE;
  private static final String RECEIVABLES_OF = OF_ALL + " AND c.current_id = :debtor" + BY_ISSUE;

  private static final String ENTRIES =
      """
      SELECT receivable_id, kind, on_day, amount FROM receivable_entry WHERE org_id = :org
      """;

  private static final String ENTRIES_OF =
      """
      SELECT e.receivable_id, e.kind, e.on_day, e.amount FROM debtor_current c
        JOIN receivable r ON r.org_id = :org AND r.debtor_id = c.debtor_id
        JOIN receivable_entry e ON e.org_id = :org AND e.receivable_id = r.receivable_id
       WHERE c.org_id = :org AND c.current_id = :debtor
      """;

  private static final String RECEIPTS =
      """
      SELECT c.current_id, %s FROM receipt r
        LEFT JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = r.debtor_id
       WHERE r.org_id = :org AND r.unallocated > 0
       ORDER BY r.on_day, r.receipt_id
      """
          .formatted(ReceiptTable.COLUMNS);

  private static final String ORDERS =
      """
      SELECT c.current_id, %s FROM customer_order o
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = o.debtor_id
       WHERE o.org_id = :org ORDER BY o.on_day, o.order_id
      """
          .formatted(OrderTable.COLUMNS);

  private static final String EVENTS =
      """
      SELECT c.current_id, %s FROM debtor_event e
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = e.debtor_id
       WHERE e.org_id = :org ORDER BY e.on_day, e.event_id
      """
          .formatted(EventTable.COLUMNS);

  private static final class Pile {
    final Party debtor;
    final List<Account> accounts = new ArrayList<>();
    final List<Fact.CreditHeld> credits = new ArrayList<>();
    final List<Fact.Ordered> orders = new ArrayList<>();
    final List<Fact.Noted> notes = new ArrayList<>();

    Pile(Party debtor) {
      this.debtor = debtor;
    }

    DebtorBook book() {
      notes.sort(Comparator.comparing(Fact.Noted::on));
      return new DebtorBook(debtor, accounts, credits, orders, notes);
    }
  }

  private final Tenancy tenancy;

  BookReader(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  /// @see Ledger#book()
  Book read() {
    Map<UUID, Pile> piles = new LinkedHashMap<>();
    tenancy
        .sql(DEBTORS)
        .query(
            row -> {
              UUID id = row.getObject("debtor_id", UUID.class);
              Party party =
                  new Party(
                      TypeId.of("deb", id), row.getString("name"), text(row.getString("country")));
              piles.put(id, new Pile(party));
            });
    accounts(piles, tenancy.sql(ENTRIES), tenancy.sql(RECEIVABLES));
    List<UnmatchedReceipt> unmatched = receipts(piles);
    orders(piles);
    events(piles);
    return new Book(piles.values().stream().map(Pile::book).toList(), unmatched, List.of());
  }

  /// @see Ledger#payments(UUID, String)
  DebtorBook payments(UUID debtor, String name) {
    Pile pile = new Pile(new Party(TypeId.of("deb", debtor), name, ""));
    accounts(
        Map.of(debtor, pile),
        tenancy.sql(ENTRIES_OF).param("debtor", debtor),
        tenancy.sql(RECEIVABLES_OF).param("debtor", debtor));
    return pile.book();
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  private static void accounts(
      Map<UUID, Pile> piles, StatementSpec lowered, StatementSpec receivables) {
    Map<UUID, List<Stored>> entries = new HashMap<>();
    lowered
        .withFetchSize(AT_ONCE)
        .query(
            row -> {
              entries
                  .computeIfAbsent(
                      row.getObject("receivable_id", UUID.class), id -> new ArrayList<>(1))
                  .add(
                      new Stored(
                          EntryTable.kind(row.getString("kind")),
                          row.getObject("on_day", LocalDate.class),
                          row.getLong("amount")));
            });
    receivables
        .withFetchSize(AT_ONCE)
        .query(
            row -> {
              Pile pile = piles.get(row.getObject("current_id", UUID.class));
              if (pile != null) {
                ReceivableTable.Row stored = ReceivableTable.read(row);
                Receivable receivable = receivable(stored, pile.debtor);
                List<Entry> lowering =
                    entries.getOrDefault(stored.id(), List.of()).stream()
                        .map(e -> e.entry(stored.amount().currency()))
                        .toList();
                pile.accounts.add(new Account(receivable, lowering));
              }
            });
  }

  private record Stored(Entry.Kind kind, @Nullable LocalDate on, long minor) {
    Entry entry(Currency currency) {
      return new Entry(kind, on, new Money(currency, minor));
    }
  }

  static Receivable receivable(ReceivableTable.Row row, Party debtor) {
    boolean plain =
        row.order().isEmpty() && row.part().isEmpty() && row.terms().isEmpty() && !row.disputed();
    Deal deal =
        plain
            ? null
            : new Deal(
                row.order(),
                row.part(),
                row.terms(),
                row.method() == null ? null : PaymentMethod.valueOf(row.method()),
                row.clock() == null ? null : ClockStart.valueOf(row.clock()),
                row.incoterm() == null ? null : Incoterm.valueOf(row.incoterm()),
                row.disputed());
    return new Receivable(
        row.number(),
        debtor,
        row.issued(),
        row.due(),
        row.amount(),
        deal,
        new Origin(TypeId.of("inv", row.id()), row.line()));
  }

  private List<UnmatchedReceipt> receipts(Map<UUID, Pile> piles) {
    List<UnmatchedReceipt> unmatched = new ArrayList<>();
    tenancy
        .sql(RECEIPTS)
        .query(
            row -> {
              ReceiptTable.Row stored = ReceiptTable.read(row);
              Pile pile = piles.get(row.getObject("current_id", UUID.class));
              Origin origin = new Origin(TypeId.of("rcp", stored.id()), stored.line());
              if (pile == null) {
                LocalDate on = stored.on() == null ? LocalDate.MIN : stored.on();
                unmatched.add(
                    new UnmatchedReceipt(
                        new Fact.BankReceipt(
                            on,
                            stored.unallocated(),
                            List.of(stored.texts()),
                            stored.payer(),
                            origin),
                        "is allocated to nothing"));
              } else {
                pile.credits.add(
                    new Fact.CreditHeld(
                        pile.debtor, stored.on(), stored.unallocated(), stored.number(), origin));
              }
            });
    return unmatched;
  }

  private void orders(Map<UUID, Pile> piles) {
    tenancy
        .sql(ORDERS)
        .query(
            row -> {
              OrderTable.Row stored = OrderTable.read(row);
              Pile pile = piles.get(row.getObject("current_id", UUID.class));
              if (pile != null) {
                Origin origin = new Origin(TypeId.of("ord", stored.id()), stored.line());
                pile.orders.add(
                    new Fact.Ordered(
                        pile.debtor, stored.on(), stored.amount(), stored.number(), origin));
              }
            });
  }

  private void events(Map<UUID, Pile> piles) {
    tenancy
        .sql(EVENTS)
        .query(
            row -> {
              EventTable.Row stored = EventTable.read(row);
              Pile pile = piles.get(row.getObject("current_id", UUID.class));
              if (pile != null) {
                notes(stored, pile);
              }
            });
  }

  /// What the kernel knows no word for, like a plain note, says nothing about risk.
  private static void notes(EventTable.Row stored, Pile pile) {
    Event event = Events.known(stored.event());
    if (event == null) {
      return;
    }
    Origin origin = new Origin(TypeId.of("evn", stored.id()), stored.line());
    pile.notes.add(
        new Fact.Noted(
            pile.debtor,
            stored.on(),
            event,
            stored.words(),
            stored.amount(),
            stored.until(),
            origin));
    LocalDate closed = stored.closed();
    if (event == Event.DISPUTE_OPENED && closed != null) {
      pile.notes.add(
          new Fact.Noted(
              pile.debtor, closed, Event.DISPUTE_CLOSED, stored.words(), null, null, origin));
    }
  }
}
