package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.platform.Tenancy;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What came in during the last days, and what falls due next.
@Component
public class Lately {

  /// What falls due on one day.
  public record Due(LocalDate day, List<Money> amounts) {}

  private static final String PAID =
      """
      SELECT r.currency, sum(e.amount) AS amount FROM receivable_entry e
        JOIN receivable r ON r.org_id = :org AND r.receivable_id = e.receivable_id
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = r.debtor_id
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
       WHERE e.org_id = :org AND e.kind = 'payment' AND e.on_day > :from AND e.on_day <= :to
         AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
       GROUP BY r.currency ORDER BY r.currency
      """;

  private static final String NEXT =
      """
      SELECT r.due FROM receivable r
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = r.debtor_id
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
       WHERE r.org_id = :org AND r.open > 0 AND r.due >= :day
         AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
       ORDER BY r.due LIMIT 1
      """;

  private static final String ON =
      """
      SELECT r.currency, sum(r.open) AS amount FROM receivable r
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = r.debtor_id
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
       WHERE r.org_id = :org AND r.open > 0 AND r.due = :day
         AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
       GROUP BY r.currency ORDER BY r.currency
      """;

  private final Tenancy tenancy;
  private final Access access;

  Lately(Tenancy tenancy, Access access) {
    this.tenancy = tenancy;
    this.access = access;
  }

  /// What was paid on receivables after a day and up to another, per currency.
  public List<Money> paid(LocalDate after, LocalDate to) {
    Amounts sum = new Amounts();
    tenancy
        .sql(PAID)
        .param("seller", seller())
        .param("from", after)
        .param("to", to)
        .query((row, n) -> new Money(Currency.of(row.getString("currency")), row.getLong("amount")))
        .list()
        .forEach(sum::add);
    return sum.nonZero();
  }

  /// The next day from one on, on which something falls due.
  public Optional<Due> next(LocalDate day) {
    return tenancy
        .sql(NEXT)
        .param("seller", seller())
        .param("day", day)
        .query(LocalDate.class)
        .optional()
        .map(
            due ->
                new Due(
                    due,
                    tenancy
                        .sql(ON)
                        .param("seller", seller())
                        .param("day", due)
                        .query(
                            (row, n) ->
                                new Money(
                                    Currency.of(row.getString("currency")), row.getLong("amount")))
                        .list()));
  }

  private @Nullable UUID seller() {
    return access.onlyDebtorsOf().orElse(null);
  }
}
