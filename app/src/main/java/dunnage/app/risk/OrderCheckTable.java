package dunnage.app.risk;

import dunnage.app.platform.Tenancy;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was answered, who decided otherwise, and what became of the orders.
@Component
class OrderCheckTable {

  record Row(
      UUID id,
      UUID debtor,
      String order,
      JsonNode answer,
      String decision,
      String actor,
      OffsetDateTime at) {}

  record Overruling(UUID id, String decision, String reason, String actor, OffsetDateTime at) {}

  /// What the ledger knows of an order by now.
  ///
  /// @param paidOn day of the last payment; null for none or an unknown day
  record Invoiced(
      Money amount, Money open, LocalDate due, @Nullable LocalDate paidOn, boolean writtenOff) {}

  private static final String KEEP =
      """
      INSERT INTO order_check (org_id, check_id, debtor_id, order_number, on_day, currency, amount,
                               decision, answer, actor, recorded_at)
      VALUES (:org, :id, :debtor, :order, :day, :currency, :amount, :decision,
              CAST(:answer AS jsonb), :actor, :now)
      """;

  private static final String ONE =
      """
      SELECT check_id, debtor_id, order_number, answer, decision, actor, recorded_at FROM order_check
       WHERE org_id = :org AND check_id = :id
      """;

  private static final String OVERRIDE =
      """
      INSERT INTO order_override (org_id, override_id, check_id, decision, reason, actor, recorded_at)
      VALUES (:org, :id, :check, :decision, :reason, :actor, :now)
      """;

  private static final String OVERRIDES =
      """
      SELECT override_id, decision, reason, actor, recorded_at FROM order_override
       WHERE org_id = :org AND check_id = :check ORDER BY override_id
      """;

  private static final String INVOICED =
      """
      SELECT r.currency, sum(r.amount)::bigint AS amount, sum(r.open)::bigint AS open,
             max(r.due) AS due, max(e.paid_on) AS paid_on,
             COALESCE(bool_or(e.written_off), false) AS written_off
        FROM debtor_current c
        JOIN receivable r ON r.org_id = :org AND r.debtor_id = c.debtor_id
         AND r.order_number = :order
        LEFT JOIN LATERAL (
          SELECT max(e.on_day) FILTER (WHERE e.kind = 'payment') AS paid_on,
                 bool_or(e.kind = 'write_off') AS written_off
            FROM receivable_entry e WHERE e.org_id = :org AND e.receivable_id = r.receivable_id
        ) e ON true
       WHERE c.org_id = :org AND c.current_id = :debtor
       GROUP BY r.currency ORDER BY sum(r.amount) DESC LIMIT 1
      """;

  private static final String LATELY =
      """
      SELECT k.check_id, k.debtor_id, k.order_number, k.answer, k.decision, k.actor, k.recorded_at
        FROM order_check k
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = k.debtor_id
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
       WHERE k.org_id = :org AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
       ORDER BY k.check_id DESC LIMIT :limit
      """;

  private final Tenancy tenancy;
  private final JsonMapper json;

  OrderCheckTable(Tenancy tenancy, JsonMapper json) {
    this.tenancy = tenancy;
    this.json = json;
  }

  void keep(UUID id, UUID debtor, OrderAnswer answer, String actor, OffsetDateTime now) {
    tenancy
        .sql(KEEP)
        .param("id", id)
        .param("debtor", debtor)
        .param("order", answer.order())
        .param("day", answer.date())
        .param("currency", answer.amount().currency().code())
        .param("amount", answer.amount().minor())
        .param("decision", answer.decision())
        .param("answer", json.writeValueAsString(answer))
        .param("actor", actor)
        .param("now", now)
        .update();
  }

  Optional<Row> find(UUID id) {
    return tenancy.sql(ONE).param("id", id).query((row, n) -> row(row)).optional();
  }

  private Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("check_id", UUID.class),
        row.getObject("debtor_id", UUID.class),
        row.getString("order_number"),
        json.readTree(row.getString("answer")),
        row.getString("decision"),
        row.getString("actor"),
        row.getObject("recorded_at", OffsetDateTime.class));
  }

  /// What was asked last, the latest first.
  ///
  /// @param seller whose debtors alone; null for everybody's
  List<Row> lately(@Nullable UUID seller, int most) {
    return tenancy
        .sql(LATELY)
        .param("seller", seller)
        .param("limit", most)
        .query((row, n) -> row(row))
        .list();
  }

  void override(UUID check, Overruling by) {
    tenancy
        .sql(OVERRIDE)
        .param("id", by.id())
        .param("check", check)
        .param("decision", by.decision())
        .param("reason", by.reason())
        .param("actor", by.actor())
        .param("now", by.at())
        .update();
  }

  /// The first first; the last counts.
  List<Overruling> overrides(UUID check) {
    return tenancy
        .sql(OVERRIDES)
        .param("check", check)
        .query(
            (row, n) ->
                new Overruling(
                    row.getObject("override_id", UUID.class),
                    row.getString("decision"),
                    row.getString("reason"),
                    row.getString("actor"),
                    row.getObject("recorded_at", OffsetDateTime.class)))
        .list();
  }

  /// What was invoiced under the order's number, in the currency with most of it.
  ///
  /// @param debtor who that is now
  Optional<Invoiced> invoiced(UUID debtor, String order) {
    return tenancy
        .sql(INVOICED)
        .param("debtor", debtor)
        .param("order", order)
        .query(
            (row, n) -> {
              Currency currency = Currency.of(row.getString("currency"));
              return new Invoiced(
                  new Money(currency, row.getLong("amount")),
                  new Money(currency, row.getLong("open")),
                  row.getObject("due", LocalDate.class),
                  row.getObject("paid_on", LocalDate.class),
                  row.getBoolean("written_off"));
            })
        .optional();
  }
}
