package dunnage.kernel.evidence;

/// The head of a tree, as C2SP `tlog-checkpoint` writes it: origin, size and root, a line each.
/// Signed as a [SignedNote].
///
/// @param origin which tree this is; also the name of the signing key
/// @param size how many leaves
public record Checkpoint(String origin, long size, Hash root) {

  /// The text that is signed.
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }
}
