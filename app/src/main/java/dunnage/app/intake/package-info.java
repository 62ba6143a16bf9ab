/// Files in: recognised, looked at, committed, undone. [Intake] is the door.
@NullMarked
@ApplicationModule(
    displayName = "intake",
    allowedDependencies = {"platform", "desk", "evidence", "access", "debtors", "ledger"})
package dunnage.app.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
