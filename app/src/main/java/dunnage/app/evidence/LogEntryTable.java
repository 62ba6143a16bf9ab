package dunnage.app.evidence;

import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import dunnage.kernel.evidence.MerkleTree;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Entries as they are written, once: exact bytes, and that they wait for a place.
@Component
class LogEntryTable {

  private static final int BATCH = 2_000;

  private static final String ADD =
      """
      INSERT INTO evidence_entry (org_id, entry_id, kind, subject, bytes, leaf_hash, recorded_at)
      SELECT :org, e.id::uuid, e.kind, e.subject, e.bytes, e.leaf, :now
        FROM unnest(:ids::text[], :kinds::text[], :subjects::text[], :bytes::bytea[],
                    :leaves::bytea[]) AS e (id, kind, subject, bytes, leaf)
      """;

  private static final String AWAIT_PLACE =
      """
      INSERT INTO evidence_pending (org_id, entry_id, leaf_hash)
      SELECT :org, e.id::uuid, e.leaf FROM unnest(:ids::text[], :leaves::bytea[]) AS e (id, leaf)
      """;

  private final Tenancy tenancy;
  private final Uuid7 ids;
  private final Clock clock;
  private final JsonMapper json;

  LogEntryTable(Tenancy tenancy, Uuid7 ids, Clock clock, JsonMapper json) {
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
    this.json = json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  }

  /// @return their ids, in the order given
  List<UUID> add(List<EvidenceLog.Statement> statements, String actor) {
    Instant now = clock.instant();
    List<UUID> made = statements.stream().map(statement -> ids.next()).toList();
    for (int from = 0; from < made.size(); from += BATCH) {
      int to = Math.min(made.size(), from + BATCH);
      write(statements.subList(from, to), made.subList(from, to), actor, now);
    }
    return made;
  }

  private void write(
      List<EvidenceLog.Statement> statements, List<UUID> made, String actor, Instant now) {
    int count = made.size();
    String[] idTexts = new String[count];
    String[] kinds = new String[count];
    String[] subjects = new String[count];
    byte[][] bytes = new byte[count][];
    byte[][] leaves = new byte[count][];
    for (int i = 0; i < count; i++) {
      EvidenceLog.Statement statement = statements.get(i);
      idTexts[i] = made.get(i).toString();
      kinds[i] = statement.kind();
      subjects[i] = statement.subject();
      bytes[i] = bytes(made.get(i), statement, actor, now);
      leaves[i] = MerkleTree.leaf(bytes[i]).bytes();
    }
    tenancy
        .sql(ADD)
        .param("ids", idTexts)
        .param("kinds", kinds)
        .param("subjects", subjects)
        .param("bytes", bytes)
        .param("leaves", leaves)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    tenancy.sql(AWAIT_PLACE).param("ids", idTexts).param("leaves", leaves).update();
  }

  /// The bytes that are hashed and kept: JSON with its names in order, so that they are the same
  /// whoever writes them.
  private byte[] bytes(UUID id, EvidenceLog.Statement statement, String actor, Instant now) {
    Map<String, Object> whole = new TreeMap<>();
    whole.put("actor", actor);
    whole.put("at", now.toString());
    whole.put("body", statement.body());
    whole.put("id", TypeId.of("evt", id));
    whole.put("kind", statement.kind());
    whole.put("org", TypeId.of("org", tenancy.organisation()));
    whole.put("subject", statement.subject());
    whole.put("v", 1);
    return json.writeValueAsBytes(whole);
  }
}
