package dunnage.app.ledger;

import dunnage.app.platform.Tenancy;
import org.springframework.stereotype.Component;

/// What the database believes of the size of its tables, from which it plans. It looks by itself
/// only after a transaction, and at rows that count: during an import it would plan for tables that
/// are empty, and read them whole for every line.
@Component
class Sizes {

  /// What is asked for is little of much, whatever the database believes: never read a table whole.
  private static final String BY_INDEX =
      """
      SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)
        FROM absorption WHERE org_id = :org
      """;

  private static final String LEARN =
      "SELECT learn_sizes() IS NULL FROM absorption WHERE org_id = :org";

  private final Tenancy tenancy;

  Sizes(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  /// Until the end of the transaction.
  void useIndexes() {
    tenancy.sql(BY_INDEX).query().singleRow();
  }

  /// Has the database look at its tables as this transaction sees them, and plan anew; also what it
  /// asks by itself for each row that names another.
  void learn() {
    tenancy.sql(LEARN).query().singleRow();
  }
}
