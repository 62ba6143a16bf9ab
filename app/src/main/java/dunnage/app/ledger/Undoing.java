package dunnage.app.ledger;

import dunnage.app.debtors.Debtors;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes back what an import recorded, all of it or nothing: not while something else builds on it.
@Component
class Undoing {

  /// What builds on an import: an allocation of someone else's to its receivable, a later change of
  /// it, its receipt used, its receivable handed over.
  private static final String BUILDS_ON =
      """
      SELECT * FROM (
        SELECT 'payment on ' || r.number AS what FROM receivable r
          JOIN receivable_entry e ON e.org_id = :org AND e.receivable_id = r.receivable_id
         WHERE r.org_id = :org AND r.import_id = :import AND e.import_id IS DISTINCT FROM :import
        UNION ALL
        SELECT 'use of payment ' || p.number FROM receipt p
          JOIN receivable_entry e ON e.org_id = :org AND e.receipt_id = p.receipt_id
         WHERE p.org_id = :org AND p.import_id = :import AND e.import_id IS DISTINCT FROM :import
        UNION ALL
        SELECT 'title of ' || r.number FROM receivable r
          JOIN title t ON t.org_id = :org AND t.receivable_id = r.receivable_id
         WHERE r.org_id = :org AND r.import_id = :import
        UNION ALL
        SELECT 'note on ' || r.number FROM receivable r
          JOIN debtor_event e ON e.org_id = :org AND e.receivable_id = r.receivable_id
         WHERE r.org_id = :org AND r.import_id = :import AND e.import_id IS DISTINCT FROM :import
        UNION ALL
        SELECT 'paper of ' || r.number FROM receivable r
          JOIN document x ON x.org_id = :org AND x.receivable_id = r.receivable_id
         WHERE r.org_id = :org AND r.import_id = :import
        UNION ALL
        SELECT 'end of the dispute of ' || e.on_day FROM debtor_event e
         WHERE e.org_id = :org AND e.import_id = :import AND e.closed_on IS NOT NULL
           AND NOT EXISTS (SELECT FROM ledger_fact f
                            WHERE f.org_id = :org AND f.about = e.event_id
                              AND f.kind = 'event.closed' AND f.import_id = :import)
        UNION ALL
        SELECT 'change of ' || r.number FROM receivable r
          JOIN ledger_fact f ON f.org_id = :org AND f.about = r.receivable_id
           AND f.kind = 'receivable.amended' AND f.import_id IS DISTINCT FROM :import
           AND NOT EXISTS (SELECT FROM ledger_fact u WHERE u.org_id = :org
                            AND u.about = f.import_id AND u.kind = 'import.undone')
         WHERE r.org_id = :org AND r.import_id = :import
        UNION ALL
        SELECT 'later change of ' || r.number FROM ledger_fact mine
          JOIN ledger_fact later ON later.org_id = :org AND later.about = mine.about
           AND later.kind = 'receivable.amended' AND later.fact_id > mine.fact_id
           AND later.import_id IS DISTINCT FROM :import
           AND NOT EXISTS (SELECT FROM ledger_fact u WHERE u.org_id = :org
                            AND u.about = later.import_id AND u.kind = 'import.undone')
          JOIN receivable r ON r.org_id = :org AND r.receivable_id = mine.about
         WHERE mine.org_id = :org AND mine.import_id = :import
           AND mine.kind = 'receivable.amended'
        UNION ALL
        SELECT 'change of payment ' || p.number FROM receipt p
          JOIN ledger_fact f ON f.org_id = :org AND f.about = p.receipt_id
           AND f.kind IN ('receipt.amended', 'receipt.attributed')
           AND f.import_id IS DISTINCT FROM :import
           AND NOT EXISTS (SELECT FROM ledger_fact u WHERE u.org_id = :org
                            AND u.about = f.import_id AND u.kind = 'import.undone')
         WHERE p.org_id = :org AND p.import_id = :import
        UNION ALL
        SELECT 'change of order ' || o.number FROM customer_order o
          JOIN ledger_fact f ON f.org_id = :org AND f.about = o.order_id
           AND f.kind = 'order.amended'
         WHERE o.org_id = :org AND o.import_id = :import
        UNION ALL
        SELECT 'receivable ' || r.number || ' of order ' || o.number FROM customer_order o
          JOIN receivable r ON r.org_id = :org AND r.order_id = o.order_id
           AND r.import_id IS DISTINCT FROM :import
         WHERE o.org_id = :org AND o.import_id = :import
      ) AS x (what) ORDER BY what LIMIT 5
      """;

  private static final String TAKE_ENTRIES =
      """
      WITH gone AS (
        DELETE FROM receivable_entry WHERE org_id = :org AND import_id = :import
        RETURNING receivable_id, receipt_id, amount
      ), raised AS (
        UPDATE receivable r SET open = r.open + g.amount, version = r.version + 1
          FROM (SELECT receivable_id, sum(amount) AS amount FROM gone GROUP BY receivable_id) g
         WHERE r.org_id = :org AND r.receivable_id = g.receivable_id
        RETURNING r.debtor_id, r.currency, g.amount, r.open = g.amount AS reopened
      ), freed AS (
        UPDATE receipt p SET unallocated = p.unallocated + g.amount, version = p.version + 1
          FROM (SELECT receipt_id, sum(amount) AS amount FROM gone
                 WHERE receipt_id IS NOT NULL GROUP BY receipt_id) g
         WHERE p.org_id = :org AND p.receipt_id = g.receipt_id
        RETURNING p.debtor_id, p.currency, g.amount
      )
      SELECT debtor_id, currency, sum(amount)::bigint AS open,
             count(*) FILTER (WHERE reopened) AS receivables, 0::bigint AS unallocated
        FROM raised GROUP BY debtor_id, currency
      UNION ALL
      SELECT debtor_id, currency, 0, 0, sum(amount)::bigint
        FROM freed WHERE debtor_id IS NOT NULL GROUP BY debtor_id, currency
      """;

  /// Whose money it is was known only because of what the import brought.
  private static final String FORGET_PAYERS =
      """
      UPDATE receipt p SET debtor_id = NULL, version = p.version + 1
        FROM receipt told
       WHERE p.org_id = :org AND told.org_id = :org AND told.receipt_id = p.receipt_id
         AND p.import_id IS DISTINCT FROM :import
         AND p.receipt_id IN (SELECT f.about FROM ledger_fact f
                               WHERE f.org_id = :org AND f.import_id = :import
                                 AND f.kind = 'receipt.attributed')
      RETURNING told.debtor_id, p.currency, 0::bigint AS open, 0::bigint AS receivables,
                -p.unallocated AS unallocated
      """;

  private static final String TAKE_RECEIPTS =
      """
      WITH gone AS (
        DELETE FROM receipt WHERE org_id = :org AND import_id = :import
        RETURNING debtor_id, currency, unallocated
      )
      SELECT debtor_id, currency, 0::bigint AS open, 0::bigint AS receivables,
             -sum(unallocated)::bigint AS unallocated
        FROM gone WHERE debtor_id IS NOT NULL GROUP BY debtor_id, currency
      """;

  private static final String TAKE_RECEIVABLES =
      """
      WITH gone AS (
        DELETE FROM receivable WHERE org_id = :org AND import_id = :import
        RETURNING debtor_id, currency, open
      )
      SELECT debtor_id, currency, -sum(open)::bigint AS open,
             -count(*) FILTER (WHERE open > 0) AS receivables, 0::bigint AS unallocated
        FROM gone GROUP BY debtor_id, currency
      """;

  private static final String TAKE_ORDERS =
      """
      WITH gone AS (
        DELETE FROM customer_order WHERE org_id = :org AND import_id = :import
        RETURNING debtor_id, currency, uninvoiced
      )
      SELECT debtor_id, currency, sum(uninvoiced)::bigint AS uninvoiced
        FROM gone GROUP BY debtor_id, currency
      """;

  private static final String TAKE_EVENTS =
      """
      DELETE FROM debtor_event WHERE org_id = :org AND import_id = :import
      RETURNING debtor_id
      """;

  private static final String AMENDED =
      """
      SELECT about, body->'before' AS before FROM ledger_fact
       WHERE org_id = :org AND import_id = :import AND kind = 'receivable.amended'
       ORDER BY fact_id DESC
      """;

  private static final String COUNT =
      "SELECT count(*) FROM ledger_fact WHERE org_id = :org AND import_id = :import";

  /// Debtors that the import brought and that nothing in the books hangs on any more.
  private static final String DEBTORS_LEFT =
      """
      SELECT d.debtor_id FROM debtor d
       WHERE d.org_id = :org AND d.import_id = :import
         AND NOT EXISTS (SELECT FROM receivable r
                          WHERE r.org_id = :org AND r.debtor_id = d.debtor_id)
         AND NOT EXISTS (SELECT FROM receipt p WHERE p.org_id = :org AND p.debtor_id = d.debtor_id)
         AND NOT EXISTS (SELECT FROM customer_order o
                          WHERE o.org_id = :org AND o.debtor_id = d.debtor_id)
         AND NOT EXISTS (SELECT FROM debtor_event e
                          WHERE e.org_id = :org AND e.debtor_id = d.debtor_id)
         AND NOT EXISTS (SELECT FROM document x
                          WHERE x.org_id = :org AND x.debtor_id = d.debtor_id)
      """;

  private record Amended(UUID receivable, JsonNode before) {}

  private final Tenancy tenancy;
  private final JsonMapper json;
  private final ReceivableTable receivables;
  private final OrderTable orders;
  private final Balances balances;
  private final FactTable facts;
  private final Debtors debtors;

  Undoing(
      Tenancy tenancy,
      JsonMapper json,
      ReceivableTable receivables,
      OrderTable orders,
      Balances balances,
      FactTable facts,
      Debtors debtors) {
    this.tenancy = tenancy;
    this.json = json;
    this.receivables = receivables;
    this.orders = orders;
    this.balances = balances;
    this.facts = facts;
    this.debtors = debtors;
  }

  /// @see Ledger#undo
  Ledger.Undone undo(UUID importId, String reason) {
    List<String> builds =
        tenancy
            .sql(BUILDS_ON)
            .param("import", importId)
            .query((row, n) -> String.valueOf(row.getString("what")))
            .list();
    if (!builds.isEmpty()) {
      throw Problem.conflict(
          "import_in_use",
          "It cannot be taken back, because something builds on it: "
              + String.join(", ", builds)
              + ". Withdraw that first.");
    }
    long count = tenancy.sql(COUNT).param("import", importId).query(Long.class).single();
    Balances.Change change = new Balances.Change();
    take(TAKE_ENTRIES, importId, change);
    take(FORGET_PAYERS, importId, change);
    take(TAKE_RECEIPTS, importId, change);
    restore(importId, change);
    java.util.Set<UUID> touched =
        new java.util.HashSet<>(
            tenancy.sql(TAKE_EVENTS).param("import", importId).query(UUID.class).list());
    List<UUID> invoiced = orders.ofImport(importId);
    take(TAKE_RECEIVABLES, importId, change);
    orders(importId, change);
    orders.recount(invoiced, change);
    UUID fact =
        facts.add(
            NewFact.of(FactKind.IMPORT_UNDONE, importId, null, null, 0, Map.of("facts", count))
                .because(reason));
    balances.apply(change);
    balances.tell(touched);
    debtors.unadd(
        tenancy
            .sql(DEBTORS_LEFT)
            .param("import", importId)
            .query((row, n) -> UUID.fromString(row.getString("debtor_id")))
            .list());
    return new Ledger.Undone(fact, count);
  }

  private void take(String statement, UUID importId, Balances.Change change) {
    tenancy
        .sql(statement)
        .param("import", importId)
        .query(
            row -> {
              long open = row.getLong("open");
              long count = row.getLong("receivables");
              long unallocated = row.getLong("unallocated");
              change.of(
                  row.getObject("debtor_id", UUID.class),
                  row.getString("currency"),
                  delta -> {
                    delta.open += open;
                    delta.receivables += count;
                    delta.unallocated += unallocated;
                  });
            });
  }

  private void orders(UUID importId, Balances.Change change) {
    tenancy
        .sql(TAKE_ORDERS)
        .param("import", importId)
        .query(
            row -> {
              long uninvoiced = row.getLong("uninvoiced");
              change.of(
                  row.getObject("debtor_id", UUID.class),
                  row.getString("currency"),
                  delta -> delta.uninvoiced -= uninvoiced);
            });
  }

  /// What the import changed is as it was before.
  private void restore(UUID importId, Balances.Change change) {
    List<Amended> all =
        tenancy
            .sql(AMENDED)
            .param("import", importId)
            .query(
                (row, n) ->
                    new Amended(
                        row.getObject("about", UUID.class), json.readTree(row.getString("before"))))
            .list();
    for (Amended amended : all) {
      ReceivableTable.Row now = receivables.find(amended.receivable()).orElseThrow();
      ReceivableTable.Row before = before(now, amended.before());
      if (before.open().signum() < 0 || receivables.amend(List.of(before)) != 1) {
        throw Problem.conflict(
            "import_in_use",
            "It cannot be taken back: of %s more was paid since than it was before."
                .formatted(now.number()));
      }
      ReceivableAbsorber.balance(now, before, change);
    }
  }

  private static ReceivableTable.Row before(ReceivableTable.Row now, JsonNode fields) {
    Money amount = now.amount();
    if (fields.has("amount")) {
      JsonNode told = fields.path("amount");
      amount =
          Money.of(
              Currency.of(told.path("currency").asString()),
              new java.math.BigDecimal(told.path("amount").asString()));
    }
    return now.with(
            day(fields, "issued", now.issued()),
            day(fields, "due", now.due()),
            amount,
            now.open().plus(amount).minus(now.amount()))
        .with(
            fields.path("order").asString(now.order()),
            fields.path("terms").asString(now.terms()),
            fields.path("disputed").asBoolean(now.disputed()));
  }

  private static LocalDate day(JsonNode fields, String name, LocalDate otherwise) {
    return fields.has(name) ? LocalDate.parse(fields.path(name).asString()) : otherwise;
  }

  static String id(UUID importId) {
    return TypeId.of("imp", importId);
  }
}
