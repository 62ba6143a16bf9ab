package dunnage.app.risk;

import dunnage.app.platform.Columns;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.Uuid7;
import dunnage.app.risk.Episode.Key;
import dunnage.app.risk.ScoreTable.Before;
import dunnage.app.risk.ScoreTable.Moment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Alarms: one for each episode.
@Component
class AlarmTable {

  /// The last alarm of its kind.
  private record Last(
      UUID id, String state, boolean acknowledged, @Nullable LocalDate goneOn, String from) {
    boolean gone() {
      return state.equals("gone");
    }
  }

  private static final String LAST =
      """
      SELECT DISTINCT ON (a.debtor_id, a.kind, a.direction)
             a.debtor_id, a.kind, a.direction, a.alarm_id, a.state,
             a.acknowledged_at IS NOT NULL AS acknowledged, a.gone_on, a.before
        FROM alarm a WHERE a.org_id = :org
       ORDER BY a.debtor_id, a.kind, a.direction, a.alarm_id DESC
      """;

  private static final String RAISE =
      """
      INSERT INTO alarm (org_id, alarm_id, debtor_id, kind, direction, since, raised_on, raised_at,
                         words, sureness, before, state, note, version)
      SELECT :org, a.id::uuid, a.debtor::uuid, a.kind, a.direction, a.since::date, :day, :now,
             a.words, a.sureness::numeric, a.before, 'open', '', 1
        FROM unnest(:id::text[], :debtor::text[], :kind::text[], :direction::text[],
                    :since::text[], :words::text[], :sureness::text[], :before::text[])
             AS a (id, debtor, kind, direction, since, words, sureness, before)
      """;

  private static final String END =
      """
      UPDATE alarm SET state = 'gone', gone_on = :day, version = version + 1
       WHERE org_id = :org AND alarm_id = ANY (CAST(:ids AS uuid[]))
      """;

  private static final String GO_ON =
      """
      UPDATE alarm
         SET state = CASE WHEN acknowledged_at IS NULL THEN 'open' ELSE 'acknowledged' END,
             gone_on = NULL, version = version + 1
       WHERE org_id = :org AND alarm_id = ANY (CAST(:ids AS uuid[]))
      """;

  private static final String ACKNOWLEDGE =
      """
      UPDATE alarm
         SET state = CASE WHEN state = 'open' THEN 'acknowledged' ELSE state END,
             acknowledged_by = :by, acknowledged_at = :now, note = :note, version = version + 1
       WHERE org_id = :org AND alarm_id = :id AND acknowledged_at IS NULL
      """;

  private static final String SNOOZE =
      """
      UPDATE alarm SET snoozed_until = :until, version = version + 1
       WHERE org_id = :org AND alarm_id = :id AND state = 'open'
      """;

  private final Tenancy tenancy;
  private final Uuid7 ids;

  AlarmTable(Tenancy tenancy, Uuid7 ids) {
    this.tenancy = tenancy;
    this.ids = ids;
  }

  /// Raises what is new and ends what is over. What comes back before it was gone a day is the same
  /// episode, and goes on.
  void raise(List<Scored> all, Map<UUID, Before> before, Moment moment) {
    Map<Key, Last> last = last();
    Map<Key, Episode> now = new LinkedHashMap<>();
    Map<UUID, String> grades = new HashMap<>();
    for (Scored scored : all) {
      now.putAll(Episode.of(scored, before.get(scored.debtor()), moment.asOf()));
      String grade = scored.grade();
      if (grade != null) {
        grades.put(scored.debtor(), grade);
      }
    }
    List<Episode> raised = new ArrayList<>();
    List<UUID> goOn = new ArrayList<>();
    for (Episode episode : now.values()) {
      Last known = last.get(episode.key());
      LocalDate gone = known == null ? null : known.goneOn();
      if (known == null || gone != null && episode.since().isAfter(gone)) {
        raised.add(episode);
      } else if (known.gone()) {
        goOn.add(known.id());
      }
    }
    List<UUID> over = new ArrayList<>();
    last.forEach(
        (key, known) -> {
          boolean lasts = now.containsKey(key) || lasts(key, known, grades.get(key.debtor()));
          if (!known.gone() && !lasts) {
            over.add(known.id());
          }
        });
    write(raised, moment);
    update(END, over, moment.asOf());
    update(GO_ON, goOn, moment.asOf());
  }

  /// A fall or rise of the grade lasts until the grade is back where it was.
  private static boolean lasts(Key key, Last known, @Nullable String grade) {
    if (!key.kind().equals(Episode.GRADE) || grade == null) {
      return false;
    }
    int change = grade.compareTo(known.from());
    return key.direction().equals("worse") ? change > 0 : change < 0;
  }

  private Map<Key, Last> last() {
    Map<Key, Last> all = new LinkedHashMap<>();
    tenancy
        .sql(LAST)
        .query(
            row -> {
              all.put(
                  new Key(
                      row.getObject("debtor_id", UUID.class),
                      row.getString("kind"),
                      row.getString("direction")),
                  new Last(
                      row.getObject("alarm_id", UUID.class),
                      row.getString("state"),
                      row.getBoolean("acknowledged"),
                      row.getObject("gone_on", LocalDate.class),
                      row.getString("before")));
            });
    return all;
  }

  private void write(List<Episode> raised, Moment moment) {
    int ignored =
        Columns.of(tenancy.sql(RAISE).param("day", moment.asOf()).param("now", moment.at()), raised)
            .with("id", episode -> ids.next())
            .with("debtor", episode -> episode.key().debtor())
            .with("kind", episode -> episode.key().kind())
            .with("direction", episode -> episode.key().direction())
            .with("since", Episode::since)
            .with("words", Episode::words)
            .with("sureness", Episode::sureness)
            .with("before", Episode::from)
            .update();
  }

  private void update(String statement, List<UUID> alarms, LocalDate day) {
    if (!alarms.isEmpty()) {
      var update = tenancy.sql(statement).param("ids", DeskTable.texts(alarms));
      (statement.equals(END) ? update.param("day", day) : update).update();
    }
  }

  /// @param until null: it is put off no more
  /// @return false if it is not open
  boolean snooze(UUID id, @Nullable LocalDate until) {
    return tenancy.sql(SNOOZE).param("id", id).param("until", until).update() == 1;
  }

  /// @return false if it was acknowledged before
  boolean acknowledge(UUID id, String by, String note, java.time.OffsetDateTime now) {
    return tenancy
            .sql(ACKNOWLEDGE)
            .param("id", id)
            .param("by", by)
            .param("note", note)
            .param("now", now)
            .update()
        == 1;
  }
}
