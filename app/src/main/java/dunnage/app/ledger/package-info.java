/// What is owed and what was paid: append-only facts and the small tables kept current with them.
/// [Ledger] is the door.
@NullMarked
@ApplicationModule(
    displayName = "ledger",
    allowedDependencies = {"platform", "desk", "evidence", "access", "debtors", "wording"})
package dunnage.app.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
