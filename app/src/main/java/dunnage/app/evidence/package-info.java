/// Signatures and timestamps of others in an evidence bundle: made and checked with BouncyCastle.
/// The kernel proves the bundle itself without any library.
@NullMarked
package dunnage.app.evidence;

import org.jspecify.annotations.NullMarked;
