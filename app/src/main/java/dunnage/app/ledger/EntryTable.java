package dunnage.app.ledger;

import dunnage.app.platform.Columns;
import dunnage.app.platform.Tenancy;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What lowered receivables and still counts.
@Component
class EntryTable {

  /// @param id of its fact
  /// @param receipt null when only a row told of it
  record Row(
      UUID id,
      UUID receivable,
      @Nullable UUID receipt,
      Entry.Kind kind,
      @Nullable LocalDate on,
      long minor,
      int line) {}

  private static final String ADD =
      """
      INSERT INTO receivable_entry (org_id, entry_id, receivable_id, receipt_id, kind, on_day,
                                    amount, import_id, import_line)
      SELECT :org, e.id::uuid, e.receivable::uuid, e.receipt::uuid, e.kind, e.on_day::date,
             e.amount::bigint, CAST(:import AS uuid), NULLIF(e.line::int, 0)
        FROM unnest(:id::text[], :receivable::text[], :receipt::text[], :kind::text[],
                    :on::text[], :amount::text[], :line::text[])
             AS e (id, receivable, receipt, kind, on_day, amount, line)
      """;

  private static final String OF_RECEIVABLES =
      """
      SELECT entry_id, receivable_id, receipt_id, kind, on_day, amount,
             COALESCE(import_line, 0) AS line
        FROM receivable_entry
       WHERE org_id = :org AND receivable_id = ANY (CAST(:ids AS uuid[]))
         AND (CAST(:not_import AS uuid) IS NULL OR import_id IS DISTINCT FROM :not_import)
       ORDER BY entry_id
      """;

  private static final String REMOVE =
      """
      DELETE FROM receivable_entry WHERE org_id = :org AND entry_id = :id
      RETURNING entry_id, receivable_id, receipt_id, kind, on_day, amount,
                COALESCE(import_line, 0) AS line
      """;

  private final Tenancy tenancy;

  EntryTable(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  void add(List<Row> rows, @Nullable UUID importId) {
    int ignored =
        Columns.of(tenancy.sql(ADD).param("import", importId), rows)
            .with("id", Row::id)
            .with("receivable", Row::receivable)
            .with("receipt", Row::receipt)
            .with("kind", row -> code(row.kind()))
            .with("on", Row::on)
            .with("amount", Row::minor)
            .with("line", Row::line)
            .update();
  }

  /// Those of some receivables.
  ///
  /// @param notOf an import whose own entries are left out; null leaves none out
  List<Row> of(Collection<UUID> receivables, @Nullable UUID notOf) {
    if (receivables.isEmpty()) {
      return List.of();
    }
    return tenancy
        .sql(OF_RECEIVABLES)
        .param("ids", receivables.stream().map(UUID::toString).toArray(String[]::new))
        .param("not_import", notOf)
        .query((row, n) -> read(row))
        .list();
  }

  /// Takes an entry away.
  Optional<Row> remove(UUID id) {
    return tenancy.sql(REMOVE).param("id", id).query((row, n) -> read(row)).optional();
  }

  private static Row read(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Row(
        row.getObject("entry_id", UUID.class),
        row.getObject("receivable_id", UUID.class),
        row.getObject("receipt_id", UUID.class),
        kind(row.getString("kind")),
        row.getObject("on_day", LocalDate.class),
        row.getLong("amount"),
        row.getInt("line"));
  }

  static String code(Entry.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static Entry.Kind kind(String code) {
    return Entry.Kind.valueOf(code.toUpperCase(Locale.ROOT));
  }

  static Entry entry(Row row, Money currencyOf) {
    return new Entry(row.kind(), row.on(), new Money(currencyOf.currency(), row.minor()));
  }
}
