package dunnage.app.ledger;

import dunnage.app.platform.Tenancy;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.DebtorBook;
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

  private final Tenancy tenancy;
  private final Absorption.Absorbers absorbers;
  private final BookReader books;
  private final Undoing undoing;
  private final Restoring.Writers restorers;
  private final RateTable rateTable;

  Ledger(
      Tenancy tenancy,
      Absorption.Absorbers absorbers,
      BookReader books,
      Undoing undoing,
      Restoring.Writers restorers,
      RateTable rateTable) {
    this.restorers = restorers;
    this.rateTable = rateTable;
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

  /// Takes in an exported book. Waits for other imports, like [#absorb].
  public Restoring restore(UUID importId) {
    queue();
    return new Restoring(importId, restorers, this::open);
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

  /// What one debtor was to pay and what of it was paid when, for looking at how late they are:
  /// without orders, credits and what was said.
  ///
  /// @param debtor who that is now
  public DebtorBook payments(UUID debtor, String name) {
    return books.payments(debtor, name);
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
        rateTable.put(
            rates.stream()
                .map(r -> new FxRate(r.from(), r.to(), r.rate(), r.date(), source))
                .toList(),
            importId);
  }
}
