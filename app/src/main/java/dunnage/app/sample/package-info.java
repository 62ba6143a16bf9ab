/// The sample company: its files, and an organisation of its own to look at them in. [SampleBook]
/// is the door.
@NullMarked
@ApplicationModule(
    displayName = "sample",
    allowedDependencies = {"platform", "desk", "access", "intake"})
package dunnage.app.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
