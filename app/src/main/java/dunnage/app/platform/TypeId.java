package dunnage.app.platform;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/// Identifiers as others see them: a prefix that tells what it is, and the UUID in Crockford's base
/// 32, like `deb_01h455vb4pex5vsknk084sn02q` (the form of TypeID).
public final class TypeId {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 26;
  private static final byte[] VALUES = new byte[128];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      VALUES[ALPHABET.charAt(i)] = (byte) i;
    }
  }

  private TypeId() {}

  /// @param prefix without the underscore, like `deb`
  public static String of(String prefix, UUID id) {
    char[] text = new char[LENGTH];
    long low = id.getLeastSignificantBits();
    long high = id.getMostSignificantBits();
    for (int i = LENGTH - 1; i >= 0; i--) {
      text[i] = ALPHABET.charAt((int) (low & 31));
      low = low >>> 5 | high << 59;
      high >>>= 5;
    }
    return prefix + "_" + new String(text);
  }

  /// The UUID of a well-formed identifier of this kind.
  public static Optional<UUID> read(String prefix, String text) {
    int start = prefix.length() + 1;
    if (text.length() != start + LENGTH || !text.startsWith(prefix + "_")) {
      return Optional.empty();
    }
    if (text.charAt(start) > '7') {
      return Optional.empty(); // more than 128 bits
    }
    long high = 0;
    long low = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      int value = c < VALUES.length ? VALUES[c] : -1;
      if (value < 0) {
        return Optional.empty();
      }
      high = high << 5 | low >>> 59;
      low = low << 5 | value;
    }
    return Optional.of(new UUID(high, low));
  }

  /// The UUID, for something that is looked for.
  ///
  /// @throws Problem 404 if it cannot be the identifier of such a thing: then there is none
  public static UUID parse(String prefix, String text) {
    return read(prefix, text)
        .orElseThrow(
            () ->
                new Problem(
                    HttpStatus.NOT_FOUND,
                    "not_found",
                    "There is nothing with this id; ids of this kind look like "
                        + of(prefix, new UUID(0x0190_0000_0000_7000L, VARIANT))
                        + "."));
  }

  private static final long VARIANT = 0x8000_0000_0000_0000L;
}
