package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.ledger.EventView.ReceivableRef;
import dunnage.app.ledger.ReceivableView.DebtorRef;
import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What happened around the money as it is shown, the latest day first.
@Component
class EventLists {

  /// @param debtor who that is now
  /// @param state of disputes: `open`, `closed` or `all`
  record Filter(@Nullable UUID debtor, @Nullable String kind, String state) {}

  static final Set<String> STATES = Set.of("open", "closed", "all");

  private static final String ANY = "(CAST(:kind AS text) IS NULL OR e.event = :kind)";

  /// In the words of their index.
  private static final String DISPUTES = "e.event = 'dispute_opened' AND e.event = :kind";

  /// A dispute that a file tells of ends by the day of a line that says so. A message waits for any
  /// word of the debtor.
  private static String shown(String kind) {
    return """
      SELECT * FROM (
      SELECT %s, d.debtor_id AS now_id, d.number AS now_number, d.name AS now_name, d.owner_id,
             r.number AS receivable_number, r.part AS receivable_part,
             CASE WHEN e.event = 'dispute_opened' THEN COALESCE(e.closed_on, (
               SELECT min(x.on_day) FROM debtor_current m
                 JOIN debtor_event x ON x.org_id = :org AND x.debtor_id = m.debtor_id
                  AND x.event = 'dispute_closed' AND x.on_day >= e.on_day
                WHERE m.org_id = :org AND m.current_id = c.current_id
                  AND e.receivable_id IS NULL)) END AS ended,
             CASE WHEN e.event IN ('message_sent', 'call_unanswered', 'final_demand') THEN EXISTS (
               SELECT FROM debtor_current m
                 JOIN debtor_event x ON x.org_id = :org AND x.debtor_id = m.debtor_id
                  AND x.event IN ('reply', 'promise', 'call') AND x.on_day >= e.on_day
                WHERE m.org_id = :org AND m.current_id = c.current_id) END AS answered
        FROM debtor_event e
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = e.debtor_id
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
        LEFT JOIN receivable r ON r.org_id = :org AND r.receivable_id = e.receivable_id
       WHERE e.org_id = :org
         AND %s
         AND (CAST(:id AS uuid) IS NULL OR e.event_id = :id)
         AND (CAST(:debtor AS uuid) IS NULL OR d.debtor_id = :debtor)
         AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
         AND (CAST(:last AS uuid) IS NULL
              OR (e.on_day, e.event_id) < (CAST(:on AS date), CAST(:last AS uuid)))
      ) shown
      WHERE :state = 'all' OR (:state = 'open') = (ended IS NULL)
      ORDER BY on_day DESC, event_id DESC LIMIT :limit
      """
        .formatted(EventTable.COLUMNS, kind);
  }

  private final Tenancy tenancy;
  private final Access access;

  EventLists(Tenancy tenancy, Access access) {
    this.tenancy = tenancy;
    this.access = access;
  }

  Listing<EventView> list(Filter filter, @Nullable Integer wanted, @Nullable String after) {
    int limit = Listing.limit(wanted);
    List<String> last = Cursor.keys(after, 2);
    return Listing.of(
        rows(
            filter,
            null,
            last.isEmpty() ? null : Input.cursorDay(last.getFirst()),
            last.isEmpty() ? null : TypeId.parse("evn", last.getLast()),
            limit + 1),
        limit,
        row -> Cursor.of(row.on(), row.id()));
  }

  /// @throws Problem 404 if it is not there or not the caller's to see
  EventView one(UUID id) {
    return rows(new Filter(null, null, "all"), id, null, null, 1).stream()
        .findFirst()
        .orElseThrow(() -> Problem.notFound("event"));
  }

  private List<EventView> rows(
      Filter filter, @Nullable UUID id, @Nullable LocalDate on, @Nullable UUID last, int limit) {
    return tenancy
        .sql(shown(Events.DISPUTE.equals(filter.kind()) ? DISPUTES : ANY))
        .param("seller", access.onlyDebtorsOf().orElse(null))
        .param("debtor", filter.debtor())
        .param("kind", filter.kind())
        .param("state", filter.state())
        .param("id", id)
        .param("on", on)
        .param("last", last)
        .param("limit", limit)
        .query((row, n) -> view(row))
        .list();
  }

  private static EventView view(ResultSet row) throws SQLException {
    EventTable.Row stored = EventTable.read(row);
    UUID receivable = stored.receivable();
    return new EventView(
        TypeId.of("evn", stored.id()),
        new DebtorRef(
            TypeId.of("deb", row.getObject("now_id", UUID.class)),
            row.getString("now_number"),
            row.getString("now_name")),
        receivable == null
            ? null
            : new ReceivableRef(
                TypeId.of("inv", receivable),
                row.getString("receivable_number"),
                row.getString("receivable_part")),
        stored.event(),
        stored.on(),
        stored.words(),
        stored.code(),
        stored.amount(),
        stored.until(),
        row.getObject("answered", Boolean.class),
        row.getObject("ended", LocalDate.class),
        stored.outcome(),
        stored.version());
  }
}
