/// The log of what happened, kept so that it proves itself; signatures and timestamps of others in
/// an evidence bundle, made and checked with BouncyCastle. Knows no word of the trade.
/// [EvidenceLog] is the door of the server; the kernel proves a bundle without any library.
@NullMarked
@ApplicationModule(
    displayName = "evidence",
    allowedDependencies = {"platform"})
package dunnage.app.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
