package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.ledger.ReceivableView.DebtorRef;
import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.kernel.calendar.AgingBucket;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How old what is owed is, at the end of any day. What was open then is what is open now and what
/// lowered it since, so that the past costs as much as happened after it, and today nothing.
@Component
public class Aging {

  /// What is owed in one currency.
  ///
  /// @param buckets all five, by how late it is
  /// @param disputed of all that is open; as it is marked now
  /// @param receivables how many are open
  public record Row(
      Money open,
      Money overdue,
      List<Bucket> buckets,
      Money disputed,
      long receivables,
      int oldestDaysLate) {}

  /// @param bucket code of an [AgingBucket]
  public record Bucket(String bucket, Money amount) {}

  record OfDebtor(DebtorRef debtor, Row aging) {}

  private static final String OPEN =
      """
      WITH later AS (
        SELECT e.receivable_id, sum(e.amount) AS amount FROM receivable_entry e
         WHERE e.org_id = :org AND e.on_day > :day GROUP BY e.receivable_id
      ), item AS (
        SELECT r.debtor_id, r.currency, r.due, r.disputed,
               r.open + COALESCE(later.amount, 0) AS open
          FROM receivable r
          LEFT JOIN later ON later.receivable_id = r.receivable_id
         WHERE r.org_id = :org AND r.issued <= :day
           AND (r.open > 0 OR later.amount IS NOT NULL)
      )
      """;

  private static final String SUMS =
      """
      i.currency,
      sum(i.open)::bigint AS open,
      COALESCE(sum(i.open) FILTER (WHERE i.due >= :day), 0)::bigint AS not_due,
      COALESCE(sum(i.open) FILTER (WHERE i.due < :day AND i.due >= :day - 30), 0)::bigint AS d30,
      COALESCE(sum(i.open) FILTER (WHERE i.due < :day - 30 AND i.due >= :day - 60), 0)::bigint
        AS d60,
      COALESCE(sum(i.open) FILTER (WHERE i.due < :day - 60 AND i.due >= :day - 90), 0)::bigint
        AS d90,
      COALESCE(sum(i.open) FILTER (WHERE i.due < :day - 90), 0)::bigint AS over_90,
      COALESCE(sum(i.open) FILTER (WHERE i.disputed), 0)::bigint AS disputed,
      count(*) AS receivables, GREATEST(:day - min(i.due), 0) AS oldest
      """;

  private static final String WHOLE =
      OPEN
          + "SELECT "
          + SUMS
          + """
            FROM item i
            JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = i.debtor_id
            JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
           WHERE CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller
           GROUP BY i.currency ORDER BY i.currency
          """;

  private static final String BY_DEBTOR =
      OPEN
          + "SELECT d.debtor_id, d.number, d.name, "
          + SUMS
          + """
            FROM item i
            JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = i.debtor_id
            JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
           WHERE (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
             AND i.currency = :currency
           GROUP BY d.debtor_id, d.number, d.name, i.currency
          HAVING CAST(:last AS uuid) IS NULL
              OR (-sum(i.open), d.debtor_id) > (-CAST(:open AS bigint), CAST(:last AS uuid))
           ORDER BY -sum(i.open), d.debtor_id LIMIT :limit
          """;

  private final Tenancy tenancy;
  private final Access access;

  Aging(Tenancy tenancy, Access access) {
    this.tenancy = tenancy;
    this.access = access;
  }

  /// A row for each currency in which anything was open.
  public List<Row> whole(LocalDate day) {
    return tenancy
        .sql(WHOLE)
        .param("day", day)
        .param("seller", access.onlyDebtorsOf().orElse(null))
        .query((row, n) -> row(row))
        .list();
  }

  /// Who owes most in a currency comes first.
  Listing<OfDebtor> debtors(
      LocalDate day, Currency currency, @Nullable Integer wanted, @Nullable String after) {
    int limit = Listing.limit(wanted);
    List<String> last = Cursor.keys(after, 2);
    List<OfDebtor> rows =
        tenancy
            .sql(BY_DEBTOR)
            .param("day", day)
            .param("currency", currency.code())
            .param("seller", access.onlyDebtorsOf().orElse(null))
            .param("open", last.isEmpty() ? null : minor(last.getFirst()))
            .param("last", last.isEmpty() ? null : TypeId.parse("deb", last.getLast()))
            .param("limit", limit + 1)
            .query(
                (row, n) ->
                    new OfDebtor(
                        new DebtorRef(
                            TypeId.of("deb", row.getObject("debtor_id", UUID.class)),
                            row.getString("number"),
                            row.getString("name")),
                        row(row)))
            .list();
    return Listing.of(rows, limit, row -> Cursor.of(row.aging().open().minor(), row.debtor().id()));
  }

  private static long minor(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException forged) {
      throw Problem.invalid("after", "after is no place in this list", "Give the next of before.");
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    Money open = new Money(currency, row.getLong("open"));
    Money notDue = new Money(currency, row.getLong("not_due"));
    List<Bucket> buckets = new ArrayList<>();
    for (AgingBucket bucket : AgingBucket.values()) {
      Money amount = new Money(currency, row.getLong(column(bucket)));
      buckets.add(new Bucket(bucket.code(), amount));
    }
    return new Row(
        open,
        open.minus(notDue),
        buckets,
        new Money(currency, row.getLong("disputed")),
        row.getLong("receivables"),
        row.getInt("oldest"));
  }

  private static String column(AgingBucket bucket) {
    return switch (bucket) {
      case NOT_DUE -> "not_due";
      case DAYS_1_30 -> "d30";
      case DAYS_31_60 -> "d60";
      case DAYS_61_90 -> "d90";
      case OVER_90 -> "over_90";
    };
  }
}
