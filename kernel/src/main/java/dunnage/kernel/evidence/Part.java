package dunnage.kernel.evidence;

import java.nio.charset.StandardCharsets;

/// One entry of the container that is no document.
///
/// @param name path within the container
record Part(String name, byte[] bytes) {

  static Part text(String name, String text) {
    return new Part(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /// `hash, two spaces, name`, as `sha256sum` reads it. Line feeds cannot occur in a name; a
  /// percent sign is written `%25` (RFC 8493 section 2.1.3).
  static String sumLine(Hash sha256, String name) {
    return sha256.hex() + "  " + name.replace("%", "%25") + "\n";
  }
}
