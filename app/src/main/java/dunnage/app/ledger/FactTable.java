package dunnage.app.ledger;

import dunnage.app.evidence.EvidenceLog;
import dunnage.app.evidence.EvidenceLog.Statement;
import dunnage.app.platform.Caller;
import dunnage.app.platform.Columns;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Facts, each written together with its entry in the evidence log: the only way to record one.
@Component
class FactTable {

  private static final String ADD =
      """
      INSERT INTO ledger_fact (org_id, fact_id, kind, about, debtor_id, on_day, corrects, reason,
                               import_id, import_line, body, actor, recorded_at)
      SELECT :org, f.id::uuid, f.kind, f.about::uuid, f.debtor::uuid, f.on_day::date,
             f.corrects::uuid, f.reason, CAST(:import AS uuid), NULLIF(f.line::int, 0),
             f.body::jsonb, :actor, :now
        FROM unnest(:id::text[], :kind::text[], :about::text[], :debtor::text[], :on::text[],
                    :corrects::text[], :reason::text[], :line::text[], :body::text[])
             AS f (id, kind, about, debtor, on_day, corrects, reason, line, body)
      """;

  private record Row(UUID id, NewFact fact) {}

  private final Tenancy tenancy;
  private final EvidenceLog log;
  private final Clock clock;
  private final JsonMapper json;

  FactTable(Tenancy tenancy, EvidenceLog log, Clock clock, JsonMapper json) {
    this.tenancy = tenancy;
    this.log = log;
    this.clock = clock;
    this.json = json;
  }

  UUID add(NewFact fact) {
    return add(List.of(fact), null).getFirst();
  }

  /// Records facts in the open transaction, in the name of the caller.
  ///
  /// @return their ids, in the order given
  List<UUID> add(List<NewFact> facts, @Nullable UUID importId) {
    if (facts.isEmpty()) {
      return List.of();
    }
    List<Statement> statements = new ArrayList<>(facts.size());
    for (NewFact fact : facts) {
      statements.add(new Statement(fact.kind().code(), fact.subject(), said(fact, importId)));
    }
    List<UUID> ids = log.append(statements);
    List<Row> rows = new ArrayList<>(facts.size());
    for (int i = 0; i < ids.size(); i++) {
      rows.add(new Row(ids.get(i), facts.get(i)));
    }
    int ignored =
        Columns.of(
                tenancy
                    .sql(ADD)
                    .param("import", importId)
                    .param("actor", Caller.current().actor())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC)),
                rows)
            .with("id", Row::id)
            .with("kind", row -> row.fact().kind().code())
            .with("about", row -> row.fact().about())
            .with("debtor", row -> row.fact().debtor())
            .with("on", row -> row.fact().on())
            .with("corrects", row -> row.fact().corrects())
            .with("reason", row -> row.fact().reason())
            .with("line", row -> row.fact().line())
            .with("body", row -> json.writeValueAsString(row.fact().body()))
            .update();
    return ids;
  }

  /// What the log keeps: the fact with everything that makes it one.
  private static Map<String, Object> said(NewFact fact, @Nullable UUID importId) {
    Map<String, Object> said = new LinkedHashMap<>(fact.body());
    if (fact.debtor() != null) {
      said.put("debtor", TypeId.of("deb", fact.debtor()));
    }
    if (fact.on() != null) {
      said.put("on", fact.on());
    }
    if (fact.corrects() != null) {
      said.put("corrects", TypeId.of("evt", fact.corrects()));
    }
    if (fact.reason() != null) {
      said.put("reason", fact.reason());
    }
    if (importId != null) {
      said.put("import", TypeId.of("imp", importId));
      said.put("line", fact.line());
    }
    return said;
  }
}
