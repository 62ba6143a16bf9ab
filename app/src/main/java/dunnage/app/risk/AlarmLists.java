package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Alarms as they are shown.
@Component
class AlarmLists {

  /// @param kind what changed: a signal of the warnings, or `grade`
  /// @param direction `worse` or `better`
  /// @param since the day from which the change shows
  /// @param sureness false alarms like it, in 100 years of a debtor with whom nothing is wrong;
  ///   null where it was not counted
  /// @param state `open`, `acknowledged` or `gone`
  /// @param snoozedUntil put off until that day; null: it is not
  record AlarmView(
      String id,
      ScoreView.Who debtor,
      String kind,
      String direction,
      LocalDate since,
      Instant raisedAt,
      String words,
      @Nullable BigDecimal sureness,
      String state,
      @Nullable String acknowledgedBy,
      @Nullable Instant acknowledgedAt,
      String note,
      @Nullable LocalDate goneOn,
      @Nullable LocalDate snoozedUntil) {

    /// The same with its sentence in other words.
    AlarmView said(UnaryOperator<String> say) {
      return with(say.apply(words), snoozedUntil);
    }

    /// The same on a day: what was put off until then is put off no more.
    AlarmView awake(LocalDate day) {
      return snoozedUntil == null || snoozedUntil.isAfter(day) ? this : with(words, null);
    }

    private AlarmView with(String said, @Nullable LocalDate asleep) {
      return new AlarmView(
          id,
          debtor,
          kind,
          direction,
          since,
          raisedAt,
          said,
          sureness,
          state,
          acknowledgedBy,
          acknowledgedAt,
          note,
          goneOn,
          asleep);
    }
  }

  private static final String SHOWN =
      """
      SELECT a.alarm_id, a.kind, a.direction, a.since, a.raised_at, a.words, a.sureness, a.state,
             a.acknowledged_by, a.acknowledged_at, a.note, a.gone_on, a.snoozed_until,
             d.debtor_id, d.number, d.name
        FROM alarm a
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = a.debtor_id
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
       WHERE a.org_id = :org AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
      """;

  private static final String CHOSEN =
      """
         AND (CAST(:state AS text) IS NULL OR a.state = :state)
         AND (CAST(:direction AS text) IS NULL OR a.direction = :direction)
         AND (CAST(:debtor AS uuid) IS NULL OR d.debtor_id = :debtor)
         AND (CAST(:last AS uuid) IS NULL OR a.alarm_id < :last)
       ORDER BY a.alarm_id DESC LIMIT :limit
      """;

  private final Tenancy tenancy;
  private final Access access;

  AlarmLists(Tenancy tenancy, Access access) {
    this.tenancy = tenancy;
    this.access = access;
  }

  /// What is worse and stands today, the newest first.
  List<AlarmView> worse(LocalDate day, int most) {
    return list("open", "worse", null, Listing.MOST, null).data().stream()
        .filter(alarm -> alarm.snoozedUntil() == null || !alarm.snoozedUntil().isAfter(day))
        .limit(most)
        .toList();
  }

  /// The newest first.
  Listing<AlarmView> list(
      @Nullable String state,
      @Nullable String direction,
      @Nullable UUID debtor,
      @Nullable Integer wanted,
      @Nullable String after) {
    int limit = Listing.limit(wanted);
    List<String> last = Cursor.keys(after, 1);
    List<AlarmView> rows =
        tenancy
            .sql(SHOWN + CHOSEN)
            .param("seller", access.onlyDebtorsOf().orElse(null))
            .param("state", state)
            .param("direction", direction)
            .param("debtor", debtor)
            .param("last", last.isEmpty() ? null : TypeId.parse("alm", last.getFirst()))
            .param("limit", limit + 1)
            .query((row, n) -> view(row))
            .list();
    return Listing.of(rows, limit, row -> Cursor.of(row.id()));
  }

  /// @throws Problem 404 if it is not there or not the caller's to see
  AlarmView one(UUID id) {
    return tenancy
        .sql(SHOWN + " AND a.alarm_id = :id")
        .param("seller", access.onlyDebtorsOf().orElse(null))
        .param("id", id)
        .query((row, n) -> view(row))
        .optional()
        .orElseThrow(() -> Problem.notFound("alarm"));
  }

  private static AlarmView view(ResultSet row) throws SQLException {
    OffsetDateTime acknowledged = row.getObject("acknowledged_at", OffsetDateTime.class);
    return new AlarmView(
        TypeId.of("alm", row.getObject("alarm_id", UUID.class)),
        new ScoreView.Who(
            TypeId.of("deb", row.getObject("debtor_id", UUID.class)),
            row.getString("number"),
            row.getString("name")),
        row.getString("kind"),
        row.getString("direction"),
        row.getObject("since", LocalDate.class),
        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
        row.getString("words"),
        row.getBigDecimal("sureness"),
        row.getString("state"),
        row.getString("acknowledged_by"),
        acknowledged == null ? null : acknowledged.toInstant(),
        row.getString("note"),
        row.getObject("gone_on", LocalDate.class),
        row.getObject("snoozed_until", LocalDate.class));
  }
}
