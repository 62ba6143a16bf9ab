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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Money and credits that came in and count today.
@Component
class ReceiptTable {

  /// @param kind `payment`, `credit_note` or `bank_line`
  /// @param debtor null until it is known who paid
  /// @param texts one per line, as the bank gives them
  record Row(
      UUID id,
      String kind,
      @Nullable UUID debtor,
      String number,
      @Nullable LocalDate on,
      Money amount,
      Money unallocated,
      String payer,
      String texts,
      int version,
      int line) {}

  /// What makes a receipt the same when it is read again.
  record Key(
      String kind,
      @Nullable UUID debtor,
      String number,
      @Nullable LocalDate on,
      Money amount,
      String payer,
      String texts) {}

  static final String COLUMNS =
      """
      r.receipt_id, r.kind, r.debtor_id, r.number, r.on_day, r.currency, r.amount, r.unallocated,
      r.payer, r.texts, r.version, COALESCE(r.import_line, 0) AS line
      """;

  private static final String ADD =
      """
      INSERT INTO receipt (org_id, receipt_id, kind, debtor_id, number, on_day, currency, amount,
                           unallocated, payer, texts, version, import_id, import_line, recorded_at)
      SELECT :org, r.id::uuid, r.kind, r.debtor::uuid, r.number, r.on_day::date, r.currency,
             r.amount::bigint, r.unallocated::bigint, r.payer, r.texts, 1, CAST(:import AS uuid),
             NULLIF(r.line::int, 0), :now
        FROM unnest(:id::text[], :kind::text[], :debtor::text[], :number::text[], :on::text[],
                    :currency::text[], :amount::text[], :unallocated::text[], :payer::text[],
                    :texts::text[], :line::text[])
             AS r (id, kind, debtor, number, on_day, currency, amount, unallocated, payer, texts,
                   line)
      """;

  /// How many there were before this import, by what makes them the same. The number alone decides
  /// where there is one.
  private static final String COUNT =
      """
      SELECT k.n::int AS n, count(*) AS times
        FROM unnest(:n::text[], :kind::text[], :debtor::text[], :number::text[], :on::text[],
                    :currency::text[], :amount::text[], :payer::text[], :texts::text[])
             AS k (n, kind, debtor, number, on_day, currency, amount, payer, texts)
        JOIN receipt r ON r.org_id = :org AND r.number = k.number AND r.kind = k.kind
         AND r.currency = k.currency AND r.amount = k.amount::bigint
         AND r.on_day IS NOT DISTINCT FROM k.on_day::date
         AND r.payer = k.payer AND r.texts = k.texts
         AND r.import_id IS DISTINCT FROM CAST(:import AS uuid)
        LEFT JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = r.debtor_id
       WHERE c.current_id IS NOT DISTINCT FROM k.debtor::uuid OR k.debtor IS NULL
       GROUP BY k.n
      """;

  private static final String BY_NUMBER =
      """
      SELECT %s FROM receipt r
       WHERE r.org_id = :org AND r.number <> '' AND r.number = ANY (CAST(:numbers AS text[]))
       ORDER BY r.on_day, r.receipt_id
      """
          .formatted(COLUMNS);

  private static final String USE =
      """
      UPDATE receipt r SET unallocated = r.unallocated - d.amount::bigint, version = r.version + 1
        FROM unnest(:id::text[], :amount::text[]) AS d (id, amount)
       WHERE r.org_id = :org AND r.receipt_id = d.id::uuid
         AND r.unallocated - d.amount::bigint BETWEEN 0 AND r.amount
      """;

  private static final String ONE =
      "SELECT %s FROM receipt r WHERE r.org_id = :org AND r.receipt_id = :id".formatted(COLUMNS);

  private static final String DELETE =
      """
      DELETE FROM receipt
       WHERE org_id = :org AND receipt_id = :id AND version = :version AND unallocated = amount
      """;

  private static final String ATTRIBUTE =
      """
      UPDATE receipt SET debtor_id = :debtor, version = version + 1
       WHERE org_id = :org AND receipt_id = :id AND version = :version AND debtor_id IS NULL
      """;

  /// Never below what is allocated: the condition is the rule, whoever comes at the same moment.
  private static final String AMEND =
      """
      UPDATE receipt
         SET debtor_id = :debtor, number = :number, on_day = :on, amount = :amount,
             unallocated = unallocated + :amount - amount, payer = :payer, texts = :texts,
             version = version + 1
       WHERE org_id = :org AND receipt_id = :id AND version = :version
         AND unallocated + :amount - amount >= 0
      """;

  private final Tenancy tenancy;
  private final Clock clock;

  ReceiptTable(Tenancy tenancy, Clock clock) {
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
            .with("kind", Row::kind)
            .with("debtor", Row::debtor)
            .with("number", Row::number)
            .with("on", Row::on)
            .with("currency", row -> row.amount().currency())
            .with("amount", row -> row.amount().minor())
            .with("unallocated", row -> row.unallocated().minor())
            .with("payer", Row::payer)
            .with("texts", Row::texts)
            .with("line", Row::line)
            .update();
  }

  /// How often each was there before this import; those that were not are left out.
  Map<Integer, Long> count(List<Key> keys, UUID importId) {
    Map<Integer, Long> counts = new HashMap<>();
    if (keys.isEmpty()) {
      return counts;
    }
    List<Integer> places = java.util.stream.IntStream.range(0, keys.size()).boxed().toList();
    Columns.of(tenancy.sql(COUNT).param("import", importId), places)
        .with("n", n -> n)
        .with("kind", n -> keys.get(n).kind())
        .with("debtor", n -> keys.get(n).debtor())
        .with("number", n -> keys.get(n).number())
        .with("on", n -> keys.get(n).on())
        .with("currency", n -> keys.get(n).amount().currency())
        .with("amount", n -> keys.get(n).amount().minor())
        .with("payer", n -> keys.get(n).payer())
        .with("texts", n -> keys.get(n).texts())
        .statement()
        .query((row, i) -> counts.put(row.getInt("n"), row.getLong("times")))
        .list();
    return counts;
  }

  /// By the number that files name them by, which may be our own id.
  Map<String, List<Row>> byNumber(Collection<String> numbers) {
    Map<String, List<Row>> found = new HashMap<>();
    tenancy
        .sql(BY_NUMBER)
        .param("numbers", numbers.toArray(String[]::new))
        .query((row, n) -> read(row))
        .list()
        .forEach(row -> found.computeIfAbsent(row.number(), n -> new ArrayList<>()).add(row));
    return found;
  }

  Optional<Row> find(UUID id) {
    return tenancy.sql(ONE).param("id", id).query((row, n) -> read(row)).optional();
  }

  /// Lowers what is unallocated, or raises it by negative amounts; never below nothing.
  ///
  /// @return how many could be
  int use(Map<UUID, Long> minor) {
    List<Map.Entry<UUID, Long>> all =
        minor.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    return Columns.of(tenancy.sql(USE), all)
        .with("id", Map.Entry::getKey)
        .with("amount", Map.Entry::getValue)
        .update();
  }

  /// Only while nothing of it is allocated.
  boolean delete(UUID id, int version) {
    return tenancy.sql(DELETE).param("id", id).param("version", version).update() == 1;
  }

  boolean attribute(UUID id, int version, UUID debtor) {
    return tenancy
            .sql(ATTRIBUTE)
            .param("id", id)
            .param("version", version)
            .param("debtor", debtor)
            .update()
        == 1;
  }

  /// A row as it is to be, from the version it has.
  boolean amend(Row row) {
    return tenancy
            .sql(AMEND)
            .param("id", row.id())
            .param("debtor", row.debtor())
            .param("number", row.number())
            .param("on", row.on())
            .param("amount", row.amount().minor())
            .param("payer", row.payer())
            .param("texts", row.texts())
            .param("version", row.version())
            .update()
        == 1;
  }

  static Row read(ResultSet row) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    return new Row(
        row.getObject("receipt_id", UUID.class),
        row.getString("kind"),
        row.getObject("debtor_id", UUID.class),
        row.getString("number"),
        row.getObject("on_day", LocalDate.class),
        new Money(currency, row.getLong("amount")),
        new Money(currency, row.getLong("unallocated")),
        row.getString("payer"),
        row.getString("texts"),
        row.getInt("version"),
        row.getInt("line"));
  }

  static NewFact received(Row row) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", row.kind());
    body.put("number", row.number());
    body.put("amount", row.amount());
    body.put("payer", row.payer());
    body.put("texts", row.texts());
    return NewFact.of(
        FactKind.RECEIPT_RECEIVED, row.id(), row.debtor(), row.on(), row.line(), body);
  }

  /// Money of someone known that pays nothing yet.
  static void balance(Row row, Balances.Change balances) {
    UUID debtor = row.debtor();
    if (debtor != null) {
      balances.of(
          debtor, row.amount().currency(), delta -> delta.unallocated += row.unallocated().minor());
    }
  }
}
