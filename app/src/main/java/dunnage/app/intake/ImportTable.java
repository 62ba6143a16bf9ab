package dunnage.app.intake;

import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Imports, each with what became of it.
@Component
class ImportTable {

  /// @param linesDone while it is being read or committed
  record Row(
      UUID id,
      UUID file,
      UUID person,
      String name,
      long size,
      String sha256,
      String state,
      @Nullable String kind,
      ImportOptions options,
      @Nullable JsonNode recognised,
      @Nullable JsonNode receipt,
      @Nullable String errorCode,
      @Nullable String error,
      int resumed,
      boolean commits,
      Instant receivedAt,
      long linesDone) {}

  private static final String ADD =
      """
      INSERT INTO import (org_id, import_id, file_id, by_person, state, options, commits,
                          received_at, worked_at)
      VALUES (:org, :id, :file, :person, 'received', CAST(:options AS jsonb), :commits, :now, :now)
      """;

  private static final String SHOWN =
      """
      SELECT i.import_id, i.file_id, i.by_person, f.name, f.size, f.sha256, i.state, i.kind,
             i.options, i.recognised, i.receipt, i.error_code, i.error, i.resumed, i.commits,
             i.received_at, COALESCE(p.lines, 0) AS lines
        FROM import i
        JOIN import_file f ON f.org_id = :org AND f.file_id = i.file_id
        LEFT JOIN import_progress p ON p.org_id = :org AND p.import_id = i.import_id
       WHERE i.org_id = :org
      """;

  private static final String MOVE =
      """
      UPDATE import SET state = :to, worked_at = :now, commits = :commits
       WHERE org_id = :org AND import_id = :id AND state = ANY (CAST(:from AS text[]))
      """;

  private static final String DONE =
      """
      UPDATE import
         SET state = :state, kind = :kind, recognised = CAST(:recognised AS jsonb),
             receipt = CAST(:receipt AS jsonb), error_code = NULL, error = NULL
       WHERE org_id = :org AND import_id = :id AND state = :from
      """;

  private static final String FAILED =
      """
      UPDATE import SET state = 'failed', error_code = :code, error = :error
       WHERE org_id = :org AND import_id = :id AND state IN ('received', 'committing')
      """;

  private static final String OPTIONS =
      """
      UPDATE import SET state = 'received', options = CAST(:options AS jsonb), worked_at = :now
       WHERE org_id = :org AND import_id = :id AND state IN ('previewed', 'failed')
      """;

  private static final String LEFT_BEHIND =
      """
      UPDATE import SET resumed = resumed + 1, worked_at = :now
       WHERE org_id = :org AND state IN ('received', 'committing') AND worked_at < :before
      RETURNING import_id, by_person
      """;

  private static final String PROGRESS =
      """
      INSERT INTO import_progress (org_id, import_id, lines) VALUES (:org, :id, :lines)
      ON CONFLICT (org_id, import_id) DO UPDATE SET lines = excluded.lines
      """;

  private static final String STILL =
      "UPDATE import SET worked_at = :now WHERE org_id = :org AND import_id = :id";

  private final Tenancy tenancy;
  private final Clock clock;
  private final JsonMapper json;

  ImportTable(Tenancy tenancy, Clock clock, JsonMapper json) {
    this.tenancy = tenancy;
    this.clock = clock;
    this.json = json;
  }

  void add(UUID id, UUID file, UUID person, ImportOptions options, boolean commits) {
    tenancy
        .sql(ADD)
        .param("id", id)
        .param("file", file)
        .param("person", person)
        .param("options", json.writeValueAsString(options))
        .param("commits", commits)
        .param("now", now())
        .update();
  }

  Optional<Row> find(UUID id) {
    return tenancy
        .sql(SHOWN + " AND i.import_id = :id")
        .param("id", id)
        .query((row, n) -> read(row))
        .optional();
  }

  /// The newest first.
  List<Row> list(@Nullable UUID before, int limit) {
    return tenancy
        .sql(
            SHOWN
                + " AND (CAST(:before AS uuid) IS NULL OR i.import_id < :before)"
                + " ORDER BY i.import_id DESC LIMIT :limit")
        .param("before", before)
        .param("limit", limit)
        .query((row, n) -> read(row))
        .list();
  }

  /// Moves it on, if it is where it should be: of two at once, one does.
  boolean move(UUID id, List<String> from, String to, boolean commits) {
    return tenancy
            .sql(MOVE)
            .param("id", id)
            .param("from", from.toArray(String[]::new))
            .param("to", to)
            .param("commits", commits)
            .param("now", now())
            .update()
        == 1;
  }

  boolean done(
      UUID id,
      String from,
      String state,
      String kind,
      Object recognised,
      @Nullable ImportReceipt receipt) {
    return tenancy
            .sql(DONE)
            .param("id", id)
            .param("from", from)
            .param("state", state)
            .param("kind", kind)
            .param("recognised", storable(recognised))
            .param("receipt", receipt == null ? null : storable(receipt))
            .update()
        == 1;
  }

  /// PostgreSQL keeps no NUL; the bytes as they came are kept anyway.
  private String storable(Object value) {
    return json.writeValueAsString(value).replace("\\u0000", "\\ufffd");
  }

  void failed(UUID id, String code, String error) {
    tenancy.sql(FAILED).param("id", id).param("code", code).param("error", error).update();
  }

  boolean options(UUID id, ImportOptions options) {
    return tenancy
            .sql(OPTIONS)
            .param("id", id)
            .param("options", json.writeValueAsString(options))
            .param("now", now())
            .update()
        == 1;
  }

  /// @param person who asked for it
  record LeftBehind(UUID id, UUID person) {}

  /// Imports that a server has begun and not ended, as after a crash; each is given once.
  List<LeftBehind> leftBehind(Duration silence) {
    return tenancy
        .sql(LEFT_BEHIND)
        .param("now", now())
        .param("before", now().minus(silence))
        .query(
            (row, n) ->
                new LeftBehind(
                    row.getObject("import_id", UUID.class), row.getObject("by_person", UUID.class)))
        .list();
  }

  /// Seen at once by others: in a transaction of its own.
  void progress(UUID id, long lines) {
    tenancy.sql(PROGRESS).param("id", id).param("lines", lines).update();
  }

  /// Says that its server is alive.
  void still(UUID id) {
    tenancy.sql(STILL).param("id", id).param("now", now()).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("import_id", UUID.class),
        row.getObject("file_id", UUID.class),
        row.getObject("by_person", UUID.class),
        row.getString("name"),
        row.getLong("size"),
        HexFormat.of().formatHex(row.getBytes("sha256")),
        row.getString("state"),
        row.getString("kind"),
        json.readValue(row.getString("options"), ImportOptions.class),
        tree(row.getString("recognised")),
        tree(row.getString("receipt")),
        row.getString("error_code"),
        row.getString("error"),
        row.getInt("resumed"),
        row.getBoolean("commits"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getLong("lines"));
  }

  private @Nullable JsonNode tree(@Nullable String text) {
    return text == null ? null : json.readTree(text);
  }

  static String id(UUID id) {
    return TypeId.of("imp", id);
  }
}
