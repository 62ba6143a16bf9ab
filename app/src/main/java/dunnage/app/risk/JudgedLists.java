package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.kernel.risk.NextStep;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Scores and who they are of, as pages list them.
@Component
class JudgedLists {

  /// @param needYou debtors with a next step for a person
  /// @param overdue debtors with something overdue
  record Counts(long needYou, long overdue, long worse, long debtors) {}

  private static final String COUNTS =
      """
      SELECT count(*) FILTER (WHERE s.next_step = ANY (CAST(:steps AS text[])) AND NOT %s AND NOT %s) AS need_you,
             count(*) FILTER (WHERE jsonb_array_length(s.figures->'overdue_amount') > 0) AS overdue,
             (SELECT count(DISTINCT x.debtor_id) FROM alarm a
                JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = a.debtor_id
                JOIN debtor x ON x.org_id = :org AND x.debtor_id = c.current_id
               WHERE a.org_id = :org AND a.state = 'open' AND a.direction = 'worse'
                 AND (a.snoozed_until IS NULL OR a.snoozed_until <= :day)
                 AND (CAST(:seller AS uuid) IS NULL OR x.owner_id = :seller)) AS worse,
             (SELECT count(*) FROM debtor x WHERE x.org_id = :org AND x.merged_into IS NULL
                 AND (CAST(:seller AS uuid) IS NULL OR x.owner_id = :seller)) AS debtors
        FROM debtor_score s
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = s.debtor_id
       WHERE s.org_id = :org AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
      """
          .formatted(TaskTable.MARKED, DeskRulesTable.EARLY);

  private static final String COUNTRIES =
      """
      SELECT debtor_id, country FROM debtor
       WHERE org_id = :org AND debtor_id = ANY (CAST(:ids AS uuid[]))
      """;

  private final Tenancy tenancy;
  private final Access access;
  private final ScoreLists scores;

  JudgedLists(Tenancy tenancy, Access access, ScoreLists scores) {
    this.tenancy = tenancy;
    this.access = access;
    this.scores = scores;
  }

  static List<String> stepsForYou() {
    return Arrays.stream(NextStep.Action.values())
        .filter(NextStep.Action::needsYou)
        .map(NextStep.Action::code)
        .toList();
  }

  Counts counts(LocalDate day) {
    return tenancy
        .sql(COUNTS)
        .param("me", access.actor().person())
        .param("day", day)
        .param("steps", stepsForYou().toArray(String[]::new))
        .param("seller", access.onlyDebtorsOf().orElse(null))
        .query(
            (row, n) ->
                new Counts(
                    row.getLong("need_you"),
                    row.getLong("overdue"),
                    row.getLong("worse"),
                    row.getLong("debtors")))
        .single();
  }

  /// The worst of those with something to do.
  ///
  /// @param marked those that somebody did, put off or has instead
  List<Judged> forYou(boolean marked, LocalDate day, int most) {
    return shown(scores.tasks(marked, access.actor().person(), day, most, null).data());
  }

  /// Those to do more business with, the best first.
  List<Judged> toGrow(int most) {
    return shown(scores.list(null, null, NextStep.Action.GROW.code(), most, null).data());
  }

  List<Judged> shown(List<ScoreView> views) {
    Map<UUID, String> countries = new HashMap<>();
    String[] ids =
        views.stream()
            .map(view -> TypeId.read("deb", view.debtor().id()).orElseThrow().toString())
            .toArray(String[]::new);
    tenancy
        .sql(COUNTRIES)
        .param("ids", ids)
        .query(
            row -> {
              countries.put(row.getObject("debtor_id", UUID.class), row.getString("country"));
            });
    return views.stream()
        .map(
            view ->
                Judged.of(
                    view,
                    countries.getOrDefault(
                        TypeId.read("deb", view.debtor().id()).orElseThrow(), "")))
        .toList();
  }
}
