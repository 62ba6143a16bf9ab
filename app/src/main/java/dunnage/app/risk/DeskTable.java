package dunnage.app.risk;

import dunnage.app.platform.Tenancy;
import dunnage.kernel.forecast.ExpectedCash;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When the book was assessed last, what has changed since, and the cash that was expected then.
@Component
class DeskTable {

  /// @param assessedOn null: never
  record Desk(
      @Nullable LocalDate assessedOn,
      @Nullable OffsetDateTime assessedAt,
      @Nullable LocalDate newestFact) {}

  /// @param week 0 for all thirteen
  record CashRow(
      Currency currency,
      int week,
      LocalDate from,
      LocalDate to,
      Money expected,
      Money low,
      Money high) {}

  private static final String MARK =
      """
      INSERT INTO risk_stale (org_id, debtor_id, xact)
      SELECT :org, c.current_id, CAST(pg_current_xact_id()::text AS bigint) FROM debtor_current c
       WHERE c.org_id = :org AND c.debtor_id = ANY (CAST(:debtors AS uuid[]))
      ON CONFLICT DO NOTHING
      """;

  private static final String DUE =
      """
      SELECT EXISTS (SELECT 1 FROM risk_stale WHERE org_id = :org)
          OR EXISTS (SELECT 1 FROM risk_desk WHERE org_id = :org AND assessed_on < :day)
      """;

  private static final String OPEN =
      "INSERT INTO risk_desk (org_id) VALUES (:org) ON CONFLICT DO NOTHING";

  private static final String LEASE =
      """
      SELECT assessed_on, assessed_at, newest_fact FROM risk_desk
       WHERE org_id = :org FOR UPDATE SKIP LOCKED
      """;

  private static final String READ =
      "SELECT assessed_on, assessed_at, newest_fact FROM risk_desk WHERE org_id = :org";

  private static final String TAKE = "DELETE FROM risk_stale WHERE org_id = :org";

  private static final String NEWEST =
      "SELECT fact_id FROM ledger_fact WHERE org_id = :org ORDER BY fact_id DESC LIMIT 1";

  private static final String DONE =
      """
      UPDATE risk_desk SET assessed_on = :day, assessed_at = :now, knows_until = CAST(:until AS uuid),
                           newest_fact = :newest
       WHERE org_id = :org
      """;

  private static final String FORGET_CASH = "DELETE FROM expected_cash WHERE org_id = :org";

  private static final String KEEP_CASH =
      """
      INSERT INTO expected_cash (org_id, currency, week, from_day, to_day, expected, low, high)
      VALUES (:org, :currency, :week, :from, :to, :expected, :low, :high)
      """;

  private static final String CASH =
      """
      SELECT currency, week, from_day, to_day, expected, low, high FROM expected_cash
       WHERE org_id = :org ORDER BY currency, week
      """;

  private final Tenancy tenancy;

  DeskTable(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  void mark(Set<UUID> debtors) {
    tenancy.sql(MARK).param("debtors", texts(debtors)).update();
  }

  static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }

  /// Whether there is something to assess: a book changed, or a day has begun since.
  boolean due(LocalDate today) {
    return tenancy.sql(DUE).param("day", today).query(Boolean.class).single();
  }

  /// Makes the row that is leased; in a transaction of its own, so that nobody waits for it.
  void open() {
    tenancy.sql(OPEN).update();
  }

  /// The lease until the transaction ends; empty when someone else has it.
  Optional<Desk> lease() {
    return tenancy.sql(LEASE).query((row, n) -> desk(row)).optional();
  }

  Optional<Desk> read() {
    return tenancy.sql(READ).query((row, n) -> desk(row)).optional();
  }

  private static Desk desk(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Desk(
        row.getObject("assessed_on", LocalDate.class),
        row.getObject("assessed_at", OffsetDateTime.class),
        row.getObject("newest_fact", LocalDate.class));
  }

  /// Takes the marks away that are seen.
  void take() {
    tenancy.sql(TAKE).update();
  }

  @Nullable UUID newestFact() {
    return tenancy.sql(NEWEST).query(UUID.class).optional().orElse(null);
  }

  void done(ScoreTable.Moment moment, @Nullable LocalDate newest, List<ExpectedCash> cash) {
    tenancy
        .sql(DONE)
        .param("day", moment.asOf())
        .param("now", moment.at())
        .param("until", moment.knowsUntil())
        .param("newest", newest)
        .update();
    tenancy.sql(FORGET_CASH).update();
    for (ExpectedCash one : cash) {
      keep(one.currency(), 0, one.total());
      for (int week = 0; week < one.weeks().size(); week++) {
        keep(one.currency(), week + 1, one.weeks().get(week));
      }
    }
  }

  private void keep(Currency currency, int number, ExpectedCash.Week week) {
    tenancy
        .sql(KEEP_CASH)
        .param("currency", currency.code())
        .param("week", number)
        .param("from", week.from())
        .param("to", week.to())
        .param("expected", week.expected().minor())
        .param("low", week.low().minor())
        .param("high", week.high().minor())
        .update();
  }

  List<CashRow> cash() {
    return new ArrayList<>(
        tenancy
            .sql(CASH)
            .query(
                (row, n) -> {
                  Currency currency = Currency.of(row.getString("currency"));
                  return new CashRow(
                      currency,
                      row.getInt("week"),
                      row.getObject("from_day", LocalDate.class),
                      row.getObject("to_day", LocalDate.class),
                      new Money(currency, row.getLong("expected")),
                      new Money(currency, row.getLong("low")),
                      new Money(currency, row.getLong("high")));
                })
            .list());
  }
}
