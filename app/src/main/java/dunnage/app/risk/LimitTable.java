package dunnage.app.risk;

import dunnage.app.platform.Tenancy;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Limits that people set, each a fact, and which of them counts.
@Component
class LimitTable {

  /// @param limit null: the advice counts again
  /// @param until the last day it counts; null for no end
  record Row(
      @Nullable Money limit,
      String reason,
      @Nullable LocalDate until,
      String actor,
      OffsetDateTime at,
      int version) {}

  /// What was set for a record that was merged into the debtor counts while nobody set anything for
  /// the debtor itself: a block does not go away because two records are found to be one firm.
  private static final String READ =
      """
      SELECT l.currency, l.amount, l.reason, l.until_day, l.actor, l.recorded_at,
             CASE WHEN w.debtor_id = :debtor THEN w.version ELSE 0 END AS version
        FROM debtor_current c
        JOIN debtor_limit w ON w.org_id = :org AND w.debtor_id = c.debtor_id
        JOIN limit_decision l ON l.org_id = :org AND l.fact_id = w.fact_id
       WHERE c.org_id = :org AND c.current_id = :debtor
       ORDER BY w.debtor_id = :debtor DESC, l.fact_id DESC LIMIT 1
      """;

  private static final String DECIDE =
      """
      INSERT INTO limit_decision (org_id, fact_id, debtor_id, currency, amount, reason, until_day,
                                  actor, recorded_at)
      VALUES (:org, :fact, :debtor, :currency, :amount, :reason, :until, :actor, :now)
      """;

  private static final String FIRST =
      """
      INSERT INTO debtor_limit (org_id, debtor_id, fact_id, version)
      VALUES (:org, :debtor, :fact, 1) ON CONFLICT DO NOTHING
      """;

  private static final String NEXT =
      """
      UPDATE debtor_limit SET fact_id = :fact, version = version + 1
       WHERE org_id = :org AND debtor_id = :debtor AND version = :version
      """;

  private final Tenancy tenancy;

  LimitTable(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  Optional<Row> find(UUID debtor) {
    return tenancy
        .sql(READ)
        .param("debtor", debtor)
        .query(
            (row, n) -> {
              String currency = row.getString("currency");
              return new Row(
                  currency == null ? null : new Money(Currency.of(currency), row.getLong("amount")),
                  row.getString("reason"),
                  row.getObject("until_day", LocalDate.class),
                  row.getString("actor"),
                  row.getObject("recorded_at", OffsetDateTime.class),
                  row.getInt("version"));
            })
        .optional();
  }

  /// @param row with the version it is made from; 0 for the first
  /// @return false if someone else was faster
  boolean set(UUID debtor, UUID fact, Row row) {
    Money limit = row.limit();
    tenancy
        .sql(DECIDE)
        .param("fact", fact)
        .param("debtor", debtor)
        .param("currency", limit == null ? null : limit.currency().code())
        .param("amount", limit == null ? null : limit.minor())
        .param("reason", row.reason())
        .param("until", row.until())
        .param("actor", row.actor())
        .param("now", row.at())
        .update();
    var point =
        tenancy.sql(row.version() == 0 ? FIRST : NEXT).param("debtor", debtor).param("fact", fact);
    return (row.version() == 0 ? point : point.param("version", row.version())).update() == 1;
  }
}
