package dunnage.app.ledger;

import dunnage.app.ledger.ReceivableTable.Key;
import dunnage.app.ledger.ReceivableTable.Row;
import dunnage.app.platform.Uuid7;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes in rows of receivables with what they say was paid: new ones are issued, known ones
/// amended where the file tells otherwise, and what lowers them is added where the file knows of
/// more than the ledger. A file never takes a payment away.
@Component
class ReceivableAbsorber {

  /// A row of a file.
  ///
  /// @param debtor who that is now
  record Told(Receivable receivable, List<Entry> entries, UUID debtor) {

    String part() {
      Deal deal = receivable.deal();
      return deal == null ? "" : deal.part();
    }

    int line() {
      return receivable.origin().line();
    }
  }

  private final ReceivableTable receivables;
  private final Lowering.Writers writers;
  private final Uuid7 ids;

  ReceivableAbsorber(Lowering.Writers writers, Uuid7 ids) {
    this.writers = writers;
    this.receivables = writers.receivables();
    this.ids = ids;
  }

  void absorb(List<Told> rows, Tally tally) {
    List<Key> keys = new ArrayList<>(rows.size());
    for (Told row : rows) {
      String number = row.receivable().number();
      int ordinal = tally.ordinals.next("receivable", row.debtor(), number, row.part());
      keys.add(new Key(row.debtor(), number, row.part(), ordinal));
    }
    Map<Integer, Row> known = receivables.find(keys);
    List<Row> added = new ArrayList<>();
    List<Row> amended = new ArrayList<>();
    Map<UUID, Told> standing = new LinkedHashMap<>();
    Map<UUID, Money> open = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Row before = known.get(i);
      Row after = before == null ? fresh(rows.get(i), keys.get(i)) : amended(before, rows.get(i));
      if (before != null && after != null && !fits(before, after, rows.get(i), tally)) {
        continue;
      }
      if (before == null) {
        added.add(java.util.Objects.requireNonNull(after));
      } else if (after != null) {
        amended.add(after);
        tell(before, after, rows.get(i).line(), tally);
      } else {
        tally.same++;
      }
      Row now = after == null ? java.util.Objects.requireNonNull(before) : after;
      standing.put(now.id(), rows.get(i));
      open.put(now.id(), now.open());
    }
    add(added, tally);
    amend(known, amended, tally);
    lower(standing, open, known.values().stream().map(Row::id).toList(), tally);
  }

  private Row fresh(Told told, Key key) {
    Receivable receivable = told.receivable();
    Deal deal = receivable.deal();
    return new Row(
        ids.next(),
        told.debtor(),
        key.number(),
        key.part(),
        key.ordinal(),
        receivable.issued(),
        receivable.due(),
        receivable.amount(),
        receivable.amount(),
        deal == null ? "" : deal.order(),
        null,
        deal == null ? "" : deal.terms(),
        deal == null || deal.method() == null ? null : deal.method().name(),
        deal == null || deal.clock() == null ? null : deal.clock().name(),
        deal == null || deal.incoterm() == null ? null : deal.incoterm().name(),
        receivable.disputed(),
        1,
        told.line());
  }

  /// As the file tells it, or null if that is how it stands. What the file does not tell stays.
  private static @Nullable Row amended(Row before, Told told) {
    Receivable row = told.receivable();
    Deal deal = row.deal();
    Row dated = before;
    if (!row.issued().equals(before.issued())
        || !row.due().equals(before.due())
        || !row.amount().equals(before.amount())) {
      Money open =
          row.amount().currency().equals(before.amount().currency())
              ? before.open().plus(row.amount()).minus(before.amount())
              : row.amount();
      dated = before.with(row.issued(), row.due(), row.amount(), open);
    }
    String order = deal == null || deal.order().isEmpty() ? before.order() : deal.order();
    String terms = deal == null || deal.terms().isEmpty() ? before.terms() : deal.terms();
    boolean disputed = before.disputed() || row.disputed();
    boolean said =
        !order.equals(before.order())
            || !terms.equals(before.terms())
            || disputed != before.disputed();
    if (said && dated == before) {
      dated = before.with(before.issued(), before.due(), before.amount(), before.open());
    }
    return dated == before ? null : dated.with(order, terms, disputed);
  }

  private static boolean fits(Row before, Row after, Told told, Tally tally) {
    if (!after.amount().currency().equals(before.amount().currency())) {
      tally.refuse(
          told.line(),
          "currency_changed",
          "%s was in %s and is in %s here. Withdraw it first, or give it another number."
              .formatted(before.number(), before.amount().currency(), after.amount().currency()),
          told.receivable().amount());
      return false;
    }
    if (after.open().signum() < 0) {
      tally.refuse(
          told.line(),
          "amount_below_paid",
          "%s is %s here, and %s was paid or credited already. Withdraw a payment first."
              .formatted(before.number(), after.amount(), before.amount().minus(before.open())),
          told.receivable().amount());
      return false;
    }
    return true;
  }

  private static void tell(Row before, Row after, int line, Tally tally) {
    Map<String, List<Object>> fields = differences(before, after);
    fields.forEach(
        (field, both) ->
            tally.change(line, before.number(), field, both.getFirst(), both.getLast()));
    tally.changed++;
  }

  /// Field to what it was and what it is.
  static Map<String, List<Object>> differences(Row before, Row after) {
    Map<String, List<Object>> fields = new LinkedHashMap<>();
    difference(fields, "issued", before.issued(), after.issued());
    difference(fields, "due", before.due(), after.due());
    difference(fields, "amount", before.amount(), after.amount());
    difference(fields, "order", before.order(), after.order());
    difference(fields, "terms", before.terms(), after.terms());
    difference(fields, "disputed", before.disputed(), after.disputed());
    return fields;
  }

  private static void difference(
      Map<String, List<Object>> fields, String name, Object before, Object after) {
    if (!before.equals(after)) {
      fields.put(name, List.of(before, after));
    }
  }

  private void add(List<Row> rows, Tally tally) {
    if (receivables.add(rows, tally.importId) != rows.size()) {
      throw new IllegalStateException("receivables were added beside the import");
    }
    writers.facts().add(rows.stream().map(ReceivableAbsorber::issued).toList(), tally.importId);
    for (Row row : rows) {
      tally.balances.of(
          row.debtor(),
          row.amount().currency(),
          delta -> {
            delta.receivables++;
            delta.open += row.open().minor();
          });
    }
    tally.added += rows.size();
  }

  static NewFact issued(Row row) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("number", row.number());
    body.put("part", row.part());
    body.put("ordinal", row.ordinal());
    body.put("issued", row.issued());
    body.put("due", row.due());
    body.put("amount", row.amount());
    body.put("order", row.order());
    body.put("order_id", row.orderId());
    body.put("terms", row.terms());
    body.put("method", row.method());
    body.put("clock", row.clock());
    body.put("incoterm", row.incoterm());
    body.put("disputed", row.disputed());
    return NewFact.of(
        FactKind.RECEIVABLE_ISSUED, row.id(), row.debtor(), row.issued(), row.line(), body);
  }

  private void amend(Map<Integer, Row> known, List<Row> rows, Tally tally) {
    if (receivables.amend(rows) != rows.size()) {
      throw new IllegalStateException("receivables were changed beside the import");
    }
    Map<UUID, Row> before = new HashMap<>();
    known.values().forEach(row -> before.put(row.id(), row));
    List<NewFact> told = new ArrayList<>();
    for (Row row : rows) {
      Row old = java.util.Objects.requireNonNull(before.get(row.id()));
      told.add(amendment(old, row));
      balance(old, row, tally.balances);
    }
    writers.facts().add(told, tally.importId);
  }

  static void balance(Row old, Row row, Balances.Change balances) {
    balances.of(
        row.debtor(),
        row.amount().currency(),
        delta -> {
          delta.open += row.open().minor() - old.open().minor();
          delta.receivables += row.open().signum() - old.open().signum();
        });
  }

  static NewFact amendment(Row old, Row row) {
    Map<String, Object> before = new LinkedHashMap<>();
    Map<String, Object> after = new LinkedHashMap<>();
    differences(old, row)
        .forEach(
            (field, both) -> {
              before.put(field, both.getFirst());
              after.put(field, both.getLast());
            });
    return NewFact.of(
        FactKind.RECEIVABLE_AMENDED,
        row.id(),
        row.debtor(),
        null,
        row.line(),
        Map.of("before", before, "after", after, "version", row.version()));
  }

  /// Adds what the file knows of payments, credit notes and write-offs beyond the ledger.
  private void lower(
      Map<UUID, Told> standing, Map<UUID, Money> open, List<UUID> knownBefore, Tally tally) {
    Map<UUID, List<EntryTable.Row>> told = new HashMap<>();
    List<UUID> withEntries =
        knownBefore.stream()
            .filter(id -> standing.containsKey(id) && !standing.get(id).entries().isEmpty())
            .toList();
    for (EntryTable.Row entry : writers.entries().of(withEntries, null)) {
      told.computeIfAbsent(entry.receivable(), id -> new ArrayList<>()).add(entry);
    }
    Lowering lowering = new Lowering(tally, writers);
    standing.forEach(
        (id, row) -> {
          List<Entry> news = news(row.entries(), told.getOrDefault(id, List.of()));
          tally.same += row.entries().size() - Math.min(news.size(), row.entries().size());
          lowering.opens(id, java.util.Objects.requireNonNull(open.get(id)));
          for (Entry entry : news) {
            Money over = lowering.add(id, row.debtor(), null, entry, row.line());
            if (over.signum() > 0 && entry.kind() != Entry.Kind.WRITE_OFF) {
              lowering.keep(over(row, entry, over));
            }
          }
        });
    lowering.end();
  }

  /// What was paid beyond a receivable stays the debtor's money.
  private ReceiptTable.Row over(Told row, Entry entry, Money over) {
    return new ReceiptTable.Row(
        ids.next(),
        entry.kind() == Entry.Kind.PAYMENT ? "payment" : "credit_note",
        row.debtor(),
        "",
        entry.on(),
        over,
        over,
        "",
        row.receivable().number(),
        1,
        row.line());
  }

  /// Of what a row tells, what the ledger does not know yet. Where the row tells all that the
  /// ledger knows, that is the rest; else, as with a growing sum that was paid, the difference.
  static List<Entry> news(List<Entry> told, List<EntryTable.Row> known) {
    if (known.isEmpty()) {
      return told;
    }
    List<EntryTable.Row> left = new ArrayList<>(known);
    List<Entry> rest = new ArrayList<>();
    for (Entry entry : told) {
      boolean there = false;
      for (int i = 0; i < left.size() && !there; i++) {
        EntryTable.Row row = left.get(i);
        there =
            row.kind() == entry.kind()
                && row.minor() == entry.amount().minor()
                && java.util.Objects.equals(row.on(), entry.on());
        if (there) {
          left.remove(i);
        }
      }
      if (!there) {
        rest.add(entry);
      }
    }
    return left.isEmpty() || rest.isEmpty() ? rest : difference(told, known);
  }

  private static List<Entry> difference(List<Entry> told, List<EntryTable.Row> known) {
    List<Entry> news = new ArrayList<>();
    for (Entry.Kind kind : Entry.Kind.values()) {
      long sum = 0;
      Entry last = null;
      for (Entry entry : told) {
        if (entry.kind() == kind) {
          sum += entry.amount().minor();
          last = later(last, entry);
        }
      }
      for (EntryTable.Row row : known) {
        sum -= row.kind() == kind ? row.minor() : 0;
      }
      if (last != null && sum > 0) {
        news.add(new Entry(kind, last.on(), new Money(last.amount().currency(), sum)));
      }
    }
    return news;
  }

  private static Entry later(@Nullable Entry one, Entry other) {
    if (one == null) {
      return other;
    }
    LocalDate first = one.on();
    LocalDate second = other.on();
    return first == null || (second != null && second.isAfter(first)) ? other : one;
  }
}
