package dunnage.app.debtors;

import dunnage.app.evidence.EvidenceLog;
import dunnage.app.evidence.EvidenceLog.Statement;
import dunnage.app.platform.Caller;
import dunnage.app.platform.Columns;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What became known of debtors, each with its entry in the evidence log.
@Component
class DebtorFacts {

  record News(String kind, UUID debtor, Map<String, ?> body) {}

  private record Row(UUID id, News news) {}

  private static final String ADD =
      """
      INSERT INTO debtor_fact (org_id, fact_id, debtor_id, kind, body, actor, recorded_at)
      SELECT :org, f.id::uuid, f.debtor::uuid, f.kind, f.body::jsonb, :actor, :now
        FROM unnest(:id::text[], :debtor::text[], :kind::text[], :body::text[])
             AS f (id, debtor, kind, body)
      """;

  private final Tenancy tenancy;
  private final EvidenceLog log;
  private final Clock clock;
  private final JsonMapper json;

  DebtorFacts(Tenancy tenancy, EvidenceLog log, Clock clock, JsonMapper json) {
    this.tenancy = tenancy;
    this.log = log;
    this.clock = clock;
    this.json = json;
  }

  void add(String kind, UUID debtor, Map<String, ?> body) {
    add(List.of(new News(kind, debtor, body)));
  }

  void add(List<News> all) {
    if (all.isEmpty()) {
      return;
    }
    List<UUID> ids =
        log.append(
            all.stream()
                .map(n -> new Statement(n.kind(), TypeId.of("deb", n.debtor()), n.body()))
                .toList());
    List<Row> rows = new ArrayList<>(all.size());
    for (int i = 0; i < ids.size(); i++) {
      rows.add(new Row(ids.get(i), all.get(i)));
    }
    int ignored =
        Columns.of(
                tenancy
                    .sql(ADD)
                    .param("actor", Caller.current().actor())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC)),
                rows)
            .with("id", Row::id)
            .with("debtor", row -> row.news().debtor())
            .with("kind", row -> row.news().kind())
            .with("body", row -> json.writeValueAsString(row.news().body()))
            .update();
  }
}
