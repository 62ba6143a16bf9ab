package dunnage.app.ledger;

import dunnage.app.platform.Columns;
import dunnage.app.platform.Tenancy;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Orders taken that count today.
@Component
class OrderTable {

  /// @param uninvoiced what no receivable stands for yet: it adds to the exposure
  /// @param state `accepted` or `closed`
  record Row(
      UUID id,
      UUID debtor,
      String number,
      LocalDate on,
      Money amount,
      Money uninvoiced,
      String state,
      int version,
      int line) {

    Row with(Money newAmount, Money newUninvoiced, String newState) {
      return new Row(id, debtor, number, on, newAmount, newUninvoiced, newState, version, line);
    }

    boolean closed() {
      return state.equals(CLOSED);
    }
  }

  static final String ACCEPTED = "accepted";
  static final String CLOSED = "closed";

  static final String COLUMNS =
      """
      o.order_id, o.debtor_id, o.number, o.on_day, o.currency, o.amount, o.uninvoiced, o.state,
      o.version, COALESCE(o.import_line, 0) AS line
      """;

  private static final String ADD =
      """
      INSERT INTO customer_order (org_id, order_id, debtor_id, number, on_day, currency, amount,
                                  uninvoiced, state, version, import_id, import_line, recorded_at)
      SELECT :org, o.id::uuid, o.debtor::uuid, o.number, o.on_day::date, o.currency,
             o.amount::bigint, o.uninvoiced::bigint, o.state, 1, CAST(:import AS uuid),
             NULLIF(o.line::int, 0), :now
        FROM unnest(:id::text[], :debtor::text[], :number::text[], :on::text[], :currency::text[],
                    :amount::text[], :uninvoiced::text[], :state::text[], :line::text[])
             AS o (id, debtor, number, on_day, currency, amount, uninvoiced, state, line)
      """;

  private static final String ONE =
      "SELECT %s FROM customer_order o WHERE o.org_id = :org AND o.order_id = :id"
          .formatted(COLUMNS);

  private static final String CHANGE =
      """
      UPDATE customer_order
         SET amount = :amount, uninvoiced = :uninvoiced, state = :state, version = version + 1
       WHERE org_id = :org AND order_id = :id AND version = :version
      """;

  /// Whoever changes an order or what is invoiced of it waits here, before touching a receivable.
  private static final String LOCK = ONE + " FOR UPDATE OF o";

  private static final String INVOICED =
      """
      SELECT COALESCE(sum(amount), 0)::bigint FROM receivable
       WHERE org_id = :org AND order_id = :id AND currency = :currency
      """;

  /// The orders that an import brought or that receivables of it name.
  private static final String OF_IMPORT =
      """
      SELECT order_id FROM customer_order WHERE org_id = :org AND import_id = :import
       UNION
      SELECT order_id FROM receivable
       WHERE org_id = :org AND import_id = :import AND order_id IS NOT NULL
      """;

  private static final String RECOUNT =
      """
      WITH counted AS (
        SELECT o.order_id, o.uninvoiced AS before,
               GREATEST(o.amount - COALESCE(sum(r.amount) FILTER (WHERE r.currency = o.currency), 0),
                        0)::bigint AS after
          FROM customer_order o
          LEFT JOIN receivable r ON r.org_id = :org AND r.order_id = o.order_id
         WHERE o.org_id = :org AND o.state = 'accepted'
           AND o.order_id = ANY (CAST(:ids AS uuid[]))
         GROUP BY o.order_id, o.uninvoiced, o.amount
      )
      UPDATE customer_order o SET uninvoiced = c.after, version = o.version + 1
        FROM counted c
       WHERE o.org_id = :org AND o.order_id = c.order_id AND c.after <> c.before
      RETURNING o.debtor_id, o.currency, c.after - c.before AS more
      """;

  private static final String NAMED_BY =
      "SELECT count(*) FROM receivable WHERE org_id = :org AND order_id = :id";

  private static final String SAME_NUMBER =
      """
      SELECT count(*) FROM customer_order o
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = o.debtor_id
        JOIN debtor_current m ON m.org_id = :org AND m.current_id = c.current_id
       WHERE o.org_id = :org AND o.number = :number AND m.debtor_id = :debtor
      """;

  private static final String DELETE =
      "DELETE FROM customer_order WHERE org_id = :org AND order_id = :id AND version = :version";

  private final Tenancy tenancy;
  private final Clock clock;

  OrderTable(Tenancy tenancy, Clock clock) {
    this.tenancy = tenancy;
    this.clock = clock;
  }

  void add(List<Row> rows, @Nullable UUID importId) {
    int ignored =
        Columns.of(
                tenancy
                    .sql(ADD)
                    .param("import", importId)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC)),
                rows)
            .with("id", Row::id)
            .with("debtor", Row::debtor)
            .with("number", Row::number)
            .with("on", Row::on)
            .with("currency", row -> row.amount().currency())
            .with("amount", row -> row.amount().minor())
            .with("uninvoiced", row -> row.uninvoiced().minor())
            .with("state", Row::state)
            .with("line", Row::line)
            .update();
  }

  Optional<Row> find(UUID id) {
    return tenancy.sql(ONE).param("id", id).query((row, n) -> read(row)).optional();
  }

  /// The same, and nobody else changes it until the transaction ends.
  Optional<Row> lock(UUID id) {
    return tenancy.sql(LOCK).param("id", id).query((row, n) -> read(row)).optional();
  }

  /// What receivables stand for of an order. Those in another currency stand for nothing of it.
  Money invoiced(Row order) {
    Currency currency = order.amount().currency();
    return new Money(
        currency,
        tenancy
            .sql(INVOICED)
            .param("id", order.id())
            .param("currency", currency.code())
            .query(Long.class)
            .single());
  }

  /// Those that an import brought or that receivables of it name.
  List<UUID> ofImport(UUID importId) {
    return tenancy
        .sql(OF_IMPORT)
        .param("import", importId)
        .query((row, n) -> row.getObject("order_id", UUID.class))
        .list();
  }

  /// Counts anew what of them is invoiced, after receivables of an import came or went.
  void recount(List<UUID> ids, Balances.Change balances) {
    tenancy
        .sql(RECOUNT)
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .query(
            row -> {
              long more = row.getLong("more");
              balances.of(
                  row.getObject("debtor_id", UUID.class),
                  row.getString("currency"),
                  delta -> delta.uninvoiced += more);
            });
  }

  boolean isNamed(UUID id) {
    return tenancy.sql(NAMED_BY).param("id", id).query(Long.class).single() > 0;
  }

  /// How many orders of this number a debtor has.
  long ofNumber(UUID debtor, String number) {
    return tenancy
        .sql(SAME_NUMBER)
        .param("debtor", debtor)
        .param("number", number)
        .query(Long.class)
        .single();
  }

  /// A row as it is to be; it must still be in the version it has.
  boolean change(Row row) {
    return tenancy
            .sql(CHANGE)
            .param("id", row.id())
            .param("amount", row.amount().minor())
            .param("uninvoiced", row.uninvoiced().minor())
            .param("state", row.state())
            .param("version", row.version())
            .update()
        == 1;
  }

  boolean delete(UUID id, int version) {
    return tenancy.sql(DELETE).param("id", id).param("version", version).update() == 1;
  }

  static Row read(ResultSet row) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    return new Row(
        row.getObject("order_id", UUID.class),
        row.getObject("debtor_id", UUID.class),
        row.getString("number"),
        row.getObject("on_day", LocalDate.class),
        new Money(currency, row.getLong("amount")),
        new Money(currency, row.getLong("uninvoiced")),
        row.getString("state"),
        row.getInt("version"),
        row.getInt("line"));
  }

  static NewFact taken(Row row) {
    return NewFact.of(
        FactKind.ORDER_TAKEN,
        row.id(),
        row.debtor(),
        row.on(),
        row.line(),
        Map.of("number", row.number(), "amount", row.amount(), "uninvoiced", row.uninvoiced()));
  }

  static void balance(Row row, Balances.Change balances) {
    balances.of(
        row.debtor(),
        row.amount().currency(),
        delta -> delta.uninvoiced += row.uninvoiced().minor());
  }
}
