package dunnage.app.evidence;

import dunnage.app.platform.Tenancy;
import dunnage.kernel.evidence.Hash;
import dunnage.kernel.evidence.VerifyingKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How far a log has come, what was signed of it and with which keys.
@Component
class HeadTable {

  /// @param size in entries
  record Head(long size, Hash root) {
    static final Head NOTHING = new Head(0, Hash.of());
  }

  /// @param note the signed note, as it is handed out
  record Signed(long size, Hash root, String note, Instant at) {}

  /// @param fromSize the key signed every checkpoint of more entries, up to the next key
  record Key(long fromSize, VerifyingKey key, Instant since) {}

  private static final String FIND = "SELECT size, root FROM evidence_head WHERE org_id = :org";

  private static final String LEASE = FIND + " FOR UPDATE SKIP LOCKED";

  private static final String BEGIN =
      """
      INSERT INTO evidence_head (org_id, size, root) VALUES (:org, 0, :root)
          ON CONFLICT (org_id) DO NOTHING
      """;

  private static final String MOVE =
      """
      UPDATE evidence_head SET size = :size, root = :root WHERE org_id = :org AND size = :before
      """;

  private static final String SIGN =
      """
      INSERT INTO evidence_checkpoint (org_id, size, root, note, made_at)
      VALUES (:org, :size, :root, :note, :at)
      """;

  private static final String SIGNED =
      """
      SELECT size, root, note, made_at FROM evidence_checkpoint
       WHERE org_id = :org AND size < :below ORDER BY size DESC LIMIT :limit
      """;

  private static final String SIGNED_OF =
      "SELECT size, root, note, made_at FROM evidence_checkpoint WHERE org_id = :org AND size = :size";

  private static final String KEYS =
      "SELECT from_size, key, since FROM evidence_key WHERE org_id = :org ORDER BY from_size";

  private static final String ADD_KEY =
      """
      INSERT INTO evidence_key (org_id, from_size, key, since) VALUES (:org, :from, :key, :since)
      """;

  private final Tenancy tenancy;

  HeadTable(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  /// As of the last commit; [Head#NOTHING] while nothing has a place.
  Head find() {
    return tenancy.sql(FIND).query((row, n) -> head(row)).optional().orElse(Head.NOTHING);
  }

  /// Whether there is a row to lease.
  boolean begun() {
    return tenancy.sql(FIND).query((row, n) -> head(row)).optional().isPresent();
  }

  /// Held until the transaction ends, and by one at a time: nothing while another holds it, or when
  /// there is no row yet.
  Optional<Head> lease() {
    return tenancy.sql(LEASE).query((row, n) -> head(row)).optional();
  }

  void begin() {
    tenancy.sql(BEGIN).param("root", Head.NOTHING.root().bytes()).update();
  }

  /// @throws IllegalStateException if the head was not where the lease found it
  void move(Head from, Head to) {
    int moved =
        tenancy
            .sql(MOVE)
            .param("size", to.size())
            .param("root", to.root().bytes())
            .param("before", from.size())
            .update();
    if (moved != 1) {
      throw new IllegalStateException("the head of a log was moved while it was leased");
    }
  }

  void sign(Head head, String note, Instant at) {
    tenancy
        .sql(SIGN)
        .param("size", head.size())
        .param("root", head.root().bytes())
        .param("note", note)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The last checkpoints, the newest first.
  ///
  /// @param below a size that all are smaller than
  List<Signed> signed(long below, int limit) {
    return tenancy
        .sql(SIGNED)
        .param("below", below)
        .param("limit", limit)
        .query((row, n) -> signed(row))
        .list();
  }

  @Nullable Signed signedOf(long size) {
    return tenancy
        .sql(SIGNED_OF)
        .param("size", size)
        .query((row, n) -> signed(row))
        .optional()
        .orElse(null);
  }

  /// The oldest first.
  List<Key> keys() {
    return tenancy
        .sql(KEYS)
        .query(
            (row, n) ->
                new Key(
                    row.getLong("from_size"),
                    VerifyingKey.raw(row.getBytes("key")),
                    instant(row, "since")))
        .list();
  }

  void addKey(long fromSize, VerifyingKey key, Instant since) {
    tenancy
        .sql(ADD_KEY)
        .param("from", fromSize)
        .param("key", key.raw())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(row.getLong("size"), Hash.known(row.getBytes("root")));
  }

  private static Signed signed(ResultSet row) throws SQLException {
    return new Signed(
        row.getLong("size"),
        Hash.known(row.getBytes("root")),
        row.getString("note"),
        instant(row, "made_at"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
