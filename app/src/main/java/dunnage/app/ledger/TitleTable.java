package dunnage.app.ledger;

import dunnage.app.platform.Tenancy;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who holds a receivable when it is not its creditor. The key is the rule: one holder at a time.
@Component
class TitleTable {

  /// @param purpose `finance` or `pool`
  record Row(UUID receivable, String holder, String purpose, LocalDate since) {}

  private static final String ADD =
      """
      INSERT INTO title (org_id, receivable_id, holder, purpose, since, fact_id)
      VALUES (:org, :id, :holder, :purpose, :since, :fact)
      ON CONFLICT DO NOTHING
      """;

  private static final String FIND =
      """
      SELECT receivable_id, holder, purpose, since FROM title
       WHERE org_id = :org AND receivable_id = :id
      """;

  private static final String REMOVE =
      """
      DELETE FROM title WHERE org_id = :org AND receivable_id = :id AND holder = :holder
      """;

  private final Tenancy tenancy;

  TitleTable(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  /// @return false if somebody holds it, since this very moment perhaps
  boolean add(Row row, UUID fact) {
    return tenancy
            .sql(ADD)
            .param("id", row.receivable())
            .param("holder", row.holder())
            .param("purpose", row.purpose())
            .param("since", row.since())
            .param("fact", fact)
            .update()
        == 1;
  }

  Optional<Row> find(UUID receivable) {
    return tenancy
        .sql(FIND)
        .param("id", receivable)
        .query(
            (row, n) ->
                new Row(
                    row.getObject("receivable_id", UUID.class),
                    row.getString("holder"),
                    row.getString("purpose"),
                    row.getObject("since", LocalDate.class)))
        .optional();
  }

  /// @return false if this holder has it no longer
  boolean remove(Row row) {
    return tenancy.sql(REMOVE).param("id", row.receivable()).param("holder", row.holder()).update()
        == 1;
  }
}
