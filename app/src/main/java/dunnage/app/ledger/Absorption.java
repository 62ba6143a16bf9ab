package dunnage.app.ledger;

import dunnage.app.debtors.Debtors;
import dunnage.app.ledger.EventAbsorber.Told;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes the facts of one import into the ledger, in the open transaction: in batches, so that a
/// million lines need little memory. Receivables are in before what pays them.
///
/// Used by one thread, once. In a transaction that is rolled back it is a trial run.
public final class Absorption {

  private static final int BATCH = 2_000;

  private record Row(Receivable receivable, List<Entry> entries) {}

  /// Who takes in what.
  @Component
  record Absorbers(
      Debtors debtors,
      ReceivableAbsorber receivables,
      PaymentAbsorber payments,
      EventAbsorber events,
      Waiting waiting,
      Balances balances,
      Sizes sizes) {}

  /// How much fuller the tables may get until the database looks at them again.
  private static final int FULLER = 8;

  private final Absorbers by;
  private final Tally tally;
  private final Map<Currency, Money> openBefore;
  private final java.util.function.Supplier<Map<Currency, Money>> open;

  private long lookAt = 1;

  private final List<Row> rows = new ArrayList<>();
  private final List<Fact> money = new ArrayList<>();
  private final List<Fact.Allocated> allocations = new ArrayList<>();
  private final List<Fact.Ordered> orders = new ArrayList<>();
  private final List<Fact.Noted> notes = new ArrayList<>();

  Absorption(UUID importId, Absorbers by, java.util.function.Supplier<Map<Currency, Money>> open) {
    this.by = by;
    this.tally = new Tally(importId);
    this.open = open;
    this.openBefore = open.get();
  }

  /// Takes a fact, in the order of the file; a row's `Settled` come right behind its `Issued`.
  public void take(Fact fact) {
    switch (fact) {
      case Fact.Issued issued -> {
        if (rows.size() >= BATCH) {
          flushRows();
        }
        rows.add(new Row(issued.receivable(), new ArrayList<>(1)));
      }
      case Fact.Settled settled -> rows.getLast().entries().add(settled.entry());
      case Fact.Ordered order -> {
        orders.add(order);
        flushWhenFull(orders.size());
      }
      case Fact.Noted note -> {
        notes.add(note);
        flushWhenFull(notes.size());
      }
      case Fact.Allocated allocated -> {
        allocations.add(allocated);
        flushWhenFull(allocations.size());
      }
      case Fact.Remitted ignored -> takeMoney(fact);
      case Fact.Received ignored -> takeMoney(fact);
      case Fact.BankReceipt ignored -> takeMoney(fact);
      case Fact.CreditHeld ignored -> takeMoney(fact);
    }
  }

  private void takeMoney(Fact fact) {
    money.add(fact);
    flushWhenFull(money.size());
  }

  private void flushWhenFull(int size) {
    if (size >= BATCH) {
      flush();
    }
  }

  /// Records what is left and says what became of everything.
  public Absorbed finish() {
    flush();
    by.waiting().pay(tally);
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
    flushRows();
    if (!orders.isEmpty()) {
      Map<String, Debtors.Known> known =
          resolve(orders.stream().map(Fact.Ordered::debtor).toList());
      by.events()
          .orders(
              orders.stream()
                  .map(o -> new Told<>(current(known, o.debtor()), o, o.origin().line()))
                  .toList(),
              tally);
      orders.clear();
    }
    if (!notes.isEmpty()) {
      Map<String, Debtors.Known> known = resolve(notes.stream().map(Fact.Noted::debtor).toList());
      by.events()
          .events(
              notes.stream()
                  .map(n -> new Told<>(current(known, n.debtor()), n, n.origin().line()))
                  .toList(),
              tally);
      notes.clear();
    }
    if (!money.isEmpty()) {
      by.payments().absorb(told(money), tally);
      money.clear();
    }
    if (!allocations.isEmpty()) {
      List<Party> named =
          allocations.stream().map(Fact.Allocated::debtor).map(Absorption::numbered).toList();
      Map<String, UUID> known = new LinkedHashMap<>();
      by.debtors().resolve(named).forEach((id, debtor) -> known.put(id, debtor.current()));
      by.payments().allocate(List.copyOf(allocations), known, tally);
      allocations.clear();
    }
    by.balances().apply(tally.takeBalances());
  }

  private void flushRows() {
    if (rows.isEmpty()) {
      return;
    }
    Map<String, Debtors.Known> known =
        resolve(rows.stream().map(row -> row.receivable().debtor()).toList());
    by.receivables()
        .absorb(
            rows.stream()
                .map(
                    row ->
                        new ReceivableAbsorber.Told(
                            row.receivable(),
                            row.entries(),
                            current(known, row.receivable().debtor())))
                .toList(),
            tally);
    rows.clear();
    by.balances().apply(tally.takeBalances());
    lookAtTables();
  }

  /// What a trial run rolled back leaves the database believing that its tables are empty.
  private void lookAtTables() {
    if (tally.added >= lookAt) {
      by.sizes().learn();
      lookAt = tally.added * FULLER;
    }
  }

  private Map<String, Debtors.Known> resolve(Collection<Party> parties) {
    Map<String, Party> distinct = new LinkedHashMap<>();
    for (Party party : parties) {
      Party before = distinct.putIfAbsent(party.id(), party);
      if (before != null && before.name().equals(before.id())) {
        distinct.put(party.id(), party); // a later row knows the name behind the number
      }
    }
    return by.debtors().resolveOrAdd(distinct.values(), tally.importId);
  }

  private static UUID current(Map<String, Debtors.Known> known, Party party) {
    return java.util.Objects.requireNonNull(known.get(party.id()), "just added").current();
  }

  private static Party numbered(String id) {
    return new Party(id, id, "");
  }

  /// Rows of money, each with who paid where the row says so.
  private List<PaymentAbsorber.Told> told(List<Fact> facts) {
    List<Party> named = new ArrayList<>();
    List<Party> owing = new ArrayList<>();
    for (Fact fact : facts) {
      switch (fact) {
        case Fact.Remitted row when !row.debtor().isEmpty() -> named.add(numbered(row.debtor()));
        case Fact.Received row when row.debtor() != null -> owing.add(row.debtor());
        case Fact.CreditHeld row -> owing.add(row.debtor());
        default -> {}
      }
    }
    Map<String, Debtors.Known> known = new TreeMap<>(by.debtors().resolve(named));
    known.putAll(resolve(owing));
    return facts.stream().map(fact -> told(fact, known)).toList();
  }

  private static PaymentAbsorber.Told told(Fact fact, Map<String, Debtors.Known> known) {
    return switch (fact) {
      case Fact.Remitted row ->
          money(
              row.entry().kind() == Entry.Kind.PAYMENT ? "payment" : "credit_note",
              "",
              row.number(),
              id(known, row.debtor()),
              row.entry(),
              row.origin().line());
      case Fact.Received row ->
          money(
              "payment",
              row.payment(),
              "",
              row.debtor() == null ? null : id(known, row.debtor().id()),
              new Entry(Entry.Kind.PAYMENT, row.on(), row.amount()),
              row.origin().line());
      case Fact.CreditHeld row ->
          money(
              "payment",
              row.number(),
              "",
              id(known, row.debtor().id()),
              new Entry(Entry.Kind.PAYMENT, row.on(), row.amount()),
              row.origin().line());
      case Fact.BankReceipt row ->
          new PaymentAbsorber.Told(
              "bank_line",
              "",
              "",
              null,
              new Entry(Entry.Kind.PAYMENT, row.on(), row.amount()),
              row.payer(),
              String.join("\n", row.texts()),
              row.origin().line());
      case Fact.Issued ignored -> throw new IllegalStateException("no money: " + fact);
      case Fact.Settled ignored -> throw new IllegalStateException("no money: " + fact);
      case Fact.Allocated ignored -> throw new IllegalStateException("no money: " + fact);
      case Fact.Ordered ignored -> throw new IllegalStateException("no money: " + fact);
      case Fact.Noted ignored -> throw new IllegalStateException("no money: " + fact);
    };
  }

  private static PaymentAbsorber.Told money(
      String kind, String number, String names, @Nullable UUID debtor, Entry entry, int line) {
    return new PaymentAbsorber.Told(kind, number, names, debtor, entry, "", "", line);
  }

  private static @Nullable UUID id(Map<String, Debtors.Known> known, String party) {
    Debtors.Known found = known.get(party);
    return found == null ? null : found.current();
  }
}
