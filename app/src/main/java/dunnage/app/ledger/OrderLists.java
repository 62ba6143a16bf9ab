package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.ledger.OrderView.PartView;
import dunnage.app.ledger.ReceivableView.DebtorRef;
import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Orders as they are shown.
@Component
class OrderLists {

  /// @param debtor who that is now
  /// @param state `accepted`, `closed` or `all`
  /// @param number the beginning of the number
  record Filter(@Nullable UUID debtor, String state, @Nullable String number) {}

  static final Set<String> STATES = Set.of(OrderTable.ACCEPTED, OrderTable.CLOSED, "all");

  private static final String SHOWN =
      """
      SELECT %s, d.debtor_id AS now_id, d.number AS now_number, d.name AS now_name
        FROM customer_order o
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = o.debtor_id
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
       WHERE o.org_id = :org AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
      """
          .formatted(OrderTable.COLUMNS);

  private static final String CHOSEN =
      """
         AND (CAST(:debtor AS uuid) IS NULL OR d.debtor_id = :debtor)
         AND (:state = 'all' OR o.state = :state)
         AND (CAST(:number AS text) IS NULL OR starts_with(o.number, :number))
         AND (CAST(:last AS uuid) IS NULL
              OR (o.on_day, o.order_id) < (CAST(:on AS date), CAST(:last AS uuid)))
       ORDER BY o.on_day DESC, o.order_id DESC LIMIT :limit
      """;

  private static final String PARTS =
      """
      SELECT %s FROM receivable r
       WHERE r.org_id = :org AND r.order_id = :id ORDER BY r.due, r.receivable_id
      """
          .formatted(ReceivableTable.COLUMNS);

  private final Tenancy tenancy;
  private final Access access;

  OrderLists(Tenancy tenancy, Access access) {
    this.tenancy = tenancy;
    this.access = access;
  }

  /// The latest first.
  Listing<OrderView> list(Filter filter, @Nullable Integer wanted, @Nullable String after) {
    int limit = Listing.limit(wanted);
    List<String> last = Cursor.keys(after, 2);
    List<OrderView> rows =
        tenancy
            .sql(SHOWN + CHOSEN)
            .param("seller", access.onlyDebtorsOf().orElse(null))
            .param("debtor", filter.debtor())
            .param("state", filter.state())
            .param("number", filter.number())
            .param("on", last.isEmpty() ? null : Input.cursorDay(last.getFirst()))
            .param("last", last.isEmpty() ? null : TypeId.parse("ord", last.getLast()))
            .param("limit", limit + 1)
            .query((row, n) -> view(row))
            .list();
    return Listing.of(rows, limit, row -> Cursor.of(row.on(), row.id()));
  }

  /// One, with the receivables that stand for it.
  ///
  /// @throws Problem 404 if it is not there or not the caller's to see
  OrderView one(UUID id) {
    OrderView view =
        tenancy
            .sql(SHOWN + " AND o.order_id = :id")
            .param("seller", access.onlyDebtorsOf().orElse(null))
            .param("id", id)
            .query((row, n) -> view(row))
            .optional()
            .orElseThrow(() -> Problem.notFound("order"));
    return view.with(tenancy.sql(PARTS).param("id", id).query((row, n) -> part(row)).list());
  }

  private static PartView part(ResultSet row) throws SQLException {
    ReceivableTable.Row stored = ReceivableTable.read(row);
    return new PartView(
        TypeId.of("inv", stored.id()),
        stored.number(),
        stored.part(),
        stored.issued(),
        stored.due(),
        stored.amount(),
        stored.open());
  }

  private static OrderView view(ResultSet row) throws SQLException {
    OrderTable.Row stored = OrderTable.read(row);
    return new OrderView(
        TypeId.of("ord", stored.id()),
        new DebtorRef(
            TypeId.of("deb", row.getObject("now_id", UUID.class)),
            row.getString("now_number"),
            row.getString("now_name")),
        stored.number(),
        stored.on(),
        stored.amount(),
        stored.uninvoiced(),
        stored.state(),
        null,
        stored.version());
  }
}
