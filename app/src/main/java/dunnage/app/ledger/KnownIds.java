package dunnage.app.ledger;

import dunnage.app.platform.Tenancy;
import dunnage.formats.BookTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What of an exported book is there already, by the id that it was exported with.
@Component
class KnownIds {

  private static final String ORDERS =
      """
      SELECT order_id AS id FROM customer_order
       WHERE org_id = :org AND order_id = ANY (CAST(:ids AS uuid[]))
      """;

  private static final String RECEIVABLES =
      """
      SELECT receivable_id AS id FROM receivable
       WHERE org_id = :org AND receivable_id = ANY (CAST(:ids AS uuid[]))
      """;

  private static final String RECEIPTS =
      """
      SELECT receipt_id AS id FROM receipt
       WHERE org_id = :org AND receipt_id = ANY (CAST(:ids AS uuid[]))
      """;

  private static final String EVENTS =
      """
      SELECT event_id AS id FROM debtor_event
       WHERE org_id = :org AND event_id = ANY (CAST(:ids AS uuid[]))
      """;

  private static final String WHOLE_RECEIVABLES =
      "SELECT %s FROM receivable r WHERE r.org_id = :org AND r.receivable_id = ANY (CAST(:ids AS uuid[]))"
          .formatted(ReceivableTable.COLUMNS);

  private static final String WHOLE_RECEIPTS =
      "SELECT %s FROM receipt r WHERE r.org_id = :org AND r.receipt_id = ANY (CAST(:ids AS uuid[]))"
          .formatted(ReceiptTable.COLUMNS);

  private final Tenancy tenancy;

  KnownIds(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  Set<UUID> of(BookTable table, Collection<UUID> ids) {
    String sql =
        switch (table) {
          case ORDERS -> ORDERS;
          case RECEIVABLES -> RECEIVABLES;
          case RECEIPTS -> RECEIPTS;
          case EVENTS -> EVENTS;
          case DEBTORS, ENTRIES, RATES, CONTACTS, TITLES ->
              throw new IllegalArgumentException("not known by an id of the ledger: " + table);
        };
    return new HashSet<>(
        tenancy
            .sql(sql)
            .param("ids", texts(ids))
            .query((row, n) -> row.getObject("id", UUID.class))
            .list());
  }

  Map<UUID, ReceivableTable.Row> receivables(Collection<UUID> ids) {
    Map<UUID, ReceivableTable.Row> rows = new HashMap<>();
    tenancy
        .sql(WHOLE_RECEIVABLES)
        .param("ids", texts(ids))
        .query((row, n) -> ReceivableTable.read(row))
        .list()
        .forEach(row -> rows.put(row.id(), row));
    return rows;
  }

  Map<UUID, ReceiptTable.Row> receipts(Collection<UUID> ids) {
    Map<UUID, ReceiptTable.Row> rows = new HashMap<>();
    tenancy
        .sql(WHOLE_RECEIPTS)
        .param("ids", texts(ids))
        .query((row, n) -> ReceiptTable.read(row))
        .list()
        .forEach(row -> rows.put(row.id(), row));
    return rows;
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
