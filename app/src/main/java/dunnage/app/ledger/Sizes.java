package dunnage.app.ledger;

import dunnage.app.platform.Tenancy;
import org.springframework.stereotype.Component;

/// What the database believes of the size of its tables, from which it plans. It looks by itself
/// only after a transaction, and at rows that count: during an import it would plan for tables that
/// are empty, and read them whole for every line.
@Component
class Sizes {

  /// A plan that was made while the tables were empty is not kept.
  private static final String PLAN_ANEW =
      """
      SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)
        FROM absorption WHERE org_id = :org
      """;

  private static final String LEARN =
      "SELECT learn_sizes() IS NULL FROM absorption WHERE org_id = :org";

  private final Tenancy tenancy;

  Sizes(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  /// Each statement until the end of the transaction is planned for what is there when it runs.
  void planAnew() {
    tenancy.sql(PLAN_ANEW).query().singleRow();
  }

  /// Has the database look at its tables as this transaction sees them.
  void learn() {
    tenancy.sql(LEARN).query().singleRow();
  }
}
