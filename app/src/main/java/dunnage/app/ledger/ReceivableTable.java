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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Receivables that count today.
@Component
class ReceivableTable {

  /// @param debtor as it was given
  /// @param ordinal 1; more when one file names it more than once
  record Row(
      UUID id,
      UUID debtor,
      String number,
      String part,
      int ordinal,
      LocalDate issued,
      LocalDate due,
      Money amount,
      Money open,
      String order,
      @Nullable UUID orderId,
      String terms,
      @Nullable String method,
      @Nullable String clock,
      @Nullable String incoterm,
      boolean disputed,
      int version,
      int line) {

    Row with(LocalDate newIssued, LocalDate newDue, Money newAmount, Money newOpen) {
      return new Row(
          id,
          debtor,
          number,
          part,
          ordinal,
          newIssued,
          newDue,
          newAmount,
          newOpen,
          order,
          orderId,
          terms,
          method,
          clock,
          incoterm,
          disputed,
          version + 1,
          line);
    }

    Row with(String newOrder, String newTerms, boolean newDisputed) {
      return new Row(
          id,
          debtor,
          number,
          part,
          ordinal,
          issued,
          due,
          amount,
          open,
          newOrder,
          orderId,
          newTerms,
          method,
          clock,
          incoterm,
          newDisputed,
          version,
          line);
    }
  }

  /// By what a file names it.
  record Key(UUID debtor, String number, String part, int ordinal) {}

  static final String COLUMNS =
      """
      r.receivable_id, r.debtor_id, r.number, r.part, r.ordinal, r.issued, r.due, r.currency,
      r.amount, r.open, r.order_number, r.order_id, r.terms, r.method, r.clock, r.incoterm,
      r.disputed, r.version, COALESCE(r.import_line, 0) AS line
      """;

  private static final String FIND =
      """
      SELECT k.n::int AS n, %s
        FROM unnest(:n::text[], :debtor::text[], :number::text[], :part::text[], :ordinal::text[])
             AS k (n, debtor, number, part, ordinal)
        JOIN debtor_current c ON c.org_id = :org AND c.current_id = k.debtor::uuid
        JOIN receivable r ON r.org_id = :org AND r.debtor_id = c.debtor_id
         AND r.number = k.number AND r.part = k.part AND r.ordinal = k.ordinal::int
      """
          .formatted(COLUMNS);

  private static final String ADD =
      """
      INSERT INTO receivable (org_id, receivable_id, debtor_id, number, part, ordinal, issued, due,
                              currency, amount, open, order_number, order_id, terms, method, clock,
                              incoterm, disputed, version, import_id, import_line, recorded_at)
      SELECT :org, r.id::uuid, r.debtor::uuid, r.number, r.part, r.ordinal::int, r.issued::date,
             r.due::date, r.currency, r.amount::bigint, r.open::bigint, r.order_number,
             r.order_id::uuid, r.terms, r.method, r.clock, r.incoterm, r.disputed::boolean, 1,
             CAST(:import AS uuid), NULLIF(r.line::int, 0), :now
        FROM unnest(:id::text[], :debtor::text[], :number::text[], :part::text[], :ordinal::text[],
                    :issued::text[], :due::text[], :currency::text[], :amount::text[],
                    :open::text[], :order::text[], :order_id::text[], :terms::text[],
                    :method::text[], :clock::text[], :incoterm::text[], :disputed::text[],
                    :line::text[])
             AS r (id, debtor, number, part, ordinal, issued, due, currency, amount, open,
                   order_number, order_id, terms, method, clock, incoterm, disputed, line)
      ON CONFLICT DO NOTHING
      """;

  private static final String AMEND =
      """
      UPDATE receivable r
         SET issued = d.issued::date, due = d.due::date, amount = d.amount::bigint,
             open = r.open + d.amount::bigint - r.amount, order_number = d.order_number,
             terms = d.terms, disputed = d.disputed::boolean, version = r.version + 1
        FROM unnest(:id::text[], :issued::text[], :due::text[], :amount::text[], :order::text[],
                    :terms::text[], :disputed::text[], :before::text[])
             AS d (id, issued, due, amount, order_number, terms, disputed, before)
       WHERE r.org_id = :org AND r.receivable_id = d.id::uuid AND r.version = d.before::int
         AND r.open + d.amount::bigint - r.amount >= 0
      """;

  /// Never below nothing: the condition is the rule, whoever comes at the same moment.
  private static final String LOWER =
      """
      UPDATE receivable r SET open = r.open - d.amount::bigint, version = r.version + 1
        FROM unnest(:id::text[], :amount::text[]) AS d (id, amount)
       WHERE r.org_id = :org AND r.receivable_id = d.id::uuid
         AND r.open - d.amount::bigint BETWEEN 0 AND r.amount
      """;

  private static final String ONE =
      "SELECT %s FROM receivable r WHERE r.org_id = :org AND r.receivable_id = :id"
          .formatted(COLUMNS);

  private static final String LOCK = ONE + " FOR NO KEY UPDATE OF r";

  private static final String DELETE =
      "DELETE FROM receivable WHERE org_id = :org AND receivable_id = :id AND version = :version";

  private static final String DISPUTED =
      """
      UPDATE receivable SET disputed = :disputed, version = version + 1
       WHERE org_id = :org AND receivable_id = :id AND disputed <> :disputed
      """;

  private final Tenancy tenancy;
  private final Clock clock;

  ReceivableTable(Tenancy tenancy, Clock clock) {
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Those that are there, by their place among the keys.
  Map<Integer, Row> find(List<Key> keys) {
    Map<Integer, Row> found = new java.util.HashMap<>();
    List<Integer> places = java.util.stream.IntStream.range(0, keys.size()).boxed().toList();
    Columns.of(tenancy.sql(FIND), places)
        .with("n", n -> n)
        .with("debtor", n -> keys.get(n).debtor())
        .with("number", n -> keys.get(n).number())
        .with("part", n -> keys.get(n).part())
        .with("ordinal", n -> keys.get(n).ordinal())
        .statement()
        .query((row, i) -> found.put(row.getInt("n"), read(row)))
        .list();
    return found;
  }

  java.util.Optional<Row> find(UUID id) {
    return tenancy.sql(ONE).param("id", id).query((row, n) -> read(row)).optional();
  }

  /// The same, and nobody else changes it until the transaction ends.
  java.util.Optional<Row> lock(UUID id) {
    return tenancy.sql(LOCK).param("id", id).query((row, n) -> read(row)).optional();
  }

  static Row read(ResultSet row) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    return new Row(
        row.getObject("receivable_id", UUID.class),
        row.getObject("debtor_id", UUID.class),
        row.getString("number"),
        row.getString("part"),
        row.getInt("ordinal"),
        row.getObject("issued", LocalDate.class),
        row.getObject("due", LocalDate.class),
        new Money(currency, row.getLong("amount")),
        new Money(currency, row.getLong("open")),
        row.getString("order_number"),
        row.getObject("order_id", UUID.class),
        row.getString("terms"),
        row.getString("method"),
        row.getString("clock"),
        row.getString("incoterm"),
        row.getBoolean("disputed"),
        row.getInt("version"),
        row.getInt("line"));
  }

  /// @return how many were added; fewer when someone else added one of them at the same moment
  int add(List<Row> rows, @Nullable UUID importId) {
    return Columns.of(
            tenancy
                .sql(ADD)
                .param("import", importId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)),
            rows)
        .with("id", Row::id)
        .with("debtor", Row::debtor)
        .with("number", Row::number)
        .with("part", Row::part)
        .with("ordinal", Row::ordinal)
        .with("issued", Row::issued)
        .with("due", Row::due)
        .with("currency", row -> row.amount().currency())
        .with("amount", row -> row.amount().minor())
        .with("open", row -> row.open().minor())
        .with("order", Row::order)
        .with("order_id", Row::orderId)
        .with("terms", Row::terms)
        .with("method", Row::method)
        .with("clock", Row::clock)
        .with("incoterm", Row::incoterm)
        .with("disputed", Row::disputed)
        .with("line", Row::line)
        .update();
  }

  /// Rows as they are to be; each must still be in the version before.
  int amend(List<Row> rows) {
    return Columns.of(tenancy.sql(AMEND), rows)
        .with("id", Row::id)
        .with("issued", Row::issued)
        .with("due", Row::due)
        .with("amount", row -> row.amount().minor())
        .with("order", Row::order)
        .with("terms", Row::terms)
        .with("disputed", Row::disputed)
        .with("before", row -> row.version() - 1)
        .update();
  }

  /// Lowers what is open, or raises it by negative amounts.
  ///
  /// @param minor smallest units by receivable
  /// @return how many could be lowered that far
  int lower(Map<UUID, Long> minor) {
    List<Map.Entry<UUID, Long>> all =
        minor.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    return Columns.of(tenancy.sql(LOWER), all)
        .with("id", Map.Entry::getKey)
        .with("amount", Map.Entry::getValue)
        .update();
  }

  boolean delete(UUID id, int version) {
    return tenancy.sql(DELETE).param("id", id).param("version", version).update() == 1;
  }

  void markDisputed(UUID id, boolean disputed) {
    tenancy.sql(DISPUTED).param("id", id).param("disputed", disputed).update();
  }
}
