package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.desk.ListOrder;
import dunnage.app.desk.ListTotal;
import dunnage.app.ledger.ReceivableView.DebtorRef;
import dunnage.app.ledger.ReceivableView.EntryView;
import dunnage.app.ledger.ReceivableView.TitleRef;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Receivables as they are shown: with who owes them now and who holds them.
@Component
class ReceivableLists {

  /// @param debtor who that is now
  /// @param state `open`, `settled` or `all`
  /// @param number the beginning of the number
  record Filter(
      @Nullable UUID debtor,
      String state,
      boolean overdue,
      @Nullable String currency,
      @Nullable String number) {}

  private static final Set<String> STATES = Set.of("open", "settled", "all");

  private static final String SHOWN =
      """
      SELECT %s, d.debtor_id AS now_id, d.number AS now_number, d.name AS now_name,
             t.holder, t.purpose, t.since%%s
        FROM receivable r
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = r.debtor_id
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
        LEFT JOIN title t ON t.org_id = :org AND t.receivable_id = r.receivable_id
       WHERE r.org_id = :org
      """
          .formatted(ReceivableTable.COLUMNS);

  private static final String SEEN = " AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)";

  private static final String TOTALS =
      """
      SELECT r.currency, count(*) AS receivables, sum(r.open) AS open,
             COALESCE(sum(r.open) FILTER (WHERE r.due < :day), 0) AS overdue
        FROM receivable r%s
       WHERE r.org_id = :org%s
       GROUP BY r.currency ORDER BY r.currency
      """;

  /// Sums need nobody's name, unless it decides what is seen.
  private static final String WHO =
      """

        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = r.debtor_id
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
      """;

  private static final int AT_ONCE = 1_000;

  private static final String ENTRIES =
      """
      SELECT entry_id, kind, on_day, amount, receipt_id FROM receivable_entry
       WHERE org_id = :org AND receivable_id = :id ORDER BY on_day NULLS FIRST, entry_id
      """;

  private static final String HAS_ENTRY =
      """
      SELECT count(*) FROM receivable_entry
       WHERE org_id = :org AND receivable_id = :id AND entry_id = :entry
      """;

  private static final String ORDER_OF =
      """
      SELECT o.order_id FROM customer_order o
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = o.debtor_id
       WHERE o.org_id = :org AND o.order_id = :id AND c.current_id = :debtor
      """;

  private static final String ORDER_NUMBER =
      "SELECT number FROM customer_order WHERE org_id = :org AND order_id = :id";

  private final Tenancy tenancy;
  private final Access access;

  ReceivableLists(Tenancy tenancy, Access access) {
    this.tenancy = tenancy;
    this.access = access;
  }

  /// Those that are due first come first.
  Listing<ReceivableView> list(
      Filter filter, LocalDate day, @Nullable Integer wanted, @Nullable String after) {
    return list(filter, ReceivableOrder.DUE_FIRST, day, wanted, after);
  }

  /// @param sorted by one of [ReceivableOrder#COLUMNS]
  Listing<ReceivableView> list(
      Filter filter,
      ListOrder sorted,
      LocalDate day,
      @Nullable Integer wanted,
      @Nullable String after) {
    ReceivableOrder order = ReceivableOrder.of(sorted, openOnly(filter));
    int limit = Listing.limit(wanted);
    StatementSpec statement =
        bound(
            tenancy.sql(
                SHOWN.formatted(order.columns())
                    + chosen(filter)
                    + (after == null ? "" : order.after())
                    + order.orderBy()
                    + " LIMIT :limit"),
            filter,
            day);
    List<Placed> rows =
        (after == null ? statement : order.bind(statement, after))
            .param("limit", limit + 1)
            .query((row, n) -> new Placed(view(row, day), keys(row, order)))
            .list();
    Listing<Placed> page =
        Listing.of(rows, limit, last -> order.cursor(last.keys(), last.view().id()));
    return new Listing<>(
        page.data().stream().map(Placed::view).toList(), page.hasMore(), page.next());
  }

  private record Placed(ReceivableView view, List<String> keys) {}

  private static List<String> keys(ResultSet row, ReceivableOrder order) throws SQLException {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < order.keys().size(); i++) {
      keys.add(row.getString("k" + i));
    }
    return keys;
  }

  /// Every one of a list, in its order, read as it comes.
  void each(Filter filter, ListOrder sorted, LocalDate day, Consumer<ReceivableView> take) {
    String order = ReceivableOrder.of(sorted, openOnly(filter)).orderBy();
    bound(tenancy.sql(SHOWN.formatted("") + chosen(filter) + order), filter, day)
        .withFetchSize(AT_ONCE)
        .query(
            row -> {
              take.accept(view(row, day));
            });
  }

  /// What a list comes to in each currency.
  List<ListTotal> totals(Filter filter, LocalDate day) {
    boolean who = filter.debtor() != null || access.onlyDebtorsOf().isPresent();
    return bound(tenancy.sql(TOTALS.formatted(who ? WHO : "", chosen(filter))), filter, day)
        .query(
            (row, n) -> {
              Currency currency = Currency.of(row.getString("currency"));
              return new ListTotal(
                  row.getLong("receivables"),
                  new Money(currency, row.getBigDecimal("open").longValueExact()),
                  new Money(currency, row.getBigDecimal("overdue").longValueExact()));
            })
        .list();
  }

  private static boolean openOnly(Filter filter) {
    return filter.overdue() || filter.state().equals("open");
  }

  /// Only what is chosen stands in a statement, so that the database can plan for it.
  private String chosen(Filter filter) {
    if (!STATES.contains(filter.state())) {
      throw Problem.invalid("state", "is " + filter.state(), "Give open, settled or all.");
    }
    String state =
        switch (filter.state()) {
          case "open" -> " AND r.open > 0";
          case "settled" -> " AND r.open = 0";
          default -> "";
        };
    return state
        + (filter.overdue() ? " AND r.open > 0 AND r.due < :day" : "")
        + (access.onlyDebtorsOf().isPresent() ? " AND d.owner_id = :seller" : "")
        + (filter.debtor() == null ? "" : " AND d.debtor_id = :debtor")
        + (filter.currency() == null ? "" : " AND r.currency = CAST(:currency AS char(3))")
        + (filter.number() == null ? "" : " AND starts_with(r.number, :number)");
  }

  private StatementSpec bound(StatementSpec statement, Filter filter, LocalDate day) {
    return statement
        .param("day", day)
        .param("seller", access.onlyDebtorsOf().orElse(null))
        .param("debtor", filter.debtor())
        .param("currency", filter.currency())
        .param("number", filter.number());
  }

  /// One, with what lowered it.
  ///
  /// @throws Problem 404 if it is not there or not the caller's to see
  ReceivableView one(UUID id, LocalDate day) {
    ReceivableView view =
        tenancy
            .sql(SHOWN.formatted("") + SEEN + " AND r.receivable_id = :id")
            .param("seller", access.onlyDebtorsOf().orElse(null))
            .param("id", id)
            .query((row, n) -> view(row, day))
            .optional()
            .orElseThrow(() -> Problem.notFound("receivable"));
    Currency currency = view.amount().currency();
    return view.with(
        tenancy
            .sql(ENTRIES)
            .param("id", id)
            .query(
                (row, n) -> {
                  UUID receipt = row.getObject("receipt_id", UUID.class);
                  return new EntryView(
                      TypeId.of("evt", row.getObject("entry_id", UUID.class)),
                      row.getString("kind"),
                      row.getObject("on_day", LocalDate.class),
                      new Money(currency, row.getLong("amount")),
                      receipt == null ? null : TypeId.of("rcp", receipt));
                })
            .list());
  }

  private static ReceivableView view(ResultSet row, LocalDate day) throws SQLException {
    ReceivableTable.Row stored = ReceivableTable.read(row);
    String holder = row.getString("holder");
    return new ReceivableView(
        TypeId.of("inv", stored.id()),
        new DebtorRef(
            TypeId.of("deb", row.getObject("now_id", UUID.class)),
            row.getString("now_number"),
            row.getString("now_name")),
        stored.number(),
        stored.part(),
        stored.order(),
        stored.issued(),
        stored.due(),
        stored.amount(),
        stored.open(),
        AgingBucket.daysLate(stored.due(), day),
        stored.open().isZero() ? "settled" : AgingBucket.of(stored.due(), day).code(),
        stored.disputed(),
        stored.terms(),
        holder == null
            ? null
            : new TitleRef(
                holder, row.getString("purpose"), row.getObject("since", LocalDate.class)),
        null,
        stored.version());
  }

  boolean hasEntry(UUID receivable, UUID entry) {
    return tenancy
            .sql(HAS_ENTRY)
            .param("id", receivable)
            .param("entry", entry)
            .query(Long.class)
            .single()
        == 1;
  }

  /// An order of this debtor.
  ///
  /// @throws Problem 404 if it has none of this id
  UUID order(UUID id, UUID debtor) {
    return tenancy
        .sql(ORDER_OF)
        .param("id", id)
        .param("debtor", debtor)
        .query(UUID.class)
        .optional()
        .orElseThrow(() -> Problem.notFound("order"));
  }

  /// @throws Problem 404 if it was withdrawn at this moment
  String orderNumber(UUID id) {
    return tenancy
        .sql(ORDER_NUMBER)
        .param("id", id)
        .query(String.class)
        .optional()
        .orElseThrow(() -> Problem.notFound("order"));
  }
}
