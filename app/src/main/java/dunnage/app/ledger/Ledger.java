package dunnage.app.ledger;

import dunnage.app.platform.Columns;
import dunnage.app.platform.Tenancy;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The door of the books. Everything happens in the caller's open transaction of the organisation.
@Component
public class Ledger {

  /// An import taken back.
  ///
  /// @param fact that says so
  /// @param facts how many no longer count
  public record Undone(UUID fact, long facts) {}

  /// What a debtor owes in one currency.
  ///
  /// @param overdue of what is open, by the day asked for
  /// @param oldestDaysLate of the oldest that is open; 0 when nothing is late
  /// @param unallocated money and credits that pay nothing yet
  /// @param uninvoiced orders accepted that no receivable stands for
  public record Exposure(
      Currency currency,
      Money open,
      Money overdue,
      int oldestDaysLate,
      Money unallocated,
      Money uninvoiced) {}

  private static final String OPEN_ABSORPTION =
      "INSERT INTO absorption (org_id) VALUES (:org) ON CONFLICT DO NOTHING";

  private static final String LOCK_ABSORPTION =
      "SELECT org_id FROM absorption WHERE org_id = :org FOR UPDATE";

  private static final String OPEN =
      """
      SELECT currency, sum(open)::bigint AS open FROM debtor_balance
       WHERE org_id = :org GROUP BY currency ORDER BY currency
      """;

  /// Overdue is read from what is open, which is little, and not kept: it changes by itself at
  /// midnight.
  private static final String EXPOSURE =
      """
      SELECT b.currency, sum(b.open)::bigint AS open, sum(b.unallocated)::bigint AS unallocated,
             sum(b.uninvoiced)::bigint AS uninvoiced,
             COALESCE(sum(l.overdue), 0)::bigint AS overdue, min(l.oldest) AS oldest
        FROM debtor_current c
        JOIN debtor_balance b ON b.org_id = :org AND b.debtor_id = c.debtor_id
        LEFT JOIN LATERAL (
          SELECT sum(r.open) AS overdue, min(r.due) AS oldest FROM receivable r
           WHERE r.org_id = :org AND r.debtor_id = b.debtor_id AND r.currency = b.currency
             AND r.open > 0 AND r.due < :day
        ) l ON true
       WHERE c.org_id = :org AND c.current_id = :debtor
       GROUP BY b.currency ORDER BY b.currency
      """;

  private static final String PUT_RATES =
      """
      INSERT INTO fx_rate (org_id, on_day, from_currency, to_currency, rate, source, import_id)
      SELECT :org, r.on_day::date, r.from_currency, r.to_currency, r.rate::numeric, r.source,
             CAST(:import AS uuid)
        FROM unnest(:on::text[], :from::text[], :to::text[], :rate::text[], :source::text[])
             AS r (on_day, from_currency, to_currency, rate, source)
      ON CONFLICT (org_id, from_currency, to_currency, on_day)
      DO UPDATE SET rate = excluded.rate, source = excluded.source, import_id = excluded.import_id
      """;

  private final Tenancy tenancy;
  private final Absorption.Absorbers absorbers;
  private final BookReader books;
  private final Undoing undoing;

  Ledger(Tenancy tenancy, Absorption.Absorbers absorbers, BookReader books, Undoing undoing) {
    this.tenancy = tenancy;
    this.absorbers = absorbers;
    this.books = books;
    this.undoing = undoing;
  }

  /// Takes in the facts of one import. Imports of an organisation wait for each other here.
  public Absorption absorb(UUID importId) {
    queue();
    return new Absorption(importId, absorbers, this::open);
  }

  private void queue() {
    tenancy.sql(OPEN_ABSORPTION).update();
    tenancy.sql(LOCK_ABSORPTION).query().singleRow();
    absorbers.sizes().useIndexes();
  }

  /// Takes back everything that an import recorded.
  ///
  /// @throws dunnage.app.platform.Problem 409 `import_in_use` if something builds on it
  public Undone undo(UUID importId, String reason) {
    queue();
    return undoing.undo(importId, reason);
  }

  /// What is owed by everybody, per currency.
  public Map<Currency, Money> open() {
    Map<Currency, Money> open = new TreeMap<>();
    tenancy
        .sql(OPEN)
        .query(
            row -> {
              Currency currency = Currency.of(row.getString("currency"));
              open.put(currency, new Money(currency, row.getLong("open")));
            });
    return open;
  }

  /// The whole book as it stands. `Party.id` is the `deb_…` of who the debtor is now, the file of a
  /// receivable's origin its `inv_…`.
  public Book book() {
    return books.read();
  }

  /// What a debtor owes at the end of a day, by currency.
  ///
  /// @param debtor who that is now
  public List<Exposure> exposure(UUID debtor, LocalDate day) {
    return tenancy
        .sql(EXPOSURE)
        .param("debtor", debtor)
        .param("day", day)
        .query(
            (row, n) -> {
              Currency currency = Currency.of(row.getString("currency"));
              LocalDate oldest = row.getObject("oldest", LocalDate.class);
              return new Exposure(
                  currency,
                  new Money(currency, row.getLong("open")),
                  new Money(currency, row.getLong("overdue")),
                  oldest == null ? 0 : (int) (day.toEpochDay() - oldest.toEpochDay()),
                  new Money(currency, row.getLong("unallocated")),
                  new Money(currency, row.getLong("uninvoiced")));
            })
        .list();
  }

  /// Keeps exchange rates; a later one for the same day and currencies replaces the earlier.
  public void rates(List<FxRate> rates, String source, @Nullable UUID importId) {
    int ignored =
        Columns.of(tenancy.sql(PUT_RATES).param("import", importId), rates)
            .with("on", FxRate::date)
            .with("from", FxRate::from)
            .with("to", FxRate::to)
            .with("rate", FxRate::rate)
            .with("source", rate -> source)
            .update();
  }
}
