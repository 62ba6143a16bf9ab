/// Organisations, their people and what each may do; passwords, tokens, sessions. [Access] is the
/// door.
@NullMarked
@ApplicationModule(
    displayName = "access",
    allowedDependencies = {"platform", "desk", "evidence"})
package dunnage.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
