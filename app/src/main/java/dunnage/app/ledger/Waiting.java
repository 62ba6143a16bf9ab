package dunnage.app.ledger;

import dunnage.app.platform.Tenancy;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Files come in any order: money that named a receivable nobody knew yet pays it once an import
/// brings it.
@Component
class Waiting {

  /// A payment that only names a receivable keeps the name as its text. Whoever owes must be who
  /// paid, or it must not be known who paid and one debtor alone have that number.
  private static final String PAIRS =
      """
      SELECT p.receipt_id, p.kind, p.debtor_id AS payer, p.on_day, p.currency, p.unallocated,
             r.receivable_id, r.debtor_id AS owes, r.open
        FROM receivable r
        JOIN debtor_current rc ON rc.org_id = :org AND rc.debtor_id = r.debtor_id
        JOIN receipt p ON p.org_id = :org AND p.unallocated > 0 AND p.texts = r.number
         AND p.currency = r.currency AND p.kind IN ('payment', 'credit_note')
         AND p.import_id IS NOT NULL AND p.number = ''
        LEFT JOIN debtor_current pc ON pc.org_id = :org AND pc.debtor_id = p.debtor_id
       WHERE r.org_id = :org AND r.import_id = :import AND r.open > 0
         AND (pc.current_id = rc.current_id
              OR p.debtor_id IS NULL AND NOT EXISTS (
                   SELECT FROM receivable x
                     JOIN debtor_current xc ON xc.org_id = :org AND xc.debtor_id = x.debtor_id
                    WHERE x.org_id = :org AND x.number = r.number
                      AND xc.current_id <> rc.current_id))
       ORDER BY p.on_day, p.receipt_id, r.due, r.part, r.receivable_id
      """;

  /// @param payer null until it is known who paid
  private record Pair(
      UUID receipt,
      Entry.Kind kind,
      @Nullable UUID payer,
      @Nullable LocalDate on,
      Money left,
      UUID receivable,
      UUID owes,
      Money open) {}

  private final Tenancy tenancy;
  private final Lowering.Writers writers;

  Waiting(Tenancy tenancy, Lowering.Writers writers) {
    this.tenancy = tenancy;
    this.writers = writers;
  }

  /// Pays what the import brought.
  void pay(Tally tally) {
    List<Pair> pairs = pairs(tally.importId);
    if (pairs.isEmpty()) {
      return;
    }
    long before = tally.added;
    Lowering lowering = new Lowering(tally, writers);
    Map<UUID, Money> left = new HashMap<>();
    List<Attributed> attributed = new ArrayList<>();
    for (Pair pair : pairs) {
      lowering.opens(pair.receivable(), pair.open());
      Money free = left.getOrDefault(pair.receipt(), pair.left());
      if (free.isZero()) {
        continue;
      }
      Entry entry = new Entry(pair.kind(), pair.on(), free);
      Money rest = lowering.add(pair.receivable(), pair.owes(), pair.receipt(), entry, 0);
      left.put(pair.receipt(), rest);
      UUID payer = pair.payer();
      if (payer != null) {
        Money used = free.minus(rest);
        tally.balances.of(payer, used.currency(), delta -> delta.unallocated -= used.minor());
      } else if (free.equals(pair.left()) && !rest.equals(free)) {
        attributed.add(new Attributed(pair.receipt(), pair.owes()));
      }
    }
    lowering.end();
    attribute(attributed, tally);
    tally.added = before; // no row of this file told of them
  }

  private record Attributed(UUID receipt, UUID debtor) {}

  private void attribute(List<Attributed> all, Tally tally) {
    for (Attributed one : all) {
      ReceiptTable.Row row = writers.receipts().find(one.receipt()).orElseThrow();
      boolean ignored = writers.receipts().attribute(row.id(), row.version(), one.debtor());
      List<UUID> facts =
          writers
              .facts()
              .add(
                  List.of(
                      NewFact.of(
                          FactKind.RECEIPT_ATTRIBUTED,
                          row.id(),
                          one.debtor(),
                          null,
                          0,
                          Map.of("number", row.number()))),
                  tally.importId);
      tally.balances.of(
          one.debtor(),
          row.amount().currency(),
          delta -> delta.unallocated += row.unallocated().minor());
    }
  }

  private List<Pair> pairs(UUID importId) {
    return tenancy
        .sql(PAIRS)
        .param("import", importId)
        .query(
            (row, n) -> {
              Currency currency = Currency.of(row.getString("currency"));
              return new Pair(
                  row.getObject("receipt_id", UUID.class),
                  row.getString("kind").equals("credit_note")
                      ? Entry.Kind.CREDIT_NOTE
                      : Entry.Kind.PAYMENT,
                  row.getObject("payer", UUID.class),
                  row.getObject("on_day", LocalDate.class),
                  new Money(currency, row.getLong("unallocated")),
                  row.getObject("receivable_id", UUID.class),
                  row.getObject("owes", UUID.class),
                  new Money(currency, row.getLong("open")));
            })
        .list();
  }
}
