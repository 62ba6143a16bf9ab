package dunnage.kernel.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One document of a bundle.
///
/// @param path within the bundle, starting with `data/`
/// @param size in bytes
/// @param mediaType like `application/pdf`
/// @param modified when its file was last changed, whole seconds, if that is to be told
public record Document(
    String path, long size, Hash sha256, String mediaType, @Nullable Instant modified) {

  /// Folder of all documents (RFC 8493).
  public static final String FOLDER = "data/";

  /// The bytes whose leaf hash stands in the tree: everything that is said about the document, one
  /// line each. No path holds a line feed, so the form is unambiguous.
  public byte[] canonicalBytes() {
    String text =
        "dunnage-document 1\npath "
            + path
            + "\nsize "
            + size
            + "\nsha256 "
            + sha256.hex()
            + "\ntype "
            + mediaType
            + "\nmodified "
            + modifiedText()
            + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Hash leaf() {
    return MerkleTree.leaf(canonicalBytes());
  }

  String modifiedText() {
    return modified == null ? "-" : modified.toString();
  }
}
