package dunnage.app.risk;

import dunnage.app.platform.Tenancy;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people made of the tasks of Today.
@Component
class TaskTable {

  /// The state of a mark.
  static final String DONE = "done";

  static final String SNOOZED = "snoozed";
  static final String DELEGATED = "delegated";

  /// @param step the next step that was advised then
  /// @param until a task again on that day; null: as long as the step is the same
  /// @param person whose it is; null unless delegated
  record Mark(
      String state,
      String step,
      @Nullable LocalDate until,
      @Nullable UUID person,
      String actor,
      OffsetDateTime at) {}

  /// Whether a task `s` is nothing for the reader today, who is `:me`. What was given to somebody
  /// who has left since is everybody's again.
  static final String MARKED =
      """
      EXISTS (SELECT FROM task_mark m
               WHERE m.org_id = :org AND m.debtor_id = s.debtor_id AND m.step = s.next_step
                 AND (m.until_day IS NULL OR m.until_day > :day)
                 AND m.person_id IS DISTINCT FROM CAST(:me AS uuid)
                 AND (m.person_id IS NULL
                      OR EXISTS (SELECT FROM membership p
                                  WHERE p.org_id = :org AND p.person_id = m.person_id
                                    AND p.ended_at IS NULL)))
      """;

  private static final String FIND =
      """
      SELECT state, step, until_day, person_id, actor, marked_at FROM task_mark
       WHERE org_id = :org AND debtor_id = :debtor
      """;

  private static final String PUT =
      """
      INSERT INTO task_mark (org_id, debtor_id, state, step, until_day, person_id, actor, marked_at)
      VALUES (:org, :debtor, :state, :step, :until, :person, :actor, :at)
      ON CONFLICT (org_id, debtor_id) DO UPDATE
         SET state = EXCLUDED.state, step = EXCLUDED.step, until_day = EXCLUDED.until_day,
             person_id = EXCLUDED.person_id, actor = EXCLUDED.actor,
             marked_at = EXCLUDED.marked_at
      """;

  private static final String REMOVE =
      "DELETE FROM task_mark WHERE org_id = :org AND debtor_id = :debtor";

  private final Tenancy tenancy;

  TaskTable(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  Optional<Mark> find(UUID debtor) {
    return tenancy
        .sql(FIND)
        .param("debtor", debtor)
        .query(
            (row, n) ->
                new Mark(
                    row.getString("state"),
                    row.getString("step"),
                    row.getObject("until_day", LocalDate.class),
                    row.getObject("person_id", UUID.class),
                    row.getString("actor"),
                    row.getObject("marked_at", OffsetDateTime.class)))
        .optional();
  }

  /// In place of the one that is there.
  void put(UUID debtor, Mark mark) {
    tenancy
        .sql(PUT)
        .param("debtor", debtor)
        .param("state", mark.state())
        .param("step", mark.step())
        .param("until", mark.until())
        .param("person", mark.person())
        .param("actor", mark.actor())
        .param("at", mark.at())
        .update();
  }

  /// @return whether there was one
  boolean remove(UUID debtor) {
    return tenancy.sql(REMOVE).param("debtor", debtor).update() > 0;
  }
}
