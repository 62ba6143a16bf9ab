package dunnage.app.ledger;

import dunnage.app.debtors.Debtors;
import dunnage.app.platform.TypeId;
import dunnage.formats.BookLine;
import dunnage.formats.BookTable;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes an exported book in, in the open transaction. Everything keeps the id it was exported
/// with; what is there by its id is known and stays as it stands, so that the export of an
/// organisation changes nothing in it, and in an empty one makes the same book.
///
/// Used by one thread, once. In a transaction that is rolled back it is a trial run.
public final class Restoring {

  private static final int BATCH = 2_000;

  /// Where it is written.
  @Component
  record Writers(
      Debtors debtors,
      Lowering.Writers books,
      OrderTable orders,
      EventTable events,
      KnownIds known,
      RateTable rates,
      Balances balances,
      Sizes sizes) {}

  /// What makes an entry the same.
  private record EntryKey(
      UUID receivable,
      @Nullable UUID receipt,
      Entry.Kind kind,
      @Nullable LocalDate on,
      long minor) {}

  private final Writers by;
  private final Tally tally;
  private final Supplier<Map<Currency, Money>> open;
  private final Map<Currency, Money> openBefore;
  private final BookRows rows;
  private final List<BookLine> lines = new ArrayList<>();
  private boolean learnt;

  Restoring(UUID importId, Writers by, Supplier<Map<Currency, Money>> open) {
    this.by = by;
    this.tally = new Tally(importId);
    this.rows = new BookRows(tally.ordinals);
    this.open = open;
    this.openBefore = open.get();
  }

  /// Takes a row; those of a table come together, tables in their order.
  public void take(BookLine line) {
    if (lines.size() >= BATCH || !lines.isEmpty() && lines.getFirst().table() != line.table()) {
      flush();
    }
    lines.add(line);
  }

  /// Records what is left and says what became of everything.
  public Absorbed finish() {
    flush();
    by.orders().recount(by.orders().ofImport(tally.importId), tally.balances);
    by.balances().apply(tally.takeBalances());
    by.balances().tell(tally.touched);
    return new Absorbed(
        tally.added,
        tally.changed,
        tally.same,
        List.copyOf(tally.changes),
        List.copyOf(tally.refused),
        openBefore,
        open.get());
  }

  private void flush() {
    if (lines.isEmpty()) {
      return;
    }
    List<BookLine> batch = List.copyOf(lines);
    lines.clear();
    switch (batch.getFirst().table()) {
      case DEBTORS -> debtors(batch);
      case ORDERS -> orders(batch);
      case RECEIVABLES -> receivables(batch);
      case RECEIPTS -> receipts(batch);
      case ENTRIES -> entries(batch);
      case EVENTS -> events(batch);
      case RATES -> rates(batch);
      case CONTACTS, TITLES -> {} // to be read
    }
    by.balances().apply(tally.takeBalances());
    if (!learnt && tally.added > 0) {
      by.sizes().learn();
      learnt = true;
    }
  }

  /// Reads one line after the other; those that cannot be are refused.
  private <T> Map<BookLine, T> read(
      List<BookLine> batch, java.util.function.Function<BookLine, T> reader) {
    Map<BookLine, T> read = new LinkedHashMap<>();
    for (BookLine line : batch) {
      try {
        read.put(line, reader.apply(line));
      } catch (BookRows.Refused no) {
        refuse(line, no.code(), String.valueOf(no.getMessage()));
      }
    }
    return read;
  }

  private void refuse(BookLine line, String code, String problem) {
    tally.refuse(
        line.number(),
        code,
        "%s, line %d: %s".formatted(line.table().file(), line.line(), problem),
        null);
  }

  /// Of the ids, those that are in the organisation already.
  private Set<UUID> known(BookTable table, Set<UUID> ids) {
    return by.known().of(table, ids);
  }

  private void debtors(List<BookLine> batch) {
    Set<UUID> ours =
        by
            .debtors()
            .current(
                batch.stream()
                    .flatMap(line -> TypeId.read("deb", line.cell("debtor")).stream())
                    .toList())
            .stream()
            .map(Debtors.Known::id)
            .collect(Collectors.toSet());
    Map<BookLine, Party> parties = read(batch, line -> rows.party(line, ours));
    Map<String, Party> distinct = new LinkedHashMap<>();
    parties.values().forEach(party -> distinct.putIfAbsent(party.id(), party));
    Map<String, Debtors.Known> before = by.debtors().resolve(distinct.values());
    Map<String, Debtors.Known> all = by.debtors().resolveOrAdd(distinct.values(), tally.importId);
    parties.forEach(
        (line, party) -> {
          rows.is(line, Objects.requireNonNull(all.get(party.id())).current());
          if (before.containsKey(party.id())) {
            tally.same++;
          } else {
            tally.added++;
          }
        });
  }

  private void orders(List<BookLine> batch) {
    Map<BookLine, OrderTable.Row> read = read(batch, rows::order);
    Set<UUID> known =
        known(BookTable.ORDERS, ids(read.values().stream().map(OrderTable.Row::id).toList()));
    List<OrderTable.Row> news = fresh(read.values(), OrderTable.Row::id, known);
    by.orders().add(news, tally.importId);
    facts(news.stream().map(OrderTable::taken).toList());
    news.forEach(row -> OrderTable.balance(row, tally.balances));
    tally.added += news.size();
  }

  private void receivables(List<BookLine> batch) {
    Map<BookLine, ReceivableTable.Row> read = read(batch, rows::receivable);
    List<ReceivableTable.Row> rows = new ArrayList<>(read.values());
    Set<UUID> known =
        known(BookTable.RECEIVABLES, ids(rows.stream().map(ReceivableTable.Row::id).toList()));
    List<ReceivableTable.Row> news = fresh(rows, ReceivableTable.Row::id, known);
    Map<Integer, ReceivableTable.Row> taken =
        by.books()
            .receivables()
            .find(
                news.stream()
                    .map(
                        row ->
                            new ReceivableTable.Key(
                                row.debtor(), row.number(), row.part(), row.ordinal()))
                    .toList());
    Set<UUID> orders =
        known(
            BookTable.ORDERS,
            ids(news.stream().map(ReceivableTable.Row::orderId).filter(Objects::nonNull).toList()));
    Map<UUID, BookLine> lineOf = new HashMap<>();
    read.forEach((line, row) -> lineOf.put(row.id(), line));
    List<ReceivableTable.Row> added = new ArrayList<>();
    for (int i = 0; i < news.size(); i++) {
      ReceivableTable.Row row = news.get(i);
      BookLine line = Objects.requireNonNull(lineOf.get(row.id()));
      UUID order = row.orderId();
      if (taken.containsKey(i)) {
        refuse(
            line,
            "number_taken",
            "this debtor has a receivable %s already, from elsewhere".formatted(row.number()));
      } else if (order != null && !orders.contains(order)) {
        refuse(line, "order_unknown", "its order is not in orders.csv");
      } else {
        added.add(row);
      }
    }
    if (by.books().receivables().add(added, tally.importId) != added.size()) {
      throw new IllegalStateException("receivables were added beside the import");
    }
    facts(added.stream().map(ReceivableAbsorber::issued).toList());
    for (ReceivableTable.Row row : added) {
      tally.balances.of(
          row.debtor(),
          row.amount().currency(),
          delta -> {
            delta.receivables++;
            delta.open += row.open().minor();
          });
    }
    tally.added += added.size();
  }

  private void receipts(List<BookLine> batch) {
    Map<BookLine, ReceiptTable.Row> read = read(batch, rows::receipt);
    Set<UUID> known =
        known(BookTable.RECEIPTS, ids(read.values().stream().map(ReceiptTable.Row::id).toList()));
    List<ReceiptTable.Row> news = fresh(read.values(), ReceiptTable.Row::id, known);
    by.books().receipts().add(news, tally.importId);
    facts(news.stream().map(ReceiptTable::received).toList());
    news.forEach(row -> ReceiptTable.balance(row, tally.balances));
    tally.added += news.size();
  }

  private void entries(List<BookLine> batch) {
    Map<BookLine, BookRows.Told> read = read(batch, rows::entry);
    Map<UUID, ReceivableTable.Row> receivables =
        by.known().receivables(ids(read.values().stream().map(BookRows.Told::receivable).toList()));
    Map<UUID, ReceiptTable.Row> receipts =
        by.known()
            .receipts(
                ids(
                    read.values().stream()
                        .map(BookRows.Told::receipt)
                        .filter(Objects::nonNull)
                        .toList()));
    Map<EntryKey, Integer> there = new HashMap<>();
    for (EntryTable.Row row : by.books().entries().of(receivables.keySet(), tally.importId)) {
      there.merge(
          new EntryKey(row.receivable(), row.receipt(), row.kind(), row.on(), row.minor()),
          1,
          Integer::sum);
    }
    Lowering lowering = new Lowering(tally, by.books());
    receivables.values().forEach(row -> lowering.opens(row.id(), row.open()));
    Map<UUID, Money> left = new HashMap<>();
    receipts.values().forEach(row -> left.put(row.id(), row.unallocated()));
    for (BookRows.Told one : read.values()) {
      Entry entry = one.entry();
      EntryKey key =
          new EntryKey(
              one.receivable(), one.receipt(), entry.kind(), entry.on(), entry.amount().minor());
      if (tally.ordinals.next("entry", key) <= there.getOrDefault(key, 0)) {
        tally.same++;
      } else {
        lower(one, receivables.get(one.receivable()), receipts, left, lowering);
      }
    }
    lowering.end();
  }

  private void lower(
      BookRows.Told one,
      ReceivableTable.@Nullable Row receivable,
      Map<UUID, ReceiptTable.Row> receipts,
      Map<UUID, Money> left,
      Lowering lowering) {
    Money amount = one.entry().amount();
    UUID receipt = one.receipt();
    Money free = receipt == null ? amount : left.get(receipt);
    if (receivable == null || free == null) {
      refuse(one.line(), "entry_unknown", "its receivable or receipt is not in this export");
    } else if (!receivable.amount().currency().equals(amount.currency())
        || !free.currency().equals(amount.currency())) {
      refuse(one.line(), "currency_differs", "it is in another currency than what it lowers");
    } else if (lowering.open(receivable.id()).minor() < amount.minor()
        || free.minor() < amount.minor()) {
      refuse(one.line(), "allocation_exceeds", "less than " + amount + " is left");
    } else {
      Money ignored =
          lowering.add(
              receivable.id(), receivable.debtor(), receipt, one.entry(), one.line().number());
      if (receipt != null) {
        left.put(receipt, free.minus(amount));
        UUID payer = Objects.requireNonNull(receipts.get(receipt)).debtor();
        if (payer != null) {
          tally.balances.of(payer, amount.currency(), delta -> delta.unallocated -= amount.minor());
        }
      }
    }
  }

  private void events(List<BookLine> batch) {
    Map<BookLine, EventTable.Row> read = read(batch, rows::event);
    Set<UUID> known =
        known(BookTable.EVENTS, ids(read.values().stream().map(EventTable.Row::id).toList()));
    Set<UUID> receivables =
        known(
            BookTable.RECEIVABLES,
            ids(
                read.values().stream()
                    .map(EventTable.Row::receivable)
                    .filter(Objects::nonNull)
                    .toList()));
    List<EventTable.Row> news = new ArrayList<>();
    read.forEach(
        (line, row) -> {
          UUID receivable = row.receivable();
          if (known.contains(row.id())) {
            tally.same++;
          } else if (receivable != null && !receivables.contains(receivable)) {
            refuse(line, "receivable_unknown", "its receivable is not in this export");
          } else {
            known.add(row.id());
            news.add(row);
          }
        });
    by.events().add(news, tally.importId);
    facts(news.stream().map(EventTable::noted).toList());
    List<EventTable.Row> closed = news.stream().filter(row -> row.closed() != null).toList();
    for (EventTable.Row row : closed) {
      boolean ignored =
          by.events().close(row.id(), Objects.requireNonNull(row.closed()), row.outcome());
    }
    facts(
        closed.stream()
            .map(row -> Noting.closed(row, Objects.requireNonNull(row.closed()), row.outcome()))
            .toList());
    news.forEach(row -> tally.touched.add(row.debtor()));
    tally.added += news.size();
  }

  private void rates(List<BookLine> batch) {
    Map<BookLine, FxRate> read = read(batch, rows::rate);
    Map<List<Object>, FxRate> distinct = new LinkedHashMap<>();
    read.values().forEach(rate -> distinct.put(List.of(rate.date(), rate.from(), rate.to()), rate));
    int changed = by.rates().put(List.copyOf(distinct.values()), tally.importId);
    tally.added += changed;
    tally.same += read.size() - changed;
  }

  private void facts(List<NewFact> facts) {
    List<UUID> ignored = by.books().facts().add(facts, tally.importId);
  }

  /// Rows that are not there yet, each id once.
  private <R> List<R> fresh(
      java.util.Collection<R> rows, java.util.function.Function<R, UUID> id, Set<UUID> known) {
    List<R> news = new ArrayList<>();
    for (R row : rows) {
      if (known.add(id.apply(row))) {
        news.add(row);
      } else {
        tally.same++;
      }
    }
    return news;
  }

  private static Set<UUID> ids(List<UUID> ids) {
    return new java.util.HashSet<>(ids);
  }
}
