/// The frame of every page: navigation, languages, themes, numbers and dates as the reader writes
/// them, and what a page says when something goes wrong. Each module shows its own pages in it;
/// [Page] marks them.
@NullMarked
@ApplicationModule(
    displayName = "desk",
    allowedDependencies = {"platform", "wording"})
package dunnage.app.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
