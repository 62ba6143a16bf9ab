package dunnage.app.debtors;

import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.Versions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// The people at debtors.
@Component
class ContactTable {

  private static final String COLUMNS =
      """
      k.contact_id, k.debtor_id, k.name, k.role, k.email, k.phone, k.wechat, k.language, k.left_on,
      k.version""";

  private static final String FIND =
      "SELECT %s FROM contact k WHERE k.org_id = :org AND k.contact_id = :id".formatted(COLUMNS);

  private static final String OF =
      """
      SELECT %s FROM contact k
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = k.debtor_id
       WHERE k.org_id = :org AND c.current_id = :debtor
       ORDER BY k.contact_id
      """
          .formatted(COLUMNS);

  private static final String ADD =
      """
      INSERT INTO contact (org_id, contact_id, debtor_id, name, role, email, phone, wechat, language,
                           version)
      VALUES (:org, :id, :debtor, :name, :role, :email, :phone, :wechat, :language, 1)
      """;

  private static final String CHANGE =
      """
      UPDATE contact
         SET name = :name, role = :role, email = :email, phone = :phone, wechat = :wechat,
             language = :language, version = version + 1
       WHERE org_id = :org AND contact_id = :id AND version = :version
      """;

  private static final String LEAVE =
      """
      UPDATE contact SET left_on = :day, version = version + 1
       WHERE org_id = :org AND contact_id = :id AND left_on IS NULL
      """;

  private static final String ZONE = "SELECT time_zone FROM organisation WHERE org_id = :org";

  private final Tenancy tenancy;
  private final Clock clock;

  ContactTable(Tenancy tenancy, Clock clock) {
    this.tenancy = tenancy;
    this.clock = clock;
  }

  Optional<ContactRow> find(UUID id) {
    return tenancy.sql(FIND).param("id", id).query((row, n) -> read(row)).optional();
  }

  /// Those of a debtor and of what was merged into it, in the order in which they became known.
  List<ContactRow> of(UUID current) {
    return tenancy.sql(OF).param("debtor", current).query((row, n) -> read(row)).list();
  }

  private static ContactRow read(ResultSet row) throws SQLException {
    return new ContactRow(
        row.getObject("contact_id", UUID.class),
        row.getObject("debtor_id", UUID.class),
        row.getString("name"),
        row.getString("role"),
        row.getString("email"),
        row.getString("phone"),
        row.getString("wechat"),
        row.getString("language"),
        row.getObject("left_on", LocalDate.class),
        row.getInt("version"));
  }

  void add(ContactRow row) {
    bound(tenancy.sql(ADD), row).param("debtor", row.debtor()).update();
  }

  /// @param row as it shall be, with the version it was made from
  /// @throws Problem 412 if someone else was faster
  void change(ContactRow row) {
    if (bound(tenancy.sql(CHANGE), row).param("version", row.version()).update() == 0) {
      throw Versions.changed();
    }
  }

  private static StatementSpec bound(StatementSpec statement, ContactRow row) {
    return statement
        .param("id", row.id())
        .param("name", row.name())
        .param("role", row.role())
        .param("email", row.email())
        .param("phone", row.phone())
        .param("wechat", row.wechat())
        .param("language", row.language());
  }

  /// @throws Problem 409 if the person has left before
  void leave(UUID id, LocalDate day) {
    if (tenancy.sql(LEAVE).param("id", id).param("day", day).update() == 0) {
      throw Problem.conflict("contact_left", "This contact has left already.");
    }
  }

  /// Which day it is for the organisation.
  LocalDate today() {
    String zone = tenancy.sql(ZONE).query(String.class).single();
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
  }
}
