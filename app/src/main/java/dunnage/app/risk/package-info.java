/// Who gets worse, who may have how much: scores kept with their inputs, limits, the order check.
/// [RiskBook] is the door.
@NullMarked
@ApplicationModule(
    displayName = "risk",
    allowedDependencies = {"platform", "evidence", "access", "debtors", "ledger"})
package dunnage.app.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
