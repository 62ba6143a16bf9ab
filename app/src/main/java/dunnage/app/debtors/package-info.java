/// Who owes: the debtor master, contacts and their roles, identifiers. [Debtors] is the door.
@NullMarked
@ApplicationModule(
    displayName = "debtors",
    allowedDependencies = {"platform", "desk", "evidence", "access"})
package dunnage.app.debtors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
