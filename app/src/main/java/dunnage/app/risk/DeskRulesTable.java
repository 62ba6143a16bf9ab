package dunnage.app.risk;

import dunnage.app.platform.Tenancy;
import org.springframework.stereotype.Component;

/// What an organisation decided about its desk.
@Component
class DeskRulesTable {

  /// @param remindAfterDays days late before a reminder is a task
  /// @param mail whether a letter may be opened in a mail program
  /// @param version 0 while nobody decided anything
  record Rules(int remindAfterDays, boolean mail, int version) {}

  private static final Rules AS_IT_COMES = new Rules(0, true, 0);

  /// Whether a task `s` is a reminder that is not due by the rules.
  static final String EARLY =
      """
      (s.next_step = 'remind' AND COALESCE((s.figures->>'oldest_days_late')::int, 0)
         < COALESCE((SELECT k.remind_after FROM desk_rules k WHERE k.org_id = :org), 0))
      """;

  private static final String FIND =
      "SELECT remind_after, mail, version FROM desk_rules WHERE org_id = :org";

  private static final String FIRST =
      """
      INSERT INTO desk_rules (org_id, remind_after, mail, version)
      VALUES (:org, :days, :mail, 1) ON CONFLICT DO NOTHING
      """;

  private static final String NEXT =
      """
      UPDATE desk_rules SET remind_after = :days, mail = :mail, version = version + 1
       WHERE org_id = :org AND version = :version
      """;

  private final Tenancy tenancy;

  DeskRulesTable(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  Rules find() {
    return tenancy
        .sql(FIND)
        .query(
            (row, n) ->
                new Rules(
                    row.getInt("remind_after"), row.getBoolean("mail"), row.getInt("version")))
        .optional()
        .orElse(AS_IT_COMES);
  }

  /// @param rules with the version they are made from
  /// @return false if someone else was faster
  boolean set(Rules rules) {
    boolean first = rules.version() == 0;
    var row =
        tenancy
            .sql(first ? FIRST : NEXT)
            .param("days", rules.remindAfterDays())
            .param("mail", rules.mail());
    return (first ? row : row.param("version", rules.version())).update() == 1;
  }
}
