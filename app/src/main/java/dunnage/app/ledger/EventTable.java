package dunnage.app.ledger;

import dunnage.app.platform.Columns;
import dunnage.app.platform.Tenancy;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What happened around the money and still counts: notes, calls, promises, disputes.
@Component
class EventTable {

  /// @param event code of the kernel's event, or `note`
  /// @param until day of a promise
  /// @param closed day on which a dispute ended
  /// @param code why it is disputed; empty for everything else
  /// @param outcome how a dispute ended
  record Row(
      UUID id,
      UUID debtor,
      @Nullable UUID receivable,
      String event,
      LocalDate on,
      String words,
      @Nullable Money amount,
      @Nullable LocalDate until,
      @Nullable LocalDate closed,
      int version,
      int line,
      String code,
      String outcome) {

    boolean isDispute() {
      return event.equals(Events.DISPUTE);
    }

    @Nullable Long minor() {
      return amount == null ? null : amount.minor();
    }

    @Nullable String currency() {
      return amount == null ? null : amount.currency().code();
    }
  }

  static final String COLUMNS =
      """
      e.event_id, e.debtor_id, e.receivable_id, e.event, e.on_day, e.words, e.currency, e.amount,
      e.until_day, e.closed_on, e.version, COALESCE(e.import_line, 0) AS line, e.code, e.outcome
      """;

  private static final String ADD =
      """
      INSERT INTO debtor_event (org_id, event_id, debtor_id, receivable_id, event, on_day, words,
                                currency, amount, until_day, version, import_id, import_line,
                                code, recorded_at)
      SELECT :org, e.id::uuid, e.debtor::uuid, e.receivable::uuid, e.event, e.on_day::date, e.words,
             e.currency, e.amount::bigint, e.until_day::date, 1, CAST(:import AS uuid),
             NULLIF(e.line::int, 0), e.code, :now
        FROM unnest(:id::text[], :debtor::text[], :receivable::text[], :event::text[], :on::text[],
                    :words::text[], :currency::text[], :amount::text[], :until::text[],
                    :line::text[], :code::text[])
             AS e (id, debtor, receivable, event, on_day, words, currency, amount, until_day, line,
                   code)
      """;

  private static final String ONE =
      "SELECT %s FROM debtor_event e WHERE e.org_id = :org AND e.event_id = :id".formatted(COLUMNS);

  private static final String CLOSE =
      """
      UPDATE debtor_event SET closed_on = :day, outcome = :outcome, version = version + 1
       WHERE org_id = :org AND event_id = :id AND closed_on IS NULL
      """;

  private static final String OPEN_DISPUTES =
      """
      SELECT count(*) FROM debtor_event
       WHERE org_id = :org AND receivable_id = :id AND event = 'dispute_opened'
         AND closed_on IS NULL
      """;

  private static final String MARKED =
      """
      SELECT EXISTS (
        SELECT FROM ledger_fact f
         WHERE f.org_id = :org AND f.about = :id
           AND (f.kind = 'receivable.issued' AND f.body->>'disputed' = 'true'
                OR f.kind = 'receivable.amended' AND f.body->'after'->>'disputed' = 'true')
           AND NOT EXISTS (
             SELECT FROM debtor_event e
               JOIN ledger_fact c ON c.org_id = :org AND c.about = e.event_id
                AND c.kind = 'event.closed' AND c.fact_id > f.fact_id
              WHERE e.org_id = :org AND e.receivable_id = :id))
      """;

  private static final String NOTED =
      """
      SELECT fact_id FROM ledger_fact
       WHERE org_id = :org AND about = :id AND kind = 'event.noted'
      """;

  private static final String DELETE =
      "DELETE FROM debtor_event WHERE org_id = :org AND event_id = :id AND version = :version";

  private final Tenancy tenancy;
  private final Clock clock;

  EventTable(Tenancy tenancy, Clock clock) {
    this.tenancy = tenancy;
    this.clock = clock;
  }

  static Row of(UUID id, UUID debtor, Fact.Noted note, int line) {
    return new Row(
        id,
        debtor,
        null,
        note.event().code(),
        note.on(),
        note.words(),
        note.amount(),
        note.until(),
        null,
        1,
        line,
        "",
        "");
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
            .with("receivable", Row::receivable)
            .with("event", Row::event)
            .with("on", Row::on)
            .with("words", Row::words)
            .with("currency", Row::currency)
            .with("amount", Row::minor)
            .with("until", Row::until)
            .with("line", Row::line)
            .with("code", Row::code)
            .update();
  }

  Optional<Row> find(UUID id) {
    return tenancy.sql(ONE).param("id", id).query((row, n) -> read(row)).optional();
  }

  /// Ends a dispute, once.
  boolean close(UUID id, LocalDate day, String outcome) {
    return tenancy.sql(CLOSE).param("id", id).param("day", day).param("outcome", outcome).update()
        == 1;
  }

  /// Whether a dispute of this receivable is open.
  boolean isDisputed(UUID receivable) {
    return tenancy.sql(OPEN_DISPUTES).param("id", receivable).query(Long.class).single() > 0;
  }

  /// Whether a row of a receivable itself said that it is disputed, after its last dispute ended.
  boolean isMarked(UUID receivable) {
    return tenancy.sql(MARKED).param("id", receivable).query(Boolean.class).single();
  }

  /// The fact by which it was noted.
  Optional<UUID> noted(UUID id) {
    return tenancy.sql(NOTED).param("id", id).query(UUID.class).optional();
  }

  boolean delete(UUID id, int version) {
    return tenancy.sql(DELETE).param("id", id).param("version", version).update() == 1;
  }

  static Row read(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new Row(
        row.getObject("event_id", UUID.class),
        row.getObject("debtor_id", UUID.class),
        row.getObject("receivable_id", UUID.class),
        row.getString("event"),
        row.getObject("on_day", LocalDate.class),
        row.getString("words"),
        currency == null ? null : new Money(Currency.of(currency), row.getLong("amount")),
        row.getObject("until_day", LocalDate.class),
        row.getObject("closed_on", LocalDate.class),
        row.getInt("version"),
        row.getInt("line"),
        row.getString("code"),
        row.getString("outcome"));
  }

  static NewFact noted(Row row) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("event", row.event());
    body.put("words", row.words());
    body.put("amount", row.amount());
    body.put("until", row.until());
    if (!row.code().isEmpty()) {
      body.put("code", row.code());
    }
    body.put(
        "receivable",
        row.receivable() == null ? null : FactKind.RECEIVABLE_ISSUED.subject(row.receivable()));
    return NewFact.of(FactKind.EVENT_NOTED, row.id(), row.debtor(), row.on(), row.line(), body);
  }
}
