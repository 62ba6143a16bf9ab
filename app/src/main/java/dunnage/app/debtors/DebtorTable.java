package dunnage.app.debtors;

import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.Versions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Debtors, one row each.
@Component
class DebtorTable {

  static final String COLUMNS =
      """
      d.debtor_id, d.number, d.name, d.country, d.language, d.time_zone, d.terms, d.owner_id,
      d.group_name, d.note, d.merged_into, d.version, d.created_at""";

  private static final String FIND =
      "SELECT %s FROM debtor d WHERE d.org_id = :org AND d.debtor_id = :id".formatted(COLUMNS);

  private static final String ADD =
      """
      INSERT INTO debtor (org_id, debtor_id, number, name, country, language, time_zone, terms,
                          owner_id, group_name, note, search, folded, version, created_at)
      VALUES (:org, :id, :number, :name, :country, :language, :zone, :terms,
              :owner, :group, :note, '', :folded, 1, :created)
      """;

  private static final String ADD_CURRENT =
      "INSERT INTO debtor_current (org_id, debtor_id, current_id) VALUES (:org, :id, :id)";

  private static final String CHANGE =
      """
      UPDATE debtor
         SET number = :number, name = :name, country = :country, language = :language,
             time_zone = :zone, terms = :terms, owner_id = :owner, group_name = :group,
             note = :note, folded = :folded, version = version + 1
       WHERE org_id = :org AND debtor_id = :id AND version = :version AND merged_into IS NULL
      """;

  private static final String COUNT_UP =
      """
      UPDATE debtor SET version = version + 1
       WHERE org_id = :org AND debtor_id = :id AND version = :version AND merged_into IS NULL
      """;

  /// Everything a search of the debtor looks in.
  private static final String WORDS =
      """
      SELECT unnest(ARRAY[d.name, COALESCE(d.number, '')]) AS word
        FROM debtor d WHERE d.org_id = :org AND d.debtor_id = :id
      UNION ALL
      SELECT i.value FROM debtor_identifier i WHERE i.org_id = :org AND i.debtor_id = :id
      UNION ALL
      SELECT unnest(ARRAY[k.name, k.email, k.phone, k.wechat])
        FROM contact k WHERE k.org_id = :org AND k.debtor_id = :id AND k.left_on IS NULL
      """;

  private static final String INDEX =
      "UPDATE debtor SET search = :search WHERE org_id = :org AND debtor_id = :id";

  /// In this order, so that nobody waits for someone who waits for them.
  private static final String LOCK =
      """
      SELECT d.debtor_id FROM debtor d
       WHERE d.org_id = :org AND d.debtor_id = ANY (CAST(:ids AS uuid[]))
       ORDER BY d.debtor_id FOR NO KEY UPDATE
      """;

  private static final String MEMBERS =
      """
      SELECT count(*) FROM membership
       WHERE org_id = :org AND person_id = :person AND ended_at IS NULL
      """;

  private final Tenancy tenancy;

  DebtorTable(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  Optional<DebtorRow> find(UUID id) {
    return tenancy.sql(FIND).param("id", id).query((row, n) -> read(row)).optional();
  }

  static DebtorRow read(ResultSet row) throws SQLException {
    return new DebtorRow(
        row.getObject("debtor_id", UUID.class),
        row.getString("number"),
        row.getString("name"),
        row.getString("country"),
        row.getString("language"),
        row.getString("time_zone"),
        row.getString("terms"),
        row.getObject("owner_id", UUID.class),
        row.getString("group_name"),
        row.getString("note"),
        row.getObject("merged_into", UUID.class),
        row.getInt("version"),
        row.getObject("created_at", OffsetDateTime.class));
  }

  /// @throws Problem 409 if the number is someone else's
  void add(DebtorRow row) {
    try {
      bound(tenancy.sql(ADD), row).param("created", row.createdAt()).update();
    } catch (DuplicateKeyException taken) {
      throw taken(row.number());
    }
    tenancy.sql(ADD_CURRENT).param("id", row.id()).update();
    index(row.id());
  }

  /// @param row as it shall be, with the version it was made from
  /// @throws Problem 412 if someone else was faster, 409 if the number is someone else's
  void change(DebtorRow row) {
    int changed;
    try {
      changed = bound(tenancy.sql(CHANGE), row).param("version", row.version()).update();
    } catch (DuplicateKeyException taken) {
      throw taken(row.number());
    }
    if (changed == 0) {
      throw Versions.changed();
    }
    index(row.id());
  }

  private static StatementSpec bound(StatementSpec statement, DebtorRow row) {
    return statement
        .param("id", row.id())
        .param("number", row.number())
        .param("name", row.name())
        .param("country", row.country())
        .param("language", row.language())
        .param("zone", row.zone())
        .param("terms", row.terms())
        .param("owner", row.owner())
        .param("group", row.group())
        .param("note", row.note())
        .param("folded", Folding.key(row.name()));
  }

  private static Problem taken(@Nullable String number) {
    return Problem.conflict(
        "number_taken", "Another debtor has the number " + number + " already.");
  }

  /// Notes that something of the debtor changed that is kept elsewhere.
  ///
  /// @throws Problem 412 if someone else was faster
  void countUp(UUID id, int version) {
    if (tenancy.sql(COUNT_UP).param("id", id).param("version", version).update() == 0) {
      throw Versions.changed();
    }
  }

  /// Gathers anew what a search looks in; one at a time, so that no word gets lost.
  void index(UUID id) {
    lock(List.of(id));
    List<String> words = new ArrayList<>();
    tenancy
        .sql(WORDS)
        .param("id", id)
        .query(
            row -> {
              words.add(row.getString("word"));
            });
    tenancy.sql(INDEX).param("id", id).param("search", Folding.searchable(words)).update();
  }

  /// Nobody else changes these until the transaction ends.
  void lock(List<UUID> ids) {
    List<UUID> ignored =
        tenancy
            .sql(LOCK)
            .param("ids", Arrivals.texts(ids))
            .query((row, n) -> row.getObject("debtor_id", UUID.class))
            .list();
  }

  boolean isMember(UUID person) {
    return tenancy.sql(MEMBERS).param("person", person).query(Long.class).single() > 0;
  }
}
