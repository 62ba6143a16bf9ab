package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Scores as they are shown: now, worst first, and as they were.
@Component
class ScoreLists {

  /// Scores of now, with more columns in the place of `%s`.
  static final String NOW_AND =
      """
      SELECT s.score_id, s.debtor_id, s.place, k.assessed_on AS as_of, k.assessed_at AS computed_at,
             k.knows_until, s.figures, d.number, d.name,
             EXISTS (SELECT 1 FROM risk_stale m
                      WHERE m.org_id = :org AND m.debtor_id = s.debtor_id) AS pending%s
        FROM debtor_score s
        JOIN risk_desk k ON k.org_id = :org
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = s.debtor_id
       WHERE s.org_id = :org AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
      """;

  private static final String NOW = NOW_AND.formatted("");

  private static final String CHOSEN =
      """
         AND (CAST(:grade AS text) IS NULL OR COALESCE(s.grade, 'none') = :grade)
         AND (CAST(:trend AS text) IS NULL OR s.trend = :trend)
         AND (CAST(:step AS text) IS NULL OR s.next_step = :step)
      """;

  private static final String AFTER =
      """
         AND (CAST(:place AS int) IS NULL
              OR (s.place, s.debtor_id) > (CAST(:place AS int), CAST(:last AS uuid)))
       ORDER BY s.place, s.debtor_id LIMIT :limit
      """;

  private static final String THEN =
      """
      SELECT s.score_id, s.debtor_id, 0 AS place, s.as_of, s.computed_at, s.knows_until, s.figures,
             d.number, d.name, NULL::boolean AS pending
        FROM score_history s
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = s.debtor_id
       WHERE s.org_id = :org AND s.debtor_id = :debtor
         AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
      """;

  private final Tenancy tenancy;
  private final Access access;
  private final JsonMapper json;

  ScoreLists(Tenancy tenancy, Access access, JsonMapper json) {
    this.tenancy = tenancy;
    this.access = access;
    this.json = json;
  }

  /// The score of now; empty while there is none.
  Optional<ScoreView> now(UUID debtor) {
    return tenancy
        .sql(NOW + " AND s.debtor_id = :debtor")
        .param("seller", access.onlyDebtorsOf().orElse(null))
        .param("debtor", debtor)
        .query((row, n) -> row(row).view())
        .optional();
  }

  /// What was said at the end of a day.
  Optional<ScoreView> then(UUID debtor, LocalDate day) {
    return tenancy
        .sql(THEN + " AND s.as_of <= :day ORDER BY s.as_of DESC, s.score_id DESC LIMIT 1")
        .param("seller", access.onlyDebtorsOf().orElse(null))
        .param("debtor", debtor)
        .param("day", day)
        .query((row, n) -> row(row).view())
        .optional();
  }

  /// The newest first.
  Listing<ScoreView> history(UUID debtor, @Nullable Integer wanted, @Nullable String after) {
    int limit = Listing.limit(wanted);
    List<String> last = Cursor.keys(after, 1);
    List<ScoreView> rows =
        tenancy
            .sql(
                THEN
                    + " AND (CAST(:last AS uuid) IS NULL OR s.score_id < :last)"
                    + " ORDER BY s.score_id DESC LIMIT :limit")
            .param("seller", access.onlyDebtorsOf().orElse(null))
            .param("debtor", debtor)
            .param("last", last.isEmpty() ? null : TypeId.parse("evt", last.getFirst()))
            .param("limit", limit + 1)
            .query((row, n) -> row(row).view())
            .list();
    return Listing.of(rows, limit, view -> Cursor.of(view.id()));
  }

  /// The worst first.
  ///
  /// @param grade `A` to `E`, or `none`
  Listing<ScoreView> list(
      @Nullable String grade,
      @Nullable String trend,
      @Nullable String step,
      @Nullable Integer wanted,
      @Nullable String after) {
    int limit = Listing.limit(wanted);
    List<String> last = Cursor.keys(after, 2);
    List<ScoreView.Row> rows =
        tenancy
            .sql(NOW + CHOSEN + AFTER)
            .param("seller", access.onlyDebtorsOf().orElse(null))
            .param("grade", grade)
            .param("trend", trend)
            .param("step", step)
            .param("place", last.isEmpty() ? null : place(last.getFirst()))
            .param("last", last.isEmpty() ? null : TypeId.parse("deb", last.getLast()))
            .param("limit", limit + 1)
            .query((row, n) -> row(row))
            .list();
    return views(rows, limit);
  }

  /// Debtors whose next step is for a person, the worst first.
  ///
  /// @param marked those that somebody did, put off or has; else those that stand for `me` today
  Listing<ScoreView> tasks(
      boolean marked, UUID me, LocalDate day, @Nullable Integer wanted, @Nullable String after) {
    int limit = Listing.limit(wanted);
    List<String> last = Cursor.keys(after, 2);
    List<ScoreView.Row> rows =
        tenancy
            .sql(
                NOW
                    + " AND s.next_step = ANY (CAST(:steps AS text[])) AND "
                    + (marked ? "" : "NOT ")
                    + TaskTable.MARKED
                    + (marked ? "" : " AND NOT " + DeskRulesTable.EARLY)
                    + AFTER)
            .param("seller", access.onlyDebtorsOf().orElse(null))
            .param("steps", JudgedLists.stepsForYou().toArray(String[]::new))
            .param("me", me)
            .param("day", day)
            .param("place", last.isEmpty() ? null : place(last.getFirst()))
            .param("last", last.isEmpty() ? null : TypeId.parse("deb", last.getLast()))
            .param("limit", limit + 1)
            .query((row, n) -> row(row))
            .list();
    return views(rows, limit);
  }

  private static Listing<ScoreView> views(List<ScoreView.Row> rows, int limit) {
    Listing<ScoreView.Row> page =
        Listing.of(rows, limit, row -> Cursor.of(row.place(), TypeId.of("deb", row.debtor())));
    return new Listing<>(
        page.data().stream().map(ScoreView.Row::view).toList(), page.hasMore(), page.next());
  }

  private static int place(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException forged) {
      throw Problem.invalid("after", "after is no place in this list", "Give the next of before.");
    }
  }

  @SuppressWarnings("unchecked")
  ScoreView.Row row(ResultSet row) throws SQLException {
    UUID score = row.getObject("score_id", UUID.class);
    UUID debtor = row.getObject("debtor_id", UUID.class);
    UUID until = row.getObject("knows_until", UUID.class);
    boolean pending = row.getBoolean("pending");
    Boolean now = row.wasNull() ? null : pending;
    Map<String, @Nullable Object> figures =
        json.readValue(row.getString("figures"), LinkedHashMap.class);
    return new ScoreView.Row(
        score,
        debtor,
        row.getInt("place"),
        new ScoreView(
            TypeId.of("evt", score),
            new ScoreView.Who(
                TypeId.of("deb", debtor), row.getString("number"), row.getString("name")),
            row.getObject("as_of", LocalDate.class),
            row.getObject("computed_at", OffsetDateTime.class).toInstant(),
            until == null ? null : TypeId.of("evt", until),
            now,
            figures));
  }
}
