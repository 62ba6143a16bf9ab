package dunnage.app.risk;

import dunnage.app.platform.Columns;
import dunnage.app.platform.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Scores as they are now and as they were.
@Component
class ScoreTable {

  /// @param noticed see [Scored#noticed]
  record Before(UUID score, String noticed, @Nullable String grade) {}

  /// @param knowsUntil the newest fact that was known
  record Moment(LocalDate asOf, java.time.OffsetDateTime at, @Nullable UUID knowsUntil) {}

  private static final String BEFORE =
      "SELECT debtor_id, score_id, noticed, grade FROM debtor_score WHERE org_id = :org";

  private static final String REMEMBER =
      """
      INSERT INTO score_history (org_id, score_id, debtor_id, as_of, computed_at, knows_until, grade,
                                 points, limit_currency, limit_amount, terms, next_step, trend,
                                 figures)
      SELECT :org, s.id::uuid, s.debtor::uuid, :day, :now, CAST(:until AS uuid), s.grade,
             s.points::int, s.currency, s.amount::bigint, s.terms, s.step, s.trend, s.figures::jsonb
        FROM unnest(:id::text[], :debtor::text[], :grade::text[], :points::text[],
                    :currency::text[], :amount::text[], :terms::text[], :step::text[],
                    :trend::text[], :figures::text[])
             AS s (id, debtor, grade, points, currency, amount, terms, step, trend, figures)
      """;

  /// A row that would stay as it is is not written.
  private static final String KEEP =
      """
      INSERT INTO debtor_score AS d
             (org_id, debtor_id, score_id, place, noticed, computed_at, grade, points,
              limit_currency, limit_amount, terms, next_step, trend, worse, figures)
      SELECT :org, s.debtor::uuid, s.id::uuid, s.place::int, s.noticed, :now, s.grade,
             s.points::int, s.currency, s.amount::bigint, s.terms, s.step, s.trend, s.worse,
             s.figures::jsonb
        FROM unnest(:id::text[], :debtor::text[], :place::text[], :noticed::text[], :grade::text[],
                    :points::text[], :currency::text[], :amount::text[], :terms::text[],
                    :step::text[], :trend::text[], :worse::text[], :figures::text[])
             AS s (id, debtor, place, noticed, grade, points, currency, amount, terms, step, trend,
                   worse, figures)
      ON CONFLICT (org_id, debtor_id) DO UPDATE
         SET score_id = excluded.score_id, place = excluded.place, noticed = excluded.noticed,
             computed_at = excluded.computed_at, grade = excluded.grade, points = excluded.points,
             limit_currency = excluded.limit_currency, limit_amount = excluded.limit_amount,
             terms = excluded.terms, next_step = excluded.next_step, trend = excluded.trend,
             worse = excluded.worse, figures = excluded.figures
       WHERE (d.score_id, d.place, d.figures)
             IS DISTINCT FROM (excluded.score_id, excluded.place, excluded.figures)
      """;

  private static final String FORGET =
      """
      DELETE FROM debtor_score d
       WHERE d.org_id = :org AND NOT d.debtor_id = ANY (CAST(:kept AS uuid[]))
      """;

  private static final int BATCH = 1_000;

  private final Tenancy tenancy;

  ScoreTable(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  /// Each debtor's score as it was left.
  Map<UUID, Before> before() {
    Map<UUID, Before> all = new HashMap<>();
    tenancy
        .sql(BEFORE)
        .query(
            row -> {
              all.put(row.getObject("debtor_id", UUID.class), before(row));
            });
    return all;
  }

  private static Before before(ResultSet row) throws SQLException {
    return new Before(
        row.getObject("score_id", UUID.class), row.getString("noticed"), row.getString("grade"));
  }

  /// @param ids of the entries that say so, one for each
  void remember(List<Scored> changed, Map<UUID, UUID> ids, Moment moment) {
    for (List<Scored> some : batches(changed)) {
      int ignored =
          common(
                  Columns.of(
                      tenancy
                          .sql(REMEMBER)
                          .param("day", moment.asOf())
                          .param("now", moment.at())
                          .param("until", moment.knowsUntil()),
                      some),
                  ids)
              .update();
    }
  }

  /// What counts now; debtors that are not among them have no score any more.
  ///
  /// @param ids of the entry since which each has been so
  void keep(List<Scored> all, Map<UUID, UUID> ids, Moment moment) {
    for (List<Scored> some : batches(all)) {
      int ignored =
          common(Columns.of(tenancy.sql(KEEP).param("now", moment.at()), some), ids)
              .with("place", Scored::place)
              .with("noticed", Scored::noticed)
              .with("worse", Scored::worse)
              .update();
    }
    int gone =
        tenancy
            .sql(FORGET)
            .param("kept", all.stream().map(s -> s.debtor().toString()).toArray(String[]::new))
            .update();
  }

  private static Columns<Scored> common(Columns<Scored> columns, Map<UUID, UUID> ids) {
    return columns
        .with("id", scored -> ids.get(scored.debtor()))
        .with("debtor", Scored::debtor)
        .with("grade", Scored::grade)
        .with("points", scored -> scored.line().score())
        .with("currency", Scored::limitCurrency)
        .with("amount", Scored::limitMinor)
        .with("terms", scored -> scored.line().terms().code())
        .with("step", scored -> scored.line().nextStep().action().code())
        .with("trend", scored -> scored.line().warning().trend().code())
        .with("figures", Scored::figures);
  }

  private static <T> List<List<T>> batches(List<T> all) {
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BATCH) {
      batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
    }
    return batches;
  }
}
