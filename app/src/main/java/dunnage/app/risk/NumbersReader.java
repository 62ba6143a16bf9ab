package dunnage.app.risk;

import dunnage.app.platform.Tenancy;
import dunnage.app.risk.Numbers.Owed;
import dunnage.app.risk.Numbers.Standing;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import dunnage.kernel.money.FxRates;
import dunnage.kernel.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Reads from small tables what an order is judged by. Nothing is assessed here.
@Component
class NumbersReader {

  private static final String STANDING =
      """
      SELECT s.grade, s.terms, s.next_step, s.trend, COALESCE(s.worse, '') AS worse,
             COALESCE(l.currency, s.limit_currency) AS currency,
             COALESCE(l.amount, s.limit_amount) AS amount, l.amount IS NOT NULL AS by_person
        FROM debtor d
        LEFT JOIN debtor_score s ON s.org_id = :org AND s.debtor_id = d.debtor_id
        LEFT JOIN LATERAL (
          SELECT x.currency, x.amount, x.until_day
            FROM debtor_current c
            JOIN debtor_limit w ON w.org_id = :org AND w.debtor_id = c.debtor_id
            JOIN limit_decision x ON x.org_id = :org AND x.fact_id = w.fact_id
           WHERE c.org_id = :org AND c.current_id = d.debtor_id
           ORDER BY w.debtor_id = d.debtor_id DESC, x.fact_id DESC LIMIT 1 -- as in LimitTable
        ) l ON l.amount IS NOT NULL AND (l.until_day IS NULL OR l.until_day >= :day)
       WHERE d.org_id = :org AND d.debtor_id = :debtor
      """;

  /// One statement, so that an order that turns from reserved to recorded while this is read is
  /// seen once, and not twice or never.
  private static final String OWED =
      """
      WITH mine AS (
        SELECT c.debtor_id FROM debtor_current c WHERE c.org_id = :org AND c.current_id = :debtor
      )
      SELECT x.currency, sum(x.open)::bigint AS open, sum(x.uninvoiced)::bigint AS uninvoiced,
             sum(x.unallocated)::bigint AS unallocated, sum(x.reserved)::bigint AS reserved,
             sum(x.overdue)::bigint AS overdue, min(x.oldest) AS oldest
        FROM (
          SELECT b.currency, b.open, b.uninvoiced, b.unallocated, 0 AS reserved, 0 AS overdue,
                 NULL::date AS oldest
            FROM debtor_balance b
           WHERE b.org_id = :org AND b.debtor_id IN (SELECT debtor_id FROM mine)
          UNION ALL
          SELECT r.currency, 0, 0, 0, 0, r.open, r.due FROM receivable r
           WHERE r.org_id = :org AND r.debtor_id IN (SELECT debtor_id FROM mine)
             AND r.open > 0 AND r.due < :day
          UNION ALL
          SELECT v.currency, 0, 0, 0, v.amount, 0, NULL FROM reservation v
           WHERE v.org_id = :org AND v.debtor_id IN (SELECT debtor_id FROM mine)
             AND v.state = 'held' AND v.expires_at > :now
        ) x
       GROUP BY x.currency ORDER BY x.currency
      """;

  private static final String RATES =
      """
      SELECT on_day, from_currency, to_currency, rate, source FROM fx_rate
       WHERE org_id = :org AND on_day BETWEEN :first AND :day
         AND (from_currency = ANY (CAST(:codes AS text[]))
              OR to_currency = ANY (CAST(:codes AS text[])))
      """;

  private final Tenancy tenancy;
  private final Today today;

  NumbersReader(Tenancy tenancy, Today today) {
    this.tenancy = tenancy;
    this.today = today;
  }

  /// @param debtor who that is now
  Numbers read(UUID debtor, LocalDate day) {
    Standing standing =
        tenancy
            .sql(STANDING)
            .param("debtor", debtor)
            .param("day", day)
            .query((row, n) -> standing(row))
            .single();
    List<Owed> owed =
        tenancy
            .sql(OWED)
            .param("debtor", debtor)
            .param("day", day)
            .param("now", today.now())
            .query((row, n) -> owed(row))
            .list();
    return new Numbers(standing, owed);
  }

  private static Standing standing(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new Standing(
        currency == null ? null : new Money(Currency.of(currency), row.getLong("amount")),
        row.getBoolean("by_person"),
        Standing.grade(row.getString("grade")),
        Standing.terms(row.getString("terms")),
        Standing.step(row.getString("next_step")),
        row.getString("trend"),
        row.getString("worse"));
  }

  private static Owed owed(ResultSet row) throws SQLException {
    return new Owed(
        Currency.of(row.getString("currency")),
        row.getLong("open"),
        row.getLong("uninvoiced"),
        row.getLong("unallocated"),
        row.getLong("reserved"),
        row.getLong("overdue"),
        row.getObject("oldest", LocalDate.class));
  }

  /// Rates of the last days that touch these currencies.
  FxRates rates(Collection<Currency> currencies, LocalDate day) {
    FxRates rates = new FxRates();
    tenancy
        .sql(RATES)
        .param("codes", currencies.stream().map(Currency::code).toArray(String[]::new))
        .param("first", day.minusDays(FxRates.MAX_AGE_DAYS))
        .param("day", day)
        .query(
            row -> {
              rates.add(rate(row));
            });
    return rates;
  }

  private static FxRate rate(ResultSet row) throws SQLException {
    return new FxRate(
        Currency.of(row.getString("from_currency")),
        Currency.of(row.getString("to_currency")),
        row.getBigDecimal("rate"),
        row.getObject("on_day", LocalDate.class),
        row.getString("source"));
  }
}
