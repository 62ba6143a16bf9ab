package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.ledger.ReceiptView.AllocationView;
import dunnage.app.ledger.ReceiptView.PaidRef;
import dunnage.app.ledger.ReceivableView.DebtorRef;
import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.kernel.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Money and credits as they are shown. Those of nobody known are seen by who sees all debtors.
@Component
class ReceiptLists {

  /// @param debtor who that is now
  /// @param kind of the receipt; null for any
  /// @param state `unallocated`, `allocated`, `unattributed` or `all`
  /// @param number the beginning of the number
  record Filter(
      @Nullable UUID debtor, @Nullable String kind, String state, @Nullable String number) {}

  static final Set<String> STATES = Set.of("unallocated", "allocated", "unattributed", "all");

  private static final String SHOWN =
      """
      SELECT %s, d.debtor_id AS now_id, d.number AS now_number, d.name AS now_name
        FROM receipt r
        LEFT JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = r.debtor_id
        LEFT JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
       WHERE r.org_id = :org AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
      """
          .formatted(ReceiptTable.COLUMNS);

  /// Receipts without a day come last: the database's earliest day stands for it.
  private static final String CHOSEN =
      """
         AND (CAST(:debtor AS uuid) IS NULL OR d.debtor_id = :debtor)
         AND (CAST(:kind AS text) IS NULL OR r.kind = :kind)
         AND (CAST(:number AS text) IS NULL OR starts_with(r.number, :number))
         AND (CAST(:last AS uuid) IS NULL
              OR (COALESCE(r.on_day, DATE '0001-01-01'), r.receipt_id)
                 < (CAST(:on AS date), CAST(:last AS uuid)))
       ORDER BY COALESCE(r.on_day, DATE '0001-01-01') DESC, r.receipt_id DESC LIMIT :limit
      """;

  private static final String ALLOCATIONS =
      """
      SELECT e.entry_id, e.amount AS paid, %s
        FROM receivable_entry e
        JOIN receivable r ON r.org_id = :org AND r.receivable_id = e.receivable_id
       WHERE e.org_id = :org AND e.receipt_id = :id ORDER BY e.entry_id
      """
          .formatted(ReceivableTable.COLUMNS);

  private static final String PAYS =
      """
      SELECT count(*) FROM receivable_entry
       WHERE org_id = :org AND receipt_id = :id AND entry_id = :entry
      """;

  private static final LocalDate NO_DAY = LocalDate.of(1, 1, 1);

  private final Tenancy tenancy;
  private final Access access;

  ReceiptLists(Tenancy tenancy, Access access) {
    this.tenancy = tenancy;
    this.access = access;
  }

  /// The latest first.
  Listing<ReceiptView> list(Filter filter, @Nullable Integer wanted, @Nullable String after) {
    int limit = Listing.limit(wanted);
    List<String> last = Cursor.keys(after, 2);
    String state =
        switch (filter.state()) {
          case "unallocated" -> " AND r.unallocated > 0";
          case "allocated" -> " AND r.unallocated = 0";
          case "unattributed" -> " AND r.debtor_id IS NULL";
          default -> "";
        };
    List<ReceiptView> rows =
        tenancy
            .sql(SHOWN + state + CHOSEN)
            .param("seller", access.onlyDebtorsOf().orElse(null))
            .param("debtor", filter.debtor())
            .param("kind", filter.kind())
            .param("number", filter.number())
            .param("on", last.isEmpty() ? null : Input.cursorDay(last.getFirst()))
            .param("last", last.isEmpty() ? null : TypeId.parse("rcp", last.getLast()))
            .param("limit", limit + 1)
            .query((row, n) -> view(row))
            .list();
    return Listing.of(
        rows, limit, row -> Cursor.of(row.on() == null ? NO_DAY : row.on(), row.id()));
  }

  /// One, with what it pays.
  ///
  /// @throws Problem 404 if it is not there or not the caller's to see
  ReceiptView one(UUID id) {
    ReceiptView view =
        tenancy
            .sql(SHOWN + " AND r.receipt_id = :id")
            .param("seller", access.onlyDebtorsOf().orElse(null))
            .param("id", id)
            .query((row, n) -> view(row))
            .optional()
            .orElseThrow(() -> Problem.notFound("receipt"));
    return view.with(
        tenancy.sql(ALLOCATIONS).param("id", id).query((row, n) -> allocation(row)).list());
  }

  private static AllocationView allocation(ResultSet row) throws SQLException {
    ReceivableTable.Row paid = ReceivableTable.read(row);
    return new AllocationView(
        TypeId.of("evt", row.getObject("entry_id", UUID.class)),
        new PaidRef(TypeId.of("inv", paid.id()), paid.number(), paid.part(), paid.open()),
        new Money(paid.amount().currency(), row.getLong("paid")));
  }

  private static ReceiptView view(ResultSet row) throws SQLException {
    ReceiptTable.Row stored = ReceiptTable.read(row);
    UUID debtor = row.getObject("now_id", UUID.class);
    return new ReceiptView(
        TypeId.of("rcp", stored.id()),
        stored.kind(),
        debtor == null
            ? null
            : new DebtorRef(
                TypeId.of("deb", debtor), row.getString("now_number"), row.getString("now_name")),
        stored.number(),
        stored.on(),
        stored.amount(),
        stored.unallocated(),
        stored.payer(),
        stored.texts(),
        null,
        stored.version());
  }

  /// Whether an entry is an allocation of this receipt.
  boolean pays(UUID receipt, UUID entry) {
    return tenancy.sql(PAYS).param("id", receipt).param("entry", entry).query(Long.class).single()
        == 1;
  }
}
