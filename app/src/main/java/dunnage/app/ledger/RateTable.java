package dunnage.app.ledger;

import dunnage.app.platform.Columns;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Exchange rates of days.
@Component
class RateTable {

  /// @param on the day for which the latest of each pair is asked; null for all of them
  record Filter(@Nullable Currency from, @Nullable Currency to, @Nullable LocalDate on) {

    private @Nullable String fromCode() {
      return from == null ? null : from.code();
    }

    private @Nullable String toCode() {
      return to == null ? null : to.code();
    }
  }

  private static final String LIST =
      """
      SELECT r.on_day, r.from_currency, r.to_currency, r.rate, r.source FROM fx_rate r
       WHERE r.org_id = :org
         AND (CAST(:from AS text) IS NULL OR r.from_currency = :from)
         AND (CAST(:to AS text) IS NULL OR r.to_currency = :to)
         AND (CAST(:on AS date) IS NULL OR r.on_day = (
               SELECT max(x.on_day) FROM fx_rate x
                WHERE x.org_id = :org AND x.from_currency = r.from_currency
                  AND x.to_currency = r.to_currency AND x.on_day <= CAST(:on AS date)))
         AND (CAST(:last AS date) IS NULL
              OR (-(r.on_day - DATE '1970-01-01'), r.from_currency, r.to_currency)
                 > (-(CAST(:last AS date) - DATE '1970-01-01'), CAST(:last_from AS char(3)),
                    CAST(:last_to AS char(3))))
       ORDER BY r.on_day DESC, r.from_currency, r.to_currency LIMIT :limit
      """;

  private static final String ONE =
      """
      SELECT on_day, from_currency, to_currency, rate, source FROM fx_rate
       WHERE org_id = :org AND from_currency = :from AND to_currency = :to AND on_day = :on
         FOR UPDATE
      """;

  /// A rate that is there already counts as no change.
  private static final String PUT =
      """
      INSERT INTO fx_rate (org_id, on_day, from_currency, to_currency, rate, source, import_id)
      SELECT :org, r.on_day::date, r.from_currency, r.to_currency, r.rate::numeric, r.source,
             CAST(:import AS uuid)
        FROM unnest(:on::text[], :from::text[], :to::text[], :rate::text[], :source::text[])
             AS r (on_day, from_currency, to_currency, rate, source)
      ON CONFLICT (org_id, from_currency, to_currency, on_day)
      DO UPDATE SET rate = excluded.rate, source = excluded.source, import_id = excluded.import_id
       WHERE (fx_rate.rate, fx_rate.source) IS DISTINCT FROM (excluded.rate, excluded.source)
      """;

  private final Tenancy tenancy;

  RateTable(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  /// Keeps rates; a later one for the same day and currencies replaces the earlier.
  ///
  /// @param rates each day and pair once
  /// @return how many are new or otherwise than before
  int put(List<FxRate> rates, @Nullable UUID importId) {
    return Columns.of(tenancy.sql(PUT).param("import", importId), rates)
        .with("on", FxRate::date)
        .with("from", FxRate::from)
        .with("to", FxRate::to)
        .with("rate", FxRate::rate)
        .with("source", FxRate::source)
        .update();
  }

  /// The latest day first.
  ///
  /// @param last day, currency and currency of the last one shown; or none
  List<FxRate> list(Filter filter, List<String> last, int limit) {
    return tenancy
        .sql(LIST)
        .param("from", filter.fromCode())
        .param("to", filter.toCode())
        .param("on", filter.on())
        .param("last", last.isEmpty() ? null : Input.cursorDay(last.getFirst()))
        .param("last_from", last.isEmpty() ? null : code(last.get(1)))
        .param("last_to", last.isEmpty() ? null : code(last.getLast()))
        .param("limit", limit)
        .query((row, n) -> read(row))
        .list();
  }

  private static String code(String text) {
    if (Currency.find(text) == null) {
      throw Problem.invalid("after", "after is no place in this list", "Give the next of before.");
    }
    return text;
  }

  /// The one that is there for a day.
  Optional<FxRate> find(FxRate rate) {
    return tenancy
        .sql(ONE)
        .param("from", rate.from().code())
        .param("to", rate.to().code())
        .param("on", rate.date())
        .query((row, n) -> read(row))
        .optional();
  }

  private static FxRate read(ResultSet row) throws SQLException {
    return new FxRate(
        Currency.of(row.getString("from_currency")),
        Currency.of(row.getString("to_currency")),
        row.getBigDecimal("rate"),
        row.getObject("on_day", LocalDate.class),
        row.getString("source"));
  }
}
