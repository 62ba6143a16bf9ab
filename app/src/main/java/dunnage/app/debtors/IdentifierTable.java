package dunnage.app.debtors;

import dunnage.app.platform.Columns;
import dunnage.app.platform.Tenancy;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What registers call debtors, and their other names.
@Component
class IdentifierTable {

  /// @param debtor the record that it was entered for
  record Row(UUID debtor, Identifier identifier) {}

  private static final String OF =
      """
      SELECT i.debtor_id, i.scheme, i.value FROM debtor_identifier i
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = i.debtor_id
       WHERE i.org_id = :org AND c.current_id = :debtor
       ORDER BY i.debtor_id, i.scheme, i.value
      """;

  private static final String CLEAR =
      """
      DELETE FROM debtor_identifier
       WHERE org_id = :org AND debtor_id = :debtor AND (scheme = 'alias') = :names
      """;

  private static final String ADD =
      """
      INSERT INTO debtor_identifier (org_id, debtor_id, scheme, value)
      SELECT :org, :debtor, i.scheme, i.value
        FROM unnest(:scheme::text[], :value::text[]) AS i (scheme, value)
      ON CONFLICT DO NOTHING
      """;

  private final Tenancy tenancy;

  IdentifierTable(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  /// Those of a debtor and of what was merged into it, other names included.
  List<Row> of(UUID current) {
    return tenancy
        .sql(OF)
        .param("debtor", current)
        .query(
            (row, n) ->
                new Row(
                    row.getObject("debtor_id", UUID.class),
                    new Identifier(row.getString("scheme"), row.getString("value"))))
        .list();
  }

  /// @param names whether it is the other names that are replaced, or else the identifiers
  void replace(UUID debtor, boolean names, List<Identifier> all) {
    tenancy.sql(CLEAR).param("debtor", debtor).param("names", names).update();
    int ignored =
        Columns.of(tenancy.sql(ADD).param("debtor", debtor), all)
            .with("scheme", Identifier::scheme)
            .with("value", Identifier::value)
            .update();
  }
}
