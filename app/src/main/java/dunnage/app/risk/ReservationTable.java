package dunnage.app.risk;

import dunnage.app.platform.Tenancy;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Headroom that is kept for orders until they are recorded.
@Component
class ReservationTable {

  /// @param state `held`, `used`, `released` or `expired`
  record Row(
      UUID id,
      UUID check,
      UUID debtor,
      String order,
      Money amount,
      String state,
      OffsetDateTime madeAt,
      OffsetDateTime expiresAt) {}

  private static final String OPEN =
      """
      INSERT INTO headroom (org_id, debtor_id) VALUES (:org, :debtor) ON CONFLICT DO NOTHING
      """;

  private static final String LOCK =
      "SELECT debtor_id FROM headroom WHERE org_id = :org AND debtor_id = :debtor FOR UPDATE";

  private static final String HOLD =
      """
      INSERT INTO reservation (org_id, reservation_id, check_id, debtor_id, order_number, currency,
                               amount, state, made_at, expires_at)
      VALUES (:org, :id, :check, :debtor, :order, :currency, :amount, 'held', :made, :expires)
      """;

  private static final String ONE =
      """
      SELECT reservation_id, check_id, debtor_id, order_number, currency, amount, made_at, expires_at,
             CASE WHEN state = 'held' AND expires_at <= :now THEN 'expired' ELSE state END AS state
        FROM reservation WHERE org_id = :org AND reservation_id = :id
      """;

  private static final String RELEASE =
      """
      UPDATE reservation SET state = 'released', ended_at = :now
       WHERE org_id = :org AND reservation_id = :id AND state = 'held'
      """;

  private static final String EXPIRE =
      """
      UPDATE reservation SET state = 'expired', ended_at = :now
       WHERE org_id = :org AND state = 'held' AND expires_at <= :now
      """;

  /// In the transaction that records the order or its first receivable, so that the same money is
  /// never counted twice and never not at all.
  private static final String USE_UP =
      """
      UPDATE reservation r SET state = 'used', ended_at = :now
       WHERE r.org_id = :org AND r.state = 'held' AND r.order_number <> ''
         AND r.debtor_id IN (SELECT c.current_id FROM debtor_current c
                              WHERE c.org_id = :org AND c.debtor_id = ANY (CAST(:debtors AS uuid[])))
         AND (EXISTS (SELECT 1 FROM customer_order o
                        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = o.debtor_id
                       WHERE o.org_id = :org AND o.number = r.order_number
                         AND c.current_id = r.debtor_id AND o.recorded_at >= r.made_at)
           OR EXISTS (SELECT 1 FROM receivable i
                        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = i.debtor_id
                       WHERE i.org_id = :org AND i.order_number = r.order_number
                         AND c.current_id = r.debtor_id AND i.recorded_at >= r.made_at))
      """;

  private final Tenancy tenancy;
  private final Today today;

  ReservationTable(Tenancy tenancy, Today today) {
    this.tenancy = tenancy;
    this.today = today;
  }

  /// Waits for whoever reserves for the debtor. What is read by later statements includes what they
  /// reserved; a condition in one statement with the lock would be judged on balances as they were
  /// before it waited.
  void lock(UUID debtor) {
    tenancy.sql(OPEN).param("debtor", debtor).update();
    tenancy.sql(LOCK).param("debtor", debtor).query().singleRow();
  }

  void hold(Row row) {
    tenancy
        .sql(HOLD)
        .param("id", row.id())
        .param("check", row.check())
        .param("debtor", row.debtor())
        .param("order", row.order())
        .param("currency", row.amount().currency().code())
        .param("amount", row.amount().minor())
        .param("made", row.madeAt())
        .param("expires", row.expiresAt())
        .update();
  }

  Optional<Row> find(UUID id) {
    return tenancy
        .sql(ONE)
        .param("id", id)
        .param("now", today.now())
        .query((row, n) -> read(row))
        .optional();
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("reservation_id", UUID.class),
        row.getObject("check_id", UUID.class),
        row.getObject("debtor_id", UUID.class),
        row.getString("order_number"),
        new Money(Currency.of(row.getString("currency")), row.getLong("amount")),
        row.getString("state"),
        row.getObject("made_at", OffsetDateTime.class),
        row.getObject("expires_at", OffsetDateTime.class));
  }

  /// @return false if it was held no longer
  boolean release(UUID id) {
    return tenancy.sql(RELEASE).param("id", id).param("now", today.now()).update() == 1;
  }

  int expire() {
    return tenancy.sql(EXPIRE).param("now", today.now()).update();
  }

  /// Ends the reservations of orders that are recorded by now.
  void useUp(Set<UUID> debtors) {
    tenancy
        .sql(USE_UP)
        .param("debtors", DeskTable.texts(debtors))
        .param("now", today.now())
        .update();
  }
}
