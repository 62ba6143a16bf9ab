package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.ledger.ReceivableView.DebtorRef;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who owes most of what is open.
@Component
public class Shares {

  /// What one of the largest debtors owes in a currency.
  ///
  /// @param total open in the currency
  /// @param herfindahl 0 to 10,000 over all debtors: sum of squared percent shares
  /// @param debtors how many owe anything in it
  /// @param receivables how many are open in it
  public record Share(
      DebtorRef debtor,
      Money open,
      Money total,
      double herfindahl,
      long debtors,
      long receivables) {}

  private static final String LARGEST =
      """
      WITH owed AS (
        SELECT c.current_id, b.currency, sum(b.open) AS open, sum(b.receivables) AS receivables
          FROM debtor_balance b
          JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = b.debtor_id
         WHERE b.org_id = :org AND b.open > 0 GROUP BY c.current_id, b.currency
      ), placed AS (
        SELECT d.debtor_id, d.number, d.name, o.currency, o.open,
               row_number() OVER (PARTITION BY o.currency ORDER BY o.open DESC, d.debtor_id) AS place,
               sum(o.open) OVER (PARTITION BY o.currency) AS total,
               sum(o.open * o.open) OVER (PARTITION BY o.currency) AS squares,
               count(*) OVER (PARTITION BY o.currency) AS debtors,
               sum(o.receivables) OVER (PARTITION BY o.currency) AS receivables
          FROM owed o
          JOIN debtor d ON d.org_id = :org AND d.debtor_id = o.current_id
         WHERE CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller
      )
      SELECT debtor_id, number, name, currency, open::bigint AS open, total::bigint AS total,
             (10000 * squares / (total * total))::float8 AS herfindahl, debtors,
             receivables::bigint AS receivables
        FROM placed WHERE place <= :most
       ORDER BY receivables DESC, currency, place
      """;

  private final Tenancy tenancy;
  private final Access access;

  Shares(Tenancy tenancy, Access access) {
    this.tenancy = tenancy;
    this.access = access;
  }

  /// The largest of each currency; those currencies first in which most receivables are open.
  public List<Share> largest(int most) {
    return tenancy
        .sql(LARGEST)
        .param("seller", access.onlyDebtorsOf().orElse(null))
        .param("most", most)
        .query(
            (row, n) -> {
              Currency currency = Currency.of(row.getString("currency"));
              return new Share(
                  new DebtorRef(
                      TypeId.of("deb", row.getObject("debtor_id", UUID.class)),
                      row.getString("number"),
                      row.getString("name")),
                  new Money(currency, row.getLong("open")),
                  new Money(currency, row.getLong("total")),
                  row.getDouble("herfindahl"),
                  row.getLong("debtors"),
                  row.getLong("receivables"));
            })
        .list();
  }
}
