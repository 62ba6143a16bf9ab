package dunnage.app.ledger;

import dunnage.app.platform.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Papers, with their bytes.
@Component
class DocumentTable {

  /// @param sha256 of its bytes
  record Row(
      UUID id,
      UUID debtor,
      @Nullable UUID receivable,
      String name,
      String mediaType,
      String words,
      long size,
      byte[] sha256,
      boolean withdrawn,
      OffsetDateTime at) {}

  private static final String ADD =
      """
      INSERT INTO document (org_id, document_id, debtor_id, receivable_id, name, media_type, words,
                            size, sha256, bytes, recorded_at)
      VALUES (:org, :id, :debtor, :receivable, :name, :type, :words, :size, :hash, :bytes, :at)
      """;

  private static final String SHOWN =
      """
      SELECT x.document_id, x.debtor_id, x.receivable_id, x.name, x.media_type, x.words, x.size,
             x.sha256, x.withdrawn, x.recorded_at
        FROM document x
      """;

  private static final String ONE = SHOWN + " WHERE x.org_id = :org AND x.document_id = :id";

  private static final String OF =
      SHOWN
          + """
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = x.debtor_id
       WHERE x.org_id = :org AND c.current_id = :debtor AND NOT x.withdrawn
         AND (CAST(:last AS uuid) IS NULL OR x.document_id < :last)
       ORDER BY x.document_id DESC LIMIT :limit
      """;

  private static final String BYTES =
      "SELECT bytes FROM document WHERE org_id = :org AND document_id = :id";

  private static final String WITHDRAW =
      """
      UPDATE document SET withdrawn = true, receivable_id = NULL
       WHERE org_id = :org AND document_id = :id AND NOT withdrawn
      """;

  private final Tenancy tenancy;

  DocumentTable(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  void add(Row row, byte[] bytes) {
    tenancy
        .sql(ADD)
        .param("id", row.id())
        .param("debtor", row.debtor())
        .param("receivable", row.receivable())
        .param("name", row.name())
        .param("type", row.mediaType())
        .param("words", row.words())
        .param("size", row.size())
        .param("hash", row.sha256())
        .param("bytes", bytes)
        .param("at", row.at())
        .update();
  }

  Optional<Row> find(UUID id) {
    return tenancy.sql(ONE).param("id", id).query((row, n) -> row(row)).optional();
  }

  /// Of a debtor and of what was merged into it, the latest first.
  List<Row> of(UUID debtor, @Nullable UUID last, int limit) {
    return tenancy
        .sql(OF)
        .param("debtor", debtor)
        .param("last", last)
        .param("limit", limit)
        .query((row, n) -> row(row))
        .list();
  }

  byte[] bytes(UUID id) {
    return tenancy.sql(BYTES).param("id", id).query((row, n) -> row.getBytes("bytes")).single();
  }

  /// @return false if it was withdrawn before
  boolean withdraw(UUID id) {
    return tenancy.sql(WITHDRAW).param("id", id).update() == 1;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("document_id", UUID.class),
        row.getObject("debtor_id", UUID.class),
        row.getObject("receivable_id", UUID.class),
        row.getString("name"),
        row.getString("media_type"),
        row.getString("words"),
        row.getLong("size"),
        row.getBytes("sha256"),
        row.getBoolean("withdrawn"),
        row.getObject("recorded_at", OffsetDateTime.class));
  }
}
