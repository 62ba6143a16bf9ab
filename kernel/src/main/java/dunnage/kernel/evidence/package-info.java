/// Proof that documents are the ones that were put aside: canonical bytes, leaf hashes, a Merkle
/// tree (RFC 9162 hashing), a signed checkpoint (C2SP), and bundles that anyone can verify. What a
/// bundle is, byte by byte, is in `docs/methodology/evidence.md`.
@NullMarked
package dunnage.kernel.evidence;

import org.jspecify.annotations.NullMarked;
