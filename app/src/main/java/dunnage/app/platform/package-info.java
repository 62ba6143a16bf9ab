/// What every module of the server stands on: settings, the data folder, PostgreSQL, migrations,
/// the clock, problem details, health and metrics. No word of the trade. [Server] is the door.
@NullMarked
@ApplicationModule(
    displayName = "platform",
    allowedDependencies = {})
package dunnage.app.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
